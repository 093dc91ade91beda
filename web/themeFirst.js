/* Runs before the first paint, so that the page does not flash in the other colours. theme.js does the rest. */
try {
  const theme = localStorage.getItem('hostmedic.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage: the colours of the system.
}

/**
 * Light or dark: the system's choice until the person chooses; the choice is kept.
 * @typedef {'light' | 'dark'} Theme
 */

const SYSTEM = matchMedia('(prefers-color-scheme: dark)');
const KEY = 'hostmedic.theme';

/** @returns {Theme} */
export function currentTheme() {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return SYSTEM.matches ? 'dark' : 'light';
}

/**
 * Wires the button.
 * @param {HTMLButtonElement} button
 * @param {() => void} onChange after the colours changed
 */
export function wireTheme(button, onChange) {
  const word = /** @type {HTMLElement} */ (button.querySelector('.wide'));
  const show = () => {
    word.textContent = currentTheme() === 'dark' ? 'Light' : 'Dark';
    button.setAttribute('aria-label', `${word.textContent} colours`);
  };
  button.addEventListener('click', () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Not kept, still shown.
    }
    show();
    onChange();
  });
  SYSTEM.addEventListener('change', () => {
    show();
    onChange();
  });
  show();
}

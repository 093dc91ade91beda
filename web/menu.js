/**
 * The menu behind "..." of a card: arrow keys, Home, End, Escape; Tab and a click elsewhere close it.
 * @param {HTMLElement} button
 * @param {readonly {title: string, hint: string, run: () => void}[]} items at least one
 */
export function openMenu(button, items) {
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', button.getAttribute('aria-label') ?? 'More');
  const rows = items.map(({ title, hint, run }) => {
    const row = document.createElement('button');
    row.type = 'button';
    row.setAttribute('role', 'menuitem');
    row.tabIndex = -1;
    row.textContent = title;
    if (hint !== '') row.title = hint;
    row.addEventListener('click', () => {
      close(true);
      run();
    });
    return row;
  });
  menu.append(...rows);
  document.body.append(menu);
  place(menu, button);
  button.setAttribute('aria-expanded', 'true');
  rows[0]?.focus();

  /** @param {boolean} goBack */
  function close(goBack) {
    menu.remove();
    document.removeEventListener('pointerdown', onPointer, true);
    window.removeEventListener('resize', onLeave);
    document.removeEventListener('scroll', onLeave, true);
    button.setAttribute('aria-expanded', 'false');
    if (goBack) button.focus();
  }
  const onLeave = () => close(false);
  /** @param {PointerEvent} event */
  function onPointer(event) {
    if (event.target instanceof Node && !menu.contains(event.target)) close(false);
  }
  menu.addEventListener('keydown', (event) => {
    const at = rows.findIndex((row) => row === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) rows.at(to % rows.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  });
  document.addEventListener('pointerdown', onPointer, true);
  document.addEventListener('scroll', onLeave, true);
  window.addEventListener('resize', onLeave);
}

/**
 * Under the button where there is room, else above it; never outside of the window.
 * @param {HTMLElement} menu
 * @param {HTMLElement} button
 */
function place(menu, button) {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + 4;
  const top = below + height <= innerHeight ? below : Math.max(4, at.top - height - 4);
  menu.style.left = `${Math.max(4, Math.min(at.left, innerWidth - width - 4))}px`;
  menu.style.top = `${top}px`;
}

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
    if (hint !== '') {
      const line = document.createElement('span');
      line.id = `hint-${(hints += 1)}`;
      line.textContent = hint;
      row.append(line);
      row.setAttribute('aria-label', title);
      row.setAttribute('aria-describedby', line.id);
    }
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
    window.removeEventListener('resize', onResize);
    document.removeEventListener('scroll', onLeave, true);
    button.setAttribute('aria-expanded', 'false');
    if (goBack) button.focus();
  }
  const { top } = button.getBoundingClientRect();
  // A scroll that ended before the menu opened is told afterwards; only one that carries the button away counts.
  const onLeave = () => {
    if (Math.abs(button.getBoundingClientRect().top - top) > MOVED_PX) close(false);
  };
  const onResize = () => close(false);
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
  window.addEventListener('resize', onResize);
}

let hints = 0;
const EDGE_PX = 4;
const MOVED_PX = 2;

/**
 * Under the button where there is room above the box to write in, else above the button; never outside of the window.
 * @param {HTMLElement} menu
 * @param {HTMLElement} button
 */
function place(menu, button) {
  const at = button.getBoundingClientRect();
  const end = document.getElementById('composer')?.getBoundingClientRect().top ?? innerHeight;
  const { width, height } = menu.getBoundingClientRect();
  const below = end - at.bottom - 2 * EDGE_PX;
  const above = at.top - 2 * EDGE_PX;
  const isBelow = height <= below || below >= above;
  const most = Math.min(height, Math.max(below, above));
  menu.style.maxHeight = `${most}px`;
  menu.style.left = `${Math.max(EDGE_PX, Math.min(at.left, innerWidth - width - EDGE_PX))}px`;
  menu.style.top = `${isBelow ? at.bottom + EDGE_PX : Math.max(EDGE_PX, at.top - most - EDGE_PX)}px`;
}

/**
 * Draws what the person said: a button, a file, a text that keeps its lines.
 * @param {import('./messages.js').Entry} entry
 * @returns {HTMLElement[]}
 */
export function drawOwn(entry) {
  const parts = [];
  if (entry.click) parts.push(part('p', 'click', entry.click));
  if (entry.text !== null)
    parts.push(
      entry.text.length > LONG_UNITS || entry.text.includes('\n') ? pasted(entry.text) : part('p', 'said', entry.text),
    );
  else if (entry.hidden === true) parts.push(part('p', 'gone', 'You hid this message.'));
  else if (entry.lines !== undefined) {
    const lines = entry.lines === 1 ? 'one line' : `${entry.lines} lines`;
    parts.push(part('p', 'gone', `Your text (${lines}) was kept in its own tab only.`));
  }
  if (entry.file) parts.push(part('p', 'file', `${entry.file.name}, ${sizeOf(entry.file.bytes)}`));
  return parts;
}

const LONG_UNITS = 300;
const LINES_SHOWN = 12;
/** Fewer than this are not worth a click. */
const LINES_HIDDEN_LEAST = 4;

/** @param {number} bytes */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** @param {string} text */
function pasted(text) {
  const box = document.createElement('div');
  box.className = 'pasted';
  const lines = text.split('\n');
  // One endless line is folded too.
  const shown = lines.length < LINES_SHOWN + LINES_HIDDEN_LEAST ? lines.length : LINES_SHOWN;
  const head = lines.slice(0, shown).join('\n').slice(0, 2000);
  const pre = part('pre', '', head);
  box.append(pre);
  if (head.length === text.length) return box;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  let isOpen = false;
  const show = () => {
    pre.textContent = isOpen ? text : head;
    button.textContent = isOpen ? 'Show less' : `Show all ${lines.length > 1 ? `${lines.length} lines` : ''}`.trim();
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => {
    isOpen = !isOpen;
    show();
  });
  show();
  box.append(button);
  return box;
}

/** @param {string} tag @param {string} className @param {string} text */
function part(tag, className, text) {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

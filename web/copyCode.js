/**
 * Puts a Copy button on each block of commands or settings of a card: an emphasised container with fixed-width lines only.
 * @param {any} container a card, or a container in it
 */
export function addCopyButtons(container) {
  for (let index = 0; index < container.getItemCount(); index += 1) {
    const item = container.getItemAt(index);
    if (typeof item.getItemCount !== 'function') continue;
    const code = codeOf(item);
    if (code === null) addCopyButtons(item);
    else if (item.renderedElement !== undefined) addButton(item.renderedElement, code);
  }
}

const SAID_MS = 2000;

/** @param {any} item @returns {string | null} null: not a block of code */
function codeOf(item) {
  const { type, style, items } = item.toJSON();
  if (type !== 'Container' || style !== 'emphasis' || !Array.isArray(items)) return null;
  const runs = items.map(({ inlines }) => inlines ?? []);
  if (
    !runs.every(
      (line) => line.length > 0 && line.every((/** @type {any} */ run) => /^monospace$/i.test(run.fontType ?? '')),
    )
  ) {
    return null;
  }
  return runs
    .map((line) =>
      line
        .map((/** @type {any} */ run) => run.text)
        .join('')
        .trimEnd(),
    )
    .join('\n')
    .trimEnd();
}

/** The lines scroll inside the block, so that none is broken; the button stands above it. @param {HTMLElement} block @param {string} code */
function addButton(block, code) {
  const lines = document.createElement('div');
  lines.className = 'lines';
  lines.tabIndex = 0;
  lines.setAttribute('role', 'group');
  lines.setAttribute('aria-label', 'To copy');
  lines.append(...block.childNodes);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    button.textContent = await navigator.clipboard.writeText(code).then(
      () => 'Copied',
      () => 'Press Ctrl+C',
    );
    setTimeout(() => (button.textContent = 'Copy'), SAID_MS);
  });
  // Beside the small line that says where to type it; room is made where there is none.
  const before = block.previousElementSibling?.previousElementSibling;
  block.classList.add('code');
  block.classList.toggle('alone', !/:\s*$/.test(before?.textContent ?? ''));
  block.append(button, lines);
}

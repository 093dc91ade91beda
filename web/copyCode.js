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

/** @param {HTMLElement} block @param {string} code */
function addButton(block, code) {
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
  block.classList.add('code');
  block.append(button);
}

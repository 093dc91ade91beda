/**
 * Where the focus goes when a card is drawn anew. Only who works with the keyboard is led; for a pointer nothing lights up.
 * @typedef {{name: string, isInput: boolean, caret: number | null, byKeyboard: boolean}} Focus
 */

/**
 * @param {HTMLElement} article
 * @returns {Focus | null} null: the focus is elsewhere
 */
export function focusIn(article) {
  const { activeElement: at } = document;
  if (at === null || !article.contains(at)) return null;
  const isInput = at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement;
  return {
    name: nameOf(at),
    isInput,
    caret: isInput ? at.selectionStart : null,
    byKeyboard: at.matches(':focus-visible'),
  };
}

/**
 * To the box that was written in; else to the heading.
 * @param {HTMLElement} article drawn anew
 * @param {Focus} focus
 */
export function giveFocus(article, { name, isInput, caret, byKeyboard }) {
  const box = isInput
    ? [...article.querySelectorAll('input, textarea')].find((part) => nameOf(part) === name)
    : undefined;
  if (box instanceof HTMLElement) {
    box.focus({ preventScroll: true });
    if (caret !== null && 'setSelectionRange' in box)
      /** @type {HTMLTextAreaElement} */ (box).setSelectionRange(caret, caret);
  } else if (byKeyboard) focusStart(article);
}

/** The first heading, else the first button. @param {HTMLElement} article */
export function focusStart(article) {
  const heading = article.querySelector('.body [role=heading]');
  if (heading instanceof HTMLElement) heading.tabIndex = -1;
  const start = heading ?? article.querySelector('.body button') ?? article;
  if (start instanceof HTMLElement) start.focus({ preventScroll: true });
}

/** A button that comes to lie under a resting pointer does not light up until the pointer moves. @param {HTMLElement} article */
export function keepStill(article) {
  article.classList.add('still');
  /** @param {PointerEvent} event */
  const onMove = ({ movementX, movementY, type }) => {
    // The browser repeats the last place when the page under the pointer changes.
    if (type === 'pointermove' && movementX === 0 && movementY === 0) return;
    article.classList.remove('still');
    document.removeEventListener('pointermove', onMove);
    document.removeEventListener('pointerdown', onMove);
  };
  document.addEventListener('pointermove', onMove);
  document.addEventListener('pointerdown', onMove);
}

/** @param {Element} element */
function nameOf(element) {
  // Ids are made unique for each drawing: "card12-paste".
  return `${element.tagName} ${element.id.replace(/^card\d+-/, '')} ${element.getAttribute('aria-label') ?? ''}`;
}

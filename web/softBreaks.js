/**
 * Lets long names break where people would break them: after a dot, slash, backslash or underscore inside a word. The breaks are
 * elements without text, so what is copied stays letter for letter.
 * @param {HTMLElement} root
 */
export function addSoftBreaks(root) {
  for (const text of textsOf(root)) {
    const [first = '', ...rest] = pieces(text.nodeValue ?? '');
    if (rest.length > 0) text.replaceWith(first, ...rest.flatMap((piece) => [document.createElement('wbr'), piece]));
  }
}

/** Shorter words fit a line of the narrowest window. */
const LONG_WORD = /\S{16,}/g;
// "Contoso.Shop.Web" -> "Contoso." "Shop." "Web"; the dot of 10.0.14 and the two of "\\server" are no place to break.
const INNER_SIGN = /(?<=[^\s./\\_])[./\\_](?=[^\s./\\_])(?!(?<=\d\.)\d)/g;
const BREAK = '\u0000';

/** @param {string} text @returns {string[]} joined they are the text again */
function pieces(text) {
  return text.replace(LONG_WORD, (word) => word.replace(INNER_SIGN, (sign) => `${sign}${BREAK}`)).split(BREAK);
}

/** @param {HTMLElement} root @returns {Text[]} */
function textsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const found = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('.code, button, textarea, select') === null) found.push(/** @type {Text} */ (node));
  }
  return found;
}

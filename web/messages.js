import { drawCard, inputValues } from './cards.js';
import { drawOwn } from './ownMessage.js';

/**
 * The list of messages.
 * @typedef {{id: string, at: string, from: 'bot' | 'person', text: string | null, cards?: object[], click?: string | null,
 *   file?: {name: string, bytes: number} | null, lines?: number}} Entry
 *   lines: of a text that is no longer here
 * @typedef {import('./cards.js').Click} Click
 * @typedef {{entry: Entry, article: HTMLElement, drawn: import('./cards.js').DrawnCard[]}} Shown
 */

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const NEAR_END_PX = 120;

/**
 * @param {HTMLElement} log
 * @param {(entry: Entry, click: Click) => Promise<string | null>} onClick
 *        resolves when the click is answered: with a line to show under the card, or null
 */
export function createMessages(log, onClick) {
  /** @type {Map<string, Shown>} */
  const shown = new Map();

  /** @param {Shown} one @param {Map<string, unknown>} [inputs] */
  function draw(one, inputs) {
    const { entry, article } = one;
    const isBot = entry.from === 'bot';
    const time = document.createElement('time');
    time.dateTime = entry.at;
    time.textContent = TIME.format(new Date(entry.at));
    article.className = `message ${entry.from}`;
    article.setAttribute('aria-label', `${isBot ? 'Hostmedic' : 'You'}, ${time.textContent}`);
    one.drawn = (entry.cards ?? []).map((card) => drawCard(card, (click) => void run(one, click), inputs));
    const body = document.createElement('div');
    body.className = 'body';
    if (isBot) {
      if (entry.text !== null) body.append(textLine(entry.text));
      body.append(...one.drawn.map(({ element }) => element));
    } else body.append(...drawOwn(entry));
    const line = document.createElement('p');
    line.className = 'line';
    line.setAttribute('role', 'alert');
    article.replaceChildren(body, line, time);
  }

  /** @param {Shown} one @param {Click} click */
  async function run(one, click) {
    const { article, entry } = one;
    if (article.getAttribute('aria-busy') === 'true') return;
    setBusy(article, true);
    setLine(article, '');
    const line = await onClick(entry, click);
    // An answer that came in the meantime has drawn the card anew; both are right to be free again.
    setBusy(article, false);
    if (line !== null) setLine(article, line);
  }

  /** @param {Entry} entry @param {{scroll?: boolean}} [options] */
  function put(entry, { scroll = true } = {}) {
    const known = shown.get(entry.id);
    if (known !== undefined) {
      if (isSame(known.entry, entry)) return;
      const focus = focusIn(known.article);
      // Only what somebody is writing in this moment is carried over.
      const inputs =
        focus?.isInput === true ? new Map(known.drawn.flatMap((drawn) => [...inputValues(drawn)])) : undefined;
      known.entry = entry;
      draw(known, inputs);
      if (focus !== null) giveFocus(known.article, focus);
      if (scroll && entry.from === 'bot') known.article.scrollIntoView({ block: 'nearest' });
      return;
    }
    const isNearEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    const one = { entry, article: document.createElement('article'), drawn: [] };
    one.article.tabIndex = -1;
    shown.set(entry.id, one);
    draw(one);
    log.append(one.article);
    if (scroll && (isNearEnd || entry.from === 'person')) toEnd(one.article);
  }

  /** To the end, but the top of what is new stays in view. @param {HTMLElement} article */
  function toEnd(article) {
    log.scrollTop = Math.min(log.scrollHeight - log.clientHeight, article.offsetTop - log.offsetTop - 8);
  }

  return {
    put,
    toEnd: () => {
      const last = [...shown.values()].at(-1);
      if (last !== undefined) toEnd(last.article);
    },
    /** @param {string} id */
    remove(id) {
      shown.get(id)?.article.remove();
      shown.delete(id);
    },
    clear() {
      shown.clear();
      log.replaceChildren();
    },
    /** In the other colours; what stands in the boxes stays. */
    redraw() {
      for (const one of shown.values()) {
        if (one.drawn.length > 0) draw(one, new Map(one.drawn.flatMap((drawn) => [...inputValues(drawn)])));
      }
    },
    /** @param {string} id @param {string} line empty: takes it away @param {(() => void) | null} again sends it again */
    setLine(id, line, again = null) {
      const article = shown.get(id)?.article;
      if (article !== undefined) setLine(article, line, again);
    },
    /** @param {string} id */
    focus: (id) => shown.get(id)?.article.focus({ preventScroll: true }),
    /** @param {string} id */
    holdsFocus: (id) => shown.get(id)?.article.contains(document.activeElement) === true,
    /** @returns {Entry[]} in the order shown */
    entries: () => [...shown.values()].map(({ entry }) => entry),
  };
}

/** @param {Entry} before @param {Entry} after */
function isSame(before, after) {
  const { at: _before, ...one } = before;
  const { at: _after, ...other } = after;
  return (
    JSON.stringify(one, Object.keys(one).sort()) === JSON.stringify(other, Object.keys(other).sort()) &&
    JSON.stringify(before.cards) === JSON.stringify(after.cards)
  );
}

/** @param {string} text */
function textLine(text) {
  const line = document.createElement('p');
  line.className = 'said';
  line.textContent = text;
  return line;
}

/** @param {HTMLElement} article @param {boolean} busy */
function setBusy(article, busy) {
  article.setAttribute('aria-busy', String(busy));
  for (const button of article.querySelectorAll('.body button')) {
    if (busy) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

/** @param {HTMLElement} article @param {string} text @param {(() => void) | null} [again] */
function setLine(article, text, again = null) {
  const line = article.querySelector('.line');
  if (line === null) return;
  line.textContent = text;
  if (again === null) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = 'Send again';
  button.addEventListener('click', again);
  line.append(' ', button);
}

/**
 * @param {HTMLElement} article
 * @returns {{name: string, isInput: boolean, caret: number | null} | null} null: the focus is elsewhere
 */
function focusIn(article) {
  const { activeElement: at } = document;
  if (at === null || !article.contains(at)) return null;
  const isInput = at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement;
  return { name: nameOf(at), isInput, caret: isInput ? at.selectionStart : null };
}

/** @param {HTMLElement} article @param {{name: string, isInput: boolean, caret: number | null}} focus */
function giveFocus(article, { name, isInput, caret }) {
  const next = [...article.querySelectorAll('button, input, textarea, select, [tabindex="0"]')].find(
    (part) => nameOf(part) === name,
  );
  if (isInput && next instanceof HTMLElement) {
    next.focus({ preventScroll: true });
    if (caret !== null && 'setSelectionRange' in next)
      /** @type {HTMLTextAreaElement} */ (next).setSelectionRange(caret, caret);
  } else article.focus({ preventScroll: true });
}

/** @param {Element} element */
function nameOf(element) {
  // Ids are made unique for each drawing: "card12-paste".
  return `${element.tagName} ${element.id.replace(/^card\d+-/, '')} ${element.getAttribute('aria-label') ?? ''}`;
}

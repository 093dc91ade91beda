import { drawCard, inputValues } from './cards.js';
import { isWelcome, overtaken } from './earlier.js';
import { focusIn, focusStart, giveFocus, keepStill } from './focus.js';
import { drawFooter, markEarlier, setBusy, setLine, textLine } from './messageParts.js';
import { drawOwn } from './ownMessage.js';

/**
 * The list of messages.
 * @typedef {{id: string, at: string, from: 'bot' | 'person', text: string | null, cards?: object[], click?: string | null,
 *   file?: {name: string, bytes: number} | null, lines?: number, hidden?: boolean}} Entry
 *   lines: of a text that is no longer here; hidden: the person took its text away
 * @typedef {import('./cards.js').Click} Click
 * @typedef {{text: string, again: boolean, isLost: boolean}} Failure again: it may work the next time; isLost: the server did not answer
 * @typedef {{entry: Entry, article: HTMLElement, drawn: import('./cards.js').DrawnCard[], isLost: boolean}} Shown
 */

const NEAR_END_PX = 120;
const FRESH_MS = 1600;

/**
 * @param {HTMLElement} log
 * @param {{onClick: (entry: Entry, click: Click, id: string) => Promise<Failure | null>, onHide: (id: string) => void}} options
 *        onClick: resolves when the click is answered; the same click comes with the same id when it is tried again
 */
export function createMessages(log, { onClick, onHide }) {
  /** @type {Map<string, Shown>} */
  const shown = new Map();
  const entries = () => [...shown.values()].map(({ entry }) => entry);

  /** @param {Shown} one @param {Map<string, unknown>} [inputs] */
  function draw(one, inputs) {
    const { entry, article } = one;
    const isBot = entry.from === 'bot';
    article.className = `message ${entry.from}`;
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
    const canHide = !isBot && entry.text !== null;
    article.replaceChildren(body, line, drawFooter(entry, canHide ? () => hide(one) : null));
  }

  /** @param {Shown} one @param {Click} click @param {string} [id] of an earlier try */
  async function run(one, click, id = crypto.randomUUID()) {
    const { article, entry } = one;
    if (article.getAttribute('aria-busy') === 'true') return;
    setBusy(article, true);
    one.isLost = false;
    setLine(article, '');
    const failure = await onClick(entry, click, id);
    // An answer that came in the meantime has drawn the card anew; both are right to be free again.
    setBusy(article, false);
    if (failure === null) return;
    one.isLost = failure.isLost;
    setLine(article, failure.text, failure.again ? { title: 'Try again', run: () => void run(one, click, id) } : null);
  }

  /** Its text goes from the page, and from what the page remembers. @param {Shown} one */
  function hide(one) {
    one.entry = { ...one.entry, text: null, hidden: true };
    delete one.entry.lines;
    draw(one);
    one.article.focus({ preventScroll: true });
    onHide(one.entry.id);
  }

  /** @param {Shown} known @param {Entry} entry @param {boolean} scroll */
  function change(known, entry, scroll) {
    // What was hidden stays hidden, also when the server tells it again.
    const next = known.entry.hidden === true ? { ...entry, text: null, hidden: true } : entry;
    if (isSame(known.entry, next)) return;
    const { article } = known;
    const focus = focusIn(article);
    // Only what somebody is writing in this moment is carried over.
    const inputs = focus?.isInput === true ? new Map(known.drawn.flatMap((one) => [...inputValues(one)])) : undefined;
    known.entry = next;
    draw(known, inputs);
    keepStill(article);
    if (focus !== null) giveFocus(article, focus);
    if (!scroll || next.from !== 'bot') return;
    article.classList.add('fresh');
    setTimeout(() => article.classList.remove('fresh'), FRESH_MS);
    reveal(article);
  }

  /** @param {Entry} entry @param {{scroll?: boolean}} [options] */
  function put(entry, { scroll = true } = {}) {
    const known = shown.get(entry.id);
    if (known !== undefined) change(known, entry, scroll);
    else {
      const isNearEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
      const one = { entry, article: document.createElement('article'), drawn: [], isLost: false };
      one.article.tabIndex = -1;
      shown.set(entry.id, one);
      draw(one);
      log.append(one.article);
      if (scroll && (isNearEnd || entry.from === 'person')) toEnd(one.article);
    }
    mark();
  }

  function mark() {
    const earlier = overtaken(entries());
    for (const { entry, article } of shown.values()) markEarlier(article, earlier.has(entry.id));
  }

  /** To the end, but the top of what is new stays in view. @param {HTMLElement} article */
  function toEnd(article) {
    log.scrollTop = Math.min(log.scrollHeight - log.clientHeight, article.offsetTop - log.offsetTop - 8);
  }

  /** As little as is needed; of what is higher than the view the top is shown. @param {HTMLElement} article */
  function reveal(article) {
    const isHigh = article.offsetHeight > log.clientHeight - 24;
    article.scrollIntoView({ block: isHigh ? 'start' : 'nearest' });
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
      mark();
    },
    clear() {
      shown.clear();
      log.replaceChildren();
    },
    /** In the other colours or for another width; what stands in the boxes stays. */
    redraw() {
      for (const one of shown.values()) {
        if (one.drawn.length > 0) draw(one, new Map(one.drawn.flatMap((drawn) => [...inputValues(drawn)])));
      }
      mark();
    },
    /** @param {string} id @param {string} line empty: takes it away @param {(() => void) | null} again sends it again */
    setLine(id, line, again = null) {
      const article = shown.get(id)?.article;
      if (article !== undefined) setLine(article, line, again === null ? null : { title: 'Send again', run: again });
    },
    /** Takes away what was said about clicks that found no server. */
    clearLost() {
      for (const one of shown.values()) {
        if (one.isLost) setLine(one.article, '');
        one.isLost = false;
      }
    },
    /** To the answer of a click; what was clicked lights no more. @param {string} clicked @param {string} id */
    passFocus(clicked, id) {
      const focus = focusIn(/** @type {HTMLElement} */ (shown.get(clicked)?.article ?? document.createElement('p')));
      const article = shown.get(id)?.article;
      if (focus === null || article === undefined) return;
      if (focus.byKeyboard) focusStart(article);
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    /** The last card is the one to begin with. */
    isAtWelcome() {
      const last = entries().findLast(({ cards = [] }) => cards.length > 0);
      return last !== undefined && isWelcome(last);
    },
    /** In the order shown. */
    entries,
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

/**
 * What the page remembers. The bot's answers are kept in localStorage: they quote redacted lines only. What the person typed
 * may hold a password, so its text is kept in sessionStorage, which ends with the tab.
 * @typedef {import('./messages.js').Entry} Entry
 * @typedef {{lastEvent: string | null, entries: Entry[]}} History
 */

const CHAT = 'hostmedic.chat';
const ENTRIES_MAX = 100;
const UNITS_MAX = 1_500_000;

/** @returns {{current: string | null, previous: string | null}} ids of the conversation shown and of the one before */
export function loadIds() {
  const { current = null, previous = null } = read(localStorage, CHAT) ?? {};
  return { current, previous };
}

/**
 * Makes a conversation the one that is shown; all but this one and the one before are forgotten.
 * @param {string} current
 * @param {string | null} previous
 */
export function saveIds(current, previous) {
  write(localStorage, CHAT, { current, previous });
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) {
      const id = /^hostmedic\.(?:answers|typed)\.(.+)$/.exec(key)?.[1];
      if (id !== undefined && id !== current && id !== previous) storage.removeItem(key);
    }
  }
}

/**
 * @param {string} id
 * @returns {History} lastEvent is null when texts are missing that the server may still have
 */
export function loadHistory(id) {
  const kept = read(localStorage, `hostmedic.answers.${id}`) ?? { lastEvent: null, entries: [] };
  const typed = read(sessionStorage, `hostmedic.typed.${id}`) ?? {};
  const entries = kept.entries.map((/** @type {Entry} */ entry) => ({ ...entry, text: typed[entry.id] ?? entry.text }));
  const isWhole = entries.every((/** @type {Entry} */ entry) => entry.lines === undefined || entry.text !== null);
  return { lastEvent: isWhole ? kept.lastEvent : null, entries };
}

/**
 * @param {string} id
 * @param {History} history
 */
export function saveHistory(id, { lastEvent, entries }) {
  const shown = newest(entries);
  const typed = Object.fromEntries(
    shown.filter(({ from, text }) => from === 'person' && text !== null).map((entry) => [entry.id, entry.text]),
  );
  const kept = shown.map((entry) =>
    entry.from === 'person' && entry.text !== null
      ? { ...entry, text: null, lines: entry.text.split('\n').length }
      : entry,
  );
  write(localStorage, `hostmedic.answers.${id}`, { lastEvent, entries: kept });
  write(sessionStorage, `hostmedic.typed.${id}`, typed);
}

/** @param {Entry[]} entries */
function newest(entries) {
  let units = 0;
  const last = entries.slice(-ENTRIES_MAX).reverse();
  const end = last.findIndex((entry) => (units += JSON.stringify(entry).length) > UNITS_MAX);
  return (end === -1 ? last : last.slice(0, end)).reverse();
}

/**
 * @param {Storage} storage
 * @param {string} key
 */
function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * @param {Storage} storage
 * @param {string} key
 * @param {unknown} value
 */
function write(storage, key, value) {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or switched off: the page works without it until it is loaded again.
  }
}

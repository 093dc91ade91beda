import { openChannel } from './channel.js';
import { wireComposer } from './composer.js';
import { NARROW } from './cards.js';
import { loadHistory, loadIds, saveHistory, saveIds } from './history.js';
import { createMessages } from './messages.js';
import { wireTheme } from './theme.js';

/** Puts the page together: one conversation at a time, its messages, the wire, the box to write in. */

const TYPING_AFTER_MS = 400;
const TYPING_MOST_MS = 15_000;
const BACK_SHOWN_MS = 3000;

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const messages = createMessages(find('log'), { onClick: answerClick, onHide: hide });
const composer = wireComposer(/** @type {HTMLFormElement} */ (find('composer')), (message) => void send(message));
wireTheme(/** @type {HTMLButtonElement} */ (find('theme')), () => messages.redraw());
NARROW.addEventListener('change', () => messages.redraw());

let { current, previous } = loadIds();
/** @type {ReturnType<typeof openChannel>} */
let channel;
/** @type {string | null} */
let lastEvent = null;
/** Message whose button was clicked: the answer takes the focus. @type {string | null} */
let clicked = null;
let waiting = 0;
let isLost = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typingTimer;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let noticeTimer;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let saveTimer;

find('new').addEventListener('click', () => {
  show(crypto.randomUUID(), current);
  notice('A new conversation.', 'Back to the earlier one', () => {
    if (previous !== null) show(previous, null);
    notice('');
  });
  composer.focus();
});
addEventListener('pagehide', save);
addEventListener('online', () => messages.clearLost());
show(current ?? crypto.randomUUID(), previous);

/** @param {string} id @param {string | null} before */
function show(id, before) {
  if (current !== null && current !== id) save();
  channel?.close();
  messages.clear();
  current = id;
  previous = before;
  saveIds(id, before);
  const history = loadHistory(id);
  lastEvent = history.lastEvent;
  for (const entry of history.entries) messages.put(entry, { scroll: false });
  messages.toEnd();
  askInBox();
  channel = openChannel(id, { after: lastEvent, onEvent, onState });
  // The bot welcomes whoever it has not met, so asking again does no harm.
  if (history.entries.length === 0) void channel.post({ open: true });
}

/** @param {string} eventId @param {import('./channel.js').ChatEvent} event */
function onEvent(eventId, event) {
  if (event.type === 'typing') {
    showTyping(0);
    return;
  }
  lastEvent = eventId;
  if (event.type === 'gone') messages.remove(event.id);
  else {
    const { entry } = event;
    messages.put(entry);
    if (entry.from === 'bot') hideTyping();
    if (entry.from === 'bot' && clicked !== null && entry.id !== clicked) messages.passFocus(clicked, entry.id);
  }
  askInBox();
  saveSoon();
}

/** @param {{text: string, file: File | null}} message */
async function send({ text, file }) {
  const id = crypto.randomUUID();
  messages.put({
    from: 'person',
    id,
    at: new Date().toISOString(),
    text: text === '' ? null : text,
    click: null,
    file: file === null ? null : { name: file.name, bytes: file.size },
  });
  clicked = null;
  saveSoon();
  await deliver(id, text, file);
}

/** @param {string} id @param {string} text @param {File | null} file */
async function deliver(id, text, file) {
  messages.setLine(id, '');
  const answer = await whileWaiting(async () => {
    if (file === null) return await channel.post({ id, text });
    const upload = await channel.upload(file);
    return upload.ok ? await channel.post({ id, text, files: [upload.id] }) : upload;
  });
  if (!answer.ok) messages.setLine(id, `Not delivered. ${answer.reason}`, () => void deliver(id, text, file));
}

/**
 * @param {import('./messages.js').Entry} entry
 * @param {import('./cards.js').Click} click
 * @param {string} id of this click, the same when it is tried again: it counts once
 * @returns {Promise<import('./messages.js').Failure | null>}
 */
async function answerClick(entry, click, id) {
  clicked = entry.id;
  const { title, data } = click;
  if (click.type === 'submit') {
    const text = click.texts.join('\n');
    const answer = await whileWaiting(() => channel.post({ id, value: data, replyToId: entry.id, title, text }));
    return answer.ok ? null : failed(title, answer);
  }
  const action = { type: 'Action.Execute', verb: click.verb, data };
  const answer = await whileWaiting(() =>
    channel.post({ id, invoke: { action, trigger: 'manual' }, replyToId: entry.id }),
  );
  if (!answer.ok) return failed(title, answer);
  return showInvokeAnswer(entry, answer.body);
}

/**
 * @param {string} title
 * @param {{reason: string, isLost: boolean}} answer
 * @returns {import('./messages.js').Failure}
 */
function failed(title, { reason, isLost }) {
  return { text: `"${title}" did not work. ${reason}`, again: true, isLost };
}

/** @param {string} id */
function hide(id) {
  save();
  void channel.hide(id);
}

/** The first card has a box of its own; two that say the same leave a person choosing. */
function askInBox() {
  composer.ask(messages.isAtWelcome() ? 'Type a message or answer' : 'Paste an error page, an event or a log');
}

/**
 * @param {import('./messages.js').Entry} entry
 * @param {any} body of the invoke answer: a card for the place of the old one, or a line
 * @returns {import('./messages.js').Failure | null}
 */
function showInvokeAnswer(entry, body) {
  if (body?.type === 'application/vnd.microsoft.card.adaptive') {
    messages.put({ ...entry, cards: [body.value] });
    saveSoon();
    return null;
  }
  const said = typeof body?.value === 'string' ? body.value : body?.value?.message;
  const text = typeof said === 'string' ? said : 'The bot had no answer to this button.';
  return { text, again: false, isLost: false };
}

/** @template Result @param {() => Promise<Result>} work @returns {Promise<Result>} */
async function whileWaiting(work) {
  waiting += 1;
  showTyping(TYPING_AFTER_MS);
  try {
    return await work();
  } finally {
    waiting -= 1;
    if (waiting === 0) hideTyping();
  }
}

/** @param {number} afterMs */
function showTyping(afterMs) {
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => {
    find('typing').hidden = false;
    typingTimer = setTimeout(hideTyping, TYPING_MOST_MS);
  }, afterMs);
}

function hideTyping() {
  clearTimeout(typingTimer);
  find('typing').hidden = true;
}

/** @param {'here' | 'lost'} state */
function onState(state) {
  if (state === 'lost') {
    if (!isLost) notice('Connection lost. Trying again; what you write stays here.', null, null, true);
    isLost = true;
    return;
  }
  if (!isLost) return;
  isLost = false;
  messages.clearLost();
  notice('Back again.');
  noticeTimer = setTimeout(() => notice(''), BACK_SHOWN_MS);
}

/**
 * @param {string} text empty: takes it away
 * @param {string | null} [title] of its button
 * @param {(() => void) | null} [run]
 * @param {boolean} [isWarning]
 */
function notice(text, title = null, run = null, isWarning = false) {
  clearTimeout(noticeTimer);
  const line = find('notice');
  const button = /** @type {HTMLButtonElement} */ (line.querySelector('button'));
  /** @type {HTMLElement} */ (line.querySelector('span')).textContent = text;
  line.classList.toggle('shown', text !== '');
  line.classList.toggle('warning', isWarning);
  button.hidden = title === null;
  button.textContent = title ?? '';
  button.onclick = run;
}

function saveSoon() {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(save, 200);
}

function save() {
  clearTimeout(saveTimer);
  if (current !== null) saveHistory(current, { lastEvent, entries: messages.entries() });
}

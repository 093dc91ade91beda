import { openMenu } from './menu.js';

/**
 * Parts of a message on the page.
 * @typedef {import('./messages.js').Entry} Entry
 */

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** @param {string} text */
export function textLine(text) {
  const line = document.createElement('p');
  line.className = 'said';
  line.textContent = text;
  return line;
}

/**
 * The time, and the menu of an own message.
 * @param {Entry} entry
 * @param {(() => void) | null} onHide null: there is nothing to hide
 */
export function drawFooter(entry, onHide) {
  const footer = document.createElement('p');
  footer.className = 'foot';
  const time = document.createElement('time');
  time.dateTime = entry.at;
  time.textContent = TIME.format(new Date(entry.at));
  footer.append(time);
  if (onHide === null) return footer;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'dots';
  button.textContent = '\u00B7\u00B7\u00B7';
  button.setAttribute('aria-label', 'More about your message');
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => openMenu(button, [{ ...HIDE, run: onHide }]));
  footer.append(button);
  return footer;
}

const HIDE = {
  title: 'Hide this message',
  hint: 'Takes its text off this page and out of its memory; it was read already.',
};

/**
 * Says that a newer card of the case is there; the buttons stay usable.
 * @param {HTMLElement} article
 * @param {boolean} isEarlier
 */
export function markEarlier(article, isEarlier) {
  const name = article.classList.contains('bot') ? 'Hostmedic' : 'You';
  const time = article.querySelector('time')?.textContent ?? '';
  article.setAttribute('aria-label', `${name}, ${time}${isEarlier ? ', earlier card' : ''}`);
  article.classList.toggle('earlier', isEarlier);
  const mark = article.querySelector('.mark');
  if (!isEarlier) mark?.remove();
  else if (mark === null) {
    const line = document.createElement('p');
    line.className = 'mark';
    line.textContent = 'Earlier card';
    article.prepend(line);
  }
}

/** @param {HTMLElement} article @param {boolean} busy */
export function setBusy(article, busy) {
  article.setAttribute('aria-busy', String(busy));
  for (const button of article.querySelectorAll('.body button')) {
    if (busy) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

/**
 * The line under a message, in sight.
 * @param {HTMLElement} article
 * @param {string} text empty: takes it away
 * @param {{title: string, run: () => void} | null} [again]
 */
export function setLine(article, text, again = null) {
  const line = article.querySelector('.line');
  if (line === null) return;
  line.textContent = text;
  if (text === '') return;
  if (again !== null) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = again.title;
    button.addEventListener('click', again.run);
    line.append(' ', button);
  }
  line.scrollIntoView({ block: 'nearest' });
}

import { sizeOf } from './ownMessage.js';

/** A message body takes 256 KB with everything around the text; what is longer goes as a file. */
const TEXT_BYTES_MAX = 200 * 1024;
const FILE_BYTES_MAX = 10 * 1024 * 1024;

/**
 * The box to write and paste into.
 * @param {HTMLFormElement} form
 * @param {(message: {text: string, file: File | null}) => void} onSend called with a text, a file or both
 */
export function wireComposer(form, onSend) {
  const box = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));
  const picker = /** @type {HTMLInputElement} */ (form.querySelector('input[type=file]'));
  const chip = /** @type {HTMLElement} */ (form.querySelector('#chip'));
  const error = /** @type {HTMLElement} */ (form.querySelector('#composer-error'));
  /** @type {File | null} */
  let file = null;

  /** @param {File | null} next */
  function attach(next) {
    error.textContent = '';
    if (next !== null && next.size > FILE_BYTES_MAX) {
      error.textContent = `${next.name} is ${sizeOf(next.size)}, at most 10 MB can be read. Paste its end: the newest entries are there.`;
      return;
    }
    if (next !== null && next.size === 0) {
      error.textContent = `${next.name} is empty.`;
      return;
    }
    file = next;
    chip.hidden = file === null;
    const name = chip.querySelector('span');
    if (name !== null) name.textContent = file === null ? '' : `${file.name}, ${sizeOf(file.size)}`;
    box.focus();
  }

  function send() {
    const text = box.value.trim();
    if (text === '' && file === null) {
      error.textContent = 'Paste or write something first.';
      box.focus();
      return;
    }
    if (isTooLong(text)) {
      if (file !== null) {
        error.textContent = 'The text is too long to go with a file. Send one after the other.';
        return;
      }
      onSend({ text: '', file: asFile(text) });
    } else onSend({ text, file });
    box.value = '';
    attach(null);
    grow(box);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  box.addEventListener('input', () => {
    error.textContent = '';
    grow(box);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  box.addEventListener('paste', (event) => {
    const [pasted] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '' && pasted !== undefined) attach(pasted);
    // A box with megabytes in it is slow to write in.
    else if (isTooLong(text) && file === null) attach(asFile(text));
    else return;
    event.preventDefault();
  });
  form.querySelector('#attach')?.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    attach(picker.files?.[0] ?? null);
    picker.value = '';
  });
  chip.querySelector('button')?.addEventListener('click', () => attach(null));
  wireDrop(attach);
  return {
    focus: () => box.focus(),
    /** What the empty box asks for. @param {string} text */
    ask(text) {
      box.placeholder = text;
    },
  };
}

/** A file may be dropped anywhere on the page. @param {(file: File) => void} onFile */
function wireDrop(onFile) {
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    document.body.classList.remove('dropping');
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    onFile(file);
  });
}

/** Line breaks and backslashes take two bytes on the wire. @param {string} text */
function isTooLong(text) {
  return text.length > TEXT_BYTES_MAX / 6 && new Blob([JSON.stringify(text)]).size > TEXT_BYTES_MAX;
}

/** @param {string} text */
function asFile(text) {
  return new File([text], 'pasted-text.txt', { type: 'text/plain' });
}

/** As high as its text, within the limits of the style sheet. @param {HTMLTextAreaElement} box */
function grow(box) {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
}

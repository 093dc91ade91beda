import type { Contact } from './model/contact.ts';
import { HostmedicError } from './model/errors.ts';

const LABEL_MAX = 60;
const ADDRESS_MAX = 300;
const MAIL = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/;

/**
 * Reads HOSTMEDIC_CONTACT: a mail address or an https URL, with or without a name in front.
 * "help@contoso.com", "IT helpdesk <help@contoso.com>", "IT helpdesk <https://contoso.com/help>"
 * @param text null: not set
 * @returns null when it is not set
 * @throws CONFIG_INVALID
 */
export function readContact(text: string | null): Contact | null {
  if (text === null) return null;
  const [label, address] = splitContact(text);
  if (label.length > LABEL_MAX || /\p{Cc}/u.test(label)) {
    throw invalid(text, `the name has more than ${LABEL_MAX} letters or a line break`);
  }
  if (address.length <= ADDRESS_MAX && MAIL.test(address)) return { label: label || address, type: 'mail', address };
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 'https:' && url.username === '' && url.href.length <= ADDRESS_MAX) {
    return { label: label || url.hostname, type: 'link', address: url.href };
  }
  throw invalid(text, 'the address is neither a mail address nor an https URL');
}

/** "Name <address>" or the address alone. */
function splitContact(text: string): readonly [label: string, address: string] {
  const open = text.lastIndexOf('<');
  if (open < 0 || !text.endsWith('>')) return ['', text];
  return [text.slice(0, open).trim(), text.slice(open + 1, -1).trim()];
}

function invalid(text: string, what: string): HostmedicError {
  return new HostmedicError(
    'CONFIG_INVALID',
    `HOSTMEDIC_CONTACT is "${text.slice(0, 100)}": ${what}; give help@contoso.com, https://contoso.com/help, or a name in front: IT helpdesk <help@contoso.com>`,
  );
}

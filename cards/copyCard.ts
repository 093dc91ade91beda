import type { Contact } from '../src/model/contact.ts';
import type { AdaptiveCard, CardButton, CardElement, CardSample, InputText } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { openUrl, submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { COPY_MAX } from './handover/facts.ts';
import { SAMPLE_REF } from './sampleData.ts';
import { clip, heading, words } from './text.ts';

export interface CopyCardInput {
  readonly ref: CaseRef;
  /** Our own words. */
  readonly heading: string;
  /** What the text is for; our own words. */
  readonly intro: string;
  /** May hold redacted lines of the person; COPY_MAX units are shown. */
  readonly text: string;
  /** Whom to send it to; null or left out: nobody is named. */
  readonly contact?: Contact | null;
}

/** A text to copy and send on. */
export function copyCard({ ref, heading: title, intro, text, contact = null }: CopyCardInput): AdaptiveCard {
  return buildCard({
    place: 'copyCard',
    fallbackText: title,
    body: [heading(title), words(intro, { spacing: 'Small' }), copyBox(text), contactLine(contact)],
    actions: [contactButton(contact), submit('Back', 'back', ref)],
  });
}

/** A box that holds the text: one click into it, and all of it can be selected. No markdown is read in there. */
export function copyBox(text: string): InputText {
  return {
    type: 'Input.Text',
    id: 'copy',
    label: 'Click into it, select all (Ctrl+A) and copy',
    isMultiline: true,
    value: clip(text, COPY_MAX),
  };
}

/** A mail address stands on the card; Teams opens https addresses only. */
export function contactLine(contact: Contact | null): CardElement | null {
  if (contact === null) return null;
  const where = contact.type === 'mail' ? `: ${contact.address}` : '.';
  const name = contact.label === contact.address ? 'Send it to' : `Send it to ${contact.label}`;
  return words(contact.label === contact.address ? `${name} ${contact.address}` : `${name}${where}`, {
    weight: 'Bolder',
  });
}

/** Opens the page of the contact; null for a mail address or nobody. */
export function contactButton(contact: Contact | null): CardButton | null {
  return contact?.type === 'link' ? openUrl(contact.label, contact.address) : null;
}

const MAIL: Contact = { type: 'mail', label: 'IT helpdesk', address: 'help@contoso.com' };
const LINK: Contact = { type: 'link', label: 'IT helpdesk', address: 'https://contoso.com/help' };

const TICKET = [
  '# The arguments of the aspNetCore element are wrong',
  '',
  '- Status: works now',
  '- Read: a 502.5 page; an event from IIS AspNetCore Module (1000)',
  '',
  '## Steps',
  '',
  "1. Set arguments to the name of the app's main DLL: **it works now**",
].join('\n');

export const samples = (): readonly CardSample[] => [
  {
    name: 'copy-ticket',
    card: copyCard({
      ref: SAMPLE_REF,
      heading: 'Text for a ticket',
      intro: 'Markdown, with passwords and names masked.',
      text: TICKET,
    }),
  },
  {
    name: 'copy-mail',
    card: copyCard({
      ref: SAMPLE_REF,
      heading: 'Text for your administrator',
      intro: 'It says what is wrong, what to do, who is affected and how to take it back.',
      text: TICKET,
      contact: MAIL,
    }),
  },
  {
    name: 'copy-long',
    card: copyCard({
      ref: SAMPLE_REF,
      heading: 'Text to send',
      intro: 'What is known so far.',
      text: '\u8D85'.repeat(COPY_MAX + 1),
      contact: LINK,
    }),
  },
];

import type { Channel } from '../src/model/artifact.ts';
import type { Evidence, Word } from '../src/model/verdict.ts';
import { QUOTE_MAX } from '../src/model/verdict.ts';
import type { CardElement, Container, RichTextBlock } from './adaptiveCard.ts';
import { clip, plain, quote, rich, run, words } from './text.ts';

/** How sure, as a heading. "Possible" never says that it is the cause. */
export const WORD_HEADINGS: Readonly<Record<Word, string>> = {
  certain: 'Certain',
  likely: 'Likely',
  possible: 'Possible',
};

export const SOURCES: Readonly<Record<Channel, string>> = {
  browser: 'your page',
  eventLog: 'your event',
  systemLog: 'your System event',
  stdoutLog: 'your stdout log',
  debugLog: 'your debug log',
  installerLog: 'your installer log',
  iisLog: 'your IIS log',
  httpErr: 'your HTTPERR log',
  cli: 'your console output',
  config: 'your web.config',
  prose: 'your words',
};

/** One piece of evidence: the person's line, under it why it counts and where it came from. An absence has no line. */
export function evidenceRow(evidence: Evidence): readonly CardElement[] {
  const why = clip(evidence.why, 240);
  if (evidence.quote === '') {
    const line = evidence.said
      ? [run('You said: '), run(why), run('.')]
      : [run(why), run(` (${SOURCES[evidence.channel]}).`)];
    return [rich(line)];
  }
  return [
    rich([run('\u201C'), quote(evidence.quote, QUOTE_MAX), run('\u201D')]),
    rich([run(`\u2013 ${why} `), run(`(${SOURCES[evidence.channel]})`, { isSubtle: true })], { spacing: 'None' }),
  ];
}

/** What was read, and the invitation to correct it; empty `read`: nothing is said. */
export function readLine(read: string): RichTextBlock | null {
  if (read === '') return null;
  return plain(
    `Read: ${clip(read.replace(/[.\s]+$/, ''), 300)}. Wrong? Tell me.`,
    { size: 'Small' },
    { separator: true, spacing: 'Medium' },
  );
}

/** A warning that the message in the chat still shows a secret; null when none was found. */
export function secretsWarning(secrets: readonly string[]): Container | null {
  if (secrets.length === 0) return null;
  const named = secrets.slice(0, 3).map((secret) => `${article(secret)} ${clip(secret, 60)}`);
  const more = secrets.length > 3 ? ' and more' : '';
  const change =
    secrets.length > 1 ? 'change them' : `change the ${/password/i.test(secrets[0] ?? '') ? 'password' : 'secret'}`;
  return {
    type: 'Container',
    style: 'attention',
    items: [
      plain(`Your message still shows ${named.join(', ')}${more}: edit or hide it, and ${change}.`, {
        weight: 'Bolder',
      }),
    ],
  };
}

/** The evidence of one entry under a line of our own; empty: the line alone says so. */
export function evidenceList(title: string, none: string, rows: readonly Evidence[]): readonly CardElement[] {
  if (rows.length === 0) return none === '' ? [] : [words(none)];
  return [words(title, { weight: 'Bolder' }), ...rows.flatMap(evidenceRow)];
}

function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? 'an' : 'a';
}

import type { Finding } from '../model/verdict.ts';

/** Statements and messages that rule a whole region out; told as news. */
const NEWS: readonly { readonly key: string; readonly says: string }[] = [
  { key: 'statement:app-is-running', says: 'The app is running: start-up causes are out.' },
  {
    key: 'statement:runs-at-the-prompt',
    says: 'The app runs at the prompt: its own code and its runtime are fine, the hosting is what differs.',
  },
  {
    key: 'statement:only-on-one-server',
    says: 'It runs elsewhere: the published files are fine, this server is what differs.',
  },
];

/** What is out of the question, one sentence each; empty when there is no such news. */
export function goodNewsOf(findings: readonly Finding[]): readonly string[] {
  return NEWS.filter(({ key }) => findings.some((one) => one.key === key)).map(({ says }) => says);
}

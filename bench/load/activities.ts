import { ALICE, messageOf } from '../../test/support/wire.ts';
import { logText } from '../logText.ts';

/** About 500 bytes: what somebody copies from the browser. */
export const SMALL = [
  'Hi, since the deployment of this morning our shop shows this and nothing else:',
  'HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure',
  'Common solutions to this issue: The application process failed to start. The application process started but then stopped.',
  'The application process started but failed to listen on the configured port.',
  'Troubleshooting steps: Check the system event log for error messages. Enable logging the application process stdout.',
  'We restarted the server twice, it is always the same.',
].join('\n');

/** 28 KB of log with a failure at its end that the catalog knows. */
export const LOG = logText(28 * 1024);

/** The whole guided path: questions, a verdict, steps, and the end of the case. One answer each. */
export const GUIDED: readonly string[] = [
  'guide me',
  "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'",
  'start',
  'done',
  'it works now',
];

/**
 * Spreads scripts over conversations: so many at one time, each of which gets its next text when all of them had the last.
 * @param index of the turn, from 0
 */
export function turnAt(
  index: number,
  conversations: number,
  script: readonly string[],
): { readonly conversation: string; readonly text: string } {
  const step = Math.floor(index / conversations);
  const round = Math.floor(step / script.length);
  return { conversation: `${round}-${index % conversations}`, text: script[step % script.length] ?? '' };
}

/** JSON of a message of the person of one conversation, with an id of its own. */
export function activityJson(serviceUrl: string, conversation: string, text: string): string {
  const person = { ...ALICE, id: `29:${conversation}`, conversationId: conversation };
  return JSON.stringify({ ...messageOf(person, serviceUrl), text });
}

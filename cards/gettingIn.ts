import type { ChatKind } from '../src/model/chat.ts';

/**
 * How a text gets to the bot where the short way does not work. Our own words.
 * A message of Teams holds about 28 KB, layout included: https://learn.microsoft.com/microsoftteams/limits-specifications-teams
 */
export const LONG_TEXT: Readonly<Record<ChatKind, string>> = {
  personal:
    'A long text? A Teams message holds about 28 KB: attach the file, or paste the text in pieces, one right after the other.',
  group:
    'A long text? A Teams message holds about 28 KB, and files do not reach me in a group chat: paste it in pieces, mention me in each, or attach the file in a chat with me alone.',
  channel:
    'A long text? A Teams message holds about 28 KB, and files do not reach me in a channel: paste it in pieces in this thread, mention me in each, or attach the file in a chat with me alone.',
};

/** A file that was put into the message and did not arrive. */
export const FILE_NOT_HERE: Readonly<Record<ChatKind, string>> = {
  personal:
    'The file in your message did not reach me. Attach it from your computer with the paper clip, or paste its end.',
  group:
    'Files do not reach me in a group chat. Paste the text here and mention me, or attach the file in a chat with me alone.',
  channel:
    'Files do not reach me in a channel. Paste the text in this thread and mention me, or attach the file in a chat with me alone.',
};

/** A code snippet arrives as an address that only Microsoft Graph opens. */
export const SNIPPET: Readonly<Record<ChatKind, string>> = {
  personal:
    'Of a code snippet only the title reaches me, not the text. Paste it as a plain message or between two lines of three back-ticks, or attach it as a file.',
  group:
    'Of a code snippet only the title reaches me, not the text. Paste it as a plain message or between two lines of three back-ticks, and mention me.',
  channel:
    'Of a code snippet only the title reaches me, not the text. Paste it as a plain message or between two lines of three back-ticks, and mention me.',
};

/** A picture of which nothing could be read. */
export const PICTURE =
  'I could not read the picture. Type the number it shows, such as 500.30 or 0x8007000d, and the sentence beside it.';

/** A picture in a chat where none arrives. */
export const PICTURE_NOT_HERE =
  'The picture did not reach me. Type the number it shows, such as 500.30 or 0x8007000d, and the sentence beside it.';

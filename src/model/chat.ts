/**
 * Where a conversation takes place. Files and pictures reach a bot in a personal chat only; in a group chat and in a channel
 * it gets the messages that mention it.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
export type ChatKind = 'personal' | 'group' | 'channel';

/** @param conversationType as the channel sends it; left out by channels that know personal chats only */
export function chatKindOf(conversationType: string | undefined): ChatKind {
  if (conversationType === undefined || conversationType === 'personal') return 'personal';
  return conversationType === 'channel' ? 'channel' : 'group';
}

/** True where others read along. */
export function isShared(chat: ChatKind): boolean {
  return chat !== 'personal';
}

import { ALICE } from '../support/wire.ts';

/** Key of the record of the chat with one person. */
export const KEY = `msteams/${ALICE.conversationId}`;
export const CHANNEL = { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true };
export const GROUP = { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true };
export const EVENT = "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'";
export const STOPPED = 'HTTP Error 500.30 - ASP.NET Core app failed to start';

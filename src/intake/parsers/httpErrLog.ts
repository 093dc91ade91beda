import type { ArtifactParser } from '../artifactParser.ts';

// Reason words: https://learn.microsoft.com/windows/win32/http/types-of-errors-logged-by-the-http-server-api
const REASONS =
  'AppOffline|AppPoolTimer|AppShutdown|BadRequest|Client_Reset|Connection_Abandoned_By_(?:AppPool|ReqQueue)|Connection_Dropped(?:_List_Full)?|ConnLimit|(?:\\d_)?Connections_Refused|Disabled|EntityTooLarge|FieldLength|Hostname|Invalid_CR/LF|LengthRequired|N/A|N/I|Precondition|QueueFull|RequestLength|Timer_(?:AppPool|ConnectionIdle|Connection|EntityBody|HeaderWait|MinBytesPerSecond|ReqQueue|Response)|URL_Length|Version_N/S';

/** Lines that HTTP.sys wrote for requests that never reached IIS. */
export const httpErrLog: ArtifactParser = {
  kind: 'httperr-log',
  channel: 'httpErr',
  cues: [],
  opens: new RegExp(
    `^#Software: Microsoft HTTP (?:Server )?API|^#Fields:.{0,400}s-reason|^\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d .{0,400}? (?:${REASONS}|Forbidden|Header|Internal|NotFound|Number|URL|Verb)(?: \\S{1,100}){0,4}$|^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\S{3,45} \\d{1,5} \\S{3,45} \\d{1,5} (?:HTTP\\/|-) ?|^\\W{0,4}(?:[45]\\d\\d )?(?:- |\\d{1,10} )?(?:AppOffline|QueueFull|ConnLimit|Connection_\\w{4,40}|Connections_Refused|Timer_\\w{4,40}|Client_Reset|AppPoolTimer|AppShutdown)\\b`,
    'i',
  ),
  holds: /^\s{0,16}#(?:Version|Date|Software|Fields|Remark): ?/,
  absorbs: [],
};

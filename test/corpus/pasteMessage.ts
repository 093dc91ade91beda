import type { Inquiry } from '../../src/diagnosis/ask.ts';
import { fillSlots, pick, whole, type Random } from './fillSlots.ts';
import { httpErrPastes, statusPastes } from './pasteLines.ts';
import type { MessageRow } from './messageRow.ts';

/** One way in which a person hands a message over. */
export interface Paste {
  /** Name of the way. */
  readonly as: string;
  readonly inquiry: Inquiry;
}

/** Fills a message anew for each way of pasting it that fits its kind. */
export function pastesOf(row: MessageRow, random: Random): Paste[] {
  const filled = (): string => fillSlots(row.format, random);
  switch (row.kind) {
    case 'event':
      return [text('alone', filled()), text('event', event(row, filled(), random)), inSlot('eventLog', filled())];
    case 'inner':
      return [text('alone', filled()), text('event', event(row, around(row, filled(), random), random))];
    case 'page':
      return [text('alone', filled()), text('page', `${filled()}\n\n${TROUBLESHOOT}`), inSlot('browser', filled())];
    case 'answer':
      return [
        text('page', `HTTP Error ${row.status ?? ''} - ${filled()}`),
        ...(PLAIN_ANSWERS.has(row.format) ? [] : [text('alone', filled())]),
      ];
    case 'debug':
      return [text('alone', filled()), text('debug log', `[aspnetcorev2.dll] ${filled()}`)];
    case 'trace':
      return [text('alone', filled()), text('trace', trace(filled()))];
    case 'managed':
      return [text('alone', filled()), text('stdout log', logged(filled())), text('exception', thrown(filled()))];
    case 'host':
      return [
        text('alone', filled()),
        text('captured', event(CAPTURING, captured(filled()), random)),
        // Below the heading of an error page nothing is "no error by itself".
        ...(row.accept.includes('info') ? [] : [text('page', `${pick(START_PAGES, random)}\n\n${filled()}`)]),
        inSlot('ancmLog', filled()),
      ];
    case 'httperr':
      return httpErrPastes(row, random);
    case 'status':
      return statusPastes(row, random);
    default:
      return [];
  }
}

function text(as: string, value: string): Paste {
  return { as, inquiry: { text: value } };
}

function inSlot(slot: 'eventLog' | 'browser' | 'ancmLog', value: string): Paste {
  return { as: `field ${slot}`, inquiry: { symptoms: { [slot]: value } } };
}

/** Words that every server uses for a status say nothing without it. */
const PLAIN_ANSWERS: ReadonlySet<string> = new Set([
  'Bad Gateway',
  'Bad Request',
  'Service Unavailable',
  'Internal Server Error',
]);
/** Pages that show what the host printed. */
const START_PAGES = [
  'HTTP Error 500.31 - Failed to load ASP.NET Core runtime',
  'HTTP Error 500.30 - ASP.NET Core app failed to start',
  'HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure',
  'HTTP Error 500.0 - ANCM In-Process Handler Load Failure',
];
const TROUBLESHOOT =
  'Troubleshooting steps:\n- Check the system event log for error messages\n- Enable logging the application process stdout messages\n- Attach a debugger to the application process and inspect';
const CAPTURING: Pick<MessageRow, 'event' | 'provider'> = { event: 1027, provider: 'IIS AspNetCore Module V2' };

function event(row: Pick<MessageRow, 'event' | 'provider'>, message: string, random: Random): string {
  const provider = row.provider ?? 'IIS AspNetCore Module V2';
  const date = `${whole(1, 12, random)}/${whole(1, 28, random)}/2026 ${whole(1, 12, random)}:41:${whole(10, 59, random)} AM`;
  const log = provider.includes('WAS') ? 'System' : 'Application';
  return `Log Name:      ${log}\nSource:        ${provider}\nDate:          ${date}\nEvent ID:      ${row.event ?? 1027}\nTask Category: None\nLevel:         ${pick(['Error', 'Warning', 'Information'], random)}\nKeywords:      Classic\nUser:          N/A\nComputer:      WEB0${whole(1, 9, random)}\nDescription:\n${message}`;
}

/** The event text that stands around a message of the module's own. */
function around(row: MessageRow, message: string, random: Random): string {
  const app = `/LM/W3SVC/${whole(1, 20, random)}/ROOT`;
  switch (row.event) {
    case 1031:
      return pick(
        [
          `Application '${app}' wasn't able to start. ${message}`,
          `Application '${app}' failed to start. Exception message:\n${message}`,
        ],
        random,
      );
    case 1007:
      return `Application '${app}' with physical root 'D:\\sites\\shop\\' failed to load coreclr. Exception message:\n${message}`;
    case 1034:
      return `Could not load configuration. Exception message:\n${message}`;
    default:
      return message;
  }
}

function captured(message: string): string {
  return `Could not find inprocess request handler. Captured output from invoking hostfxr: ${message}`;
}

function logged(message: string): string {
  return `fail: Microsoft.AspNetCore.Server[0]\n      ${message}`;
}

function thrown(message: string): string {
  return `Unhandled exception. System.InvalidOperationException: ${message}\n   at Contoso.Shop.Orders.Run()`;
}

function trace(name: string): string {
  return `<failedRequest url="https://shop.contoso.com/" siteId="1" appPoolId="Shop">\n<Event><System><Provider Name="WWW Server"/></System><RenderingInfo Culture="en-US"><Opcode>${name}</Opcode></RenderingInfo></Event>\n</failedRequest>`;
}

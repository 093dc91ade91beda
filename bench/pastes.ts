import { FAILS_WITH, logText } from './logText.ts';
import { Dice } from './dice.ts';

/** A text of one shape, of about so many bytes, with the failure of `logText` at its end where the shape allows. */
export interface Shape {
  readonly name: string;
  readonly make: (bytes: number) => string;
  /** Cause that must come first; null where only the time counts. */
  readonly first: string | null;
}

export const SHAPES: readonly Shape[] = [
  { name: 'log lines', make: logText, first: FAILS_WITH },
  { name: 'one endless line', make: (bytes) => logText(bytes).replaceAll('\n', ' '), first: FAILS_WITH },
  { name: 'one repeated code', make: (bytes) => '0x80070002 '.repeat(bytes / 11), first: null },
  {
    name: 'HTML page',
    make: (bytes) =>
      ending(
        bytes,
        (n) => `<tr><td class="a">GET /api/orders/${n}</td><td>ok&nbsp;&amp; done</td></tr>\n`,
        '<html><body><table>\n',
      ),
    first: FAILS_WITH,
  },
  { name: 'XML events', make: (bytes) => ending(bytes, xmlEvent), first: FAILS_WITH },
  { name: 'W3C log', make: (bytes) => ending(bytes, w3cLine, W3C_HEAD), first: FAILS_WITH },
  { name: 'stack traces', make: (bytes) => ending(bytes, stackTrace), first: FAILS_WITH },
  { name: 'prose', make: prose, first: FAILS_WITH },
];

function ending(bytes: number, line: (index: number) => string, head = ''): string {
  const failure = logText(0);
  const lines = [head];
  for (let size = failure.length, index = 0; size < bytes; index += 1)
    size += lines[lines.push(line(index)) - 1]!.length;
  return `${lines.join('')}\n${failure}`;
}

const W3C_HEAD =
  '#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\n';

function w3cLine(index: number): string {
  const status = index % 50 === 0 ? '502 5 0' : '200 0 0';
  return `2026-03-05 10:${String(index % 60).padStart(2, '0')}:12 10.0.0.4 GET /api/orders/${index} - 443 - 10.0.0.7 Mozilla/5.0+(Windows+NT+10.0) - ${status} ${index % 977}\n`;
}

function xmlEvent(index: number): string {
  return `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Nordwind Agent" /><EventID>${1 + (index % 99)}</EventID><Level>4</Level><TimeCreated SystemTime="2026-03-05T10:11:${String(index % 60).padStart(2, '0')}.000Z" /><Channel>Application</Channel></System><EventData><Data>Order ${index} was sent</Data></EventData></Event>\n`;
}

function stackTrace(index: number): string {
  return [
    `System.InvalidOperationException: Order ${index} has no lines`,
    `   at Nordwind.Lager.Orders.OrderService.Send(Int32 id) in C:\\src\\Lager\\Orders\\OrderService.cs:line ${index % 400}`,
    '   at Microsoft.AspNetCore.Mvc.Infrastructure.ActionMethodExecutor.TaskOfIActionResultExecutor.Execute(Object controller)',
    '--- End of stack trace from previous location ---',
    '   at Microsoft.AspNetCore.Routing.EndpointMiddleware.<Invoke>g__AwaitRequestTask|6_0(Endpoint endpoint, Task task)',
    '',
  ].join('\n');
}

/** Words in any order: no two lines are alike, as in a long mail. */
function prose(bytes: number): string {
  const random = new Dice(5);
  return ending(bytes, () => `${Array.from({ length: 14 }, () => random.pick(WORDS)).join(' ')}.\n`);
}

const WORDS =
  'we our server after the update yesterday app does not start any more and it was fine before on another machine same files copied twice restarted iis nothing helped colleague says maybe rights folder database network certificate log empty page shows error please advise customer waits since morning deployment pipeline production staging'.split(
    ' ',
  );

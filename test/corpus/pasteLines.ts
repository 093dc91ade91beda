import { pick, whole, type Random } from './fillSlots.ts';
import type { MessageRow } from './messageRow.ts';
import type { Paste } from './pasteMessage.ts';

const POOLS = ['DefaultAppPool', 'Shop', 'Contoso Orders', '.NET v4.5', 'hr-api', 'Präsenz'];

/** A reason of HTTP.sys, as lines of its log. */
export function httpErrPastes(row: MessageRow, random: Random): Paste[] {
  const line = (): string => httpErrLine(row, pick(POOLS, random), random);
  const head =
    '#Software: Microsoft HTTP API 2.0\n#Version: 1.0\n#Date: 2026-03-02 08:00:00\n#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename';
  return [
    { as: 'HTTPERR line', inquiry: { text: line() } },
    { as: 'HTTPERR lines', inquiry: { text: [line(), line(), line()].join('\n') } },
    { as: 'HTTPERR file', inquiry: { text: `${head}\n${line()}` } },
    { as: 'HTTPERR in iisLog', inquiry: { symptoms: { iisLog: line() } } },
    { as: 'HTTPERR without pool', inquiry: { text: httpErrLine(row, '-', random) } },
  ];
}

function httpErrLine(row: MessageRow, pool: string, random: Random): string {
  const status = row.status === undefined || row.status === '' ? '-' : row.status;
  const site = status === '-' ? '-' : String(whole(1, 9, random));
  return `${stamp(random)} 10.0.0.${whole(2, 250, random)} ${whole(49_152, 65_000, random)} 10.0.1.4 80 ${pick(['HTTP/1.1', 'HTTP/2', 'HTTP/1.0'], random)} GET /${pick(['', 'api/orders', 'a%20b?x=1'], random)} ${status} ${site} ${row.format} ${pool}`;
}

const FIELDS =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken';

/** A status, as a page heading, as log lines, and in a person's words. */
export function statusPastes(row: MessageRow, random: Random): Paste[] {
  const line = (): string => iisLine(row.format, random);
  return [
    { as: 'page heading', inquiry: { text: `HTTP Error ${row.format} - ${title(row.format)}` } },
    { as: 'IIS line', inquiry: { text: line() } },
    {
      as: 'IIS file',
      inquiry: { text: `#Software: Microsoft Internet Information Services 10.0\n${FIELDS}\n${line()}` },
    },
    { as: 'IIS in iisLog', inquiry: { symptoms: { iisLog: line() } } },
    { as: 'heading and line', inquiry: { symptoms: { browser: `HTTP Error ${row.format}`, iisLog: line() } } },
  ];
}

function iisLine(status: string, random: Random): string {
  const [main, sub = '0'] = status.split('.');
  return `${stamp(random)} 10.0.1.4 GET /${pick(['', 'api/orders', 'sites/a'], random)} - 443 - 10.2.0.${whole(2, 250, random)} Mozilla/5.0+(Windows+NT+10.0) - ${main} ${sub} 0 ${whole(1, 900, random)}`;
}

function stamp(random: Random): string {
  return `2026-03-0${whole(1, 9, random)} 0${whole(1, 9, random)}:${whole(10, 59, random)}:${whole(10, 59, random)}`;
}

const TITLES: Readonly<Record<string, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

function title(status: string): string {
  return TITLES[status.split('.')[0]!] ?? 'Error';
}

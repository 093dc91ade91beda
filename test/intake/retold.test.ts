import assert from 'node:assert/strict';
import { readDocument } from '../../src/intake/readDocument.ts';
import { readSigns } from '../../src/intake/readSigns.ts';

function signsOf(text: string): string[] {
  return readSigns(readDocument('text', text)).map((sign) => `${sign.type} ${sign.value}`);
}

const win32 = (decimal: number): string[] => [`code ${decimal}`, `code 0x8007${decimal.toString(16).padStart(4, '0')}`];
const ROW_13 = ['status 500.19', ...win32(13)];

/** What people say of a log, and what it means. */
const TOLD: readonly (readonly [text: string, signs: readonly string[]])[] = [
  ['W3C says 404 11 0', ['status 404.11']],
  ['the IIS log has 500 19 13 for each request', ROW_13],
  ['W3C: 404, 7, 0', ['status 404.7']],
  ['500/19/5 in the IIS log', ['status 500.19', ...win32(5)]],
  ['log says 502 3 12002 since noon', ['status 502.3', ...win32(12002)]],
  ['last three columns are 401 2 5', ['status 401.2', ...win32(5)]],
  ['In u_ex261120.log: 403 14 0', ['status 403.14']],
  ['IIS-Protokoll: 500 24 50', ['status 500.24', ...win32(50)]],
  ['sc-status 403 substatus 502', ['status 403.502']],
  ['status 500 sub-status 19 win32 13', ROW_13],
  ['status=500 substatus=19 win32=13', ROW_13],
  ['status 502 substatus 3 win32 12002', ['status 502.3', ...win32(12002)]],
  ['sc-status=500 sc-substatus=19 sc-win32-status=13', ROW_13],
  ['404 mit Unterstatus 13', ['status 404.13']],
  ['statut 500, sous-statut 19', ['status 500.19']],
  ['estado 404, subestado 8', ['status 404.8']],
  ['Status 500 (Substatus 21)', ['status 500.21']],
  ['substatus=19, status=500', ['status 500.19']],
  ['404 sub 15', ['status 404.15']],
  ['sub-status 19, status 500\nsub-status 7, status 404', ['status 500.19', 'status 404.7']],
];

/** Rows as they come out of a console, a table, or without their head. */
const ROWS: readonly (readonly [text: string, signs: readonly string[]])[] = [
  ['12:00:02 GET /shop 404 13 0', ['status 404.13']],
  ['GET /shop 404 13 0', ['status 404.13']],
  ['12:00:02 GET /api/offers - 443 10.3.0.50 403 502 0 0', ['status 403.502']],
  [
    'Columns: time s-ip cs-method cs-uri-stem s-port c-ip sc-status sc-substatus sc-win32-status time-taken\n' +
      '14:02:11 10.0.0.4 GET /shop 443 10.1.2.3 500 19 13 15',
    ROW_13,
  ],
  [
    'Fields: date time cs-method cs-uri-stem sc-win32-status sc-substatus sc-status\n2026-11-20 14:02:11 GET /shop 13 19 500',
    [...win32(13), 'status 500.19'],
  ],
  ['sc-status,sc-substatus,sc-win32-status,hits\n500,19,13,812\n200,0,0,4', ROW_13],
  ['sc-status\tsc-substatus\tsc-win32-status\thits\n500\t19\t13\t812', ROW_13],
  [
    'sc-status sc-substatus sc-win32-status hits\n--------- ------------ --------------- ----\n500       19           13              812',
    ROW_13,
  ],
  [
    '| time | cs-uri-stem | sc-status | sc-substatus |\n|---|---|---|---|\n| 14:02:11 | /shop | 404 | 13 |',
    ['status 404.13'],
  ],
  ['2026-11-20\t14:02:11\t10.0.0.4\tGET\t/shop\t-\t443\t-\t10.1.2.3\tMozilla/5.0 (Windows)\t500\t19\t13\t15', ROW_13],
  ['2026-11-20,14:02:11,10.0.0.4,GET,/shop,-,443,-,10.1.2.3,"Mozilla/5.0 (KHTML, like)",500,19,13,15', ROW_13],
  ['20.11.2026;14:02:11;10.0.0.4;POST;/shop;-;443;-;10.1.2.3;Mozilla;413;1;0;15', ['status 413.1']],
];

/** What has the same look and is something else. */
const NOTHING: readonly string[] = [
  'the log says it took 404 11 ms 0',
  'log file from 12:00:02 to 14:05:00, 500 KB, 3 parts',
  'W3C log rows: 200 0 0 and 304 0 0',
  'version 4.0.30319, 404 pages, 11 of them gone',
  'the IIS log says port 443 10 0',
  'IIS log 10.500.19.13',
  'we sold 404 11 0 boxes',
  'IIS log: 500 requests, 19 users, 13 of them mine',
  'substatus 3',
  '10:15:00 500.19 MB copied',
  'our W3C logs hold 500 30 20 MB files',
];

/** Codes in other dresses. */
const CODES: readonly (readonly [text: string, signs: readonly string[]])[] = [
  ['error 5', win32(5)],
  ['Fehler 5 (Zugriff verweigert)', win32(5)],
  ['ERROR 32 (0x00000020)', [...win32(32), 'code 0x00000020']],
  ['Win32 error 1326', win32(1326)],
  ['System error 1069 has occurred.', win32(1069)],
  ['Erreur 1326 : nom inconnu', win32(1326)],
  ['it ends with error code: 126.', win32(126)],
  ['\u30a8\u30e9\u30fc 5: \u62d2\u5426', win32(5)],
  ['exit code 0xC0000135', ['code 0xc0000135']],
  ['it ended with -1073741515', ['code 0xc0000135']],
  ['0X8007000D', ['code 0x8007000d']],
  ['0x8007 000d', ['code 0x8007000d']],
  ['80070005 ', ['code 0x80070005']],
  ['0x8OO7OOO5', ['code 0x80070005']],
  ['Ox80070005', ['code 0x80070005']],
  ['Ox8OO7O0c1', ['code 0x800700c1']],
  ['8OO7OO7E', ['code 0x8007007e']],
  ['0xC0OO0l35', ['code 0xc0000135']],
  // No codes: another family, a word, a count, a compiler, a database.
  ['0xFOOLOO12', []],
  ['0x8000 dead', []],
  ['0x8007 2.5', []],
  ['error 5 times', []],
  ['error 5 of 10', []],
  ['error 5.7', []],
  ['errors 3/5', []],
  ['make: *** [all] Error 2 jobs', []],
  ['ERROR 2002 (HY000)', []],
  ['error: 40 - Could not open', []],
  ['line 12, error 3 in line 5', []],
];

describe('what people retell of a log', () => {
  for (const [text, signs] of [...TOLD, ...ROWS])
    it(`reads ${signs.join(', ')} in ${JSON.stringify(text).slice(0, 90)}`, () =>
      assert.deepEqual(signsOf(text), signs));
  for (const text of NOTHING) it(`reads nothing in ${text}`, () => assert.deepEqual(signsOf(text), []));

  it('says where the numbers stand', () => {
    const document = readDocument('text', 'The W3C log of this box says 404 11 0 since noon');
    assert.deepEqual(
      readSigns(document).map(({ start, end }) => document.text.slice(start, end)),
      ['404 11'],
    );
  });

  for (const [text, expected] of ROWS)
    it(`takes ${JSON.stringify(text).slice(0, 60)} for an IIS log (${expected.length} signs)`, () =>
      assert.deepEqual([...new Set(readDocument('text', text).artifacts.map(({ kind }) => kind))], ['iis-w3c-log']));
});

describe('codes as people write them', () => {
  for (const [text, signs] of CODES)
    it(`reads ${signs.join(', ') || 'nothing'} in ${text}`, () => assert.deepEqual(signsOf(text), signs));
});

import assert from 'node:assert/strict';
import { readDocument } from '../../src/intake/readDocument.ts';
import { readSigns } from '../../src/intake/readSigns.ts';
import { canonicalCode } from '../../src/intake/signs/canonicalCode.ts';

function signsOf(text: string): string[] {
  return readSigns(readDocument('text', text)).map(
    (s) => `${s.type} ${s.value}${s.id === undefined ? '' : `#${s.id}`}`,
  );
}

const FOUND: readonly (readonly [string, readonly string[]])[] = [
  ['HTTP Error 500.30 - ANCM In-Process Start Failure', ['status 500.30']],
  ['500.19 Internal Server Error', ['status 500.19']],
  ['Error 502.5', ['status 502.5']],
  ['HTTP 503', ['status 503']],
  ['HTTP/1.1 502 Bad Gateway', ['status 502']],
  ['status code 500.37', ['status 500.37']],
  ['HTTP Error 500 30', ['status 500.30']],
  ['error 500,30', ['status 500.30']],
  ['403.14 - Forbidden', ['status 403.14']],
  ['HTTP Error 403.501 - Forbidden', ['status 403.501']],
  ['404.502 - Not Found', ['status 404.502']],
  ['since then I get 403.503 and 404.501 now and then', ['status 403.503', 'status 404.501']],
  ['<Data Name="HttpStatus">403</Data><Data Name="HttpSubStatus">501</Data>', ['status 403.501']],
  ['The remote server returned an error: (403) Forbidden.', ['status 403']],
  ['HTTP \u9519\u8bef 500.19', ['status 500.19']],
  ['HTTP-Fehler 500.19', ['status 500.19']],
  ['Erreur HTTP 500.19', ['status 500.19']],
  ['HTTP \u30a8\u30e9\u30fc 500.19', ['status 500.19']],
  ['since then I only get 502.5', ['status 502.5']],
  ['Request finished HTTP/1.1 GET http://localhost/shop - 500 - text/html 33ms', ['status 500']],
  ['<Data Name="HttpStatus">502</Data><Data Name="HttpSubStatus">3</Data>', ['status 502.3']],
  ['{"log":{"entries":[{"response":{"status":502,"statusText":""}}]}}', ['status 502']],
  ['{"log":{"entries":[{"response":{"status":200}}]}}', []],
  [
    '<failedRequest url="http://localhost/" statusCode="500" triggerStatusCode="500.19"\n>',
    ['status 500', 'status 500.19'],
  ],
  [
    'HttpStatus\t502\nHttpReason\tBad Gateway\nHttpSubStatus\t5\nErrorCode\tDenied (0x80070005)',
    ['status 502.5', 'code 0x80070005'],
  ],
  ['< HTTP/1.1 503 Service Unavailable\n< Server: Microsoft-HTTPAPI/2.0', ['status 503']],
  ['GET https://shop.contoso.com/ 500 (Internal Server Error)', ['status 500']],
  ['<httpErrors>\n  <error statusCode="404" path="/gone.html" />\n</httpErrors>', []],
  [
    'TimeCreated  : 11/20/2026 2:02:11 PM\nProviderName : .NET Runtime\nId           : 1026',
    ['event .NET Runtime#1026'],
  ],
  ['Error,11/20/2026 2:02:11 PM,IIS AspNetCore Module V2,1018,None', ['event IIS AspNetCore Module V2#1018']],
  ['   48211 Nov 20 14:02  Error       IIS AspNetCore M...          1018 x', ['event IIS AspNetCore Module V2#1018']],
  ['HttpStatus="502" HttpReason="x" HttpSubStatus="3"', ['status 502.3']],
  ['port 5000, 502.5 KB, version 500.30.1, took 502.5ms, 8080, 10.0.500.19', []],
  ["ErrorCode = '0x80004005 : ff.", ['code 0x80004005', 'code 0x000000ff']],
  ["ErrorCode = '0x80070002' : 0.", ['code 0x80070002']],
  ["ErrorCode = '0x80004005 : 80008081.", ['code 0x80004005', 'code 0x80008081']],
  ['0x80070005: a file', ['code 0x80070005']],
  ['0xc0000005 and 0x2', ['code 0xc0000005']],
  ['exit code -2147024894, 2147954402', ['code 0x80070002', 'code 0x80072ee2']],
  ['hresult 80070002 c0000135 e0434352', ['code 0x80070002', 'code 0xc0000135', 'code 0xe0434352']],
  ['{80070002-1111-2222-3333-444444444444} 1763647331', []],
  ['WinHTTP error: 12002', ['code 12002', 'code 0x80072ee2']],
  ['System.IO.FileNotFoundException: gone', ['exception System.IO.FileNotFoundException']],
  ['SYSTEM.IO.FILENOTFOUNDEXCEPTION: GONE', ['exception SYSTEM.IO.FILENOTFOUNDEXCEPTION']],
  ['   at System.ThrowHelper.ThrowArgumentNullException(String name)', []],
  ['Source: IIS AspNetCore Module V2\nEvent ID: 1000', ['event IIS AspNetCore Module V2#1000']],
  ['EventID: 1010\nSource: IIS AspNetCore Module', ['event IIS AspNetCore Module#1010']],
  ['Quelle:  Microsoft-Windows-WAS\nEreignis-ID:  5059', ['event Microsoft-Windows-WAS#5059']],
  [
    "<Provider Name='IIS AspNetCore Module V2'/><EventID Qualifiers='0'>1018</EventID>",
    ['event IIS AspNetCore Module V2#1018'],
  ],
  ['Error\t20.11.2026 14:02:11\tWAS\t5059\tNone', ['event WAS#5059']],
  ['Event Source: W3SVC Event ID: 1009', ['event W3SVC#1009']],
  [
    '#Fields: sc-win32-status date time cs-method cs-uri-stem sc-status sc-substatus\n64 2026-11-20 14:02:11 GET /shop 500 19',
    ['code 64', 'code 0x80070040', 'status 500.19'],
  ],
  [
    '#Fields: date time sc-win32-status cs-method cs-uri-stem sc-status sc-substatus\n2026-11-20 14:02:11 64 GET /shop 500 19\n2026-11-20 14:02:12 0 GET /shop 200 0',
    ['code 64', 'code 0x80070040', 'status 500.19'],
  ],
  [
    '2026-11-20 14:02:11 10.0.0.4 GET /shop - 500 - 10.1.2.3 Mozilla - 502 3 2147954402 15',
    ['status 502.3', 'code 0x80072ee2'],
  ],
  ['2026-11-20 14:02:11 10.0.0.4 GET /shop - 443 - 10.1.2.3 Mozilla - 403 501 0 15', ['status 403.501']],
  ['2026-11-20 14:02:11 10.0.0.4 GET /shop - 443 - 10.1.2.3 Mozilla - 500 100 0 15', ['status 500.100']],
  ['2026-11-20 14:02:11 10.0.0.4 GET /shop - 443 - 10.1.2.3 Mozilla - 200 0 0 500 30 15', []],
  ['2026-11-20 14:02:11 10.1.2.3 51234 10.0.0.4 443 HTTP/1.1 GET /shop 503 1 AppOffline ShopPool', ['status 503']],
  ['2026-11-20 14:02:11 10.1.2.3 51234 10.0.0.4 443 HTTP/2 POST /shop 413 12 EntityTooLarge Shop.Pool', ['status 413']],
  ['2026-11-20 14:02:11 10.1.2.3 51234 10.0.0.4 443 - - - 400 - URL -', ['status 400']],
];

describe('readSigns', () => {
  for (const [text, expected] of FOUND) {
    it(`reads ${expected.join(', ') || 'nothing'} in ${text.slice(0, 60)}`, () =>
      assert.deepEqual(signsOf(text), expected));
  }

  it('says where each sign stands', () => {
    const document = readDocument('text', 'words\n\nHTTP Error 500.19 - x\nError Code 0x8007000d');
    const quotes = readSigns(document).map(({ start, end }) => document.text.slice(start, end));
    assert.deepEqual(quotes, ['500.19', '0x8007000d']);
  });
});

describe('canonicalCode', () => {
  const forms = ['0x80070002', '80070002', '-2147024894', '2147942402', ' 0X80070002 '];
  for (const form of forms) it(`gives "${form}" its one form`, () => assert.equal(canonicalCode(form), '0x80070002'));
  it('keeps Win32 codes decimal and fills short hex', () => {
    assert.deepEqual(['12002', '0', 'ff', '0xff', 'E0434352'].map(canonicalCode), [
      '12002',
      '0',
      '0x000000ff',
      '0x000000ff',
      '0xe0434352',
    ]);
  });
  it('knows what is no code', () => {
    for (const text of ['', '500.19', 'shop', '0x', '99999999999', '-99999999999'])
      assert.equal(canonicalCode(text), null);
  });
});

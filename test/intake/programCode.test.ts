import assert from 'node:assert/strict';
import { programLines } from '../../src/intake/programCode.ts';
import { readDocument } from '../../src/intake/readDocument.ts';

function codeIn(text: string): string[] {
  const document = readDocument('text', text);
  return programLines(document).map(({ start, end }) => document.text.slice(start, end).trim());
}

describe('program code among words', () => {
  const CODE = [
    'if (reply.StatusCode == HttpStatusCode.BadGateway) return null;',
    'res.sendStatus(503);',
    'print(fetch(address))',
    'const answer = await fetch(address)',
    'if reply.status in (502, 504):',
    'def check_pool(name, limit=503):',
    '.wide { width: 500px; top: calc(1px) }',
    'throw new HttpError(500, "backend down"); // the proxy answers',
    'const text = status === 503 ? <b>Service Unavailable</b> : null;',
    'SELECT Name FROM Replies WHERE Status = 503',
    'public async Task<int> PingAsync(Uri address) {',
  ];
  for (const line of CODE)
    it(`is code: ${line}`, () => assert.deepEqual(codeIn(`before it\n${line}\nbehind it`), [line]));

  const WORDS = [
    'The pool stops (503); then we start it again.',
    'the site answers 500.30, and the log is empty',
    'the section handlers is locked (overrideModeDefault="Deny")',
    'status=502, sub=3',
    '{"type":"about:blank","status":503}',
    'if I open the page (from outside) it says this:',
    'HTTP Error 503. The service is unavailable.',
    'we use a proxy (ARR)',
    'SELECT THE SITE AND IT SAYS 503',
  ];
  for (const line of WORDS) it(`is none: ${line}`, () => assert.deepEqual(codeIn(line), []));

  it('is none in a line that is longer than anybody writes', () => {
    assert.deepEqual(codeIn(`send(${'x, '.repeat(200)}503);`), []);
  });
});

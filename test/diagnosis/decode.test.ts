import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { isStatusReport, readCodeQuery } from '../../src/diagnosis/codeQuery.ts';
import { decode, type CodeContext } from '../../src/diagnosis/decode.ts';

/** What is typed, the first reading as "kind code", and why it is read so. */
const READ: readonly (readonly [text: string, first: string, as: RegExp])[] = [
  ['0x800705b4', 'hresult 0x800705b4', /as written/],
  ['-2147024883', 'hresult 0x8007000d', /signed decimal of 0x8007000d/],
  ['\u22122147024883', 'hresult 0x8007000d', /signed decimal/],
  ['2147942413', 'hresult 0x8007000d', /unsigned decimal of 0x8007000d/],
  ['2147942402L', 'hresult 0x80070002', /unsigned decimal/],
  ['80070002h', 'hresult 0x80070002', /as written/],
  ['&H80070002', 'hresult 0x80070002', /as written/],
  ['(0x80070002)', 'hresult 0x80070002', /as written/],
  ["'0x80070002'.", 'hresult 0x80070002', /as written/],
  ['0x8007d', 'hresult 0x8007000d', /0x8007000d, with zeros lost/],
  ['0xffffffff80070005', 'hresult 0x80070005', /last 32 bits/],
  ['18446744071562067973', 'hresult 0x80000005', /build/],
  ['hresult 80070005', 'hresult 0x80070005', /as written/],
  ['HRESULT: 0x80131500', 'hresult 0x80131500', /as written/],
  ['hresult 126', 'hresult 0x8007007e', /Windows error 126/],
  ['what is 500.31', 'http 500.31', /HTTP status/],
  ['what is 500 30', 'http 500.30', /HTTP status/],
  ['was bedeutet 502,5?', 'http 502.5', /HTTP status/],
  ['qu\u2019est-ce que 503', 'http 503', /HTTP status/],
  ['c\u2019est quoi 0x80070005', 'hresult 0x80070005', /as written/],
  ['que veut dire 0x80070005 ?', 'hresult 0x80070005', /as written/],
  ['\u00bfqu\u00e9 significa 0xc0000135?', 'ntstatus 0xc0000135', /as written/],
  ['was ist Fehler 126', 'win32 126', /Windows error/],
  ['what does 12002 mean', 'win32 12002', /Windows error/],
  ['error 126', 'win32 126', /Windows error/],
  ['sc-win32-status 64', 'win32 64', /Windows error/],
  ['exit code -1', 'exit -1', /exit code/],
  ['exit code 1', 'exit 1', /exit code/],
  ['exit code 3', 'exit 3', /build/],
  ['code de sortie 137', 'exit 137', /exit code/],
  ['-1073741819', 'ntstatus 0xc0000005', /signed decimal of 0xc0000005/],
  ['0xd0000005', 'ntstatus 0xc0000005', /NTSTATUS inside 0xd0000005/],
  ['80008081', 'dotnet-host 0x80008081', /as written/],
  ['what is ff', 'exit -1', /low byte/],
  ['0x7e', 'win32 126', /hexadecimal of 126/],
];

/** Not in the catalog: what the build of the number says. */
const BUILT: readonly (readonly [code: string, kind: string, says: RegExp])[] = [
  ['0x80071234', 'hresult', /Facility 7 \(Windows errors\), code 4660.*net helpmsg 4660/s],
  ['0x81234567', 'hresult', /Facility 291, code 17767.*a failure/s],
  ['0xc0000999', 'ntstatus', /Facility 0 \(general\), code 2457.*an error/s],
  ['0xe1234567', 'ntstatus', /a program defined it/i],
  ['31337', 'win32', /net helpmsg 31337/],
  ['12199', 'win32', /WinHTTP/],
  ['500.99', 'http', /I do not know this sub-status/],
];

/** Texts that are something else. */
const OTHER = [
  'hello',
  'add',
  'what is iis',
  'what is the difference',
  'why 503',
  '0x80004005 : 80008081',
  '10.0.17763',
  '',
];

describe('A number in any dress', () => {
  const catalog = openCatalog(findRoot());
  const read = (text: string, context: CodeContext = {}) => {
    const query = readCodeQuery(text);
    assert.ok(query, `"${text}" is a number with words about it`);
    return decode(query.code, catalog, { kind: query.kind, ...context });
  };

  for (const [text, first, as] of READ) {
    it(`is read: ${text}`, () => {
      const [reading] = read(text);
      assert.ok(reading);
      assert.equal(`${reading.entry.kind} ${reading.entry.code}`, first);
      assert.match(reading.as, as);
    });
  }

  for (const [code, kind, says] of BUILT) {
    it(`is described by its build when it is not known: ${code}`, () => {
      const [reading, ...others] = read(code);
      assert.deepEqual([reading?.entry.kind, reading?.known, others.length], [kind, false, 0]);
      assert.match(`${reading?.entry.name}. ${reading?.entry.meaning}`, says);
      if (kind !== 'http') assert.deepEqual(reading?.entry.causes, []);
    });
  }

  it('may be the last byte of a host code, as Linux keeps it', () => {
    assert.ok(read('exit code 150').some(({ entry }) => entry.code === '0x80008096'));
  });

  for (const text of OTHER) it(`is not seen in "${text}"`, () => assert.equal(readCodeQuery(text), null));

  it('has a known reading as HRESULT whenever its Windows error is known', () => {
    for (const { code } of catalog.codes.filter(({ kind }) => kind === 'win32')) {
      const readings = decode(`0x8007${Number(code).toString(16).padStart(4, '0')}`, catalog);
      assert.ok(
        readings.some((one) => one.known && one.entry.code === code),
        code,
      );
    }
  });

  it('has exactly one likely reading, and it is the first', () => {
    for (const { code } of catalog.codes) {
      const likely = decode(code, catalog).map((one) => one.likely);
      assert.deepEqual(
        likely,
        likely.map((_one, rank) => rank === 0),
        code,
      );
    }
  });

  it('is read by what the case has found', () => {
    const first = (context: CodeContext) => decode('2', catalog, context)[0]?.entry;
    assert.equal(first({})?.kind, 'win32');
    const hresult = first({ findings: [{ key: 'code:0x80070002' }] });
    assert.equal(`${hresult?.kind} ${hresult?.code}`, 'hresult 0x80070002');
    const byCause = catalog.codes.find(({ kind, code }) => kind === 'exit' && code === '2')?.causes[0] ?? '';
    assert.equal(first({ candidates: [{ id: byCause }] })?.kind, 'exit');
  });

  it('is a report and no question when it is a status', () => {
    const rows = ['503', 'error 502.5', '500 30', 'status 404', 'HTTP 502.3'];
    for (const text of rows) assert.ok(isStatusReport(readCodeQuery(text)!), text);
    for (const text of ['what is 503', 'exit code 500', '200', '0x1f7'])
      assert.ok(!isStatusReport(readCodeQuery(text)!), text);
  });

  it('is none beyond 32 bits', () => {
    for (const code of ['99999999999', '0x123456789', '-2147483649', 'x', ''])
      assert.deepEqual(decode(code, catalog), []);
  });
});

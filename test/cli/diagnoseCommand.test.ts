import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { answerLine } from '../../src/cli/diagnoseCommand.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { filled, VALUES } from '../diagnosis/seedMessages.ts';
import { SEED_ROWS } from '../diagnosis/seedSymptoms.ts';

const root = findRoot();
const engine = createEngine(openCatalog(root));

interface Answer {
  readonly id: unknown;
  readonly error?: string;
  readonly verdict: string;
  readonly word: string | null;
  readonly ask: string | null;
  readonly causes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly confidence: number;
    readonly evidence: readonly {
      readonly quote: string;
      readonly start: number | null;
      readonly end: number | null;
      readonly source: string;
      readonly why: string;
    }[];
  }[];
}

const answer = (line: string): Answer => answerLine(line, engine) as Answer;

describe('diagnose --jsonl', () => {
  it('answers one line with the verdict, best first, at most five', () => {
    const { id, verdict, word, causes } = answer(
      JSON.stringify({ id: 7, text: "The application to execute does not exist: 'C:\\x\\y.dll'" }),
    );
    assert.deepEqual(
      [id, verdict, word, causes[0]?.id, causes[0]?.kind],
      [7, 'identified', 'certain', 'aspnetcore-arguments-wrong', 'cause'],
    );
    assert.ok(causes.length <= 5 && causes.every((one) => one.confidence >= 0 && one.confidence <= 1));
  });

  it('says unknown with no causes for a text that names none', () => {
    const { verdict, word, causes } = answer(JSON.stringify({ id: 'a', text: 'see you at lunch' }));
    assert.deepEqual([verdict, word, causes], ['unknown', null, []]);
  });

  it('takes absences, ignores unknown fields and null', () => {
    const { causes } = answer(
      JSON.stringify({
        id: 1,
        hello: true,
        symptoms: {
          browser: '503 Service Unavailable',
          eventLog: { absent: 'no-entry' },
          systemLog: null,
          ancmLog: { absent: 'not-created' },
        },
      }),
    );
    assert.equal(causes[0]?.id, 'app-pool-stopped');
    const absence = causes[0]?.evidence.find((one) => one.source === 'eventLog');
    assert.deepEqual([absence?.start, absence?.end, absence?.quote], [null, null, '']);
  });

  it('skips blank lines and a byte order mark', () => {
    assert.equal(answerLine('   ', engine), null);
    assert.equal(answer('\uFEFF{"id":1,"text":"hi"}').id, 1);
  });

  for (const [line, id, error] of [
    ['{"id":"password=Hunter2', null, /^the line: not valid JSON; expected one JSON object a line$/],
    ['[1]', null, /the line: found a list; expected an object/],
    ['{"id":4,"text":5}', 4, /text: found a number; expected a string/],
    [
      '{"id":"x","symptoms":{"browser":{"absent":"gone"}}}',
      'x',
      /symptoms\.browser\.absent: found "gone"; expected one of no-entry/,
    ],
    ['{"id":9,"platform":"linux"}', 9, /platform: found "linux"; expected one of iis/],
  ] as const) {
    it(`${line} gets its id and the error`, () => {
      const given = answer(line);
      assert.equal(given.id, id);
      assert.match(given.error ?? '', error);
    });
  }

  it('every span lies in the text it names, and the quote is that slice', () => {
    let spans = 0;
    for (const row of SEED_ROWS) {
      const texts: Record<string, string> = {};
      for (const name of ['browser', 'eventLog', 'ancmLog', 'iisLog'] as const)
        if (row[name] !== undefined) texts[name] = filled(row[name], VALUES[0]!);
      const { causes } = answer(JSON.stringify({ id: 1, text: filled(row.text ?? '', VALUES[0]!), symptoms: texts }));
      for (const { quote, start, end, source } of causes.flatMap((one) => one.evidence)) {
        if (start === null || end === null) continue;
        const raw = source === 'text' ? filled(row.text ?? '', VALUES[0]!) : (texts[source] ?? '');
        assert.ok(start >= 0 && end <= raw.length && start < end, `${source} ${start}-${end} of ${raw.length}`);
        assert.equal(raw.slice(start, end), quote);
        spans += 1;
      }
    }
    assert.ok(spans > 100, `${spans} spans`);
  });

  it('on the command line: one answer a line, in order, nothing else on standard output, exit 0', () => {
    const input = '\uFEFF{"id":1,"text":"HTTP Error 500.30"}\n\nnot json\n{"id":2,"text":"hello"}\n';
    const run = spawnSync(process.execPath, ['--import', 'tsx', path.join('src', 'cli.ts'), 'diagnose', '--jsonl'], {
      cwd: root,
      input,
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stderr);
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer);
    assert.deepEqual(
      lines.map((line) => line.id),
      [1, null, 2],
    );
  });
});

describe('decode', () => {
  for (const [code, name] of [
    ['0x8007000d', 'ERROR_INVALID_DATA'],
    ['-2147024883', 'ERROR_INVALID_DATA'],
    ['2147942413', 'ERROR_INVALID_DATA'],
    ['80008081', 'InvalidArgFailure'],
    ['12002', 'TIMEOUT'],
    ['500.19', 'Internal Server Error'],
  ] as const) {
    it(`reads ${code}`, () => {
      const run = spawnSync(
        process.execPath,
        ['--import', 'tsx', path.join('src', 'cli.ts'), 'decode', '--json', code],
        { cwd: root, encoding: 'utf8' },
      );
      assert.equal(run.status, 0, run.stderr);
      const [answered] = JSON.parse(run.stdout) as { readings: { name: string; code: string }[] }[];
      assert.ok(answered?.readings[0]?.name.includes(name), run.stdout);
    });
  }

  it('reads several numbers, with the words before each', () => {
    assert.deepEqual(readings('-2147024883', 'exit', 'code', '3', 'sc-win32-status', '64', '500 30', '0x8007d'), {
      status: 0,
      rows: ['-2147024883 hresult', '3 exit', '64 win32', '500.30 http', '0x8007d hresult'],
    });
  });

  it('gives back what is no number, and says so by the exit code', () => {
    assert.deepEqual(readings('0x80070002', 'nonsense'), { status: 1, rows: ['0x80070002 hresult', 'nonsense none'] });
  });
}).timeout(60_000);

/** What `decode --json` prints: each number with the kind of its first reading. */
function readings(...args: readonly string[]): { readonly status: number | null; readonly rows: readonly string[] } {
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join('src', 'cli.ts'), 'decode', '--json', ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const answers = JSON.parse(run.stdout) as { code: string; readings: { kind: string }[] }[];
  return {
    status: run.status,
    rows: answers.map(({ code, readings: [first] }) => `${code} ${first?.kind ?? 'none'}`),
  };
}

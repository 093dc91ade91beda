import assert from 'node:assert/strict';
import { pickIndex, seededRandom } from '../../../bench/random.ts';
import { normalise } from '../../../src/intake/normalise.ts';
import { redact } from '../../../src/intake/redact.ts';
import { KEEP } from '../keep.ts';
import { KEEP_LINES } from './keepLines.ts';
import { isPerson, plant, TEMPLATES, tracesIn } from './plant.ts';
import { SURROUNDINGS } from './surroundings.ts';
import { fillTokens } from './tokens.ts';
import { WORST_SHAPES } from './worstShapes.ts';

// Other values in every run; HOSTMEDIC_SEED repeats one.
const SEED = Number(process.env.HOSTMEDIC_SEED ?? Date.now() % 1_000_000);
const LENGTH = 128 * 1024;
// A text takes as long as its parts one by one; with a quadratic rule it takes PARTS times as long.
const PARTS = 8;
const SLOWER_MAX = 4;
const TIME_FLOOR_MS = 5;

describe(`planted secrets (HOSTMEDIC_SEED=${SEED})`, () => {
  it('are of many kinds', () => {
    assert.ok(TEMPLATES.length >= 750);
    assert.ok(new Set(TEMPLATES.map((one) => one.kind)).size >= 50);
  });

  for (const [name, surround] of Object.entries(SURROUNDINGS)) {
    it(`leave no trace ${name}`, () => {
      const random = seededRandom(SEED);
      const found = TEMPLATES.flatMap((template) => {
        const planted = plant(template, random);
        const { text, secrets } = redact(normalise(surround(planted.text)).text);
        const told = isPerson(planted.kind) || secrets.length > 0;
        return told && tracesIn(text.text, planted).length === 0 ? [] : [`${template.line}\n  ${text.text}`];
      });
      assert.deepEqual(found, []);
    });
  }

  it('are masked once: a masked text comes back as it is', () => {
    const random = seededRandom(SEED);
    for (const template of TEMPLATES) {
      const once = redact(normalise(plant(template, random).text).text).text.text;
      assert.equal(redact(once).text.text, once);
    }
  });
});

describe(`tokens that must stay (HOSTMEDIC_SEED=${SEED})`, () => {
  it('stay, in their own lines', () => {
    const random = seededRandom(SEED);
    const tokens = new Set<string>();
    for (let round = 0; round < 8; round++) {
      for (const line of KEEP_LINES) {
        const filled = fillTokens(line, random);
        for (const token of filled.tokens) tokens.add(token);
        assert.equal(redact(filled.text).text.text, filled.text);
      }
    }
    assert.ok(tokens.size >= 500, `${tokens.size} tokens`);
  });

  it('stay between secrets, which go', () => {
    const random = seededRandom(SEED);
    const tokens = new Set<string>();
    for (let round = 0; round < 200; round++) {
      const parts: string[] = [];
      const planted = [];
      const kept: string[] = [];
      for (let index = 0; index < 12; index++) {
        const line = pickIndex(random, 5) === 0 ? KEEP[pickIndex(random, KEEP.length)]! : '';
        const filled = fillTokens(line === '' ? KEEP_LINES[pickIndex(random, KEEP_LINES.length)]! : line, random);
        const secret = plant(TEMPLATES[pickIndex(random, TEMPLATES.length)]!, random);
        parts.push(filled.text, secret.text, '');
        planted.push(secret);
        kept.push(filled.text);
        for (const token of filled.tokens) tokens.add(token);
      }
      const masked = redact(parts.join('\n')).text.text;
      for (const secret of planted) assert.deepEqual(tracesIn(masked, secret), [], `${secret.template}\n${masked}`);
      for (const line of kept) assert.ok(masked.includes(line), `${line}\n${masked}`);
    }
    assert.ok(tokens.size >= 500, `${tokens.size} tokens`);
  });
});

describe('the time redaction takes', () => {
  for (const [name, piece] of Object.entries(WORST_SHAPES)) {
    it(`grows as the text does, for ${name}`, () => {
      const long = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
      const short = long.slice(0, LENGTH / PARTS);
      let [whole, parts] = [Infinity, Infinity];
      for (let round = 0; round < 3; round++) {
        whole = Math.min(whole, timeOf(long, 1));
        parts = Math.min(parts, timeOf(short, PARTS));
      }
      assert.ok(whole < SLOWER_MAX * Math.max(parts, TIME_FLOOR_MS), `${whole} ms in one, ${parts} ms in parts`);
    });
  }
});

/** @returns milliseconds of the processor, as others may work on the machine */
function timeOf(text: string, times: number): number {
  const start = process.cpuUsage();
  for (let run = 0; run < times; run++) redact(text);
  return process.cpuUsage(start).user / 1000;
}

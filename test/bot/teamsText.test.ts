import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { readChat } from '../../src/bot/readChat.ts';
import { normalise } from '../../src/intake/normalise.ts';
import { readDocument } from '../../src/intake/readDocument.ts';
import { readSigns } from '../../src/intake/readSigns.ts';
import { originals, type Original } from '../corpus/teams/originals.ts';
import { SHAPES, type Shape } from '../corpus/teams/shapes.ts';
import { messageOf, ALICE } from '../support/wire.ts';

/** Of all, this many are still there after Teams. */
interface Kept {
  kept: number;
  of: number;
  readonly lost: string[];
}

describe('what Teams does to a text is undone', () => {
  const texts = originals();
  const total = { codes: none(), tags: none(), lines: none() };

  it('there are enough texts', () => assert.ok(texts.length >= 30, `${texts.length}`));

  for (const shape of SHAPES) {
    it(shape.name, () => {
      const here = { codes: none(), tags: none(), lines: none() };
      for (const original of texts.filter(({ text }) => shape.fits?.(text) ?? true)) compare(original, shape, here);
      for (const part of ['codes', 'tags', 'lines'] as const) {
        total[part].kept += here[part].kept;
        total[part].of += here[part].of;
      }
      assert.deepEqual(here.codes.lost, []);
      assert.deepEqual(here.tags.lost, []);
      assert.ok(here.lines.kept / here.lines.of >= 0.99, here.lines.lost.slice(0, 10).join('\n'));
    });
  }

  after(() => {
    console.log(
      `      ${texts.length} texts, ${SHAPES.length} ways: codes ${rate(total.codes)}, XML tags ${rate(total.tags)}, lines ${rate(total.lines)}`,
    );
  });
});

function compare(
  { name, text }: Original,
  shape: Shape,
  result: Readonly<Record<'codes' | 'tags' | 'lines', Kept>>,
): void {
  const typed = readChat(activityOf(shape.send(text)));
  const arrived = [...typed.quoted, typed.text].join('\n\n');
  count(result.codes, codesOf(text), codesOf(arrived), name);
  count(result.tags, tagsOf(text), tagsOf(arrived), name);
  const fold = shape.exact === true ? (line: string) => line.trimEnd() : foldBlanks;
  count(result.lines, linesOf(text, fold), linesOf(arrived, fold), name);
}

function activityOf(sent: Partial<Activity>): Activity {
  return { ...messageOf(ALICE, 'http://127.0.0.1/'), ...sent } as Activity;
}

/** Signs as the engine reads them, and every number of three digits or more. */
function codesOf(text: string): string[] {
  const signs = readSigns(readDocument('text', text)).map((sign) => `${sign.type}:${sign.value}`);
  return [...new Set(signs), ...(normalise(text).text.match(/0x[0-9a-fA-F]{2,8}|\d{3,}(?:\.\d+)*/g) ?? [])];
}

function tagsOf(text: string): string[] {
  return (normalise(text).text.match(/<[/?!]?[A-Za-z-][^<>]*>/g) ?? []).map(foldBlanks);
}

function linesOf(text: string, fold: (line: string) => string): string[] {
  return normalise(text)
    .text.split('\n')
    .map(fold)
    .filter((line) => line !== '');
}

function foldBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function count(result: Kept, before: readonly string[], after: readonly string[], name: string): void {
  const left = new Map<string, number>();
  for (const one of after) left.set(one, (left.get(one) ?? 0) + 1);
  for (const one of before) {
    const here = left.get(one) ?? 0;
    left.set(one, here - 1);
    result.of += 1;
    if (here > 0) result.kept += 1;
    else result.lost.push(`${name}: ${one}`);
  }
}

function none(): Kept {
  return { kept: 0, of: 0, lost: [] };
}

function rate({ kept, of }: Kept): string {
  return `${kept} of ${of} (${((100 * kept) / of).toFixed(2)} %)`;
}

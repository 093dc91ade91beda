import assert from 'node:assert/strict';
import type { ArtifactKind } from '../../../src/model/artifact.ts';
import { piecesOf } from './cut.ts';
import { MIXED } from './mixed.ts';
import { KINDS, kindsIn, mainKind, readSamples, type KindSample } from './readKinds.ts';

const RATE = 0.98;
const SAMPLES: ReadonlyMap<ArtifactKind, readonly KindSample[]> = new Map(
  KINDS.map((kind) => [kind, [...readSamples(kind), ...readSamples(`${kind}-2`)]]),
);

/** How a text looks after a mail, a chat, a console or an editor had it. */
const DRESSES: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  indented: (text) => text.replaceAll(/^(?=.)/gm, '    '),
  quoted: (text) => text.replaceAll(/^/gm, '> '),
  'in a fence': (text) => `\`\`\`\n${text}\n\`\`\``,
  'with blank lines around': (text) => `\n\n${text}\n\n`,
};

// A piece can hold nothing of its kind: frames of a stack trace that a log quotes, elements both configurations know.
const WITHIN: Partial<Record<ArtifactKind, readonly ArtifactKind[]>> = {
  'windows-event': ['stack-trace', 'ancm-stdout-log'],
  'ancm-stdout-log': ['stack-trace'],
  'ancm-debug-log': ['windows-event', 'ancm-stdout-log'],
  'dotnet-cli': ['ancm-stdout-log', 'stack-trace'],
  'browser-page': ['stack-trace'],
  'application-host-config': ['web-config'],
};

function assertRate(misses: readonly string[], all: number): void {
  const rate = (all - misses.length) / all;
  assert.ok(rate >= RATE, `${(100 * rate).toFixed(1)} % of ${all}; missed:\n${misses.join('\n')}`);
}

describe('the kinds of what is pasted', () => {
  it('have twenty samples each', () => {
    for (const [kind, samples] of SAMPLES) assert.ok(samples.length >= 20, `${kind}: ${samples.length}`);
    assert.ok(MIXED.length >= 40);
  });

  for (const [dress, wear] of Object.entries(DRESSES)) {
    it(`are recognised ${dress}, each sample as one piece`, () => {
      const misses: string[] = [];
      for (const [kind, samples] of SAMPLES) {
        for (const { name, text } of samples) {
          const kinds = kindsIn(wear(text)).join(', ');
          if (kinds !== kind) misses.push(`${kind} "${name}" is read as ${kinds}`);
        }
      }
      assertRate(misses, [...SAMPLES.values()].flat().length);
    });
  }

  it('are recognised one by one in a paste of several', () => {
    const misses: string[] = [];
    for (const parts of MIXED) {
      const pieces = parts.map((part) => {
        const [kind = '', number] = part.split('#');
        return { kind, text: SAMPLES.get(kind as ArtifactKind)![Number(number) - 1]!.text };
      });
      const expected = pieces.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1]);
      const kinds = kindsIn(pieces.map(({ text }) => text).join('\n\n'));
      if (kinds.join() !== expected.join()) misses.push(`${parts.join(', ')} is read as ${kinds.join(', ')}`);
    }
    assertRate(misses, MIXED.length);
  });

  it('are recognised when both ends are cut off', () => {
    const misses: string[] = [];
    let count = 0;
    for (const [kind, samples] of SAMPLES) {
      for (const { name, text } of samples) {
        for (const piece of piecesOf(text, `${kind}/${name}`)) {
          count += 1;
          const main = mainKind(piece)!;
          if (main !== kind && WITHIN[kind]?.includes(main) !== true)
            misses.push(`${kind} "${name}" is read as ${main}: ${JSON.stringify(piece.slice(0, 160))}`);
        }
      }
    }
    assert.ok(count > 500);
    assertRate(misses, count);
  });
});

import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { browseCard } from '../../cards/browseCard.ts';
import { cardBytes, CARD_BYTES_MAX } from '../../cards/cardBytes.ts';
import { closingCard } from '../../cards/closingCard.ts';
import { codeCard } from '../../cards/codeCard.ts';
import { evidenceCard } from '../../cards/evidenceCard.ts';
import { lookAlikesCard } from '../../cards/lookAlikesCard.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { questionCard } from '../../cards/questionCard.ts';
import {
  SAMPLE_CAUSE,
  SAMPLE_PAGE,
  SAMPLE_REF,
  SAMPLE_RUNTIME,
  sampleEvidence,
  sampleStep,
} from '../../cards/sampleData.ts';
import { stepCard } from '../../cards/stepCard.ts';
import { unknownCard } from '../../cards/unknownCard.ts';
import { verdictCard } from '../../cards/verdictCard.ts';
import { nodes, runText } from './walk.ts';

type Builder = (text: string) => AdaptiveCard;

const ref = SAMPLE_REF;

/** Every card with a person's text in every field that can hold one. */
const BUILDERS: Readonly<Record<string, Builder>> = {
  questionCard: (text) => questionCard({ ref, question: { ask: 'eventLog', why: text }, known: text, showWhere: true }),
  verdictCard: (text) => verdict(text, 'cause'),
  'verdictCard of a page': (text) => verdict(text, 'page'),
  lookAlikesCard: (text) =>
    lookAlikesCard({
      ref,
      entries: [SAMPLE_CAUSE, SAMPLE_RUNTIME, SAMPLE_PAGE].map((cause) => ({
        cause,
        confidenceWord: cause.kind === 'page' ? null : 'possible',
        tellApart: text,
        headline: text,
      })),
      family: null,
      question: { ask: 'ancmLog', why: text },
      read: text,
      secrets: [text, text],
    }),
  unknownCard: (text) =>
    unknownCard({ ref, foreign: null, read: text, question: { ask: 'browser', why: text }, secrets: [text] }),
  'unknownCard of another field': (text) =>
    unknownCard({ ref, foreign: text, read: text, question: null, secrets: [text] }),
  evidenceCard: (text) =>
    evidenceCard({
      ref,
      entries: [SAMPLE_CAUSE, SAMPLE_RUNTIME, SAMPLE_PAGE].map((cause) => ({
        cause,
        evidence: Array.from({ length: 9 }, () => sampleEvidence(text, text, 'eventLog')),
        against: Array.from({ length: 9 }, () => sampleEvidence(text, text, 'cli')),
      })),
    }),
  stepCard: (text) =>
    stepCard({
      ref,
      cause: SAMPLE_CAUSE,
      steps: [
        sampleStep({ id: 'look', do: 'Look at {app}.' }),
        sampleStep({
          id: 'type',
          do: 'Start {app} in {path}.',
          command: 'dir "{path}\\{app}"',
          path: ['Sites', '{site}'],
          snippet: { language: 'xml', code: '<aspNetCore arguments="{app}" />' },
          expect: '{app} answers.',
          otherwise: '{app} is not there.',
          why: '{app}',
          undo: '{app}',
          changes: true,
        }),
      ],
      index: 1,
      outcomes: { look: 'done' },
      values: { app: text, path: text, site: text },
      platform: 'iis',
    }),
  codeCard: (text) => codeCard({ ref, code: text, readings: [] }),
  browseCard: (text) => browseCard({ ref, results: [], query: text }),
  closingCard: (text) =>
    closingCard({
      ref,
      title: text,
      cause: SAMPLE_CAUSE,
      quote: text,
      fixedBy: text,
      switchedOn: [],
      prevention: text,
      onlyRestart: true,
      steps: Array.from({ length: 20 }, () => ({ text, outcome: text })),
    }),
  noticeCard: (text) => noticeCard({ ref, heading: 'This file I cannot read', text }),
};

const HOSTILE = ['[x](https://evil.example)', '**b**', '<img src=x>', '`c`', '![i](https://evil.example/i.png)'];

describe('the text of a person on a card', () => {
  for (const [name, build] of Object.entries(BUILDERS)) {
    for (const hostile of HOSTILE) {
      it(`stands in runs only: ${name}, ${hostile}`, () => {
        const marked = `evil ${hostile} live`;
        const card = build(marked);
        assert.ok(runText(card).includes(marked), 'the text is shown, letter for letter');
        assert.deepEqual(
          nodes(card)
            .filter((node) => node['type'] !== 'TextRun')
            .flatMap((node) =>
              Object.values(node).filter((value) => typeof value === 'string' && /evil|live/.test(value)),
            ),
          [],
        );
      });
    }

    for (const [what, long] of [
      ['ASCII', 'D:\\sites\\shop "quoted" '.repeat(4000)],
      ['Chinese', '\u5931\u6557\u7684\u61C9\u7528'.repeat(20000)],
      ['emoji', '\u{1F525}'.repeat(40000)],
      ['control characters', '\u0001\u0007\u001B'.repeat(20000)],
      ['line breaks', 'a\n'.repeat(40000)],
    ] as const) {
      it(`is cut, so that the card fits: ${name}, ${what}`, () => {
        const card = build(long);
        assert.ok(cardBytes(card) <= CARD_BYTES_MAX, `${cardBytes(card)} bytes`);
        assert.doesNotMatch(JSON.stringify(card), /\\ud[89a-f]/i, 'no half of a surrogate pair');
      });
    }

    it(`brings no control or bidi character onto the card: ${name}`, () => {
      const seen = runText(build('a\u202Eb\u0000c\u200Bd\u2066e'));
      assert.ok(seen.includes('abcde'));
    });
  }
});

function verdict(text: string, kind: 'cause' | 'page'): AdaptiveCard {
  return verdictCard({
    ref,
    cause: kind === 'page' ? SAMPLE_PAGE : SAMPLE_CAUSE,
    word: kind === 'page' ? null : 'likely',
    headline: text,
    evidence: Array.from({ length: 5 }, () => sampleEvidence(text, text, 'eventLog')),
    against: [text, text],
    read: text,
    secrets: [text, text, text, text],
    others: Array.from({ length: 4 }, () => ({ cause: SAMPLE_RUNTIME, by: text })),
    question: { ask: 'ancmLog', why: text },
    beside: { cause: SAMPLE_RUNTIME, word: 'certain', headline: text },
    news: [text, text, text],
    said: [{ says: text, news: text }],
    firstStep: text,
  });
}

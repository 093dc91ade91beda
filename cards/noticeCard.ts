import type { ActionData, AdaptiveCard, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { SAMPLE_REF } from './sampleData.ts';
import { clip, heading, plain } from './text.ts';
import type { Verb } from './verbs.ts';

export interface NoticeAction {
  /** Our own words. */
  readonly title: string;
  readonly verb: Verb;
  readonly extra?: ActionData;
}

export interface NoticeCardInput {
  readonly ref: CaseRef;
  /** Our own words. */
  readonly heading: string;
  /** Paragraphs, parted by line breaks; may name a file or hold another text of the person. 4,000 UTF-16 units are shown. */
  readonly text: string;
  readonly actions?: readonly NoticeAction[];
}

/** A small notice: help, an error on our side, a file that was not taken. */
export function noticeCard(input: NoticeCardInput): AdaptiveCard {
  const paragraphs = clip(input.text, 4000)
    .split(/\n+/)
    .filter((paragraph) => paragraph.trim() !== '');
  return buildCard({
    place: 'noticeCard',
    fallbackText: input.heading,
    body: [
      heading(input.heading),
      ...paragraphs.slice(0, 20).map((paragraph) => plain(paragraph, {}, { spacing: 'Small' })),
    ],
    actions: (input.actions ?? []).map(({ title, verb, extra }) => submit(title, verb, input.ref, extra)),
  });
}

export const samples = (): readonly CardSample[] => [
  {
    name: 'notice-help',
    card: noticeCard({
      ref: SAMPLE_REF,
      heading: 'What I can do',
      text: 'Paste an error page, an event or a log, and I say what it is.\nType a number (502.5, 0x8007000d) and I read it.\nType restart to begin again, forget me to have your name erased.',
      actions: [
        { title: 'Browse causes', verb: 'browse' },
        { title: 'Start over', verb: 'restart' },
      ],
    }),
  },
  {
    name: 'notice-file-refused',
    card: noticeCard({
      ref: SAMPLE_REF,
      heading: 'This file I cannot read',
      text: 'contoso_shop_memory.dmp is not a text. Attach a .log or .txt of at most 10 MB, or paste its end.',
    }),
  },
  {
    name: 'notice-error',
    card: noticeCard({
      ref: SAMPLE_REF,
      heading: 'Something went wrong on my side',
      text: 'Your text is not kept (ref 7f3a). Your case is as it was before this message.',
      actions: [{ title: 'Start over', verb: 'restart' }],
    }),
  },
];

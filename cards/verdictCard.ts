import type { Cause } from '../src/model/catalog.ts';
import type { Evidence, Question, Word } from '../src/model/verdict.ts';
import type { AdaptiveCard, CardSample } from './adaptiveCard.ts';
import type { CaseRef } from './actions.ts';
import { submit } from './actions.ts';
import { buildCard } from './buildCard.ts';
import { readLine, secretsWarning, WORD_HEADINGS } from './evidenceParts.ts';
import { askButton } from './questionParts.ts';
import { SAMPLE_CAUSE, SAMPLE_PAGE, SAMPLE_REF, SAMPLE_RUNTIME, sampleEvidence } from './sampleData.ts';
import { clip, escapeMarkdown, heading, labelled, plain } from './text.ts';
import { besideLines, causeLines, otherLines, pageLines, toldLines } from './verdictLines.ts';

export interface VerdictCardInput {
  readonly ref: CaseRef;
  readonly cause: Cause;
  /** null for a page that nothing else speaks for, and only then. */
  readonly word: Word | null;
  /** What is wrong in this case, with the values of the paste; empty: the title of the entry. */
  readonly headline: string;
  /** Strongest first; the card shows three. */
  readonly evidence: readonly Evidence[];
  /** Sentences of what speaks against it or what it is not; the card shows one. */
  readonly against: readonly string[];
  /** What was read: "a 502.5 page; 1 event". */
  readonly read: string;
  /** Kinds of secrets that the message still shows. */
  readonly secrets: readonly string[];
  readonly others: readonly { readonly cause: Cause; readonly by: string }[];
  readonly question: Question | null;
  /** A finding that is true beside it and does not stop the app by itself; left out: none. */
  readonly beside?: { readonly cause: Cause; readonly word: Word; readonly headline: string };
  /** What was set aside and what is out of the question, told as news; the card shows two. */
  readonly news: readonly string[];
  /** What the person said and what it rules out, told back; the card shows two. */
  readonly said: readonly Told[];
  /** Teaser of the first step; empty: nothing is said. */
  readonly firstStep: string;
}

/** Something the person said that counted: "You said ...", and what it rules out (empty: nothing is told). */
export interface Told {
  readonly says: string;
  readonly news: string;
}

/** Names the best entry, the evidence for it and the way on. */
export function verdictCard(input: VerdictCardInput): AdaptiveCard {
  const { ref, cause } = input;
  const isPage = input.word === null;
  // Below "likely" a question is worth more than a step.
  const asksFirst = input.question !== null && (isPage || input.word === 'possible' || cause.side === true);
  const ask = input.question === null ? null : askButton(ref, input.question, { positive: asksFirst });
  return buildCard({
    place: `verdictCard for ${cause.id}`,
    fallbackText: escapeMarkdown(cause.title),
    body: [
      secretsWarning(input.secrets),
      heading(isPage ? 'What this page says' : WORD_HEADINGS[input.word ?? 'possible'], 'Default', { color: 'Accent' }),
      plain(clip(input.headline || cause.title, 240), { size: 'Medium', weight: 'Bolder' }, { spacing: 'Small' }),
      ...(isPage ? pageLines(input) : causeLines(input)),
      ...besideLines(input),
      ...toldLines(input),
      ...input.news.slice(0, 2).map((line) => plain(clip(line, 240), { color: 'Good' })),
      ...otherLines(input),
      input.firstStep === '' ? null : labelled('Step 1:', clip(input.firstStep, 240)),
      readLine(input.read),
    ],
    actions: [
      asksFirst ? ask : null,
      submit('Start the steps', 'start', ref, { causeId: cause.id }, { positive: !asksFirst }),
      submit('Not this', 'notThis', ref, { causeId: cause.id }),
      submit('Show evidence', 'evidence', ref),
      asksFirst ? null : ask,
      submit('Start over', 'restart', ref, {}, { secondary: true }),
    ],
  });
}

const EVENT_QUOTE = `Application 'MACHINE/WEBROOT/APPHOST/SHOP' with physical root 'D:\\sites\\shop\\' failed to start process with commandline '"dotnet" .\\Shop.Web.dll', ErrorCode = '0x80004005 : 80008081.`;

const SAMPLE_SIDE: Cause = {
  ...SAMPLE_CAUSE,
  id: 'stdout-log-path-wrong',
  title: 'The stdout log cannot be written',
  side: true,
};

const LIKELY: VerdictCardInput = {
  ref: SAMPLE_REF,
  cause: SAMPLE_CAUSE,
  word: 'likely',
  headline: 'dotnet was told to start .\\Shop.Web.dll, and that file is not there',
  evidence: [sampleEvidence(EVENT_QUOTE, '80008081: the host was given a file it cannot find', 'eventLog')],
  against: ['Not a missing runtime: that would say "framework ... was not found".'],
  read: 'a 502.5 page; 1 event',
  secrets: [],
  others: [],
  question: null,
  news: [],
  said: [],
  firstStep: "Look whether the file that web.config names is in the site's folder. Ten seconds, nobody is affected.",
};

const PAGE: VerdictCardInput = {
  ...LIKELY,
  cause: SAMPLE_PAGE,
  word: null,
  headline: '500.30: your app stopped while starting',
  evidence: [sampleEvidence('HTTP Error 500.30 - ASP.NET Core app failed to start', 'says what, not why', 'browser')],
  against: [],
  read: 'a 500.30 page',
  firstStep: '',
};

export const samples = (): readonly CardSample[] => [
  { name: 'verdict-likely', card: verdictCard(LIKELY) },
  {
    name: 'verdict-page',
    card: verdictCard({
      ...PAGE,
      question: { ask: 'eventLog', why: 'This page never says why; the newest event does. Paste it here.' },
      said: [
        {
          says: 'You said that the app runs when it is started by hand.',
          news: 'Its own code and its runtime are fine, the hosting is what differs.',
        },
      ],
    }),
  },
  {
    name: 'verdict-page-and-side',
    card: verdictCard({
      ...PAGE,
      read: 'a 500.30 page; a Windows event',
      question: {
        ask: 'ancmLog',
        why: 'What the app printed while it started tells a broken app from broken hosting.',
      },
      beside: {
        cause: SAMPLE_SIDE,
        word: 'certain',
        headline: 'The module cannot write its log \\\\?\\D:\\shop\\logs\\stdout',
      },
    }),
  },
  {
    name: 'verdict-side',
    card: verdictCard({
      ...LIKELY,
      cause: SAMPLE_SIDE,
      word: 'certain',
      headline: '',
      evidence: [sampleEvidence('Could not start stdout redirection', 'the module cannot open its log', 'eventLog')],
      against: [],
      read: 'a Windows event',
      question: { ask: 'browser', why: 'The status and the title of the page narrow it down most.' },
      firstStep: 'Look whether the folder of stdoutLogFile is there.',
    }),
  },
  {
    name: 'verdict-long',
    card: verdictCard({
      ...LIKELY,
      word: 'possible',
      headline: `dotnet was told to start ${'D:\\sites\\contoso-webshop-production\\releases\\2026-11-20\\'.repeat(2)}Contoso.Shop.Web.Frontend.dll, and that file is not there`,
      evidence: [
        sampleEvidence(
          `${EVENT_QUOTE} ${EVENT_QUOTE}`,
          '80008081: the host was given a file it cannot find',
          'eventLog',
        ),
        sampleEvidence('The application to execute does not exist', 'the host names the file', 'stdoutLog', 'ancmLog'),
        sampleEvidence('', 'an app that never starts writes no log', 'stdoutLog', 'ancmLog'),
      ],
      secrets: ['connection string password', 'Azure storage account key'],
      others: [{ cause: SAMPLE_RUNTIME, by: 'a missing runtime is named: framework ... was not found' }],
      question: { ask: 'ancmLog', why: 'The stdout log would name the file that is missing.' },
      news: ['The module started the process: the site, its pool and its binding are out.'],
      read: 'a 502.5 page; 3 events (newest 14:02); 41 lines of a stdout log; your words',
    }),
  },
];

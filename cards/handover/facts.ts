import { SYMPTOMS } from '../../src/model/artifact.ts';
import type { Symptom } from '../../src/model/artifact.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import { describeRead } from '../../src/session/describe.ts';
import type { CaseState } from '../../src/session/record.ts';
import { SOURCES } from '../evidenceParts.ts';
import { HISTORY_NAMES, PLATFORM_NAMES } from '../questionWords.ts';
import { clip } from '../text.ts';

/** Longest text to copy, in UTF-16 units: with three bytes a letter it still fits a card. */
export const COPY_MAX = 6500;
const NAMES_MAX = 12;
const QUOTES_MAX = 4;

/** Where and on what it runs, and since when it fails; a line each, empty when nothing is known. */
export function placeLines({ platform, aspNetCoreVersion, history }: CaseState): readonly string[] {
  return [
    ...(platform === null ? [] : [`Runs on: ${PLATFORM_NAMES[platform]}`]),
    ...(aspNetCoreVersion === null ? [] : [`ASP.NET Core: ${clip(aspNetCoreVersion, 40)}`]),
    ...(history === null ? [] : [`Did it ever work there: ${HISTORY_NAMES[history]}`]),
  ];
}

/** What was read, found, stated and skipped: no line of a text, so nothing of it needs redaction again. */
export function factLines(state: CaseState, catalog: Catalog): readonly string[] {
  const read = describeRead(state);
  const found = namesOf(state);
  const said = catalog.vocabulary.statements.filter(({ id }) =>
    state.findings.some(({ key }) => key === `statement:${id}`),
  );
  const answers = SYMPTOMS.flatMap((symptom) => answerOf(symptom, state));
  return [
    ...(read === '' ? [] : [`Read: ${read}`]),
    ...(found.length === 0 ? [] : [`Found in it: ${found.slice(0, NAMES_MAX).join(', ')}`]),
    ...answers,
    ...said.slice(0, NAMES_MAX).map(({ says }) => `Told: ${says}`),
    ...placeLines(state),
  ];
}

/** Lines of the person, redacted when they were read, with why they count. */
export function evidenceLines(evidence: readonly Evidence[]): readonly string[] {
  return evidence.slice(0, QUOTES_MAX).map(({ quote, why, channel }) => {
    const line = clip(quote.replace(/\s+/g, ' ').trim(), 300);
    return line === '' ? why : `"${line}" (${SOURCES[channel].replace(/^your /, '')}): ${why}`;
  });
}

/**
 * Joins lines to a text of at most COPY_MAX units; what does not fit is left out at the end, and that is said.
 * @param lines may be empty; a line can hold several
 */
export function joinLines(lines: readonly string[]): string {
  const kept: string[] = [];
  let left = COPY_MAX - 60;
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) return [...kept, `(${lines.length - kept.length} more lines did not fit here)`].join('\n');
    kept.push(line);
  }
  return kept.join('\n');
}

/** Statuses, codes, exceptions and events by name. */
function namesOf({ findings }: CaseState): readonly string[] {
  const names = findings.flatMap(({ key }): string[] => {
    const [, type, value = ''] = /^(status|code|exception|event):(.{1,120})$/.exec(key) ?? [];
    if (type === 'status') return [`HTTP ${value}`];
    return type === undefined ? [] : [type === 'event' ? `event ${value.replace('#', ' ')}` : value];
  });
  return [...new Set(names)];
}

const ASKED_FOR: Readonly<Record<Symptom, string>> = {
  browser: 'The page in the browser',
  eventLog: 'Application log',
  systemLog: 'System log',
  ancmLog: 'stdout or debug log',
  iisLog: 'IIS log',
};

const ANSWERS = {
  'no-entry': 'no entry',
  'not-created': 'the file was not created',
  empty: 'the file is empty',
  normal: 'looks normal',
  'cannot-connect': 'cannot connect',
  'no-answer': 'no answer',
  blank: 'blank page',
  skipped: 'not known (skipped)',
} as const;

function answerOf(symptom: Symptom, { answers }: CaseState): readonly string[] {
  const answer = answers[symptom];
  return answer === undefined ? [] : [`${ASKED_FOR[symptom]}: ${ANSWERS[answer]}`];
}

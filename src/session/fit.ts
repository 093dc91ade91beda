import { newestDeliveries, youngDeliveries } from './recent.ts';
import type { CaseState, SessionRecord } from './record.ts';

/** Room for a record in storage, in UTF-8 bytes, with a margin under the storage's own limit of 16 KB. */
export const RECORD_FIT_BYTES = 15_800;

/**
 * Makes a record fit, giving up the least first: the tail of the last paste, deliveries that no channel repeats any more,
 * long quotes, places of people who have been away longest, findings of little importance (they are ordered), all quotes, and
 * only then deliveries that may be repeated.
 * @returns its JSON text
 */
export function textThatFits(record: SessionRecord): string {
  let fitted = record;
  for (const giveUp of REDUCTIONS) {
    const text = JSON.stringify(fitted);
    if (Buffer.byteLength(text) <= RECORD_FIT_BYTES) return text;
    fitted = giveUp(fitted);
  }
  return JSON.stringify(fitted);
}

const REDUCTIONS: readonly ((record: SessionRecord) => SessionRecord)[] = [
  (record) => inCase(record, (state) => ({ ...state, tail: null })),
  (record) => ({ ...record, recent: youngDeliveries(record.recent) }),
  (record) => ({ ...record, cursors: withoutFollowers(record.cursors) }),
  (record) => ({ ...record, cursors: Object.fromEntries(Object.entries(record.cursors).slice(0, 20)) }),
  (record) =>
    inCase(record, (state) => ({
      ...state,
      findings: state.findings.map((one) => ({ ...one, quote: one.quote.slice(0, 140) })),
    })),
  (record) =>
    inCase(record, (state) => ({ ...state, findings: state.findings.slice(0, 24), read: state.read.slice(-8) })),
  (record) => inCase(record, (state) => ({ ...state, findings: state.findings.slice(0, 16), ...ownOutcomes(state) })),
  (record) => inCase(record, (state) => ({ ...state, acted: state.acted.slice(-20) })),
  (record) => ({ ...record, cursors: Object.fromEntries(Object.entries(record.cursors).slice(0, 5)) }),
  (record) =>
    inCase(record, (state) => ({
      ...state,
      findings: state.findings.slice(0, 12).map((one) => ({ ...one, quote: '', captures: {} })),
    })),
  (record) => ({ ...record, recent: newestDeliveries(record.recent, 100) }),
];

function inCase(record: SessionRecord, change: (state: CaseState) => CaseState): SessionRecord {
  return { ...record, case: change(record.case) };
}

/** Outcomes of the cause that is followed; those of causes set aside only told how far one got. */
function ownOutcomes(state: CaseState): Pick<CaseState, 'outcomes' | 'marks' | 'claims'> {
  const own = <Value>(fields: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(fields).filter(([key]) => key.startsWith(`${state.following ?? ''}/`)));
  return { outcomes: own(state.outcomes), marks: own(state.marks), claims: own(state.claims) };
}

/** Of all who only follow the steps the case itself knows where they are. */
function withoutFollowers(cursors: SessionRecord['cursors']): SessionRecord['cursors'] {
  const elsewhere = Object.entries(cursors).filter(
    ([, { dialogs, looking }], index) => index < 5 || looking || dialogs.at(-1)?.id !== 'stepPrompt',
  );
  return Object.fromEntries(elsewhere);
}

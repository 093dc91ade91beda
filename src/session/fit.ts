import type { CaseState, SessionRecord } from './record.ts';

/** Room for a record in storage, in UTF-8 bytes, with a margin under the storage's own limit of 16 KB. */
export const RECORD_FIT_BYTES = 15_800;

/**
 * Makes a record fit, giving up the least first: the tail of the last paste, long quotes, findings without a quote,
 * places of people who have been away longest, the oldest activity ids.
 * @returns the same object when it fits
 */
export function fitRecord(record: SessionRecord): SessionRecord {
  let fitted = record;
  for (const giveUp of REDUCTIONS) {
    if (Buffer.byteLength(JSON.stringify(fitted)) <= RECORD_FIT_BYTES) return fitted;
    fitted = giveUp(fitted);
  }
  return fitted;
}

const REDUCTIONS: readonly ((record: SessionRecord) => SessionRecord)[] = [
  (record) =>
    inCase(record, (state) => ({
      ...state,
      tail: state.tail === null ? null : { ...state.tail, text: state.tail.text.slice(-1024) },
    })),
  (record) =>
    inCase(record, (state) => ({
      ...state,
      findings: state.findings.map((one) => ({ ...one, quote: one.quote.slice(0, 140) })),
    })),
  (record) =>
    inCase(record, (state) => ({
      ...state,
      tail: null,
      findings: state.findings.filter((one) => one.quote !== '' || one.start === null),
    })),
  (record) => ({ ...record, cursors: Object.fromEntries(Object.entries(record.cursors).slice(0, 12)) }),
  (record) =>
    inCase(record, (state) => ({ ...state, findings: state.findings.slice(0, 16), read: state.read.slice(-8) })),
  (record) =>
    inCase(record, (state) => ({
      ...state,
      findings: state.findings.map((one) => ({ ...one, quote: '', captures: {} })),
    })),
];

function inCase(record: SessionRecord, change: (state: CaseState) => CaseState): SessionRecord {
  return { ...record, case: change(record.case) };
}

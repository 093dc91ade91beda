import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { textThatFits, RECORD_FIT_BYTES } from '../../src/session/fit.ts';
import { CLAIM_MS, RECENT_MAX, TAIL_MS } from '../../src/session/limits.ts';
import { openRecord } from '../../src/session/openRecord.ts';
import { keptId, placed, wasDelivered, withDelivery, withoutActivity } from '../../src/session/recent.ts';
import { newRecord, RECORD_SCHEMA, type SessionRecord, type StoredFinding } from '../../src/session/record.ts';

const NOW = Date.UTC(2026, 10, 20);
const KEEP = { evidenceMs: 24 * 60 * 60 * 1000, stepsMs: 14 * 24 * 60 * 60 * 1000 };

const finding = (index: number, quote: string, at = NOW): StoredFinding => ({
  key: `text:${index}`,
  slot: 'text',
  channel: 'eventLog',
  quality: 1,
  start: index,
  end: index + 1,
  quote,
  captures: { path: quote.slice(0, 100), app: quote.slice(0, 100) },
  activityId: `activity-${index}`,
  at,
});

const records = fc
  .record({
    findings: fc.integer({ min: 0, max: 48 }),
    quote: fc.string({ unit: fc.constantFrom('a', 'ä', '漢', '😀'), maxLength: 300 }),
    people: fc.integer({ min: 0, max: 60 }),
    deliveries: fc.integer({ min: 0, max: RECENT_MAX }),
    outcomes: fc.integer({ min: 0, max: 200 }),
    rejected: fc.integer({ min: 0, max: 30 }),
    acted: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ findings, quote, people, deliveries, outcomes, rejected, acted }): SessionRecord => {
    let record = newRecord('case-1', NOW);
    for (let index = 0; index < deliveries; index += 1)
      record = withDelivery(record, `delivery-${index}`, NOW - (RECENT_MAX - index) * 3000);
    for (let index = 0; index < people; index += 1)
      record = placed(record, `29:${index}-${'p'.repeat(60)}`, {
        dialogs: [{ id: 'stepsDialog', state: {} }],
        looking: false,
        at: NOW - index,
      });
    const state = {
      ...record.case,
      findings: Array.from({ length: findings }, (_, index) => finding(index, quote)),
      outcomes: Object.fromEntries(
        Array.from({ length: outcomes }, (_, index) => [`some-cause-${index}/some-step-of-it`, 'done' as const]),
      ),
      marks: Object.fromEntries(
        Array.from({ length: outcomes }, (_, index) => [
          `some-cause-${index}/some-step-of-it`,
          { who: { key: '0123456789', name: '漢'.repeat(24) }, at: NOW },
        ]),
      ),
      acted: Array.from({ length: acted }, (_, index) => `29:${index}${'m'.repeat(110)}`),
      joined: Array.from({ length: acted }, (_, index) => `key-${index}`),
      askedToJoin: Array.from({ length: acted }, (_, index) => `key-${index}`),
      rejected: Array.from({ length: rejected }, (_, index) => `some-cause-with-a-long-name-${index}`),
      tail: { text: quote.repeat(14).slice(0, 4096), at: NOW },
    };
    return { ...record, case: state, apart: Array.from({ length: acted }, (_, index) => `person-${index}`) };
  });

describe('a record', () => {
  it('always fits after fitting, and is whole when it fitted before', () => {
    fc.assert(
      fc.property(records, (record) => {
        const text = textThatFits(record);
        assert.ok(Buffer.byteLength(text) <= RECORD_FIT_BYTES);
        const whole = JSON.stringify(record);
        if (Buffer.byteLength(whole) <= RECORD_FIT_BYTES) assert.equal(text, whole);
      }),
    );
  });

  it('fitting keeps the most important findings, which stand first', () => {
    const record = newRecord('c', NOW);
    const findings = Array.from({ length: 48 }, (_, index) => finding(index, '漢'.repeat(250)));
    const fitted = fit({ ...record, case: { ...record.case, findings } });
    assert.equal(fitted.case.findings[0]?.key, 'text:0');
    assert.ok(fitted.case.findings.length >= 12);
  });

  it('opened again, it keeps what is young and forgets the tail of a paste after two minutes', () => {
    const record = newRecord('c', NOW);
    const later = NOW + TAIL_MS + 1;
    const stored = {
      ...record,
      case: {
        ...record.case,
        findings: [finding(1, 'old', NOW - KEEP.evidenceMs), finding(2, 'new')],
        tail: { text: 'x', at: NOW },
      },
    };
    const opened = openRecord(JSON.parse(JSON.stringify(stored)), 'next', later, KEEP);
    assert.deepEqual(
      opened.case.findings.map((one) => one.key),
      ['text:2'],
    );
    assert.equal(opened.case.tail, null);
  });

  it('of the first schema is opened as it was: what was found, where people are, what came of the steps', () => {
    const stored: unknown = JSON.parse(readFileSync(new URL('record-schema-1.json', import.meta.url), 'utf8'));
    const opened = openRecord(stored, 'next', Date.UTC(2026, 10, 20, 14, 5), KEEP);
    assert.equal(opened.schema, RECORD_SCHEMA);
    assert.equal(opened.turns, 5);
    assert.equal(opened.case.following, 'aspnetcore-arguments-wrong');
    assert.deepEqual(Object.values(opened.case.outcomes), ['done', 'skipped']);
    assert.ok(opened.case.findings.length > 0);
    assert.equal(Object.keys(opened.cursors).length, 1);
    assert.deepEqual([opened.list, opened.apart, opened.case.marks, opened.case.acted], [null, [], {}, []]);
  });

  it('of the second schema is opened as it was, and knows what it answered', () => {
    const stored = JSON.parse(readFileSync(new URL('record-schema-2.json', import.meta.url), 'utf8')) as {
      readonly case: object;
      readonly recent: readonly { readonly id: string }[];
    };
    const opened = openRecord(stored, 'next', Date.UTC(2026, 10, 20, 14, 5), KEEP);
    assert.deepEqual(opened.case, stored.case);
    assert.equal(opened.apart.length, 1);
    const long = `1:${'long-id-of-an-activity-'.repeat(3)}`;
    for (const id of [long, ...stored.recent.map((one) => one.id)]) assert.ok(wasDelivered(opened, id), id);
    assert.ok(!wasDelivered(opened, 'another'));
  });

  it('knows a delivery for an hour, whatever else is delivered in a quarter of it', () => {
    let record = withDelivery(newRecord('c', NOW), 'first', NOW);
    for (let index = 0; index < RECENT_MAX - 1; index += 1)
      record = withDelivery(record, `other-${index}`, NOW + index * 1800);
    assert.ok(wasDelivered(record, 'first'));
    assert.ok(!wasDelivered(withDelivery(record, 'one more', NOW + 900_000), 'first'));
    const late = (minutes: number): SessionRecord =>
      withDelivery(withDelivery(newRecord('c', NOW), 'a', NOW), 'b', NOW + minutes * 60_000);
    assert.deepEqual([wasDelivered(late(60), 'a'), wasDelivered(late(61), 'a')], [true, false]);
  });

  it('that is too large gives up quotes before deliveries that may be repeated', () => {
    let record = withDelivery(newRecord('c', NOW), 'old', NOW - 16 * 60_000);
    for (let index = 0; index < RECENT_MAX - 1; index += 1)
      record = withDelivery(record, `young-${index}`, NOW - (index < 9 ? 15 : 0) * 60_000);
    const findings = Array.from({ length: 48 }, (_, index) => finding(index, '漢'.repeat(250)));
    const fitted = fit({ ...record, case: { ...record.case, findings } });
    assert.ok(Buffer.byteLength(JSON.stringify(fitted)) <= RECORD_FIT_BYTES);
    assert.ok(!wasDelivered(fitted, 'old'));
    for (let index = 0; index < RECENT_MAX - 1; index += 1) assert.ok(wasDelivered(fitted, `young-${index}`));
  });

  it('a claim is over after half an hour', () => {
    const record = newRecord('c', NOW);
    const claims = { 'a/b': { who: { key: 'k', name: 'Alice' }, at: NOW } };
    const stored = { ...record, case: { ...record.case, claims } };
    assert.deepEqual(openRecord(stored, 'n', NOW + CLAIM_MS - 1, KEEP).case.claims, claims);
    assert.deepEqual(openRecord(stored, 'n', NOW + CLAIM_MS, KEEP).case.claims, {});
  });

  it('nobody touched for two weeks is begun again, and still knows what it answered', () => {
    const record = withDelivery(newRecord('c', NOW), 'a', NOW + KEEP.stepsMs);
    const opened = openRecord(record, 'next', NOW + KEEP.stepsMs + 1, KEEP);
    assert.deepEqual([opened.case.id, wasDelivered(opened, 'a')], ['next', true]);
  });

  it('knows a delivery for an hour, and opened later it does not keep its mark', () => {
    const record = withDelivery(newRecord('c', NOW), 'a', NOW);
    assert.ok(wasDelivered(openRecord(record, 'n', NOW + 60 * 60_000, KEEP), 'a'));
    assert.deepEqual(openRecord(record, 'n', NOW + 61 * 60_000, KEEP).recent, []);
  });

  it('damaged in any one place, it is begun again or opened, and never throws', () => {
    const good = JSON.parse(
      JSON.stringify({ ...placed(newRecord('c', NOW), 'p', { dialogs: [], looking: false, at: NOW }) }),
    ) as SessionRecord;
    const withFinding = { ...good, case: { ...good.case, findings: [finding(1, 'q')] } };
    const broken = fc.constantFrom<unknown>(null, 7, 'x', [], {}, [null], { dialogs: {} });
    fc.assert(
      fc.property(fc.constantFrom(...paths(withFinding)), broken, (path, value) => {
        const opened = openRecord(replaced(withFinding, path, value), 'next', NOW, KEEP);
        assert.equal(opened.schema, RECORD_SCHEMA);
        for (const cursor of Object.values(opened.cursors)) assert.ok(Array.isArray(cursor.dialogs));
        assert.ok(Array.isArray(opened.case.findings));
      }),
      { numRuns: 500 },
    );
  });

  it('a deleted message takes away what it brought, and nothing else', () => {
    const record = newRecord('c', NOW);
    const full = { ...record, case: { ...record.case, findings: [finding(1, 'a'), finding(2, 'b')] } };
    assert.deepEqual(
      withoutActivity(full, 'activity-1', NOW).case.findings.map((one) => one.key),
      ['text:2'],
    );
    assert.equal(withoutActivity(full, 'another', NOW), full);
  });

  it('long ids of activities are kept as a hash, short ones as they are', () => {
    assert.equal(keptId('1700000000000'), '1700000000000');
    assert.ok(keptId('x'.repeat(500)).length <= 40);
    assert.notEqual(keptId('x'.repeat(500)), keptId('x'.repeat(501)));
  });
});

function paths(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...at]];
  return [[...at], ...Object.entries(value).flatMap(([name, inner]) => paths(inner, [...at, name]))].filter(
    (path) => path.length > 0,
  );
}

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as Record<string, unknown>) };
  (copy as Record<string, unknown>)[name] = replaced((value as Record<string, unknown>)[name], rest, by);
  return copy;
}

function fit(record: SessionRecord): SessionRecord {
  return JSON.parse(textThatFits(record)) as SessionRecord;
}

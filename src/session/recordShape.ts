import { RECORD_SCHEMA, type SessionRecord } from './record.ts';

type Check = (value: unknown) => boolean;

const isString: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const nullOr =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isFields(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

const valuesOf =
  (check: Check): Check =>
  (value) =>
    isFields(value) && Object.values(value).every(check);

const WHO = shape({ key: isString, name: isString });

const FINDING = shape({
  key: isString,
  slot: isString,
  channel: isString,
  quality: isNumber,
  start: nullOr(isNumber),
  end: nullOr(isNumber),
  quote: isString,
  captures: isFields,
  activityId: isString,
  at: isNumber,
  by: optional(isString),
});

const CASE = shape({
  id: isString,
  revision: isNumber,
  changedAt: isNumber,
  findings: listOf(FINDING),
  read: listOf(
    shape({
      activityId: isString,
      kind: isString,
      symptom: nullOr(isString),
      at: isNumber,
      what: optional(isString),
      count: optional(isNumber),
    }),
  ),
  answers: isFields,
  platform: nullOr(isString),
  aspNetCoreVersion: nullOr(isString),
  history: nullOr(isString),
  historyAsked: isBoolean,
  restOfPageAsked: isBoolean,
  platformAsked: isBoolean,
  rejected: listOf(isString),
  outcomes: isFields,
  marks: valuesOf(shape({ who: nullOr(WHO), at: isNumber })),
  claims: valuesOf(shape({ who: WHO, at: isNumber })),
  acted: listOf(isString),
  openedBy: nullOr(WHO),
  askedToJoin: listOf(isString),
  joined: listOf(isString),
  following: nullOr(isString),
  switchedOn: listOf(isString),
  solved: nullOr(shape({ causeId: nullOr(isString), stepId: nullOr(isString), onlyRestart: isBoolean })),
  secrets: listOf(isString),
  tail: nullOr(shape({ text: isString, at: isNumber })),
});

const RECORD = shape({
  schema: (value) => value === RECORD_SCHEMA,
  case: CASE,
  cursors: isFields,
  recent: listOf(shape({ at: isNumber, marks: isString })),
  turns: isNumber,
  list: nullOr(shape({ activityId: isString, caseId: isString })),
  apart: listOf(isString),
});

/** True for a record of this release. Cursors are looked at one by one when they are used. */
export function isRecord(stored: unknown): stored is SessionRecord {
  return RECORD(stored);
}

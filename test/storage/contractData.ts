import { KEY_MAX, RECORD_DEPTH_MAX, type JsonValue } from '../../src/storage/sessionStore.ts';

/** Keys that a careless store mixes up. */
export const HOSTILE_KEYS: readonly string[] = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'a',
  'A',
  '\u00e9',
  'e\u0301',
  'a\u0000',
  'a\u0000b',
  '\u0000',
  '\ud800',
  '\udbff',
  '\ufffd',
  '../../etc/passwd',
  'CON',
  "'; DROP TABLE session; --",
  '"quoted"',
  'quoted',
  'back\\slash',
  '%',
  '_',
  '?1',
  '😀',
  'line\nbreak',
  `${'k'.repeat(KEY_MAX - 1)}1`,
  `${'k'.repeat(KEY_MAX - 1)}2`,
  '19:c1@thread.tacv2;messageid=1700000000000',
];

/** Every kind of JSON. */
export const RECORDS: readonly JsonValue[] = [
  null,
  true,
  0,
  -1.5e-7,
  Number.MAX_SAFE_INTEGER,
  '',
  'NUL \u0000, lone \ud800, astral 😀, quote " and \u2028',
  [],
  {},
  { a: [1, { b: null }], '': 'empty name', 'ü\u0000': ['x'] },
  nested(RECORD_DEPTH_MAX - 1),
];

const circle: Record<string, unknown> = {};
circle['self'] = circle;

/** What no record may be: its name, the value, and the refusal. */
export const NOT_JSON: readonly (readonly [string, unknown, RegExp])[] = [
  ['undefined', undefined, /record is of type undefined/],
  ['undefined inside', { a: [1, undefined] }, /record\.a\[1\] is of type undefined/],
  ['NaN', { n: Number.NaN }, /record\.n is NaN/],
  ['Infinity', [Number.POSITIVE_INFINITY], /record\[0\] is Infinity/],
  ['a date', { at: new Date(0) }, /record\.at is not a plain object/],
  ['a map', new Map([['a', 1]]), /record is not a plain object/],
  ['a big integer', 1n, /record is of type bigint/],
  ['a function', { f: () => 1 }, /record\.f is of type function/],
  ['a cycle', circle, /nested deeper than 200 levels/],
  ['too deep', nested(RECORD_DEPTH_MAX + 1), /nested deeper than 200 levels/],
];

function nested(levels: number): JsonValue {
  let value: JsonValue = 'leaf';
  for (let level = 0; level < levels; level++) value = { a: value };
  return value;
}

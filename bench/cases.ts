import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Inquiry } from '../src/diagnosis/ask.ts';
import { SYMPTOMS, type Symptom } from '../src/model/artifact.ts';
import type { Catalog } from '../src/model/catalog.ts';

/** A paste and the causes that are right for it. */
export interface Case {
  readonly id: string;
  readonly inquiry: Inquiry;
  /** Ids of causes that are right, best first; empty: the right answer is "unknown". */
  readonly accept: readonly string[];
  /** Language of the paste, "en"; "?" when the file does not say. */
  readonly language: string;
}

/** Which cases of a file: those whose id has an even or an odd hash, or all (null). */
export type Half = 'even' | 'odd' | null;

/**
 * Reads labelled pastes: one JSON object a line, {id, paste, accept[], language?, browser?, eventLog?, ancmLog?, iisLog?}.
 * @param parts true: the parts are given as answers to the questions where a case has them, else the paste as a whole
 * @throws Error naming file and line when a line is no such object
 */
export function readCases(file: string, parts = false): Case[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const { id, paste, accept, language, ...rest } = readLine(line, `${file}:${index + 1}`);
    const symptoms = Object.fromEntries(
      SYMPTOMS.flatMap((name) => (rest[name] === undefined ? [] : [[name, rest[name]]])),
    );
    const inquiry = parts && Object.keys(symptoms).length > 0 ? { symptoms } : { text: paste };
    return [{ id, inquiry, accept, language: language ?? '?' }];
  });
}

/** The catalog's own examples as cases; their ids are `<cause>#<number of the example, from 1>`. */
export function examplesOf(catalog: Catalog): Case[] {
  return catalog.causes.flatMap(({ id, match }) =>
    match.map(({ partial: _partial, ...inquiry }, index) => ({
      id: `${id}#${index + 1}`,
      inquiry,
      accept: [id],
      language: '?',
    })),
  );
}

/** Half of the cases, told by the first byte of the SHA-256 of the id; so that one half can be tuned on and the other held back. */
export function halfOf(cases: readonly Case[], half: Half): readonly Case[] {
  if (half === null) return cases;
  return cases.filter(({ id }) => isEven(id) === (half === 'even'));
}

function isEven(id: string): boolean {
  return createHash('sha256').update(id).digest()[0]! % 2 === 0;
}

type Line = { id: string; paste: string; accept: string[]; language?: string } & Partial<Record<Symptom, string>>;

function readLine(line: string, at: string): Line {
  const value: unknown = JSON.parse(line);
  const fields = value as Partial<Line> | null;
  if (typeof fields?.id !== 'string' || typeof fields.paste !== 'string' || !Array.isArray(fields.accept))
    throw new Error(`${at}: expected an object with the strings "id" and "paste" and the list "accept"`);
  return fields as Line;
}

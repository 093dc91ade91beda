import { LowerText } from './lowerText.ts';
import { TextEditor, type MappedText } from './mappedText.ts';
import { BEFORE_MAX, type RedactionRule } from './redactionRule.ts';
import { COLUMN_RULE, REDACTION_RULES } from './redactionRules.ts';
import { secretCells } from './tableSecrets.ts';

export interface Redaction {
  readonly text: MappedText;
  /** Names of the rules that found a secret, each once, in the order of the text; names of people are not listed. */
  readonly secrets: readonly string[];
}

interface Mask {
  readonly rule: RedactionRule;
  readonly start: number;
  end: number;
}

/**
 * Masks secrets and names of people; codes, GUIDs, versions, paths, pools and type names stay.
 * @param text  normalised; a text that was masked before comes back as it is
 * @param lower the same text, if it is there already
 */
export function redact(text: string, lower = new LowerText(text)): Redaction {
  const masks: Mask[] = [];
  // Rules share literals; each is looked for once.
  const first = new Map<string, number>();
  for (const rule of REDACTION_RULES) {
    for (const literal of rule.literals) {
      let at = first.get(literal);
      if (at === undefined) first.set(literal, (at = lower.indexOf(literal)));
      if (at >= 0) findMasks(text, lower, literal, at, rule, masks);
    }
  }
  for (const cell of secretCells(text, lower)) masks.push({ rule: COLUMN_RULE, ...cell });
  const editor = new TextEditor(text);
  const secrets = new Set<string>();
  for (const mask of settle(masks)) {
    editor.replace(mask.start, mask.end, mask.rule.replacement);
    if (mask.rule.secret) secrets.add(mask.rule.name);
  }
  return { text: editor.finish(), secrets: [...secrets] };
}

function findMasks(
  text: string,
  lower: LowerText,
  literal: string,
  from: number,
  rule: RedactionRule,
  masks: Mask[],
): void {
  for (let at = from; at >= 0;) {
    const mask = readMask(text, at, rule);
    if (mask !== null) masks.push(mask);
    at = lower.indexOf(literal, Math.max(at + literal.length, mask?.end ?? 0));
  }
}

function readMask(text: string, at: number, rule: RedactionRule): Mask | null {
  let first = at;
  if (rule.left !== undefined) {
    const limit = Math.max(0, at - rule.left.max);
    while (first > limit && rule.left.chars.test(text[first - 1]!)) first--;
    if (at - first < rule.left.min) return null;
  }
  if (rule.before !== undefined || rule.notBefore !== undefined) {
    const front = text.slice(Math.max(0, first - BEFORE_MAX), first);
    if (rule.before?.test(front) === false || rule.notBefore?.test(front) === true) return null;
  }
  for (const pattern of rule.patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const kept = match[1]?.length ?? 0;
    const start = rule.left === undefined ? at + kept : first;
    const end = match[2] === undefined ? at + match[0].length : at + kept + match[2].length;
    return end <= start || rule.spares?.some((spared) => spared.test(text.slice(start, end))) === true
      ? null
      : { rule, start, end };
  }
  return null;
}

/** Sorts the masks and joins those that overlap; where a secret and a person's name overlap, the secret stands. */
function settle(masks: Mask[]): Mask[] {
  const order = new Map(REDACTION_RULES.map((rule, index) => [rule, index]));
  masks.sort((a, b) => a.start - b.start || order.get(a.rule)! - order.get(b.rule)!);
  const settled: Mask[] = [];
  for (const mask of masks) {
    const last = settled.at(-1);
    if (last === undefined || mask.start >= last.end) settled.push(mask);
    else if (mask.rule.secret && !last.rule.secret) {
      settled[settled.length - 1] = { rule: mask.rule, start: last.start, end: Math.max(last.end, mask.end) };
    } else if (mask.rule.secret || !last.rule.secret) last.end = Math.max(last.end, mask.end);
  }
  return settled;
}

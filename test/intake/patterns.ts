import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEEDS_WORK_IN_HTML } from '../../src/intake/normalise.ts';
import { PARSERS } from '../../src/intake/parserRegistry.ts';
import { REDACTION_RULES } from '../../src/intake/redactionRules.ts';
import { LIST } from '../../src/intake/signs/eventLists.ts';
import { ROW } from '../../src/intake/signs/eventRows.ts';
import { TOKEN } from '../../src/intake/signs/eventSigns.ts';
import { STATUS_CUES } from '../../src/intake/signs/statusSigns.ts';
import { TOLD } from '../../src/intake/signs/toldStatuses.ts';

/** Every regular expression of a source folder: those written as literals, and those put together from parts. */
export function patternsOf(folder: string): ReadonlyMap<string, RegExp> {
  const found: RegExp[] = [
    NEEDS_WORK_IN_HTML,
    TOKEN,
    ROW,
    LIST,
    ...STATUS_CUES.map(({ pattern }) => pattern),
    ...Object.values(TOLD),
  ];
  for (const rule of REDACTION_RULES) {
    found.push(
      ...rule.patterns,
      ...[rule.before, rule.notBefore, rule.left?.chars, ...(rule.spares ?? [])].filter(isPattern),
    );
  }
  for (const { opens, holds, block } of PARSERS) found.push(...[opens, holds, block?.from].filter(isPattern));
  for (const file of sourceFiles(folder)) found.push(...literals(readFileSync(file, 'utf8')));
  return new Map(found.map((pattern) => [String(pattern), pattern]));
}

export function sourceFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
}

/** Regular expression literals of a TypeScript text. */
export function literals(source: string): RegExp[] {
  const found: RegExp[] = [];
  let before = '';
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!;
    if (source.startsWith('//', at)) at = endOf(source, '\n', at);
    else if (source.startsWith('/*', at)) at = endOf(source, '*/', at) + 1;
    else if (sign === "'" || sign === '"' || sign === '`') {
      at = closing(source, at, sign);
      before = sign;
    } else if (sign === '/' && '(,=:[!&|?{};'.includes(before)) {
      const close = closing(source, at, '/');
      const flags = /^[a-z]*/.exec(source.slice(close + 1))![0];
      found.push(new RegExp(source.slice(at + 1, close), flags));
      at = close + flags.length;
      before = '/';
    } else if (!/\s/.test(sign)) before = sign;
  }
  return found;
}

function closing(source: string, open: number, sign: string): number {
  let inClass = false;
  for (let at = open + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (sign === '/' && source[at] === '[') inClass = true;
    else if (sign === '/' && source[at] === ']') inClass = false;
    else if (source[at] === sign && !inClass) return at;
  }
  return source.length;
}

function endOf(source: string, text: string, from: number): number {
  const at = source.indexOf(text, from);
  return at < 0 ? source.length : at;
}

function isPattern(value: RegExp | null | undefined): value is RegExp {
  return value instanceof RegExp;
}

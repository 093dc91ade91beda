import { pickIndex, type Random } from '../../../bench/random.ts';

const HEX = '0123456789abcdef';
// Without p and w, so that no word holds "pw" or "pass".
const LETTERS = 'abcdefghijklmnoqrstuvxyz';

const TOKENS: Readonly<Record<string, (random: Random) => string>> = {
  hresult: (random) => `0x8${hex(random, 7)}`,
  subcode: (random) => `8000${hex(random, 4)}`,
  negative: (random) => `-2${number(random, 100_000_000, 147_000_000)}`,
  int: (random) => `${number(random, 1000, 99_999)}`,
  int2: (random) => `${number(random, 10, 99)}`,
  int5: (random) => `${number(random, 10_000, 10_999)}`,
  int7: (random) => `${number(random, 7_000_000, 7_999_999)}`,
  win32: (random) => `2147${number(random, 100_000, 999_999)}`,
  port: (random) => `${number(random, 1025, 65_000)}`,
  eventid: (random) => `${number(random, 1000, 6000)}`,
  status: (random) => `500.${number(random, 10, 39)}`,
  status3: (random) => `${number(random, 400, 599)}`,
  version: (random) =>
    `${number(random, 1, 20)}.${number(random, 0, 9)}.${number(random, 0, 30_000)}.${number(random, 0, 9999)}`,
  guid: (random) => [8, 4, 4, 4, 12].map((length) => hex(random, length)).join('-'),
  hex4: (random) => hex(random, 4).toUpperCase(),
  hex5: (random) => hex(random, 5),
  hex8: (random) => hex(random, 8),
  hex16: (random) => hex(random, 16),
  hex32: (random) => hex(random, 32),
  hex40: (random) => hex(random, 40),
  letter: (random) => pick(random, ['X', 'Y', 'Z']),
  name: (random) => `Shop${capital(word(random, 6))}`,
  login: (random) => `svc${word(random, 5)}`,
  system: (random) => pick(random, ['SYSTEM', 'IUSR', 'NETWORK SERVICE', 'LOCAL SERVICE']),
  group: (random) => pick(random, ['IIS_IUSRS', 'Administrators', 'Users']),
  package: (random) => `Contoso.${capital(word(random, 7))}.${capital(word(random, 6))}`,
  module: (random) => `${word(random, 8)}v${number(random, 1, 9)}.dll`,
  path: (random) => `D:\\sites\\${word(random, 7)}\\${capital(word(random, 6))}.Web.dll`,
};

export interface Filled {
  readonly text: string;
  readonly tokens: readonly string[];
}

/** Fills a line of keepLines.ts with tokens of its own. */
export function fillTokens(line: string, random: Random): Filled {
  const tokens: string[] = [];
  const text = line.replace(/\{([a-z]+\d*)\}/g, (whole, name) => {
    const token = TOKENS[name]?.(random);
    if (token === undefined) return whole;
    tokens.push(token);
    return token;
  });
  return { text, tokens };
}

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => HEX[pickIndex(random, 16)]!).join('');
}

function word(random: Random, length: number): string {
  return Array.from({ length }, () => LETTERS[pickIndex(random, 26)]!).join('');
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function number(random: Random, low: number, high: number): number {
  return low + pickIndex(random, high - low + 1);
}

function pick(random: Random, values: readonly string[]): string {
  return values[pickIndex(random, values.length)]!;
}

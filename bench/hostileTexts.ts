import { compileMatchers } from '../src/diagnosis/compile.ts';
import type { Pattern } from '../src/diagnosis/pattern.ts';
import type { Catalog } from '../src/model/catalog.ts';
import { almostMatching } from './hostilePhrases.ts';
import { Dice } from './dice.ts';

/** A text made to be slow, by the name of what it does. */
export interface HostileText {
  readonly name: string;
  readonly text: string;
}

/** Texts of `length` characters each that are made to be slow: what a rule looks for, repeated, cut, nested or shuffled. */
export function hostileTexts(catalog: Catalog, length: number): HostileText[] {
  const fill = (piece: string): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const repeated = Object.entries(REPEATED).map(([name, piece]) => ({ name, text: fill(piece) }));
  const random = new Dice(7);
  const lines = (make: (index: number) => string): string => {
    const made: string[] = [];
    for (let size = 0, index = 0; size < length; index += 1) size += made[made.push(make(index)) - 1]!.length + 1;
    return made.join('\n').slice(0, length);
  };
  const { patterns } = compileMatchers(catalog);
  const nested = Math.floor(length / 14);
  return [
    ...repeated,
    ...ofPatterns(patterns, fill),
    ...almostMatching(patterns, lines),
    { name: 'XML nested without end', text: fill('<a><Event>') },
    { name: 'XML nested and closed', text: `${'<Data>'.repeat(nested)}${'</Data>'.repeat(nested)}` },
    { name: 'JSON nested', text: `${'{"a":['.repeat(nested)}${']}'.repeat(nested)}` },
    { name: 'long base64', text: fill(`${random.letters(997)}+/aB9`) },
    { name: 'long base64 in lines', text: lines(() => `${random.letters(70)}+/9Az=`) },
    { name: 'random letters', text: random.letters(length) },
    { name: 'random words, one a line', text: lines(() => random.letters(3 + random.next(9))) },
    {
      name: 'different event sources',
      text: lines((index) => `Source: ${random.letters(8)}\nEvent ID: ${index % 9999}`),
    },
    { name: 'different exceptions', text: lines(() => `System.${random.letters(8)}.${random.letters(9)}Exception`) },
    { name: 'different codes', text: lines((index) => `0x8007${(index % 65536).toString(16).padStart(4, '0')}`) },
    { name: 'different statuses', text: lines((index) => `HTTP Error ${400 + (index % 199)}.${index % 99}`) },
    {
      name: 'every character once',
      text: lines((index) => String.fromCharCode(...Array.from({ length: 64 }, (_, at) => (index * 64 + at) % 0xffff))),
    },
  ];
}

function ofPatterns(patterns: readonly Pattern[], fill: (piece: string) => string): HostileText[] {
  const gapped = patterns.filter((one) => one.segments.length > 1);
  const segments = patterns.flatMap((one) => one.segments);
  const most = gapped.reduce((best, one) => (one.segments.length > best.segments.length ? one : best));
  return [
    { name: 'every literal of the catalog', text: fill(`${segments.join('\n')}\n`) },
    { name: 'every literal, on one line', text: fill(`${segments.join(' ')} `) },
    { name: 'heads without tails', text: fill(`${gapped.map((one) => one.segments[0]!).join('\n')}\n`) },
    { name: 'tails without heads', text: fill(`${gapped.map((one) => one.segments.at(-1)!).join(' ')} `) },
    { name: 'one head', text: fill(gapped[0]!.segments[0]!) },
    { name: 'all parts but the last', text: fill(most.segments.slice(0, -1).join(' x ')) },
    { name: 'one whole message', text: fill(`${most.segments.join('x')} `) },
    { name: 'literals cut by one character', text: fill(`${segments.map((one) => one.slice(0, -1)).join('\n')}\n`) },
  ];
}

const REPEATED: Readonly<Record<string, string>> = {
  '<': '<',
  '<<a ': '<<a ',
  '[': '[',
  '{': '{',
  '"': '"',
  "'": "'",
  '&': '&',
  '&amp;': '&amp;',
  '&#': '&#1',
  backslashes: '\\',
  'domain accounts': ' AB\\cd',
  'CONTOSO\\': 'CONTOSO\\',
  'path of a user': 'C:\\Users\\bob\\',
  digits: '7',
  'digits and points': '1.2.',
  codes: '0x80070002 ',
  'codes with a second': '0x80004005 : 80008081 ',
  'half codes': '0x8007000',
  'negative codes': '-2147024894 ',
  'at ': 'at ',
  'frames of a stack': '   at A.B.C(D e) in x:line 1\n',
  'frames without end': 'at a.b<',
  '> ': '> ',
  '\\n> ': '\n> ',
  '> > >': '> > > >\n',
  emoji: '\u{1f600}',
  'high surrogates': '\ud83d',
  'low surrogates': '\udc00',
  CRLF: '\r\n',
  CR: '\r',
  'CR CR LF': 'a\r\r\n',
  tabs: '\t',
  blanks: ' ',
  'no-break blanks': '\u00a0',
  'blanks and one letter': `${' '.repeat(600)}a`,
  'two blanks': 'a  b  ',
  'one letter a line': 'a\n',
  'zero bytes': '\0',
  'terminal colours': '\u001b[32m',
  'escape without end': '\u001b]0;',
  'lost escape': '[32m',
  ticks: '`',
  fences: '```xml\n',
  'zero-width': '\u200b',
  'full-width': '\uff28\uff54',
  'dotted capital I': '\u0130',
  'password=': 'password=',
  'password=""': 'password="',
  'password=a;': 'password=a;',
  'password=x"y': 'password="a"b',
  '@': '@',
  'a@': 'a@',
  'a@b.': 'a@b.',
  'mail addresses': 'ab@cd.ef ',
  '://': '://',
  '://a:': '://a:b',
  '==': '==',
  eyJ: 'eyJ',
  'eyJ of a token': 'eyJaaaaaaaaa.',
  MII: 'MII',
  '-----BEGIN': '-----BEGIN A-----\n',
  'key blocks': `-----BEGIN A-----\n${'A'.repeat(60)}\n`,
  cookie: 'cookie: a=b; ',
  'token=': 'token=',
  secret: 'secret',
  'sig=': '?sig=',
  '+ASt': '+ASt',
  Exception: 'Exception',
  'a.Exception': 'a.Exception.',
  'Event ID:': 'Event ID: ',
  'Source:': 'Source: ',
  'Source: a Event ID: 1': 'Source: a Event ID: 1 ',
  'HTTP ': 'HTTP ',
  'HTTP Error 500': 'HTTP Error 500 ',
  'error ': 'error ',
  '(500)': '(500)',
  ' - 500': ' - 500',
  '500.30': '500.30 ',
  'HttpStatus=500': 'HttpStatus=500 ',
  'Request finished HTTP/': 'Request finished HTTP/ - 500 - ',
  '<Event>': '<Event>\n',
  '<EventID ': '<EventID ',
  '<br>': '<br>',
  '<html><script>': '<html><script>',
  '<!--': '<html><!--',
  '<td>': '<html><td>a',
  'W3C lines': '2026-03-05 10:11:12 10.0.0.4 GET /a - 443 - 10.0.0.7 M - 500 0 64 31\n',
  'W3C line without end': '2026-03-05 10:11:12 10.0.0.4 GET /a 500 0 64 ',
  '#Fields:': '#Fields: sc-status s-reason\n',
  '<configuration>': '<configuration>\n',
  '<add': '<add key="a" value="b" />\n',
  azurewebsites: 'azurewebsites.net ',
  'not iis': 'not iis 10 ',
  'denied statement': 'not reinstalled the hosting bundle ',
  Japanese: '\u30a8\u30e9\u30fc\u304c\u767a\u751f',
};

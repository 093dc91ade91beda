import { pickIndex, type Random } from '../../../bench/random.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const ALNUM = LOWER + UPPER + DIGITS;
const HEX = '0123456789abcdef';
const BASE64 = `${ALNUM}+/`;
const URL_BASE64 = `${ALNUM}-_`;

type Maker = (random: Random) => string;

/** Makes values that look like what they are called; nothing made here is real. */
export const MAKERS: Readonly<Record<string, Maker>> = {
  pw: (random) => signs(random, LOWER, 1) + signs(random, ALNUM, 8 + pickIndex(random, 9)) + signs(random, DIGITS, 2),
  pw2: (random) => signs(random, UPPER, 1) + signs(random, ALNUM, 10) + signs(random, DIGITS, 2),
  short: (random) => `${signs(random, UPPER, 1)}${signs(random, LOWER, 5)}${signs(random, DIGITS, 2)}`,
  // Signs that stand unquoted in a connection string.
  strong: (random) => mixed(random, '!#$%^*()_+-.?~@/:'),
  strong2: (random) => mixed(random, '!#$%^*()_+-.?~@/:;,=|[]'),
  semicolon: (random) => `${mixed(random, '!#$;=')};${signs(random, ALNUM, 9)}`,
  // Letters that make no word a sentence could hold.
  letters: of('abcdfkmoprtvz', 10),
  phrase: (random) => `${signs(random, 'abcdfkmoprtvz', 9)} ${signs(random, 'abcdfkmoprtvz', 8)}`,
  digits8: of('123456789', 8),
  dpapi: (random) => `AQAAANCMnd8${signs(random, BASE64, 120)}==`,
  cells: of('abcdfkmoprtvz0123456789', 24),
  seed: of('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 32),
  long: of(ALNUM, 90),
  hash: (random) => `$2a$11$${signs(random, ALNUM, 53)}`,
  spaced: (random) => `${mixed(random, '!#')} ${signs(random, ALNUM, 9)}`,
  url: (random) => mixed(random, '!$*()_+-.~'),
  basic: (random) => Buffer.from(`app:${signs(random, ALNUM, 14)}`).toString('base64'),
  saml: (random) => Buffer.from(`<samlp:Response ID="${signs(random, ALNUM, 90)}">`).toString('base64'),
  key32: (random) => `${signs(random, BASE64, 42)}${signs(random, 'AEIMQUYcgkosw048', 1)}=`,
  key64: (random) => `${signs(random, BASE64, 85)}${signs(random, 'AQgw', 1)}==`,
  key64url: (random) => `${signs(random, ALNUM, 86)}%3D%3D`,
  sig: (random) => `${signs(random, BASE64, 42)}${signs(random, 'AEIMQUYcgkosw048', 1)}=`,
  b64u: of(URL_BASE64, 44),
  b64u20: of(ALNUM, 20),
  b64u22: of(URL_BASE64, 22),
  b64u27: of(ALNUM, 27),
  b64u28: of(ALNUM, 28),
  b64u33: of(ALNUM, 33),
  b64u35: of(ALNUM, 35),
  b64u43: of(ALNUM, 43),
  b64x40: of(BASE64, 40),
  alnum: of(ALNUM, 32),
  alnum2: of(ALNUM, 32),
  alnum24: of(ALNUM, 24),
  alnum36: of(ALNUM, 36),
  alnum48: of(ALNUM, 48),
  token40: of(ALNUM, 40),
  token52: of(LOWER + DIGITS, 52),
  lower43: of(LOWER + DIGITS, 43),
  upper8: of(UPPER + DIGITS, 8),
  upper16: of(UPPER + DIGITS, 16),
  upper27: of(UPPER + DIGITS, 27),
  hex24: of(HEX, 24),
  hex32: of(HEX, 32),
  hex32b: of(HEX, 32),
  hex34: of(HEX, 34),
  hex40: of(HEX, 40),
  hex64: of(HEX, 64),
  hex64b: of(HEX, 64),
  hex128: (random) => signs(random, HEX, 128).toUpperCase(),
  guid: (random) => [8, 4, 4, 4, 12].map((length) => signs(random, HEX, length)).join('-'),
  entra: (random) => `${signs(random, ALNUM, 3)}${signs(random, '78', 1)}Q~${signs(random, `${ALNUM}_.~-`, 33)}z`,
  jwt: (random) =>
    `${part('{"alg":"RS256","kid":"k"}')}.${part(`{"sub":"${signs(random, ALNUM, 60)}"}`)}.${signs(random, URL_BASE64, 180)}`,
  cookie: (random) => `CfDJ8${signs(random, URL_BASE64, 140)}`,
  pem: (random) =>
    Array.from({ length: 6 }, () => signs(random, BASE64, 64)).join('\n') + `\n${signs(random, BASE64, 30)}==`,
  pfx: of(BASE64, 400),
  aztorage: (random) => `${signs(random, BASE64, 76)}+ASt${signs(random, ALNUM, 6)}==`,
  azcosmos: (random) => `${signs(random, BASE64, 76)}ACDb${signs(random, ALNUM, 6)}==`,
  azbus: (random) => `${signs(random, BASE64, 33)}+ASb${signs(random, ALNUM, 6)}=`,
  azredis: (random) => `${signs(random, BASE64, 33)}AzCa${signs(random, ALNUM, 6)}=`,
  azsearch: (random) => `${signs(random, ALNUM, 42)}AzSe${signs(random, ALNUM, 6)}`,
  azfunctions: (random) => `${signs(random, URL_BASE64, 44)}AzFu${signs(random, ALNUM, 6)}==`,
  azapim: (random) => `${signs(random, BASE64, 76)}APIM${signs(random, ALNUM, 6)}==`,
  aziot: (random) => `${signs(random, BASE64, 33)}AIoT${signs(random, ALNUM, 6)}=`,
  azregistry: (random) => `${signs(random, BASE64, 42)}+ACR${signs(random, ALNUM, 6)}`,
  azcommon: (random) => `${signs(random, ALNUM, 52)}JQQJ99${signs(random, ALNUM, 26)}`,
  azdevops: (random) => `${signs(random, ALNUM, 76)}AZDO${signs(random, ALNUM, 4)}`,
  person: (random) => `${signs(random, 'bdfgk', 1)}${signs(random, LOWER, 7)}.${signs(random, LOWER, 8)}`,
  email: (random) => `${signs(random, LOWER, 9)}.${signs(random, LOWER, 7)}@${signs(random, LOWER, 12)}.net`,
};

/** Parts of a template that are no secret and may stay. */
export const FILLERS: Readonly<Record<string, Maker>> = {
  domain: (random) => signs(random, 'BCDFGKLMNPRTV', 7),
  lowdomain: (random) => signs(random, 'bcdfgklmnprtv', 7),
  guid0: (random) => [8, 4, 4, 4, 12].map((length) => signs(random, HEX, length)).join('-'),
};

/** Ways to write a value into its place. */
export const WRITERS: Readonly<Record<string, (value: string) => string>> = {
  url: encodeURIComponent,
  escaped: (value) => value.replaceAll('\n', '\\n'),
  line: (value) => value.replaceAll('\n', ' '),
  lines: (value) => value.replace(/.{64}/g, '$&\n'),
  indented: (value) => value.replaceAll('\n', '\n    '),
  cut: (value) => value.slice(0, -100),
  wrapped: (value) => value.replace(/.{76}/g, '$&\n'),
};

function of(alphabet: string, length: number): Maker {
  return (random) => signs(random, alphabet, length);
}

function mixed(random: Random, special: string): string {
  const inner = signs(random, special + ALNUM + special, 8) + signs(random, special, 1) + signs(random, ALNUM, 6);
  return `${signs(random, UPPER, 1)}${signs(random, LOWER, 1)}${inner}${signs(random, DIGITS, 2)}`;
}

function part(json: string): string {
  return Buffer.from(json).toString('base64url');
}

function signs(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[pickIndex(random, alphabet.length)]!).join('');
}

import { keyed, loose, looseQuoted } from './keyedValues.ts';
import { LOOSE_VALUES, PLACEHOLDERS, secret, WORDS, type RedactionRule } from './redactionRule.ts';

const PASSWORD =
  '(?:(?:password|passwd|passphrase)(?:[_-]?(?:hash|value|text|[a-z]{2,12}|\\d{1,3}))?|pwd(?:[_-][a-z]{2,12}|\\d{1,3})?)';
const FOREIGN =
  '(?:kennwort|passwort|mot de passe|contrase.a|senha|wachtwoord|has\u0142o|heslo|l\u00f6senord|parola|\u043f\u0430\u0440\u043e\u043b\u044c|\u30d1\u30b9\u30ef\u30fc\u30c9|\u5bc6\u7801|\u5bc6\u78bc)';

const NEAR = '(?:password|passwd|pwd|passphrase)';

/** Passwords that their key gives away. Where two rules fit the same place, the earlier one names it. */
export const PASSWORD_RULES: readonly RedactionRule[] = [
  secret('connection-string-password', 'connection string password', ['password', 'pwd'], keyed('(?:password|pwd)'), {
    before: /[;,]\s?(?:\w{1,16} )?$/,
    spares: PLACEHOLDERS,
  }),
  secret('publish-profile-password', 'publish profile password', ['userpwd'], keyed('userPWD'), {
    spares: PLACEHOLDERS,
  }),
  secret('password', 'password', ['password', 'passwd', 'pwd', 'passphrase'], keyed(PASSWORD), {
    spares: PLACEHOLDERS,
  }),
  secret('short-password', 'password', ['pass', 'pw'], keyed('(?:pass|pw)'), {
    before: /(?:^|[\s_"',;&?{(/>-]|store|key|trust)$/i,
    spares: WORDS,
  }),
  secret(
    'foreign-password',
    'password',
    [
      'kennwort',
      'passwort',
      'mot de passe',
      'contrase',
      'senha',
      'wachtwoord',
      'has\u0142o',
      'heslo',
      'l\u00f6senord',
      'parola',
      '\u043f\u0430\u0440\u043e\u043b\u044c',
      '\u30d1\u30b9\u30ef\u30fc\u30c9',
      '\u5bc6\u7801',
      '\u5bc6\u78bc',
    ],
    [...keyed(FOREIGN), ...looseQuoted(FOREIGN)],
    { spares: PLACEHOLDERS },
  ),
  secret('loose-foreign-password', 'password', ['passwort', 'kennwort', 'mot de passe'], loose(FOREIGN), {
    spares: LOOSE_VALUES,
  }),
  secret('quoted-password', 'password', ['password', 'passwd', 'pwd', 'passphrase'], looseQuoted(NEAR), {
    spares: [...WORDS, /^(?:[A-Za-z .-]+|0x[^\n]{0,40}|[A-Z]:\\[^\n]{0,120})$/],
  }),
  secret('loose-password', 'password', ['password', 'passwd', 'pwd', 'passphrase'], loose(NEAR), {
    spares: LOOSE_VALUES,
  }),
  secret('loose-credentials', 'password', ['credentials'], [/(credentials: ?[^\s/]{1,64} ?\/ ?)(\S{6,})/iy], {
    spares: LOOSE_VALUES,
  }),
  // <add value="…" key="AdminPassword" />: the value comes first.
  secret(
    'value-before-name',
    'password',
    ['value='],
    [
      /(value=\\{0,3}")([^"\\\n]{1,512})(?=\\{0,3}"\s{1,8}(?:name|key)=\\{0,3}"[^"\n]{0,60}(?:password|pwd|secret|token|apikey|accesskey|accountkey))/iy,
      /(value=')([^'\n]{1,512})(?='\s{1,8}(?:name|key)='[^'\n]{0,60}(?:password|pwd|secret|token|apikey|accesskey|accountkey))/iy,
    ],
    { spares: PLACEHOLDERS },
  ),
];

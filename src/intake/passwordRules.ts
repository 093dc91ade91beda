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
  secret('short-password', 'password', ['pass'], keyed('pass'), {
    before: /(?:^|[\w\s"',;&?{(/>.:[-])$/,
    notBefore: /(?:by|com|over|sur|tres|under|im)$/i,
    spares: WORDS,
  }),
  // Two letters at the end of any word would be found in keys.
  secret('shortest-password', 'password', ['pw'], keyed('pw'), {
    before:
      /(?:^|[\s_"',;&?{(/>.:[-]|account|admin|app|db|ftp|key|ldap|login|mail|my|proxy|root|server|smtp|sql|store|svc|trust|user)$/i,
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
  // "Password for sa: …", "password (admin): …", "the password of user sa is …".
  secret(
    'password-of-somebody',
    'password',
    ['password ', 'passwd ', 'pwd ', 'passphrase ', 'passwort ', 'kennwort '],
    [
      new RegExp(
        `((?:${NEAR}|passwort|kennwort) (?:(?:for|of|f\u00fcr|von) (?:the )?(?:(?:user|login|account) )?["']?[\\w.@\\\\-]{1,40}["']?|\\([\\w .@-]{1,40}\\))(?: ?[:=] ?| (?:is|was|ist|lautet):? )\\\\{0,3}["']?)([^\\s"'<>|\\\\]{6,256})`,
        'iy',
      ),
    ],
    { spares: LOOSE_VALUES },
  ),
  secret(
    'loose-credentials',
    'password',
    ['credentials:', 'login ', 'login:', 'logon '],
    [
      /(credentials: ?[^\s/]{1,64} ?\/ ?)(\S{6,})/iy,
      /(log[io]n:? [\w.@-]{1,64} ?\/ ?)([^\s/\\"'<>]{6,128})(?=[\s\\"'<]|$)/iy,
    ],
    { notBefore: /[/\\]$/, spares: LOOSE_VALUES },
  ),
  // "use … as password"
  secret('value-before-word', 'password', [' as password', ' as the password'], [/(?= as (?:the )?password)/iy], {
    left: { chars: /[^\s"'<>\\]/, min: 6, max: 64 },
    spares: LOOSE_VALUES,
  }),
  // <add value="…" key="AdminPassword" />: the value comes first.
  secret(
    'value-before-name',
    'password',
    ['value='],
    [
      /(value=\\{0,3}")([^"\\\n]{1,512})(?=\\{0,3}"\s{1,8}(?:name|key)=\\{0,3}"[^"\n]{0,60}(?:password|pass\\{0,3}"|pwd|secret|token|apikey|accesskey|accountkey))/iy,
      /(value=')([^'\n]{1,512})(?='\s{1,8}(?:name|key)='[^'\n]{0,60}(?:password|pwd|secret|token|apikey|accesskey|accountkey))/iy,
    ],
    { spares: PLACEHOLDERS },
  ),
  // {"value": "…", "slotSetting": false, "name": "DB_PASSWORD"}
  secret(
    'value-before-name-in-json',
    'password',
    ['value"', 'value\\"'],
    [
      /(value\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}")((?:[^"\\\n]|\\(?!\\{0,6}")|\\{1,7}"(?=[\w!@#$%^*])){1,512})(?=\\{0,3}"(?:\s|\\{1,3}[nrt]){0,24},(?:\s|\\{1,3}[nrt]){0,24}(?:\\{0,3}"slotSetting\\{0,3}"\s{0,4}:\s{0,4}(?:true|false)\s{0,8},(?:\s|\\{1,3}[nrt]){0,24})?\\{0,3}"name\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"[^"\n]{0,60}(?:password|pass\\{0,3}"|pwd|secret|token|apikey|accesskey|accountkey))/iy,
    ],
    { spares: PLACEHOLDERS },
  ),
  // .WithPassword("…"), new NetworkCredential("user", "…"), PasswordSignInAsync(user, "…")
  secret(
    'password-argument',
    'password',
    ['password', 'networkcredential(', 'sqlcredential(', 'basicauthenticationcredentials(', 'createasync('],
    [
      /(password\w{0,20}\(@?\\{0,3}["'])([^"'\\\n]{1,256})(?=\\{0,3}["']\))/iy,
      /((?:networkcredential|sqlcredential|basicauthenticationcredentials|password\w{0,20}|createasync)\((?:\\{0,3}"[^"\n]{0,100}"|[\w.]{1,60}), ?@?\\{0,3}")([^"\\\n]{1,256})(?=\\{0,3}")/iy,
    ],
    { spares: WORDS },
  ),
];

import { keyed, loose, looseQuoted } from './keyedValues.ts';
import { LOOSE_VALUES, PLACEHOLDERS, secret, WORDS, type RedactionRule } from './redactionRule.ts';

const PASSWORD =
  '(?:(?:password|passwd|p@ssword|pass[ _-]?phrase|pass[ -]word|passcode|p/w)(?![_-]?(?:min|max|format|length|options|polic|expir|required|requires|strength|attempt|protection|hasher|validator|never|history|file|path|manager))(?:[_-]?(?:hash|value|text|[a-z]{2,12}|\\d{1,3}))?|pwd(?:[_-][a-z]{2,12}|\\d{1,3})?)';
const FOREIGN =
  '(?:kennwort|passwort|mot de passe|contrase.a|senha|palavra-passe|wachtwoord|has[l\u0142]o|heslo|lozinka|sifre|l\u00f6senord|passord|adgangskode|salasana|jelsz\u00f3|parola|\u015fifre|\u043f\u0430\u0440\u043e\u043b\u044c|\u30d1\u30b9\u30ef\u30fc\u30c9|\u5bc6\u7801|\u5bc6\u78bc|\u53e3\u4ee4|\ube44\ubc00\ubc88\ud638)';

const FOREIGN_LITERALS = [
  'kennwort',
  'passwort',
  'mot de passe',
  'contrase',
  'senha',
  'palavra-passe',
  'wachtwoord',
  'has\u0142o',
  'haslo',
  'lozinka',
  'sifre',
  'heslo',
  'l\u00f6senord',
  'passord',
  'adgangskode',
  'salasana',
  'jelsz\u00f3',
  'parola',
  '\u015fifre',
  '\u043f\u0430\u0440\u043e\u043b\u044c',
  '\u30d1\u30b9\u30ef\u30fc\u30c9',
  '\u5bc6\u7801',
  '\u5bc6\u78bc',
  '\u53e3\u4ee4',
  '\ube44\ubc00\ubc88\ud638',
];

const NEAR = '(?:password|passwd|pwd|passphrase|passcode|pass word)';
const NEAR_LITERALS = ['password', 'passwd', 'pwd', 'passphrase', 'passcode', 'pass word'];

/** Passwords that their key gives away. Where two rules fit the same place, the earlier one names it. */
export const PASSWORD_RULES: readonly RedactionRule[] = [
  secret('connection-string-password', 'connection string password', ['password', 'pwd'], keyed('(?:password|pwd)'), {
    before: /[;,]\s?(?:\w{1,16} )?$/,
    spares: PLACEHOLDERS,
  }),
  secret('publish-profile-password', 'publish profile password', ['userpwd'], keyed('userPWD'), {
    spares: PLACEHOLDERS,
  }),
  secret(
    'password',
    'password',
    [...NEAR_LITERALS, 'p@ssword', 'pass phrase', 'pass-phrase', 'pass_phrase', 'pass-word', 'p/w:', 'p/w ', 'p/w='],
    keyed(PASSWORD),
    {
      spares: PLACEHOLDERS,
    },
  ),
  secret('short-password', 'password', ['pass'], keyed('pass'), {
    before: /(?:^|[\w\s"',;&?{(/>.:[-])$/,
    notBefore: /(?:by|com|over|sur|tres|under|im)$/i,
    spares: WORDS,
  }),
  // Two letters at the end of any word would be found in keys.
  secret(
    'shortest-password',
    'password',
    ['pw'],
    [...keyed('pw'), /(pw (?:is )?)((?=\D{0,40}\d)(?=[^\n]{0,40}[a-z])[^\s"'<>\\/:.,]{6,64})(?![:=.\w])/iy],
    {
      before:
        /(?:^|[\s_"',;&?{(/>.:[-]|account|admin|app|db|ftp|key|ldap|login|mail|my|proxy|root|server|smtp|sql|store|svc|trust|user)$/i,
      spares: WORDS,
    },
  ),
  secret('foreign-password', 'password', FOREIGN_LITERALS, [...keyed(FOREIGN), ...looseQuoted(FOREIGN)], {
    spares: PLACEHOLDERS,
  }),
  secret('loose-foreign-password', 'password', FOREIGN_LITERALS, loose(FOREIGN), {
    spares: LOOSE_VALUES,
  }),
  secret('quoted-password', 'password', NEAR_LITERALS, looseQuoted(NEAR), {
    spares: [...WORDS, /^(?:[A-Za-z]+[ .-][A-Za-z .-]*|0x[^\n]{0,40}|[A-Z]:\\[^\n]{0,120})$/],
  }),
  secret('loose-password', 'password', NEAR_LITERALS, loose(NEAR), {
    // "… is the password": it stood in front, so what follows is another line.
    notBefore:
      /(?:(?:^|[\s"'])(?=[^\s"'<>\\]{0,40}[\d!#$%^*?~@+])[^\s"'<>\\]{6,48}|<password>)["']? (?:as|is|was|for) (?:(?:the|my) )?$/i,
    spares: LOOSE_VALUES,
  }),
  // Words are as good: "passphrase: correct horse battery staple"
  secret(
    'pass-phrase',
    'passphrase',
    ['passphrase', 'pass phrase', 'pass-phrase', 'pass_phrase'],
    [/(pass[ _-]?phrase\\{0,3}["']?(?:[ \t]{0,4}[:=][ \t]{0,4}| is )\\{0,3}["']?)([^\n"';<>\\]{6,200})/iy],
    {
      spares: [
        ...PLACEHOLDERS,
        /^(?:is|was|not|for|wrong|incorrect|required|missing|invalid|empty|expired|the|a|an|of|that|too|must|does|cannot|set|stored|kept|in)\b|^\$/i,
      ],
    },
  ),
  secret(
    'short-key-of-a-login',
    'password',
    ['clave', 'cl\u00e9 ', 'schl\u00fcssel'],
    [
      ...loose('(?:clave|cl\u00e9 (?:secr\u00e8te|api)|schl\u00fcssel)'),
      /((?:clave|cl\u00e9 (?:secr\u00e8te|api)|schl\u00fcssel)[ \u00a0]?[:=] ?)([^\s"'<>]{6,256})/iy,
    ],
    { spares: [...LOOSE_VALUES, /^[0-9a-f]{8}-[0-9a-f]{4}-/i] },
  ),
  // A table of settings: DB_PASSWORD | …
  secret(
    'setting-cell',
    'password',
    ['password', 'pwd'],
    [/((?:password|pwd)[ \t]?[|\t][ \t]{0,4})([^\s|"'<>]{4,256})/iy],
    {
      before: /[a-z\d](?:_{1,2}|:)$/i,
      spares: PLACEHOLDERS,
    },
  ),
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
  secret(
    'value-before-word',
    'password',
    [
      ' as password',
      ' as the password',
      ' is the password',
      ' was the password',
      ' is my password',
      ' for the password',
    ].flatMap((words) => [words, `"${words}`, `'${words}`]),
    [/(?=["']? (?:as|is|was|for) (?:(?:the|my) )?password)/iy],
    {
      left: { chars: /[^\s"'<>\\]/, min: 6, max: 64 },
      spares: LOOSE_VALUES,
    },
  ),
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

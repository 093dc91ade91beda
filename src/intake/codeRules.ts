import { PLACEHOLDERS, PLAIN_VALUES, secret, WORDS, type RedactionRule } from './redactionRule.ts';

const QUOTED = `\\\\{0,3}["'])([^"'\\\\\\n]{1,256})(?=\\\\{0,3}["'])`;

/** Secrets in statements of databases and in the code of a program, where a call or a clause says what they are. */
export const CODE_RULES: readonly RedactionRule[] = [
  secret(
    'sql-identified-by',
    'password',
    ['identified '],
    [new RegExp(`(identified (?:with \\w{1,40} )?by ${QUOTED}`, 'iy'), /(identified by )([^\s;"']{3,128})/iy],
    { spares: [...PLACEHOLDERS, /^(?:the|password|values|its|id|name|guid)$/i] },
  ),
  secret(
    'sql-login-procedure',
    'password',
    ['sp_addlogin', 'sp_password', 'sp_addlinkedsrvlogin'],
    [
      new RegExp(`(sp_addlogin [^\\n,]{1,80}, ?N?${QUOTED}`, 'iy'),
      new RegExp(`(sp_password (?:NULL|N?'[^'\\n]{0,80}'), ?N?${QUOTED}`, 'iy'),
      new RegExp(`(sp_addlinkedsrvlogin [^\\n]{1,160}, ?N?${QUOTED}`, 'iy'),
    ],
    { spares: PLACEHOLDERS },
  ),
  secret(
    'call-with-certificate',
    'certificate password',
    ['usehttps(', 'loadpkcs12', 'directoryentry('],
    [
      new RegExp(`(usehttps\\([^"\\n]{0,60}"[^"\\n]{1,160}", ?${QUOTED}`, 'iy'),
      new RegExp(`(loadpkcs12\\w{0,20}\\([^,\\n]{1,160}, ?${QUOTED}`, 'iy'),
      new RegExp(`(directoryentry\\([^,\\n]{1,160}, ?[^,\\n]{1,100}, ?${QUOTED}`, 'iy'),
    ],
    { spares: PLACEHOLDERS },
  ),
  secret(
    'call-with-key',
    'key',
    ['new secret(', 'keycredential(', 'addkey(', 'symmetricsecuritykey(', 'sharedkeycredential('],
    [
      new RegExp(`(sharedkeycredential\\([^,\\n]{1,100}, ?${QUOTED}`, 'iy'),
      new RegExp(`((?:new secret|keycredential|addkey)\\(${QUOTED}`, 'iy'),
      new RegExp(`(symmetricsecuritykey\\([^"'\\n]{0,80}${QUOTED}`, 'iy'),
    ],
    { replacement: '<key>', spares: [...PLACEHOLDERS, /^.{0,7}$|^\w{1,40}(?:[:.]\w{1,40}){1,4}$/] },
  ),
  secret('bytes-of-a-key', 'key', ['getbytes('], [new RegExp(`(getbytes\\(${QUOTED}`, 'iy')], {
    before: /(?:key|secret|salt|pepper|hmac\w{0,12}|iv)["']?\]?\s?(?:=|\()\s?(?:[\w.]{0,30}\.)?$/i,
    replacement: '<key>',
    spares: [...PLACEHOLDERS, /^\w{1,40}:\w{1,40}$/],
  }),
  // Sections of appsettings.json that hold nothing but a signing key under "Key", also of words.
  secret(
    'key-of-a-section',
    'signing key',
    ['jwt', 'encryption"', 'crypto', 'token'],
    [
      /((?:jwt\w{0,20}|encryption|crypto\w{0,12}|tokens?(?:settings|options|config\w{0,8})?)\\{0,3}"\s{0,4}:\s{0,4}\{[^{}]{0,300}?"(?:secret_?|signing_?|private_?)?key\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}")([^"\\\n]{8,512})/iy,
      /(jwt(?:settings|options|config|bearer|token)?(?:__|[:._-])?(?:secret_?|signing_?)?(?:key|secret)(?:["']?\s{0,4}[:=]\s{0,4}["']?|["']\svalue=["']|(?:\n|\\{1,3}n)[ \t]{0,24}value:[ \t]{0,4}["']?))([^"'\n;&<>\\]{8,512})(?=["'\n;&<>\\]|$)/iy,
    ],
    { before: /(?:^|[^a-z])$/i, replacement: '<key>', spares: [...PLACEHOLDERS, /^https?:/i] },
  ),
  // "Secret": "swordfish": in quotes even a word is one.
  secret(
    'quoted-secret',
    'secret',
    ['secret', 'appkey'],
    [
      /((?:secret(?:[ _-]?key)?|appkey)\\{0,3}["']?\]?[ \t]{0,8}[:=][ \t]{0,8}@?\\{0,3}["'])([^"'\\\n]{4,128})(?=\\{0,3}["'])/iy,
      /(secret[_-]?key[ \t]{0,4}[:=][ \t]{0,4})([^\s"'<>;,\\]{8,128})(?=[\s"'<\\]|$)/iy,
    ],
    {
      replacement: '<secret>',
      spares: [
        ...PLACEHOLDERS,
        /^(?:required|missing|set|unset|configured|expired|invalid|disabled|enabled|unknown|empty|present|optional|hashed|encrypted|rotated|object|array|boolean|number)$/i,
      ],
    },
  ),
  // "pass": "…", DB_PASS='…'
  secret(
    'quoted-pass',
    'password',
    ['pass'],
    [/(pass\\{0,3}["']?\]?[ \t]{0,8}[:=][ \t]{0,8}@?\\{0,3}["'])([^"'\\\n]{4,128})(?=\\{0,3}["'])/iy],
    {
      before: /(?:^|[\w\s"',;&?{(/>.:[-])$/,
      notBefore: /(?:by|com|over|sur|tres|under|im)$/i,
      spares: [
        ...PLACEHOLDERS,
        /^(?:[\d.,:]{1,40}|passed|failed|success\w*|specialize|oobesystem|generalize|windowspe|audit\w*|offlineservicing)$/i,
      ],
    },
  ),
  // "Passwords": ["…", "…"]
  secret(
    'list-of-secrets',
    'secret',
    ['passwords', 'secrets', 'keys"', 'key"', 'tokens"', 'keys\\"', 'key\\"', 'tokens\\"'],
    [
      /((?:passwords|secrets)\\{0,3}["']?\s{0,4}[:=]\s{0,4}\[\s{0,24})(\\{0,3}["'][^\]\n]{3,1000})(?=\])/iy,
      /((?:keys?|tokens)\\{0,3}["']?\s{0,4}[:=]\s{0,4}\[\s{0,24}\\{0,3}["'])((?=[A-Za-z+/_-]{0,60}(?:\d|[a-z][A-Z][A-Za-z+/]{0,30}[a-z][A-Z]))[A-Za-z0-9+/_-]{24,512}={0,2})/iy,
      /((?:keys?|tokens)\\{0,3}"\s{0,4}:\s{0,4}\{\s{0,24}\\{0,3}"[^"\\\n]{1,60}\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}")((?=[A-Za-z+/_-]{0,60}(?:\d|[a-z][A-Z][A-Za-z+/]{0,30}[a-z][A-Z]))[A-Za-z0-9+/_-]{32,512}={0,2})/iy,
    ],
    {
      replacement: '<secret>',
      spares: [...PLAIN_VALUES, /^["'](?:[A-Z][A-Za-z]{0,40}|[a-z]{1,12})["'](?:,\s?["'][A-Za-z]{1,40}["']){0,20}$/],
    },
  ),
  // "Secrets": { "Payment": "…" }
  secret(
    'section-of-secrets',
    'secret',
    ['passwords', 'secrets'],
    [
      /((?:passwords|secrets)\\{0,3}"\s{0,4}:\s{0,4}\{\s{0,24}\\{0,3}"[^"\\\n]{1,60}\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}")([^"\\\n]{6,512})/iy,
    ],
    { replacement: '<secret>', spares: WORDS },
  ),
  secret(
    'echo-into-login',
    'password',
    ['echo '],
    [/(echo \\{0,3}["']?)([^\s|"'\\]{4,256})(?=\\{0,3}["']?\s?\|\s?[^\n|]{1,160}(?:password-stdin|sudo -S))/iy],
    { spares: WORDS },
  ),
];

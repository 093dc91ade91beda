import { PLACEHOLDERS, secret, type RedactionRule } from './redactionRule.ts';

const SET = `\\\\{0,3}["']?\\]?(?:[ \\t]{0,8}[:=][ \\t]{0,8}|\\s{1,8}value=)\\\\{0,3}["']?`;

/** What cryptography works with: salts, initial values, parts of private keys, hashes of passwords, blobs of Windows. */
export const MATERIAL_RULES: readonly RedactionRule[] = [
  secret(
    'salt',
    'salt',
    ['salt', 'pepper'],
    [new RegExp(`((?:salt|pepper)(?:[_-]?(?:value|key|\\d))?${SET})([^\\s"'<>,;\\\\]{4,512})`, 'iy')],
    {
      before: /(?:^|[^a-z]|hash|password|pwd|user|my|app|key|crypto|encryption|[a-z](?=S))$/i,
      replacement: '<key>',
      spares: [...PLACEHOLDERS, /^(?:[\d.]{1,8}|length|size|random|bytes?|true|false)$/i],
    },
  ),
  secret(
    'initial-value',
    'initialisation vector',
    ['"iv', ':iv', '_iv', 'iv":', 'iv\\":', 'initvector', 'initializationvector'],
    [
      new RegExp(
        `((?:["':_]?iv|init(?:ialization)?vector)${SET})([0-9a-f]{16,64}(?![\\w-])|[A-Za-z0-9+/]{16,44}={0,2}(?![\\w-]))`,
        'iy',
      ),
    ],
    { replacement: '<key>' },
  ),
  secret(
    'rsa-parts',
    'private key',
    ['</exponent>'],
    [/(<\/Exponent>\s{0,24})((?:[A-Za-z0-9+/=\s]|<\/?(?:P|Q|D|DP|DQ|InverseQ)>){40,12000})/iy],
    { replacement: '<key>' },
  ),
  secret(
    'json-web-key',
    'private key',
    [
      '"d":',
      '"k":',
      '"p":',
      '"q":',
      '"dp":',
      '"dq":',
      '"qi":',
      '"d\\":',
      '"k\\":',
      '"p\\":',
      '"q\\":',
      '"dp\\":',
      '"dq\\":',
      '"qi\\":',
    ],
    [/("(?:d|k|p|q|dp|dq|qi)\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}")([A-Za-z0-9_-]{32,1400})(?=\\{0,3}")/y],
    { replacement: '<key>' },
  ),
  secret('putty-mac', 'private key', ['private-mac:'], [/(private-mac: )([0-9a-f]{32,64})/iy], {
    replacement: '<key>',
  }),
  secret(
    'hashed-password',
    'hash of a password',
    ['$2a$', '$2b$', '$2y$', '$apr1$', '$1$', '$5$', '$6$', '$argon2', '$pbkdf2'],
    [/\$(?:2[aby]|apr1|[156]|argon2\w{1,2}|pbkdf2[\w-]{0,12})\$[\w./$=,+-]{20,400}/iy],
  ),
  secret('windows-hash', 'hash of a password', ['aad3b435b51404ee:'], [/(aad3b435b51404ee:)([0-9a-f]{32})/iy]),
  // Data that Windows encrypted for one account or machine.
  secret(
    'dpapi-blob',
    'encrypted secret',
    ['aqaaancmnd8', '01000000d08c9ddf'],
    [
      /AQAAANCMnd8[A-Za-z0-9+/]{20,4000}={0,2}(?:\n[ \t]{0,24}[A-Za-z0-9+/]{40,}={0,2}){0,40}/y,
      /01000000d08c9ddf[0-9a-f]{40,8000}/iy,
    ],
    { replacement: '<key>' },
  ),
  secret(
    'view-state',
    'view state',
    ['__viewstate', '__eventvalidation'],
    [
      /(__(?:viewstate|eventvalidation)\\{0,3}"[^<>\n]{0,80}value=\\{0,3}")([^"\\\n]{16,})/iy,
      /(__(?:viewstate|eventvalidation)=)([^\s&"'<>]{16,})/iy,
    ],
    { replacement: '<token>' },
  ),
  secret(
    'told-code',
    'sign-in code',
    ['redeem code ', 'device code ', 'authorization code '],
    [/((?:redeem|device|authorization) code )((?=[A-Za-z_-]{0,60}\d)[A-Za-z0-9_.-]{32,4096})/iy],
    { replacement: '<token>' },
  ),
  secret(
    'security-stamp',
    'security stamp',
    ['securitystamp'],
    [new RegExp(`(securitystamp${SET})([A-Z2-7]{16,64}|[0-9a-f-]{32,36})`, 'iy')],
    { replacement: '<token>' },
  ),
  // Codes and refresh tokens of Entra.
  secret(
    'entra-code',
    'sign-in code',
    ['=0.a', '=1.a', '"0.a', '"1.a', ' 0.a', ' 1.a'],
    [/([=" ])([01]\.A[A-Za-z0-9_-]{60,}(?:\.[A-Za-z0-9_-]{10,}){0,4})/y],
    {
      replacement: '<token>',
    },
  ),
  secret(
    'sign-in-state',
    'sign-in token',
    ['state=', 'code_verifier', 'nonce='],
    [
      /((?:state|code_verifier|nonce)\\{0,3}["']?[=:][ \t]{0,4}\\{0,3}["']?)((?=[a-z%._~-]{0,60}[A-Z\d])[A-Za-z0-9%._~-]{32,2000})/y,
    ],
    { before: /(?:^|[?&\s"';,>])$/, replacement: '<token>', spares: [/^[0-9a-f]{8}-[0-9a-f]{4}-/i] },
  ),
  secret(
    'principal-header',
    'sign-in header',
    ['x-ms-client-principal'],
    [/(x-ms-client-principal\\{0,3}["']?[ \t]{0,2}[:=][ \t]{0,2}\\{0,3}["']?)([A-Za-z0-9+/]{40,}={0,2})/iy],
    { replacement: '<token>' },
  ),
  secret(
    'windows-ticket',
    'sign-in ticket',
    ['negotiate ', 'ntlm '],
    [/((?:negotiate|ntlm) )([A-Za-z0-9+/]{32,}={0,2})/iy],
    {
      before: /(?:^|[\s"':])$/,
      replacement: '<token>',
    },
  ),
  secret(
    'mail-login',
    'user name and password',
    ['auth plain ', 'auth login '],
    [
      /([Aa][Uu][Tt][Hh] (?:PLAIN|LOGIN|plain|login) )((?=[a-z0-9+/]{0,60}[A-Z])(?=[A-Z0-9+/]{0,60}[a-z])[A-Za-z0-9+/]{12,400}={0,2})(?=[\s"'<\\]|$)/y,
    ],
    { replacement: '<token>' },
  ),
  secret(
    'one-time-seed',
    'seed of one-time codes',
    ['totp', 'authenticator key'],
    [/((?:totp|authenticator)[ _-](?:seed|secret|key)(?: is|:|=)? ?)([A-Z2-7]{16,64}={0,6})(?![a-z])/iy],
    { replacement: '<key>' },
  ),
  // ASP.NET keeps a session id in the address where cookies are off.
  secret('session-in-address', 'session id', ['/(s('], [/(\/\(S\()([a-z0-9]{24})(?=\))/iy], {
    replacement: '<cookie>',
  }),
  // "could not decrypt with key …": 32 or 64 bytes and nothing else.
  secret(
    'bare-key',
    'key',
    ['key '],
    [/(key (?:is )?["'(]?)((?:[0-9a-f]{64}|[0-9a-f]{128})(?![\w-])|[A-Za-z0-9+/]{43}=(?![\w=]))/iy],
    { before: /(?:^|[\s"'(_-]|api|client|access|account)$/i, notBefore: /public[ -]?$/i, replacement: '<key>' },
  ),
];

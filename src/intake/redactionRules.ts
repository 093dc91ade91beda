import { keyed, PLACEHOLDERS, PLAIN_VALUES, secret, type RedactionRule } from './redactionRule.ts';
import { PERSON_RULES } from './personRules.ts';
import { SHAPE_RULES } from './shapeRules.ts';
import { SIGNED_KEY_RULES } from './signedKeyRules.ts';

const PASSWORD = '(?:password|passwd|pwd|passphrase)(?:[_-]?(?:hash|value|text|[a-z]{2,12}|\\d{1,3}))?';

/** Secrets that a key, a header or an address gives away. Where two rules fit the same place, the earlier one names it. */
const KEYED_RULES: readonly RedactionRule[] = [
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
  secret(
    'foreign-password',
    'password',
    ['kennwort', 'passwort', 'mot de passe', 'contrase', 'senha'],
    keyed('(?:kennwort|passwort|mot de passe|contrase.a|senha)'),
    {
      spares: PLACEHOLDERS,
    },
  ),
  secret(
    'command-line-password',
    'password',
    ['-password', '-pwd', '-secret', '-token', '/password'],
    [
      /([-/](?:password|pwd|secret|token)[ \t]{1,4})([^\s\-/"'<][^\s"'<>]*)/iy,
      /([-/](?:password|pwd|secret|token)[ \t]{1,4}["'])([^"'\n]+)/iy,
    ],
    {
      before: /(?:^|[\s-])$/,
      spares: PLAIN_VALUES,
    },
  ),
  secret(
    'account-key',
    'storage or database account key',
    ['accountkey', 'account_key', 'account-key'],
    wrapped('account[_-]?key'),
    {
      replacement: '<key>',
    },
  ),
  secret(
    'shared-access-key',
    'shared access key',
    ['sharedaccesskey', 'shared_access_key'],
    wrapped('shared_?access_?key(?:value)?'),
    {
      replacement: '<key>',
      spares: PLACEHOLDERS,
    },
  ),
  secret(
    'access-key',
    'access key',
    ['accesskey', 'access_key', 'access-key', 'authkey', 'masterkey', 'master_key'],
    wrapped('(?:access|auth|master)[_-]?key(?:_?id)?'),
    {
      replacement: '<key>',
      spares: PLAIN_VALUES,
      notBefore: /shared_?$/i,
    },
  ),
  secret(
    'api-key',
    'API key',
    [
      'apikey',
      'api_key',
      'api-key',
      'subscription-key',
      'subscriptionkey',
      'functions-key',
      'functionkey',
      'hostkey',
      'licensekey',
      'signingkey',
      'encryptionkey',
      'privatekey',
      'private_key',
    ],
    keyed('(?:api|subscription|functions?|host|license|signing|encryption|private)[_-]?key'),
    {
      replacement: '<key>',
      spares: PLAIN_VALUES,
    },
  ),
  secret(
    'client-secret',
    'client secret',
    ['clientsecret', 'client_secret', 'client-secret'],
    wrapped('client[_-]?secret(?:_?value)?'),
    {
      replacement: '<secret>',
      spares: PLACEHOLDERS,
    },
  ),
  secret('secret', 'secret', ['secret'], keyed('secret(?:[_-]?(?:key|value|text|[a-z]{2,12}|\\d{1,3}))?'), {
    replacement: '<secret>',
    spares: PLAIN_VALUES,
    notBefore: /client[_-]?$/i,
  }),
  secret('token', 'token', ['token'], keyed('token(?:[_-]?(?:value|secret|\\d{1,3}))?'), {
    replacement: '<token>',
    spares: PLAIN_VALUES,
    // PublicKeyToken=b03f5f7f11d50a3a is part of an assembly's name.
    notBefore: /(?:publickey|cancellation|syntax)_?$/i,
  }),
  secret('machine-key', 'machine key', ['validationkey', 'decryptionkey'], keyed('(?:validation|decryption)key'), {
    replacement: '<key>',
    spares: [/^(?:AutoGenerate[\w,]*|<[a-z ]+>)$/i],
  }),
  secret('shared-access-signature', 'shared access signature', ['sig='], [/(sig=)([A-Za-z0-9%+/_-]{16,}={0,2})/iy], {
    before: /(?:^|[?&;\s"'])$/,
    replacement: '<signature>',
  }),
  secret('url-key', 'key in an address', ['code=', 'key='], [/((?:code|key)=)([A-Za-z0-9%+/_~.-]{20,}={0,2})/iy], {
    before: /[?&](?:\w{1,16}[-_])?$/,
    replacement: '<key>',
  }),
  secret('url-password', 'password in an address', ['://'], [/(:\/\/[^\s:@/"'<>]{0,64}:)([^\s@/"'<>]+)(?=@)/iy], {}),
  secret(
    'authorization-header',
    'authorization header',
    ['authorization'],
    [
      /(authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:basic|bearer|digest|negotiate|ntlm|sharedkey(?:lite)?|sharedaccesssignature|apikey|token)[ \t]{1,4})([^\s"'<>][^\s"']*)/iy,
      /(authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)([A-Za-z0-9+/=_.~-]{16,})/iy,
    ],
    { replacement: '<token>', spares: PLAIN_VALUES },
  ),
  secret('bearer-token', 'bearer token', ['bearer '], [/(bearer[ \t]{1,4})([A-Za-z0-9._~+/=-]{16,})/iy], {
    replacement: '<token>',
    spares: PLAIN_VALUES,
  }),
  secret(
    'json-web-token',
    'token (JWT)',
    ['eyj'],
    [/eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]{0,}){0,3}(?:\n[A-Za-z0-9_-]{20,400}(?=\s|$)){0,20}/y],
    {
      before: /(?:^|[^A-Za-z0-9_-])$/,
      replacement: '<token>',
    },
  ),
  secret(
    'aspnet-cookie',
    'session or sign-in cookie',
    ['.aspnetcore.', '.aspnet.', '.aspxauth', 'asp.net_sessionid', 'arraffinity', 'asp.net_session'],
    [
      /((?:\.aspnet(?:core)?\.[\w.-]{1,80}|\.aspxauth|asp\.net_session\w{0,4}|arraffinity(?:samesite)?)=)([^\s;"',<>]{12,})/iy,
    ],
    { before: /(?:^|[^\w])$/, replacement: '<cookie>' },
  ),
  secret(
    'set-cookie',
    'cookie',
    ['set-cookie'],
    [/(set-cookie["']?[ \t]{0,4}:[ \t]{0,4}["']?[^=;\s]{1,80}=)([^\s;"',<>]{6,})/iy],
    {
      replacement: '<cookie>',
    },
  ),
  secret(
    'cookie-header',
    'cookie',
    ['cookie:'],
    [/(cookie:[ \t]{0,4})((?:[^=;\s<>]{1,80}=[^\s;<>]{1,4096}(?:; ?|$|(?=\s)))+)/iy],
    {
      before: /(?:^|[\s"'])$/,
      replacement: '<cookie>',
    },
  ),
];

/** Every rule, in the order in which they name a find. */
export const REDACTION_RULES: readonly RedactionRule[] = [
  ...KEYED_RULES,
  ...SHAPE_RULES,
  ...SIGNED_KEY_RULES,
  ...PERSON_RULES,
];

/** As `keyed`, and for keys in base64 that a line break cut in two: the second half ends with "=" or is long. */
function wrapped(key: string): readonly RegExp[] {
  const value = `([A-Za-z0-9+/_~.%-]{20,}\\s{0,2}\\n[ \\t]{0,8}[A-Za-z0-9+/_~-]{4,}={1,2})`;
  return [new RegExp(`(${key}["']?[ \\t]{0,4}[=:][ \\t]{0,4}["']?)${value}`, 'iy'), ...keyed(key)];
}

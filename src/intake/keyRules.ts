import { keyed, loose, looseQuoted, wrapped } from './keyedValues.ts';
import { LOOSE_VALUES, PLACEHOLDERS, PLAIN_VALUES, secret, WORDS, type RedactionRule } from './redactionRule.ts';

const NEAR = '(?:client[ _]?secret(?: value)?|account ?key|api ?key|secret value|userpwd)';

/** Keys, secrets and tokens that their name gives away. */
export const KEY_RULES: readonly RedactionRule[] = [
  secret(
    'account-key',
    'storage or database account key',
    ['accountkey', 'account_key', 'account-key', 'account key'],
    wrapped('account[ _-]?key'),
    { replacement: '<key>', spares: PLACEHOLDERS },
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
    ['accesskey', 'access_key', 'access-key', 'access key', 'authkey', 'masterkey', 'master_key'],
    wrapped('(?:access|auth|master)[ _-]?key(?:_?id)?'),
    { replacement: '<key>', spares: PLAIN_VALUES, notBefore: /shared_?$/i },
  ),
  secret(
    'api-key',
    'API key',
    [
      'apikey',
      'api_key',
      'api-key',
      'api key',
      'subscription-key',
      'subscriptionkey',
      'functions-key',
      'functionkey',
      'hostkey',
      'licensekey',
      'license_key',
      'signingkey',
      'signing_key',
      'encryptionkey',
      'encryption_key',
      'privatekey',
      'private_key',
      'securitykey',
      'security_key',
      'encryptkey',
      'encrypt_key',
      'symmetrickey',
      'jwtkey',
      'jwt_key',
      'tokenkey',
      'aeskey',
      'hmackey',
    ],
    keyed(
      '(?:api|subscription|functions?|host|license|signing|encrypt(?:ion)?|private|security|symmetric|jwt|token|aes|hmac)[ _-]?key(?:s(?:(?::|__|\\[)\\d{1,3})?|_?id)?',
    ),
    { replacement: '<key>', spares: PLAIN_VALUES },
  ),
  secret(
    'instrumentation-key',
    'Application Insights key',
    ['instrumentationkey', 'instrumentation_key'],
    keyed('instrumentation_?key'),
    { replacement: '<key>', spares: [...PLACEHOLDERS, /^0{8}-/] },
  ),
  secret(
    'client-secret',
    'client secret',
    ['clientsecret', 'client_secret', 'client-secret', 'client secret'],
    wrapped('client[ _-]?secret(?:_?value)?'),
    {
      replacement: '<secret>',
      spares: PLACEHOLDERS,
    },
  ),
  secret(
    'secret',
    'secret',
    ['secret'],
    keyed(
      'secret(?![_-]?(?:name|ur[il]|version|ref|path|file|provider|store)|id\\b)(?:[ _-]?(?:key|value|text)|[_-]?(?:[a-z]{2,12}|\\d{1,3}))?',
    ),
    {
      replacement: '<secret>',
      spares: PLAIN_VALUES,
      notBefore: /client[ _-]?$/i,
    },
  ),
  secret('token', 'token', ['token'], keyed('token(?:[_-]?(?:value|secret|\\d{1,3}))?'), {
    replacement: '<token>',
    spares: PLAIN_VALUES,
    // PublicKeyToken=b03f5f7f11d50a3a is part of an assembly's name.
    notBefore: /(?:publickey|cancellation|syntax)_?$/i,
  }),
  secret('personal-access-token', 'personal access token', ['pat'], keyed('pat'), {
    before: /(?:^|[\s_"'.:-])$/,
    replacement: '<token>',
    spares: [...PLAIN_VALUES, /^.{0,19}$/],
  }),
  secret('credentials', 'credentials', ['credential'], keyed('credentials?'), {
    replacement: '<secret>',
    spares: [...WORDS, /^[a-z]\w{0,60}(?:\.[a-z]\w{0,60}){1,12}$/i],
  }),
  secret('identity-header', 'managed identity header', ['identity_header'], keyed('identity_header'), {
    replacement: '<secret>',
    spares: PLACEHOLDERS,
  }),
  secret(
    'machine-key',
    'machine key',
    ['validationkey', 'decryptionkey'],
    [
      /((?:validation|decryption)key\\{0,3}["']?\s?[:=]\s?\\{0,3}["']?)([0-9a-f]{32,128}(?:\n[ \t]{0,24}[0-9a-f]{16,128}){1,4})(?![\w-])/iy,
      ...keyed('(?:validation|decryption)key'),
    ],
    {
      replacement: '<key>',
      spares: [/^(?:AutoGenerate[\w,]*|<[a-z ]+>)$/i],
    },
  ),
  // Any other name that ends in "key": only what is as long and as mixed as a key.
  secret(
    'named-key',
    'key',
    ['key'],
    [
      /(key\d?\\{0,3}["']?[ \t]{0,4}[:=][ \t]{0,4}\\{0,3}["']?)((?=[A-Za-z+/_-]{0,60}\d)[A-Za-z0-9+/_-]{24,512}={0,2})(?![\w.:/])/iy,
      /(key\\{0,3}["'](?:\s{1,8}value=|\s{0,8},\s{0,8}\\{0,3}["']value\\{0,3}["']\s{0,4}:\s{0,4})\\{0,3}["'])((?=[A-Za-z+/_-]{0,60}\d)[A-Za-z0-9+/_-]{24,512}={0,2})(?![\w.:])/iy,
      /(key\\?"[^<>\n]{0,80}>\s{0,24}<value>)((?=[A-Za-z+/_-]{0,60}\d)[A-Za-z0-9+/_-]{24,512}={0,2})(?![\w.:])/iy,
      /(key(?:\n|\\{1,3}n)[ \t]{0,24}value:[ \t]{0,4}\\{0,3}["']?)((?=[A-Za-z+/_-]{0,60}\d)[A-Za-z0-9+/_-]{24,512}={0,2})(?![\w.:])/iy,
    ],
    {
      before: /[\w:.\-"' ]$/,
      notBefore: /<\w{1,12}\s(?:[^<>]{0,40}\s)?$|public$/i,
      replacement: '<key>',
      spares: [...PLAIN_VALUES, /^[0-9a-f]{8}-[0-9a-f]{4}-/i, /^[0-9a-f]{40}$/, /^[A-Z][a-z]+(?:[A-Z][a-z]+)+\d{0,4}$/],
    },
  ),
  secret(
    'told-key',
    'key or token',
    ['token is ', 'token was ', 'key is ', 'key was '],
    [/((?:token|key) (?:is|was) ["']?)((?=[A-Za-z+/_-]{0,60}\d)[A-Za-z0-9+/_-]{24,512}={0,2})/iy],
    { notBefore: /public ?(?:key ?)?$/i, replacement: '<key>', spares: [/^[0-9a-f]{8}-[0-9a-f]{4}-/i] },
  ),
  secret(
    'loose-key',
    'key or secret',
    ['client secret', 'clientsecret', 'client_secret', 'accountkey', 'api key', 'apikey', 'secret value', 'userpwd'],
    [...looseQuoted(NEAR), ...loose(NEAR)],
    { replacement: '<secret>', spares: [...LOOSE_VALUES, /^[0-9a-f]{8}-[0-9a-f]{4}-/i] },
  ),
];

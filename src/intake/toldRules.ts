import { LOOSE_VALUES, PLACEHOLDERS, secret, type RedactionRule } from './redactionRule.ts';

const NAME = '(?:password|passwd|passcode|passphrase|pwd)';
const LITERALS = ['password', 'passwd', 'passcode', 'passphrase', 'pwd is ', 'pwd was '];

// What is said of a password, and what is called after one; also words that go on with the sentence.
const SAID_OF_IT = new RegExp(
  `^(?:${[
    '\\w{1,30}(?:ed|ing|able|ible|(?:ect|per|ent|al|ab|ous|ain|ar|ick|ain|act|ess|ate|ual|ic|om|eal|ear)ly)|(?:in|un|mis|non)\\w{3,30}|\\w{1,3}',
    'wrong|correct|right|valid|empty|blank|null|same|different|good|fine|okay|short|long|weak|strong|safe|plain|clear|known|hidden|gone|lost|stale|here|there',
    'that|this|these|those|them|they|your|their|with|without|from|into|when|where|which|what|whether|because|since|after|before|under|over|only|also|even|just|still|never|always|then|than|more|less|must|should|could|would|cannot|does|have|been|being|were|will|made|kept|sent|told|left|built|held|read|written|given|taken|seen|part|true|false|none|again|twice|once|nothing|something|secret|public|private|local|default|current|admin\\w{0,12}|identical|base64|text|plaintext|ours|mine|yours|like|about|against|between|through|available',
    'authentication|authorization|combination|policy|policies|field|reset|change|changes|rotation|prompt|protection|file|files|store|vault|manager|grant|flow|hash|hashes|hasher|login|logon|value|values|check|rules|length|history|attempt|attempts|parameter|property|option|setting|settings|error|errors|failure|column|pair|pairs|auth|credential|credentials|entry|entries|expiry|expiration|encryption|dialog|box|page|form|input|request|reminder|placeholder|setup|update',
  ].join('|')})$`,
  'i',
);
const WORDS_SAID: readonly RegExp[] = [...PLACEHOLDERS, SAID_OF_IT, /^(?:\d{1,24}$|0x)|[\\/]/i];

const END = `(?=["']?[.!,;)]?(?:\\s*$|\\n|["'<\\\\]| \\d|(?<=[,;]) |,? (?:and|but|or|which|for|in|it|on|when)\\b|[.!] [A-Z]))`;

/** Passwords told in a sentence, also of letters only: what the sentence says of a password is left alone. */
export const TOLD_RULES: readonly RedactionRule[] = [
  secret(
    'told-password',
    'password',
    LITERALS,
    [new RegExp(`(${NAME} (?:is|was):? )([a-z][^\\s"'<>.,;:!?()\\\\]{3,40})${END}`, 'iy')],
    { spares: WORDS_SAID },
  ),
  secret(
    'told-secret',
    'secret',
    ['secret is ', 'passwort lautet ', 'kennwort lautet '],
    [new RegExp(`((?:secret is|lautet|(?:pass|kenn)wort lautet) )([a-z][^\\s"'<>.,;:!?()\\\\]{3,40})${END}`, 'iy')],
    { spares: WORDS_SAID, replacement: '<secret>' },
  ),
  // "user sa, password …", "with username sa and password …", "user: sa pass: …"
  secret(
    'told-login',
    'password',
    ['user', 'login', 'benutzer'],
    [
      new RegExp(
        `((?:user(?:[ _-]?(?:name|id))?|login|benutzer(?:name)?)(?: is)?[ :=]{1,3}(?!(?:name|ids?|or|and|und|oder|with|mit|the|is|was)\\b)[\\w.@\\\\$-]{1,64}(?:,? (?:and|und|with|mit) |, ?| )(?:the )?(?:${NAME}|pass|pw|passwort|kennwort)(?: is|:| ?=)? )([^\\s"'<>,;()]{4,64})`,
        'iy',
      ),
    ],
    { before: /(?:^|[^a-z])$/i, spares: [...WORDS_SAID, /^[:=]/] },
  ),
  // "changed the password from … to …"
  secret(
    'changed-password',
    'password',
    ['password from ', 'passwort von '],
    [/((?:password from|passwort von) )([^\s"'<>]{6,64} (?:to|zu|auf|in) [^\s"'<>,;]{6,64})/iy],
    { spares: [/^[a-z]{1,24} (?:to|zu|auf|in) [a-z]{1,24}$/i, /[\\/]/] },
  ),
  // "log in with svc / …", "connect as sa/…"
  secret(
    'told-credentials',
    'password',
    [
      'log in',
      'login',
      'logon',
      'logged',
      'logging in',
      'sign in',
      'signed in',
      'connect',
      'authenticat',
      'credentials ',
      'zugangsdaten',
      'anmeldedaten',
      'identifiants',
      'credenciales',
    ],
    [
      /((?:log(?:ged|ging)?[ -]?(?:in|on)|sign(?:ed)? in|connect(?:ed|ing|s)?|authenticat(?:e|ed|ing))(?: \w{1,12}){0,2} (?:with|as|using) [\w.@$-]{1,64} ?\/ ?)([^\s/\\"'<>]{6,128})(?=[\s"'<.,]|$)/iy,
      /((?:credentials|zugangsdaten|anmeldedaten|identifiants|credenciales)(?: are| is|:| sind| sont| son)?:? [\w.@$-]{1,64} ?[/:] ?)([^\s/\\"'<>]{6,128})(?=[\s"'<.,]|$)/iy,
    ],
    { spares: LOOSE_VALUES },
  ),
  // Short keys of digits, and codes of one use.
  secret(
    'pin',
    'PIN',
    [
      'pin"',
      'pin\\"',
      'pin:',
      'pin=',
      'pin =',
      'pin is',
      'pin code',
      'pincode',
      'otp"',
      'otp:',
      'otp=',
      'otp is',
      'otp code',
    ],
    [
      /((?:pin(?:[ _-]?code)?|otp(?:[ _-]?code)?)(?:\\{0,3}["'])?(?:[ \t]{0,4}[:=][ \t]{0,4}| (?:is|was|ist|lautet):? )\\{0,3}["']?)(\d{4,10})(?![\w.-])/iy,
    ],
    { before: /(?:^|[\s"'_,;:({[<>.-]|user|card|my|admin)$/i },
  ),
  secret(
    'passcode',
    'PIN',
    [
      'access code',
      'access_code',
      'access-code',
      'accesscode',
      'one-time code',
      'security code',
      'securitycode',
      'verification code',
      'verificationcode',
      'passcode',
    ],
    [
      /((?:access|one-time|security|verification|pass)[ _-]?code(?:\\{0,3}["'])?(?:[ \t]{0,4}[:=][ \t]{0,4}| (?:is |was |ist )?)\\{0,3}["']?)(\d{4,10})(?![\w.-])/iy,
    ],
  ),
  secret('password-put-in', 'password', ['password, '], [/(password, )([^\s"'<>,]{6,64})(?=, )/iy], {
    spares: LOOSE_VALUES,
  }),
  secret('short-pin', 'PIN', ['pin '], [/(PIN )(\d{4,8})(?![\w.:-])/y], { before: /(?:^|[\s"'(])$/ }),
  secret('told-pass', 'password', ['pass to ', 'pass is '], [/(pass (?:to|is) ["']?)([^\s"'<>]{6,64})/iy], {
    before: /(?:^|[\s"'(])$/,
    spares: LOOSE_VALUES,
  }),
  secret(
    'recovery-codes',
    'recovery code',
    ['recovery code', 'backup code'],
    [
      /((?:recovery|backup) codes?(?: is| are)?:? ?)([a-z0-9]{4,10}-[a-z0-9]{4,10}(?:[ ,\n]{1,4}[a-z0-9]{4,10}-[a-z0-9]{4,10}){0,16})/iy,
    ],
    { replacement: '<token>' },
  ),
];

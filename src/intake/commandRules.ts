import { LOOSE_VALUES, PLACEHOLDERS, PLAIN_VALUES, secret, WORDS, type RedactionRule } from './redactionRule.ts';

// A key in base64 can begin as a path or an option does: it ends with "=", or is long and has digits.
const KEY_LIKE_PATH = `/[A-Za-z0-9+/]{20,512}={1,2}(?=[\\s"'<>\\\\]|$)`;
const KEY_LIKE_OPTION = '-(?=[A-Za-z_-]{0,64}\\d)[\\w-]{40,512}(?![\\w=-])';

const VALUE = `(?:(?<=\\\\")[^"\\\\\\n]+|(?<=")[^"\\n]+|(?<=')[^'\\n]+|[^\\s"'<>(/\\\\:,-][^\\s"'<>\\\\]*|${KEY_LIKE_PATH}|${KEY_LIKE_OPTION})`;

// A command can go on in the next line, behind the sign of its shell.
const GAP = '(?:[ \\t]{1,4}|[ \\t]{0,4}[\\\\`^]\\n[ \\t]{0,24})';

/** Passwords on command lines, where only the command says that they are one. */
export const COMMAND_RULES: readonly RedactionRule[] = [
  secret(
    'command-line-password',
    'password',
    [
      '-password',
      '-pwd',
      '-pw ',
      '-pass ',
      '-passwd',
      '-secret',
      '-token',
      '/password',
      '/rp ',
      '-storepass',
      '-keypass',
    ],
    option(`[-/](?:password|passwd|pass|pwd|pw|secret|token|rp|storepass|keypass)${GAP}`),
    { before: /(?:^|\s)-{0,2}[\w-]{0,30}$/, spares: WORDS },
  ),
  // -SmtpPass …, --pat …
  secret('command-line-short-name', 'password', ['pass ', 'pat '], option('pa(?:ss|t)[ \\t]{1,4}'), {
    before: /(?:^|\s)--?[\w-]{0,30}$/,
    notBefore: /(?:by|com|over|sur)$/i,
    spares: LOOSE_VALUES,
  }),
  secret(
    'command-line-key',
    'API key',
    ['-api-key ', '-account-key ', ' -k '],
    option('\\s?-(?:(?:api|account)-key|k) '),
    {
      before: /(?:^|\s|-|push [^\n]{0,40})$/i,
      replacement: '<key>',
      spares: [...PLAIN_VALUES, /^.{0,19}$/],
    },
  ),
  // --primary-key …, --key-value …
  secret('command-line-named-key', 'API key', ['key ', 'key=', 'key-value '], option('key(?:-value)?[ =]'), {
    before: /(?:^|\s)--(?:\w{1,20}-){0,3}$/,
    replacement: '<key>',
    spares: [...PLAIN_VALUES, /^.{0,19}$/],
  }),
  secret(
    'password-of-a-command',
    'password',
    [
      'redis-cli ',
      'sqlcmd',
      'osql',
      'bcp ',
      'sshpass ',
      'plink',
      'pscp ',
      'psexec',
      'certutil',
      'nssm',
      'net user ',
      'htpasswd ',
      'ldap',
      'mongo',
    ],
    [
      ...ofCommand('redis-cli', '(?:-a|--pass) '),
      ...ofCommand('(?:sqlcmd|SQLCMD|Sqlcmd|osql|bcp)(?:\\.exe)?', '-P ?', 'y'),
      ...ofCommand('certutil(?:\\.exe)?', '-p '),
      ...ofCommand('nssm(?:\\.exe)?', '[^\\s]{1,64} objectname [^\\s]{1,64} '),
      /(net user [^\s/]{1,64} )([^\s/*]{4,64})(?= \/add)/iy,
      ...ofCommand('sshpass', '-p ?', 'y'),
      ...ofCommand('(?:plink|pscp)(?:\\.exe)?', '-pw '),
      ...ofCommand('psexec(?:64)?(?:\\.exe)?', '-p '),
      ...ofCommand('htpasswd', '-[a-z]{0,4}b[a-z]{0,4} [^\\s]{1,120} [^\\s]{1,64} '),
      ...ofCommand('ldap(?:search|modify|add|delete|whoami|passwd)', '-w ', 'y'),
      ...ofCommand('mongo(?:sh|dump|restore|export|import)?', '(?:-p|--password) '),
    ],
    { before: /(?:^|[\s"'\\/|&;>`])$/, spares: PLACEHOLDERS },
  ),
  secret('value-of-a-property', 'password', [' -value '], option(' -value '), {
    before: /(?:password|pwd|secret|pass)["']?$/i,
    spares: PLACEHOLDERS,
  }),
  secret(
    'pipeline-variable',
    'secret',
    ['task.setvariable '],
    [
      /(task\.setvariable variable=[^\]\n;]{0,60}(?:password|pwd|secret|token|key|pat|pass)[^\]\n]{0,60}\])([^\s"'<>]{4,4096})/iy,
      /(task\.setvariable variable=[^\]\n]{1,80}issecret=true[^\]\n]{0,30}\])([^\s"'<>]{4,4096})/iy,
    ],
    { spares: PLACEHOLDERS, replacement: '<secret>' },
  ),
  // The script beside a package of Web Deploy: /U:user /P:password
  secret('web-deploy-script', 'password', [' /u:', ' -u:'], [/( [/-]u:[^\s]{1,64} [/-]p:)([^\s=]{4,128})(?=\s|$)/iy], {
    spares: PLACEHOLDERS,
  }),
  secret('password-behind-user', 'password', [' -p'], option(' -p[ \\t]{0,2}'), {
    before: /(?: -u ?| --user(?:name)?[ =])[^\s-]\S{0,40}(?: -\w \w{1,20})?$/i,
    spares: [...WORDS, /^-/],
  }),
  secret('password-of-a-tool', 'password', [' -p', ' /p '], option(' [-/]p[ \\t]{0,2}'), {
    before: /(?:certutil|dev-certs|signtool|psexec|sqlcmd|docker login|az login)[^\n]{0,40}$/i,
    spares: [...WORDS, /^-/],
  }),
  secret('redis-command', 'password', [' -a ', 'requirepass ', 'auth '], option('(?: -a|requirepass|AUTH) ', 'y'), {
    before: /(?:redis-cli[^\n]{0,40}|^|[\n>'"\]] ?| {4})$/i,
    spares: WORDS,
  }),
  secret(
    'curl-user',
    'password',
    [' -u ', '--user '],
    [
      /((?: -u|--user)[ =]\\{0,3}"[^\s:"']{1,64}:)([^"\\\n]+)/iy,
      /((?: -u|--user)[ =]'[^\s:"']{1,64}:)([^'\n]+)/iy,
      /((?: -u|--user)[ =][^\s:"'\\]{1,64}:)([^\s"']+)/iy,
    ],
    { spares: WORDS },
  ),
  secret(
    'net-use',
    'password',
    ['net use ', 'net user '],
    [
      /(net use (?:[a-z*]:? )?\\\\[^\s]{1,120} (?:\/[^\s]{1,80} ){0,3})([^\s/*][^\s]*)/iy,
      /(net user [^\s/]{1,64} )([^\s/*][^\s]*)/iy,
    ],
    { before: /(?:^|[\s>"'])$/, spares: WORDS },
  ),
  secret(
    'secret-to-be-set',
    'secret',
    ['--value ', 'user-secrets set '],
    [...option('--value '), ...option(`user-secrets set (?:\\\\{0,3}"[^"\\n]{1,80}"|[^\\s"]{1,80}) `)],
    {
      before: /(?:secret set [^\n]{0,40}|(?:password|pwd|secret|key|token)[\w-]{0,20}["']? |dotnet )$/i,
      spares: PLACEHOLDERS,
      replacement: '<secret>',
    },
  ),
  secret(
    'secret-of-setx',
    'secret',
    ['setx '],
    option(
      `setx (?:/m )?\\\\{0,3}"?(?:\\w{0,40}_)?(?:password|pass|pwd|secret|token|key)(?:_\\w{1,20})?\\\\{0,3}"?[ \\t]{1,4}`,
    ),
    { spares: PLACEHOLDERS, replacement: '<secret>' },
  ),
  secret(
    'certificate-password',
    'certificate password',
    ['x509certificate2(', 'convertto-securestring ', 'ssh-keygen '],
    [
      /(X509Certificate2\([^"\n]{0,80}"[^"\n]{0,200}", ?\\{0,3}")([^"\\\n]+)/iy,
      ...option('convertto-securestring(?: -(?:asplaintext|force)){0,2} (?:-string )?'),
      ...option('ssh-keygen [^\\n]{0,40}-N '),
    ],
    { spares: [...PLACEHOLDERS, /^-/] },
  ),
  secret(
    'oracle-login',
    'password',
    ['sqlplus ', 'oracle:thin:'],
    [/((?:sqlplus |oracle:thin:)[^\s/@]{1,64}\/)([^\s@]+)(?=@)/iy],
    { spares: PLACEHOLDERS },
  ),
  secret('pgpass-line', 'password', [':5432:'], [/(:5432:[\w*-]{1,64}:[\w*@.-]{1,64}:)([^\s]+)/y], {
    spares: LOOSE_VALUES,
  }),
];

function ofCommand(command: string, name: string, flags = 'iy'): readonly RegExp[] {
  return option(`${command}\\b[^\\n|]{0,200}? ${name}`, flags);
}

function option(name: string, flags = 'iy'): readonly RegExp[] {
  return [new RegExp(`(${name}\\\\{0,3}["']?)(${VALUE})`, flags)];
}

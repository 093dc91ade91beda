import { secret, type RedactionRule } from './redactionRule.ts';

/** Secrets that show themselves by their own shape. */
export const SHAPE_RULES: readonly RedactionRule[] = [
  secret(
    'pem-block',
    'private key or certificate',
    ['-----begin'],
    [
      /(-----BEGIN [A-Z0-9 ]{1,40}-----)((?:(?:\n|\\{1,3}n)\s{0,24}[A-Z][A-Za-z-]{3,20}: [^\n\\]{0,100}){1,3}(?:\s{1,60}|(?:\\{1,3}n){1,3})[A-Za-z0-9+/]{16,}={0,2}(?:(?:\n[ \t]{0,24}|\\{1,3}n)[A-Za-z0-9+/]{16,}={0,2})*(?:(?:\n[ \t]{0,24}|\\{1,3}n)[A-Za-z0-9+/]{1,15}={1,2})?)/iy,
      /(-----BEGIN [A-Z0-9 ]{1,40}-----(?:\s{1,24}|(?:\\{1,3}[nr]){1,4}[ \t]{0,24})?)([A-Za-z0-9+/]{16,}={0,2}(?:(?: |\n[ \t]{0,24}|(?:\\{1,3}[nr]){1,4}[ \t]{0,24})[A-Za-z0-9+/]{16,}={0,2})*(?:(?: |\n[ \t]{0,24}|(?:\\{1,3}[nr]){1,4}[ \t]{0,24})[A-Za-z0-9+/]{1,15}={1,2})?)/iy,
    ],
    { replacement: '<key>' },
  ),
  secret(
    'pfx-block',
    'certificate with private key',
    ['mii'],
    [
      /MII[A-Za-z0-9+/]{60,}(?:(?: |\n[ \t]{0,24}|(?:\\{1,3}[nr]){1,4})[A-Za-z0-9+/]{40,}){0,}(?:(?:\n[ \t]{0,24}|(?:\\{1,3}[nr]){1,4})(?=[A-Za-z0-9+/]{0,40}(?:\d|[a-z+/][A-Z]))[A-Za-z0-9+/]{8,64}(?=\s|[\\"'<]|$)|\n[ \t]{0,24}[A-Za-z0-9+/]{1,64}={1,2})?={0,2}/y,
    ],
    {
      before: /(?:^|[^A-Za-z0-9+/])$/,
      replacement: '<key>',
    },
  ),
  secret(
    'putty-key',
    'private key',
    ['private-lines:'],
    [/(private-lines: \d{1,4})((?:(?:\n[ \t]{0,24}|\\{1,3}n)[A-Za-z0-9+/]{16,}={0,2}){1,200})/iy],
    {
      replacement: '<key>',
    },
  ),
  secret('entra-secret', 'Entra client secret', ['7q~', '8q~'], [/[78]Q~[A-Za-z0-9_~.-]{20,}/y], {
    left: { chars: /[A-Za-z0-9_~.-]/, min: 3, max: 3 },
    replacement: '<secret>',
  }),
  secret(
    'json-web-token',
    'token (JWT)',
    ['eyj'],
    [
      /eyJ(?:[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}|[A-Za-z0-9_-]{40,})(?:\.[A-Za-z0-9_-]{0,}){0,4}(?:(?:\n[ \t]{0,24}|\\{1,3}n)(?=[a-z0-9_.-]{0,99}[A-Z])(?=[^\d\n]{0,99}\d)(?![A-Z][a-z]{1,30}\.)[A-Za-z0-9_.-]{20,400}(?=\s|[\\"'<]|$)){0,40}(?:(?:\n[ \t]{0,24}|\\{1,3}n)(?=[a-z0-9_-]{0,20}[A-Z])(?=[A-Za-z_-]{0,20}\d)(?=[A-Z0-9_-]{0,20}[a-z])[A-Za-z0-9_-]{8,20}(?=\s|[\\"'<]|$))?/y,
    ],
    { before: /(?:^|[^A-Za-z0-9_-])$/, replacement: '<token>' },
  ),
  secret('data-protection', 'data protection payload', ['cfdj8'], [/CfDJ8[A-Za-z0-9_-]{16,}/y], {
    replacement: '<token>',
  }),
  secret('aws-key', 'AWS access key', ['akia', 'asia'], [/A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])/y], {
    replacement: '<key>',
  }),
  secret(
    'github-token',
    'GitHub token',
    ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    [/(?:gh[pousr]|github_pat)_[A-Za-z0-9_]{20,}/y],
    { replacement: '<token>' },
  ),
  secret(
    'slack-token',
    'Slack token',
    ['xoxb-', 'xoxp-', 'xoxa-', 'xoxs-', 'xoxr-', 'xapp-'],
    [/(?:xox[abprs]|xapp)-[A-Za-z0-9-]{10,}/y],
    { replacement: '<token>' },
  ),
  secret(
    'package-token',
    'package feed token',
    ['npm_', 'oy2', 'glpat-', 'glrt-', 'gldt-', 'pypi-', 'rubygems_'],
    [
      /(?:npm_[A-Za-z0-9]{30,}|oy2[a-z0-9]{40,}|gl(?:pat|rt|dt)-[A-Za-z0-9_-]{18,}|rubygems_[0-9a-f]{40,}|pypi-[A-Za-z0-9_-]{40,})/y,
    ],
    { replacement: '<token>' },
  ),
  secret(
    'service-token',
    'API key',
    [
      'sk_live_',
      'rk_live_',
      'sk_test_',
      'rk_test_',
      'whsec_',
      'sk-',
      'sk',
      'aiza',
      'sg.',
      'ya29.',
      'gocspx-',
      'dop_v1_',
      'hf_',
      'dapi',
      'nrak-',
      'shpat_',
      'pmak-',
      'pul-',
      'key-',
      'dckr_pat_',
      'atatt3',
      'hvs.',
      'hvb.',
      'dp.',
    ],
    [
      /(?:(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{32,}|SK[0-9a-f]{32}(?![0-9a-f])|AIza[A-Za-z0-9_-]{35}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,})/y,
      /(?:ya29\.[A-Za-z0-9_-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,}|dop_v1_[0-9a-f]{40,}|hf_[A-Za-z0-9]{30,}|dapi[0-9a-f]{32}|NRAK-[A-Z0-9]{20,}|shpat_[0-9a-f]{32}|pul-[0-9a-f]{40}|PMAK-[0-9a-f]{24}-[0-9a-f]{30,}|key-[0-9a-f]{32}|dckr_pat_[A-Za-z0-9_-]{20,}|ATATT3[A-Za-z0-9_=-]{20,}|hv[bs]\.[A-Za-z0-9_-]{20,}|dp\.[a-z]{2,5}\.(?:[\w-]{1,36}\.)?[A-Za-z0-9]{30,})/y,
    ],
    { before: /(?:^|[^A-Za-z0-9])$/, replacement: '<key>' },
  ),
  secret('bot-token', 'bot token', [':aa'], [/:AA[A-Za-z0-9_-]{33}/y], {
    left: { chars: /\d/, min: 8, max: 10 },
    replacement: '<token>',
  }),
];

import { secret, type RedactionRule } from './redactionRule.ts';

/** Secrets that show themselves by their own shape. */
export const SHAPE_RULES: readonly RedactionRule[] = [
  secret(
    'pem-block',
    'private key or certificate',
    ['-----begin'],
    [
      /(-----BEGIN [A-Z0-9 ]{1,40}-----)((?:\n[A-Z][A-Za-z-]{3,20}: [^\n]{0,100}){1,3}\n{1,2}[A-Za-z0-9+/=]{16,}(?:\n[A-Za-z0-9+/=]{16,})*(?:\n[A-Za-z0-9+/]{1,15}={1,2})?)/iy,
      /(-----BEGIN [A-Z0-9 ]{1,40}-----(?:\s|\\[nr]){0,4})([A-Za-z0-9+/]{16,}={0,2}(?:(?:\s|\\[nr]){1,4}[A-Za-z0-9+/]{16,}={0,2})*(?:\s{1,2}[A-Za-z0-9+/]{1,15}={1,2})?)/iy,
    ],
    { replacement: '<key>' },
  ),
  secret(
    'pfx-block',
    'certificate with private key',
    ['mii'],
    [/MII[A-Za-z0-9+/]{60,}(?:\s{1,4}[A-Za-z0-9+/]{40,}){0,}(?:\s{1,4}[A-Za-z0-9+/]{1,64}={1,2})?={0,2}/y],
    {
      before: /(?:^|[^A-Za-z0-9+/])$/,
      replacement: '<key>',
    },
  ),
  secret('entra-secret', 'Entra client secret', ['7q~', '8q~'], [/[78]Q~[A-Za-z0-9_~.-]{20,}/y], {
    left: { chars: /[A-Za-z0-9_~.-]/, min: 3, max: 3 },
    replacement: '<secret>',
  }),
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
    ['xoxb-', 'xoxp-', 'xoxa-', 'xoxs-', 'xoxr-', 'hooks.slack.com/services/'],
    [/xox[abprs]-[A-Za-z0-9-]{10,}/y, /(hooks\.slack\.com\/services\/)([\w/]{16,})/iy],
    { replacement: '<token>' },
  ),
  secret(
    'package-token',
    'package feed token',
    ['npm_', 'oy2', 'glpat-', 'pypi-'],
    [/(?:npm_[A-Za-z0-9]{30,}|oy2[a-z0-9]{40,}|glpat-[A-Za-z0-9_-]{18,}|pypi-[A-Za-z0-9_-]{40,})/y],
    { replacement: '<token>' },
  ),
  secret(
    'service-token',
    'API key',
    ['sk_live_', 'rk_live_', 'sk-', 'aiza', 'sg.'],
    [
      /(?:[sr]k_live_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{32,}|AIza[A-Za-z0-9_-]{35}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,})/y,
    ],
    {
      before: /(?:^|[^A-Za-z0-9])$/,
      replacement: '<key>',
    },
  ),
  secret('teams-webhook', 'webhook address', ['webhook.office.com/'], [/(webhook\.office\.com\/)([\w@/-]{16,})/iy], {
    replacement: '<token>',
  }),
];

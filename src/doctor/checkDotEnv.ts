import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { Finding } from './finding.ts';
import { findingsOf } from './finding.ts';
import { KNOWN_SETTINGS } from './knownSettings.ts';
import type { Environment, Surroundings } from './surroundings.ts';

const { ok, warn, fault } = findingsOf('.env');

/** Names that editors and habits give it; the bot reads `.env` beside package.json and nothing else. */
const LOOKALIKES = ['.env.txt', 'env', 'env.txt', '_env', '.env.local', '.env.production', 'lib/.env', 'src/.env'];

export interface DotEnv {
  readonly findings: readonly Finding[];
  /** Its settings, as Node reads them; empty when there is none or it cannot be read. */
  readonly settings: Environment;
}

/** Looks at the file `.env` in the root: is it there, can it be read, does it say what was meant. */
export function checkDotEnv({ root, cwd, given }: Pick<Surroundings, 'root' | 'cwd' | 'given'>): DotEnv {
  const file = path.join(root, '.env');
  if (!existsSync(file)) return { findings: [withoutFile(root, cwd)], settings: {} };
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return unread(
      fault('.env', `cannot be read (${code})`, 'give this account the right to read it, or make it a file'),
    );
  }
  if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2)) || bytes.includes(0)) {
    return unread(
      fault(
        '.env',
        'is UTF-16, of which nothing can be read',
        'save it as UTF-8 (without BOM); PowerShell 5 writes UTF-16 with ">"',
      ),
    );
  }
  const text = bytes.toString('utf8');
  const settings = parseEnv(text);
  const findings = [...checkText(text), ...checkAgainst(settings, given)];
  return {
    findings: findings.length === 0 ? [ok(`read, ${Object.keys(settings).length} settings`)] : findings,
    settings,
  };
}

function unread(finding: Finding): DotEnv {
  return { findings: [finding], settings: {} };
}

function withoutFile(root: string, cwd: string): Finding {
  const lookalike = LOOKALIKES.map((name) => path.join(root, name)).find((name) => existsSync(name));
  const beside = path.join(cwd, '.env');
  const found = lookalike ?? (existsSync(beside) ? beside : null);
  if (found === null) return ok('none; settings come from the environment');
  return warn('.env', `${found} is not read`, `move it to ${path.join(root, '.env')}`);
}

function checkText(text: string): Finding[] {
  const findings: Finding[] = [];
  const lines = text.split(/\r?\n|\r/);
  const seen = new Set<string>();
  if (text.startsWith('\ufeff')) {
    const name = /^\ufeff([\w.-]{1,100})\s*=/.exec(text)?.[1];
    const lost = name === undefined ? 'its first line' : `${name} in its first line`;
    findings.push(fault('.env', `begins with a BOM, so ${lost} is not recognised`, 'save it as UTF-8 without BOM'));
  }
  for (const [index, line] of lines.entries()) {
    const said = line.trim();
    if (said === '' || said.startsWith('#')) continue;
    const name = /^(?:export\s+)?([\w.-]{1,100})\s*=/.exec(said)?.[1];
    if (name === undefined) {
      findings.push(warn('.env', `line ${index + 1} is no NAME=value`, 'write it as NAME=value, or begin it with #'));
    } else if (seen.has(name)) {
      findings.push(warn(name, `stands twice in .env, again in line ${index + 1}`, 'keep one; the last one counts'));
    }
    seen.add(name ?? '');
  }
  return findings;
}

/** What is set in the environment already wins over .env. */
function checkAgainst(settings: Environment, given: Environment): Finding[] {
  return KNOWN_SETTINGS.filter(
    (name) => settings[name] !== undefined && given[name] !== undefined && settings[name] !== given[name],
  ).map((name) =>
    warn(name, 'differs between .env and the environment; the environment wins', 'remove one of the two'),
  );
}

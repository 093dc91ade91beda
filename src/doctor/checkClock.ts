import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Finding } from './finding.ts';
import { findingsOf } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

const { ok, warn, fault } = findingsOf('clock');
/** The SDK takes tokens that are at most 5 minutes off. */
const FAULT_MS = 300_000;
const WARN_MS = 60_000;
const FIX = 'set the clock of this machine by its time service (w32tm /resync, timedatectl set-ntp true)';

/**
 * Compares the clock with the one of the file system, and with the Date header of a server when asked to go online.
 * A clock that is wrong makes every token look expired or not yet valid: 401 for each message.
 */
export async function checkClock({ now, clockUrl }: Pick<Surroundings, 'now' | 'clockUrl'>): Promise<Finding[]> {
  const findings = [judge('the file system', fileTime() - now())];
  if (clockUrl !== null) {
    const sent = await serverTime(clockUrl);
    findings.push(
      typeof sent === 'number'
        ? judge(clockUrl, sent - now())
        : warn(
            null,
            `${clockUrl} gave no time (${sent})`,
            'allow https from this machine to the internet; the bot needs it too',
          ),
    );
  }
  return findings;
}

function judge(other: string, differenceMs: number): Finding {
  const seconds = Math.round(Math.abs(differenceMs) / 1000);
  const what = `is ${seconds} s ${differenceMs > 0 ? 'behind' : 'ahead of'} ${other}`;
  if (Math.abs(differenceMs) >= FAULT_MS) return fault('clock', `${what}; tokens are refused`, FIX);
  if (Math.abs(differenceMs) >= WARN_MS) return warn('clock', what, FIX);
  return ok(`within a minute of ${other}`);
}

function fileTime(): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-clock-'));
  try {
    const file = path.join(folder, 'now');
    writeFileSync(file, '');
    return statSync(file).mtimeMs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns milliseconds, or why there are none */
async function serverTime(url: string): Promise<number | string> {
  try {
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    const date = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(date) ? 'no Date header' : date;
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : null;
    return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
  }
}

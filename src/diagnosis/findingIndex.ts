import type { Channel, Symptom } from '../model/artifact.ts';
import type { Finding } from '../model/verdict.ts';

const SYMPTOM_CHANNELS: Readonly<Record<Symptom, readonly Channel[]>> = {
  browser: ['browser'],
  eventLog: ['eventLog'],
  systemLog: ['systemLog'],
  ancmLog: ['stdoutLog', 'debugLog'],
  iisLog: ['iisLog', 'httpErr'],
};

/** The symptom that a channel answers; null for channels nobody is asked for. */
export function symptomOf(channel: Channel): Symptom | null {
  for (const [symptom, channels] of Object.entries(SYMPTOM_CHANNELS)) {
    if (channels.includes(channel)) return symptom as Symptom;
  }
  return null;
}

/** True for what the person stated, by a button or in words; a finding without a place may as well be two messages joined. */
export function isAbsence(finding: Pick<Finding, 'key'>): boolean {
  return ['absent:', 'statement:', 'said:'].some((kind) => finding.key.startsWith(kind));
}

/** Findings by key. A status `500` is also found where `500.0` stands. */
export class FindingIndex {
  private readonly byKey = new Map<string, Finding[]>();
  private readonly channels = new Set<Channel>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) {
      this.channels.add(finding.channel);
      this.add(finding.key, finding);
      if (/^status:\d{3}\.0$/.test(finding.key)) this.add(finding.key.slice(0, -2), finding);
    }
  }

  private add(key: string, finding: Finding): void {
    const known = this.byKey.get(key);
    if (known === undefined) this.byKey.set(key, [finding]);
    else known.push(finding);
  }

  /** Keys that something was found for. */
  keys(): Iterable<string> {
    return this.byKey.keys();
  }

  /** Letter for letter: a look-alike phrase rules nothing out. */
  has(key: string): boolean {
    return this.byKey.get(key)?.some((finding) => finding.quality === 1) === true;
  }

  /** True for a look-alike phrase too. */
  knows(key: string): boolean {
    return this.byKey.has(key);
  }

  /** The finding in the wanted channels, else the best of the others; null when there is none. */
  best(key: string, wanted: readonly Channel[]): Finding | null {
    const found = this.byKey.get(key);
    if (found === undefined) return null;
    const rank = (finding: Finding): number => finding.quality + (wanted.includes(finding.channel) ? 1 : 0);
    return found.reduce((best, finding) => (rank(finding) > rank(best) ? finding : best));
  }

  /** A status without substatus, "502" and not "502.0"; null when there is none. */
  bareStatus(major: string): Finding | null {
    return this.byKey.get(`status:${major}`)?.find((finding) => finding.key === `status:${major}`) ?? null;
  }

  /** True when anything was found in the texts of a symptom. */
  hasFrom(symptom: Symptom): boolean {
    return SYMPTOM_CHANNELS[symptom].some((channel) => this.channels.has(channel));
  }
}

/** One line of the doctor. */
export interface Finding {
  /** Part that was looked at: "identity", "storage", ... */
  readonly check: string;
  /** fault: the bot will not start, not answer, or lose data; warn: probably not what was meant. */
  readonly state: 'ok' | 'warn' | 'fault';
  /** Setting or file to change; null when it is none of them. */
  readonly setting: string | null;
  /** What is there. Never a password. */
  readonly what: string;
  /** What to do; null when there is nothing to do. */
  readonly fix: string | null;
}

/** Makes the findings of one check. */
export function findingsOf(check: string) {
  return {
    ok: (what: string): Finding => ({ check, state: 'ok', setting: null, what, fix: null }),
    warn: (setting: string | null, what: string, fix: string): Finding => ({
      check,
      state: 'warn',
      setting,
      what,
      fix,
    }),
    fault: (setting: string | null, what: string, fix: string): Finding => ({
      check,
      state: 'fault',
      setting,
      what,
      fix,
    }),
  };
}

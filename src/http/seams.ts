import type { TurnContext } from 'botbuilder';
import type { TurnOutcome } from '../model/turnOutcome.ts';

/** What the server needs of the bot: one turn for each activity. */
export interface Bot {
  run(context: TurnContext): Promise<void>;
}

/** What this room reports. Never what a person wrote. */
export interface HttpLogFields {
  readonly ref?: string;
  readonly error?: string;
  readonly code?: string;
  readonly at?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly activityType?: string;
  readonly durationMs?: number;
  readonly count?: number;
}

/** The part of the log this room writes to. */
export interface HttpLog {
  info(event: string, fields?: HttpLogFields): void;
  warn(event: string, fields?: HttpLogFields): void;
  error(event: string, fields?: HttpLogFields): void;
}

/** What this room counts. Statuses, known activity types and reasons of the program, never what a person wrote or is called. */
export interface HttpMetrics {
  turnStarted(): void;
  /** @param activityType see knownType */
  turnEnded(activityType: string, outcome: TurnOutcome, durationMs: number): void;
  /** @param reason a literal of the program */
  refused(status: number, reason: string): void;
  /**
   * A request to the connector came to its end.
   * @param status of the last answer; null: there was none
   * @param waitMs part of `durationMs` in which the limiter held it back
   */
  sent(status: number | null, durationMs: number, waitMs: number): void;
  /** @param status the answer for which a request is tried again */
  sentAgain(status: number): void;
}

/** Counts nothing. */
export const UNCOUNTED: HttpMetrics = {
  turnStarted: () => undefined,
  turnEnded: () => undefined,
  refused: () => undefined,
  sent: () => undefined,
  sentAgain: () => undefined,
};

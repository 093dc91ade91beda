import type { TurnContext } from 'botbuilder';

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

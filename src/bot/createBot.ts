import type { Engine } from '../diagnosis/diagnose.ts';
import type { Contact } from '../model/contact.ts';
import type { OutcomeCounter } from '../storage/outcomeCounter.ts';
import type { SessionStore } from '../storage/sessionStore.ts';
import { timedEngine, type BotMetrics } from './botMetrics.ts';
import type { After } from './typing.ts';
import type { Pace } from './cardUpdates.ts';
import { HostmedicBot, type BotLog } from './hostmedicBot.ts';
import type { PictureReader } from './readPicture.ts';

export interface BotDeps {
  readonly store: SessionStore;
  readonly engine: Engine;
  readonly log: BotLog;
  readonly config: {
    readonly evidenceHours: number;
    readonly stepsDays: number;
    /** null: local use, files come from this machine. */
    readonly credentials: object | null;
    /** Who helps when no cause is known; left out: nobody is named. */
    readonly contact?: Contact | null;
  };
  /** Reads pasted pictures; left out or null: the person is asked for the number they show. */
  readonly pictures?: PictureReader | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Counts how causes turned out; left out: nobody counts. */
  readonly outcomes?: OutcomeCounter;
  /** Left out: nothing is counted. */
  readonly metrics?: BotMetrics;
  /** Calls back after a time; left out: the clock of the system. */
  readonly after?: After;
  /** How often the list of a shared chat is updated; left out: once a second. */
  readonly pace?: Pace;
}

const HOUR_MS = 60 * 60 * 1000;

/** Puts the bot together. */
export function createBot(deps: BotDeps): HostmedicBot {
  return new HostmedicBot({
    engine: deps.metrics === undefined ? deps.engine : timedEngine(deps.engine, deps.metrics),
    store: deps.store,
    keep: { evidenceMs: deps.config.evidenceHours * HOUR_MS, stepsMs: deps.config.stepsDays * 24 * HOUR_MS },
    clock: deps.clock,
    pace: deps.pace,
    log: deps.log,
    pictures: deps.pictures ?? null,
    contact: deps.config.contact ?? null,
    ...(deps.outcomes === undefined ? {} : { outcomes: deps.outcomes }),
    ...(deps.metrics === undefined ? {} : { metrics: deps.metrics }),
    ...(deps.after === undefined ? {} : { after: deps.after }),
    filesFrom: deps.config.credentials === null ? 'this-machine' : 'teams',
  });
}

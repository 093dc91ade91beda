import { createEngine } from '../diagnosis/diagnose.ts';
import type { Catalog } from '../model/catalog.ts';
import type { SessionStore } from '../storage/sessionStore.ts';
import { HostmedicBot, type BotLog } from './hostmedicBot.ts';
import type { PictureReader } from './readPicture.ts';

export interface BotDeps {
  readonly store: SessionStore;
  readonly catalog: Catalog;
  readonly log: BotLog;
  readonly config: {
    readonly evidenceHours: number;
    readonly stepsDays: number;
    /** null: local use, files come from this machine. */
    readonly credentials: object | null;
  };
  /** Reads pasted pictures; left out or null: the person is asked for the number they show. */
  readonly pictures?: PictureReader | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const HOUR_MS = 60 * 60 * 1000;

/** Puts the bot together. */
export function createBot(deps: BotDeps): HostmedicBot {
  return new HostmedicBot({
    engine: createEngine(deps.catalog),
    store: deps.store,
    keep: { evidenceMs: deps.config.evidenceHours * HOUR_MS, stepsMs: deps.config.stepsDays * 24 * HOUR_MS },
    clock: deps.clock,
    log: deps.log,
    pictures: deps.pictures ?? null,
    filesFrom: deps.config.credentials === null ? 'this-machine' : 'teams',
  });
}

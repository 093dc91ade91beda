import { setTimeout as sleep } from 'node:timers/promises';

/** How often a shared card may be updated, and how the time until then passes. */
export interface Pace {
  /** Milliseconds from the end of one update of a conversation to the beginning of the next. */
  readonly everyMs: number;
  /** Resolves after `ms` milliseconds, or at once when `signal` is aborted. Never rejects. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Everyone in a chat sees the update; more than one a second nobody can read, and Teams slows a bot down. */
export const ONCE_A_SECOND: Pace = {
  everyMs: 1000,
  wait: async (ms, signal) => {
    await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  },
};

interface Queue {
  /** Work that waits, by name, in the order in which it was asked for. */
  readonly waiting: Map<string, () => Promise<void>>;
  drained: Promise<void>;
}

/**
 * Paces updates: the first of a conversation runs at once, those that follow wait for their time and are one in the
 * meantime. The last request is never lost, and never runs beside another of its conversation.
 */
export class CardUpdates {
  private readonly pace: Pace;
  private readonly queues = new Map<string, Queue>();
  private readonly hurry = new AbortController();

  constructor(pace: Pace = ONCE_A_SECOND) {
    this.pace = pace;
  }

  /**
   * @param place conversation
   * @param name  what is updated there; a request of the same name that still waits is this one from now on
   * @param run   reads what is to be shown when it runs, not before; must not reject
   */
  request(place: string, name: string, run: () => Promise<void>): void {
    const known = this.queues.get(place);
    if (known !== undefined) {
      known.waiting.set(name, run);
      return;
    }
    const queue: Queue = { waiting: new Map([[name, run]]), drained: Promise.resolve() };
    this.queues.set(place, queue);
    queue.drained = this.drain(place, queue);
  }

  /** Waits as long as the pace says; at once when everything is being finished. */
  async pause(ms: number): Promise<void> {
    await this.pace.wait(ms, this.hurry.signal);
  }

  /** Runs what still waits without further delay: the process is about to end. */
  async settle(): Promise<void> {
    this.hurry.abort();
    await Promise.all([...this.queues.values()].map(async (queue) => await queue.drained));
  }

  private async drain(place: string, { waiting }: Queue): Promise<void> {
    for (let next = first(waiting); next !== null; next = first(waiting)) {
      waiting.delete(next.name);
      await next.run();
      await this.pause(this.pace.everyMs);
    }
    this.queues.delete(place);
  }
}

function first(
  waiting: ReadonlyMap<string, () => Promise<void>>,
): { readonly name: string; readonly run: () => Promise<void> } | null {
  for (const [name, run] of waiting) return { name, run };
  return null;
}

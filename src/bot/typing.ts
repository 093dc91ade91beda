import type { TurnContext } from 'botbuilder';

/** Calls back once after `ms` milliseconds, unless the function that it returns is called before. */
export type After = (ms: number, callback: () => void) => () => void;

/** A turn that takes no longer is answered at once: a sign of typing would only flicker. */
export const TYPING_AFTER_MS = 1500;

/** By the clock of the system. */
export const afterMs: After = (ms, callback) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};

/** A sign lasts about this long; more of them in one conversation say nothing new. */
const SIGN_LASTS_MS = 3000;

/** Shows that the bot is typing where a turn takes long. */
export class Typing {
  private readonly after: After;
  /** Time of the last sign by conversation; performance.now. */
  private readonly shownAt = new Map<string, number>();

  constructor(after: After = afterMs) {
    this.after = after;
  }

  /**
   * Does the work, and shows the sign if it takes long. The sign is on its way before the answer is.
   * @returns what `work` returns; a sign that cannot be sent does not matter
   * @throws what `work` throws
   */
  async during<T>(context: TurnContext, work: () => Promise<T>): Promise<T> {
    let sign: Promise<unknown> = Promise.resolve();
    const cancel = this.after(TYPING_AFTER_MS, () => {
      if (this.isDue(context.activity.conversation.id)) {
        sign = context.sendActivity({ type: 'typing' }).catch(() => undefined);
      }
    });
    try {
      return await work();
    } finally {
      cancel();
      await sign;
    }
  }

  private isDue(conversation: string): boolean {
    const now = performance.now();
    for (const [shown, atMs] of this.shownAt) if (now - atMs >= SIGN_LASTS_MS) this.shownAt.delete(shown);
    if (this.shownAt.has(conversation)) return false;
    this.shownAt.set(conversation, now);
    return true;
  }
}

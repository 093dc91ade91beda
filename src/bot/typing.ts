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

/**
 * Does the work, and shows that the bot is typing if it takes long. The sign is on its way before the answer is.
 * @returns what `work` returns; a sign that cannot be sent does not matter
 * @throws what `work` throws
 */
export async function whileTyping<T>(context: TurnContext, after: After, work: () => Promise<T>): Promise<T> {
  let sign: Promise<unknown> = Promise.resolve();
  const cancel = after(TYPING_AFTER_MS, () => {
    sign = context.sendActivity({ type: 'typing' }).catch(() => undefined);
  });
  try {
    return await work();
  } finally {
    cancel();
    await sign;
  }
}

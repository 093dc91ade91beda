import { setTimeout as sleep } from 'node:timers/promises';
import { buttonsOf } from '../support/chat.ts';
import type { Crowd } from '../support/crowd.ts';

/** No time passes between two updates: what is told is the order. */
export const AT_ONCE = { everyMs: 0, wait: async () => undefined };

/** Everything that waited for its time is sent. */
export async function settled(crowd: Crowd): Promise<void> {
  await sleep(20);
  await crowd.chat.settle();
}

/** Titles of what can be clicked on a card. */
export function titles(card: unknown): readonly string[] {
  return buttonsOf(card).map(({ title }) => title);
}

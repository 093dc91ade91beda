import type { Browser } from 'playwright-core';
import { openChat } from './openChat.ts';
import type { Chat, ChatOptions } from './openChat.ts';
import { EVENT_80008081 } from './pasted.ts';

/** Opens the page and waits until the bot has said its welcome. */
export async function openWelcome(browser: Browser, url: string, options?: ChatOptions): Promise<Chat> {
  const chat = await openChat(browser, url, options);
  await chat.shows(/Why does the app not run\?/);
  return chat;
}

/** From the welcome to a verdict with steps. */
export async function toVerdict(chat: Chat): Promise<void> {
  await chat.say(EVENT_80008081);
  await chat.shows(/Start the steps/);
}

/** From the welcome to the first step. */
export async function toFirstStep(chat: Chat): Promise<void> {
  await toVerdict(chat);
  await chat.press('Start the steps');
  await chat.shows(/Step 1 of/);
}

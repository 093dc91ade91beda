import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { activityJson, GUIDED } from './activities.ts';
import { startProcess, type Surroundings } from './bots.ts';
import { atRate, Poster, Tally } from './client.ts';
import { row, type Row } from './row.ts';

/** Every so many-th activity arrives twice, once at each replica, as Teams does when an answer was late. */
const TWICE_EVERY = 10;

/**
 * Two processes on one storage: HOSTMEDIC_LOAD_STORAGE, or a SQLite file. Turns go to them by turns; in the middle of the run
 * one of them is killed, and the other takes everything.
 */
export async function replicas(around: Surroundings): Promise<Row[]> {
  const storage = process.env['HOSTMEDIC_LOAD_STORAGE'] ?? `sqlite:${path.join(around.folder, 'shared.db')}`;
  const env = { HOSTMEDIC_STORAGE: storage };
  const bots = [await startProcess('hostmedic', around, env), await startProcess('hostmedic', around, env)];
  const posters = bots.map((bot) => new Poster(bot.port, around.authorization, 100));
  const seconds = around.quick ? 5 : 60;
  const turns = seconds * 25;
  const conversations = Math.floor(turns / GUIDED.length);
  const run = randomUUID();
  const tally = new Tally();
  let alive = posters;
  let cutOff = 0;
  let lost = 0;
  around.sink.reset();
  await atRate(25, seconds * 1000, async (index) => {
    if (index === Math.floor(turns / 2)) {
      alive = posters.slice(0, 1);
      await bots[1]!.kill();
    }
    const conversation = nameOf(run, index % conversations);
    const text = GUIDED[Math.floor(index / conversations)] ?? 'help';
    const body = activityJson(around.sink.serviceUrl, conversation, text);
    const route = alive[index % alive.length]!;
    const isAnswered = await route.post(body, tally);
    if (index % TWICE_EVERY === 0) await alive.at(-1)!.post(body, new Tally());
    if (isAnswered) return;
    // What the killed one did not answer comes again, as Teams would send it.
    cutOff += 1;
    if (!(await alive[0]!.post(body, tally))) lost += 1;
  });
  posters.forEach((poster) => poster.close());
  await bots[0]!.stop();
  const sends = Array.from({ length: conversations }, (_, index) => around.sink.sentTo(nameOf(run, index)));
  const kind = storage.slice(0, storage.indexOf(':'));
  return [
    row('R', `25 turns/s at two processes on ${kind}, one killed: p99`, tally.percentile(0.99), { most: 4_000 }, ' ms'),
    row('R', 'p95', tally.percentile(0.95), { most: 1_500 }, ' ms'),
    row('R', `${cutOff} cut off by the kill, not answered after it`, lost, { most: 0 }, ''),
    row('R', 'answers too many', surplus(sends), { most: 0 }, ''),
    row('R', 'answers too few (not more than were cut off)', missing(sends), { most: cutOff }, ''),
  ];
}

function nameOf(run: string, index: number): string {
  return `replica-${run}-${index}`;
}

function surplus(sends: readonly number[]): number {
  return sends.reduce((sum, sent) => sum + Math.max(0, sent - GUIDED.length), 0);
}

function missing(sends: readonly number[]): number {
  return sends.reduce((sum, sent) => sum + Math.max(0, GUIDED.length - sent), 0);
}

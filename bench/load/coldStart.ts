import { median } from '../measure.ts';
import { activityJson } from './activities.ts';
import { startProcess, type Surroundings } from './bots.ts';
import { Poster, Tally } from './client.ts';
import { row, type Row } from './row.ts';

interface Start {
  readonly readyMs: number;
  readonly firstMs: number;
}

/** L7: from nothing to the first answer, keys read on the way; beside the echo bot, by turns. */
export async function coldStart(around: Surroundings): Promise<Row[]> {
  const starts: Record<'hostmedic' | 'echo', Start[]> = { hostmedic: [], echo: [] };
  for (let round = 0; round < (around.quick ? 3 : 9); round += 1) {
    for (const which of ['hostmedic', 'echo'] as const) starts[which].push(await start(which, around));
  }
  const readyMs = median(starts.hostmedic.map((one) => one.readyMs));
  const echoMs = median(starts.echo.map((one) => one.readyMs));
  const firstMs = median(starts.hostmedic.map((one) => one.firstMs));
  const echoFirstMs = median(starts.echo.map((one) => one.firstMs));
  return [
    row('L7', 'listens after', readyMs, { most: 2_000 }, ' ms'),
    row('L7', `first turn (echo bot: ${echoFirstMs.toFixed(0)} ms)`, firstMs, { most: 300 }, ' ms'),
    row('L7', `start, of the echo bot's ${echoMs.toFixed(0)} ms`, readyMs / echoMs, { most: 1.5 }, ''),
  ];
}

async function start(which: 'hostmedic' | 'echo', around: Surroundings): Promise<Start> {
  const bot = await startProcess(which, around);
  const poster = new Poster(bot.port, around.authorization, 1);
  const tally = new Tally();
  await poster.post(activityJson(around.sink.serviceUrl, 'first', 'guide me'), tally);
  poster.close();
  await bot.kill();
  if (tally.good !== 1) throw new Error(`the first turn of ${which} was not answered`);
  return { readyMs: bot.readyMs, firstMs: tally.percentile(0) };
}

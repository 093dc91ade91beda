import { activityJson, GUIDED } from './activities.ts';
import { CPU, cpuPerTurn, startProcess, valueOf, type Surroundings } from './bots.ts';
import { inParallel, Poster, Tally } from './client.ts';
import { MB, row, type Row } from './row.ts';
import { watched } from './watch.ts';

const RSS_MAX_MB = 400;

/** L3: whole conversations, each with the guided path from the first question to the end of the case. */
export async function wholeConversations(around: Surroundings): Promise<Row[]> {
  const count = around.quick ? 300 : 10_000;
  const bot = await startProcess('hostmedic', around);
  const poster = new Poster(bot.port, around.authorization, 50);
  const tally = new Tally();
  around.sink.reset();
  const startMs = performance.now();
  const before = valueOf(await bot.usage(), CPU);
  const seen = await watched(bot, () =>
    inParallel(
      50,
      (index) => index < count,
      async (index) => {
        for (const text of GUIDED) {
          await poster.post(activityJson(around.sink.serviceUrl, `guided-${index}`, text), tally);
        }
      },
    ),
  );
  const minutes = (performance.now() - startMs) / 60_000;
  const cpuMs = cpuPerTurn(before, valueOf(await bot.usage(), CPU), tally.good);
  poster.close();
  await bot.stop();
  const wrong = Array.from({ length: count }, (_, index) => around.sink.sentTo(`guided-${index}`));
  const perMinute = count / minutes;
  return [
    row('L3', `${count} conversations, turns not answered`, tally.failed, { most: 0 }, ''),
    row(
      'L3',
      'with other than one send a turn',
      wrong.filter((sent) => sent !== GUIDED.length).length,
      { most: 0 },
      '',
    ),
    row('L3', 'RSS', seen.rssMax / MB, { most: RSS_MAX_MB }, ' MB'),
    row('L3', 'time for 10,000', 10_000 / perMinute, { most: 8 }, ' min'),
    row('L3', `p99; ${cpuMs.toFixed(1)} ms of processor a turn`, tally.percentile(0.99), { most: 1_000 }, ' ms'),
    row('L3', 'slowest probe', seen.probeMs, { most: 200 }, ' ms'),
  ];
}

/** L6: a connector that takes 2 s for each answer, while 300 conversations go on. */
export async function slowConnector(around: Surroundings): Promise<Row[]> {
  const bot = await startProcess('hostmedic', around);
  const poster = new Poster(bot.port, around.authorization, 300);
  const tally = new Tally();
  around.sink.reset();
  around.sink.delayMs = 2_000;
  const turns = around.quick ? 2 : GUIDED.length;
  const seen = await watched(bot, () =>
    inParallel(
      300,
      (index) => index < 300,
      async (index) => {
        for (const text of GUIDED.slice(0, turns)) {
          await poster.post(activityJson(around.sink.serviceUrl, `slow-${index}`, text), tally);
        }
      },
    ),
  );
  around.sink.delayMs = 0;
  const late = valueOf(await bot.usage(), 'hostmedic_turns_total{type="message",outcome="late"}');
  poster.close();
  await bot.stop();
  return [
    row('L6', '300 conversations, connector takes 2 s: not answered', tally.failed, { most: 0 }, ''),
    row('L6', 'turns of more than 12 s', late, { most: 0 }, ''),
    row('L6', 'most turns at one time', seen.runningMax, { most: 300 }, ''),
    row('L6', 'p99', tally.percentile(0.99), { most: 4_000 }, ' ms'),
    row('L6', 'RSS', seen.rssMax / MB, { most: RSS_MAX_MB }, ' MB'),
    row('L6', 'slowest probe', seen.probeMs, { most: 200 }, ' ms'),
  ];
}

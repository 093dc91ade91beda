import { startKeyServer } from '../../test/support/keyServer.ts';
import { activityJson, GUIDED, SMALL, turnAt } from './activities.ts';
import { FDS, RSS, startProcess, valueOf, type Surroundings } from './bots.ts';
import { atRate, Poster, Tally } from './client.ts';
import { MB, row, type Row } from './row.ts';
import { watched } from './watch.ts';

/** L5: people are answered while somebody floods the endpoint without tokens and with forged ones. */
export async function badRequests(around: Surroundings): Promise<Row[]> {
  const seconds = around.quick ? 5 : 30;
  const bot = await startProcess('hostmedic', around);
  const poster = new Poster(bot.port, around.authorization, 100);
  const tally = new Tally();
  // The same key id, another key: the signature has to be checked.
  const forger = await startKeyServer();
  const forged = await forger.token({ serviceurl: around.sink.serviceUrl });
  around.sink.reset();
  const body = activityJson(around.sink.serviceUrl, 'flood', SMALL);
  const refused = new Tally();
  const floods = [
    { perSecond: 1_000, from: new Poster(bot.port, null, 200) },
    { perSecond: 100, from: new Poster(bot.port, forged, 50) },
  ];
  const seen = await watched(bot, async () => {
    const flooding = floods.map(({ perSecond, from }) =>
      atRate(perSecond, seconds * 1000, () => from.post(body, refused, 401)),
    );
    await atRate(30, seconds * 1000, (index) => {
      const { conversation, text } = turnAt(index, 100, GUIDED);
      return poster.post(activityJson(around.sink.serviceUrl, `valid-${conversation}`, text), tally);
    });
    await Promise.all(flooding);
  });
  floods.forEach(({ from }) => from.close());
  poster.close();
  await forger.close();
  await bot.stop();
  return [
    row('L5', '30 turns/s beside 1,100 bad requests/s: p99', tally.percentile(0.99), { most: 1_000 }, ' ms'),
    row('L5', 'of them not answered', tally.failed + tally.good - around.sink.sent, { most: 0 }, ''),
    row('L5', 'bad requests not answered with 401', refused.failed, { most: 0 }, ''),
    row('L5', 'slowest probe', seen.probeMs, { most: 200 }, ' ms'),
  ];
}

interface Minute {
  readonly p99Ms: number;
  readonly rss: number;
  readonly fds: number;
  readonly files: number;
}

/** L4: 40 turns a second for a long time; nothing may grow. */
export async function soak(around: Surroundings, minutes: number): Promise<Row[]> {
  const bot = await startProcess('hostmedic', around);
  const poster = new Poster(bot.port, around.authorization, 100);
  const all = new Tally();
  const parts: Minute[] = [];
  const partMs = minutes >= 3 ? 60_000 : (minutes * 60_000) / 3;
  let turn = 0;
  around.sink.reset();
  for (let part = 0; part < Math.max(3, minutes); part += 1) {
    const tally = new Tally();
    await atRate(40, partMs, () => {
      const { conversation, text } = turnAt(turn, 1_000, GUIDED);
      turn += 1;
      return poster.post(activityJson(around.sink.serviceUrl, `soak-${conversation}`, text), tally);
    });
    const usage = await bot.usage();
    all.failed += tally.failed;
    parts.push({
      p99Ms: tally.percentile(0.99),
      rss: valueOf(usage, RSS),
      fds: valueOf(usage, FDS),
      files: bot.temporaryFiles(),
    });
  }
  poster.close();
  await bot.stop();
  const settled = parts.slice(minutes > 10 ? 5 : 0);
  const [first, last] = [settled[0]!, settled.at(-1)!];
  const slope = (last.rss - first.rss) / MB / Math.max(1 / 60, ((settled.length - 1) * partMs) / 60_000);
  const slopeMax = minutes > 10 ? 1 : Number.POSITIVE_INFINITY;
  return [
    row('L4', `40 turns/s for ${minutes.toFixed(1)} min: not answered`, all.failed, { most: 0 }, ''),
    row(
      'L4',
      `RSS ${(last.rss / MB).toFixed(0)} MB, growth a minute${minutes > 10 ? '' : ' (too short to judge)'}`,
      slope,
      { most: slopeMax },
      ' MB',
    ),
    row('L4', 'more open files at the end', last.fds - first.fds, { most: 20 }, ''),
    row('L4', 'temporary files', last.files, { most: 0 }, ''),
    row(
      'L4',
      `p99 at the end, ${first.p99Ms.toFixed(0)} ms at first`,
      last.p99Ms,
      { most: 2 * first.p99Ms + 50 },
      ' ms',
    ),
  ];
}

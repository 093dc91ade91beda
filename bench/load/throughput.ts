import autocannon from 'autocannon';
import { cpuPerTurn, CPU, RSS, startProcess, valueOf, type BotProcess, type Surroundings } from './bots.ts';
import { activityJson, GUIDED, LOG, SMALL, turnAt } from './activities.ts';
import { FAILS_WITH } from '../logText.ts';
import { MB, row, type Row } from './row.ts';
import { watched, type Seen } from './watch.ts';

/** Conversations that take turns, so that none of them waits for itself. */
const CONVERSATIONS = 200;
/** A process that was just started compiles; that is not what is measured here. */
const WARM_UP_S = 3;
const RATIO = { least: 0.4 };
const VERDICTS = 'hostmedic_verdicts_total{verdict="certain"}';
const RIGHT = `hostmedic_causes_total{cause="${FAILS_WITH}"}`;

interface Run {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly bad: number;
  readonly turns: number;
  /** Milliseconds of the processor for one turn. */
  readonly cpuMs: number;
}

/** Texts of a conversation, in order. */
type Script = readonly string[];

/**
 * L1: the turns of whole conversations, beside a bot that only echoes; and pastes of 500 bytes alone, each of which is read
 * and matched. The bots take turns, because other programs disturb both.
 */
export async function smallMessages(around: Surroundings): Promise<Row[]> {
  const seconds = around.quick ? 2 : 15;
  const bots = { hostmedic: await startProcess('hostmedic', around), echo: await startProcess('echo', around) };
  const runs: Record<keyof typeof bots, Run[]> = { hostmedic: [], echo: [] };
  let seen: Seen | null = null;
  for (const bot of Object.values(bots)) await shoot(bot, around, GUIDED, 50, WARM_UP_S);
  for (let round = 0; round < (around.quick ? 1 : 2); round += 1) {
    seen = await watched(bots.hostmedic, async () => {
      runs.hostmedic.push(await shoot(bots.hostmedic, around, GUIDED, 50, seconds));
    });
    runs.echo.push(await shoot(bots.echo, around, GUIDED, 50, seconds));
  }
  const ours = together(runs.hostmedic);
  const echo = together(runs.echo);
  const rss = { ours: valueOf(await bots.hostmedic.usage(), RSS), echo: valueOf(await bots.echo.usage(), RSS) };
  const pastes = await shoot(bots.hostmedic, around, [SMALL], 50, seconds);
  await Promise.all(Object.values(bots).map((bot) => bot.stop()));
  const both = `${echo.perSecond.toFixed(0)}; processor ${ours.cpuMs.toFixed(2)} ms a turn, echo ${echo.cpuMs.toFixed(2)}`;
  return [
    row('L1', 'turns/s, guided path', ours.perSecond, { least: 200 }, ''),
    row('L1', 'p99', ours.p99Ms, { most: 500 }, ' ms'),
    row('L1', 'other than 200', ours.bad + pastes.bad, { most: 0 }, ''),
    row('L1', 'slowest probe', seen?.probeMs ?? 0, { most: 200 }, ' ms'),
    row('L1', `turns/s, of the echo bot's ${both}`, ours.perSecond / echo.perSecond, RATIO, ''),
    row('L1', `RSS, of the echo bot's ${(rss.echo / MB).toFixed(0)} MB`, rss.ours / rss.echo, { most: 1.5 }, ''),
    row('L1', `turns/s, pastes of 500 bytes; ${pastes.cpuMs.toFixed(1)} ms`, pastes.perSecond, { least: 100 }, ''),
  ];
}

/** L2: logs of 28 KB, each read, redacted and matched. */
export async function longLogs(around: Surroundings): Promise<Row[]> {
  const bot = await startProcess('hostmedic', around);
  const runs: Run[] = [];
  await shoot(bot, around, [LOG], 20, WARM_UP_S);
  const before = await bot.usage();
  const seen = await watched(bot, async () => {
    runs.push(await shoot(bot, around, [LOG], 20, around.quick ? 2 : 30));
  });
  const run = together(runs);
  const after = await bot.usage();
  const grown = (name: string): number => valueOf(after, name) - valueOf(before, name);
  await bot.stop();
  return [
    row('L2', 'turns/s, 28 KB logs', run.perSecond, { least: 25 }, ''),
    row('L2', 'p99', run.p99Ms, { most: 1_000 }, ' ms'),
    row('L2', 'other than 200', run.bad, { most: 0 }, ''),
    row('L2', 'right cause first', grown(RIGHT) / grown(VERDICTS), { least: 1 }, ''),
    row('L2', 'event-loop delay p99', seen.lagMs, { most: 100 }, ' ms'),
    row('L2', `slowest probe; ${run.cpuMs.toFixed(1)} ms of processor a turn`, seen.probeMs, { most: 200 }, ' ms'),
  ];
}

async function shoot(
  bot: BotProcess,
  { sink, authorization }: Surroundings,
  script: Script,
  connections: number,
  duration: number,
): Promise<Run> {
  let count = 0;
  const before = valueOf(await bot.usage(), CPU);
  const result = await autocannon({
    url: `http://127.0.0.1:${bot.port}`,
    connections,
    duration,
    requests: [
      {
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json', authorization },
        setupRequest: (request) => {
          const { conversation, text } = turnAt(count, CONVERSATIONS, script);
          count += 1;
          return { ...request, body: activityJson(sink.serviceUrl, `${bot.port}-${conversation}`, text) };
        },
      },
    ],
  });
  const turns = result['2xx'];
  return {
    perSecond: turns / result.duration,
    p99Ms: result.latency.p99,
    bad: result.non2xx + result.errors + result.timeouts,
    turns,
    cpuMs: cpuPerTurn(before, valueOf(await bot.usage(), CPU), turns),
  };
}

function together(runs: readonly Run[]): Run {
  const mean = (pick: (run: Run) => number): number => runs.reduce((sum, run) => sum + pick(run), 0) / runs.length;
  return {
    perSecond: mean((run) => run.perSecond),
    p99Ms: Math.max(...runs.map((run) => run.p99Ms)),
    bad: runs.reduce((sum, run) => sum + run.bad, 0),
    turns: runs.reduce((sum, run) => sum + run.turns, 0),
    cpuMs: mean((run) => run.cpuMs),
  };
}

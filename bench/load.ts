import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startKeyServer } from '../test/support/keyServer.ts';
import type { Surroundings } from './load/bots.ts';
import { coldStart } from './load/coldStart.ts';
import { slowConnector, wholeConversations } from './load/conversations.ts';
import { badRequests, soak } from './load/rates.ts';
import { replicas } from './load/replicas.ts';
import type { Row } from './load/row.ts';
import { startSink } from './load/sink.ts';
import { longLogs, smallMessages } from './load/throughput.ts';
import { progress, table } from './measure.ts';

/**
 * What one process carries: the production bot as a process of its own, signed activities, a stand-in for the connector on
 * the same machine, and an echo bot on the same packages for the ratios. docs/operations.md says what each row means.
 * `npm run load`, `-- --quick`, `-- --only L2`, `-- --soak MINUTES`, `-- --replicas`, `-- --profile FOLDER`. Exit code 1 when a target is missed.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    replicas: { type: 'boolean', default: false },
    only: { type: 'string' },
    soak: { type: 'string' },
    profile: { type: 'string' },
  },
});
const quick = values.quick;
const soakMinutes = Number(values.soak ?? (quick ? 5 / 60 : 2));
const LEVELS: Readonly<Record<string, (around: Surroundings) => Promise<Row[]>>> = {
  L1: smallMessages,
  L2: longLogs,
  L3: wholeConversations,
  L4: (around) => soak(around, soakMinutes),
  L5: badRequests,
  L6: slowConnector,
  L7: coldStart,
  replicas,
};
const chosen = chooseLevels();
const folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-load-'));
const keys = await startKeyServer();
const sink = await startSink();
const exp = Math.floor(Date.now() / 1000) + 24 * 3_600;
const authorization = await keys.token({ serviceurl: sink.serviceUrl, exp });
const rows: Row[] = [];
try {
  for (const name of chosen) {
    progress(name);
    rows.push(...(await LEVELS[name]!({ keys, sink, folder, authorization, quick, profile: values.profile })));
  }
} finally {
  progress('');
  sink.close();
  await keys.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
const lines = rows.map(({ level, what, figure, target, ok }) => [level, what, figure, target, ok ? 'ok' : 'MISSED']);
process.stdout.write(table([['', '', 'figure', 'target', ''], ...lines]));
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;

function chooseLevels(): readonly string[] {
  if (values.replicas) return ['replicas'];
  if (values.soak !== undefined && values.only === undefined) return ['L4'];
  if (values.only === undefined) return Object.keys(LEVELS).filter((name) => name !== 'replicas');
  const names = values.only.split(',');
  const unknown = names.find((name) => !Object.hasOwn(LEVELS, name));
  if (unknown === undefined && soakMinutes > 0) return names;
  process.stderr.write(`--only ${unknown}: known are ${Object.keys(LEVELS).join(', ')}\n`);
  return process.exit(2);
}

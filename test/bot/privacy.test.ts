import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seededRandom } from '../../bench/random.ts';
import { createBot } from '../../src/bot/createBot.ts';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { createLogger } from '../../src/log.ts';
import { openStore } from '../../src/storage/openStore.ts';
import { plant, TEMPLATES, tracesIn, type Planted } from '../intake/secrets/plant.ts';
import { buttonsOf, cardIn } from '../support/chat.ts';
import { startWire, type Turn, type Wire } from '../support/wire.ts';

const SEED = Number(process.env.HOSTMEDIC_SEED ?? Date.now() % 1_000_000);
// Secrets in one paste; a chat for each would take minutes.
const TOGETHER = 12;
// The end of a paste waits two minutes for the message that goes on with it.
const TAIL_LENGTH = 4096;
const EVENT = String.raw`HTTP Error 502.5 - Process Failure
Application 'MACHINE/WEBROOT/APPHOST/SHOP' with physical root 'D:\sites\shop\' failed to start process with
commandline '"dotnet" .\Shop.Web.dll', ErrorCode = '0x80004005 : 80008081.`;
const WAYS: readonly ((text: string) => object)[] = [
  (text) => ({ text: `${EVENT}\n${text}` }),
  (text) => ({ text: `${text}\n${EVENT}` }),
  (text) => ({
    text: 'see below',
    attachments: [{ contentType: 'text/html', content: `<div><pre>${escaped(`${EVENT}\n${text}`)}</pre></div>` }],
  }),
  (text) => ({ text: `ErrorCode = '0x80004005 : 80008081. ${text}` }),
];

const ENGINE = createEngine(openCatalog(findRoot()));

describe(`what a person pastes (HOSTMEDIC_SEED=${SEED})`, () => {
  let folder: string;
  let wire: Wire;
  let log: string[];
  let closeStore: () => Promise<void>;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-'));
    const root = findRoot();
    const store = await openStore(`sqlite:${path.join(folder, 'hostmedic.db')}`, root);
    closeStore = () => store.close();
    log = [];
    const lines = log;
    const bot = createBot({
      store,
      engine: ENGINE,
      log: createLogger('debug', { write: (line) => lines.push(line) }),
      config: { evidenceHours: 24, stepsDays: 14, credentials: null, contact: null },
      pictures: null,
      clock: Date.now,
    });
    wire = await startWire(bot);
  });
  afterEach(async () => {
    await wire.close();
    await closeStore();
    rmSync(folder, { recursive: true, force: true });
  });

  it('never shows, logs or stores a secret, whatever is clicked', async () => {
    const random = seededRandom(SEED);
    const planted = TEMPLATES.map((template) => plant(template, random));
    const found: string[] = [];
    for (let index = 0; index < planted.length; index += TOGETHER) {
      const group = planted.slice(index, index + TOGETHER);
      const said = JSON.stringify(await talk(group, index));
      for (const secret of group) if (isIn(said, secret)) found.push(`answer: ${secret.template}`);
    }
    const stored = bytesIn(folder);
    const logged = [...log, ...wire.log].join('\n');
    for (const secret of planted) {
      if (isIn(stored, secret)) found.push(`storage: ${secret.template}`);
      if (isIn(logged, secret)) found.push(`log: ${secret.template}`);
    }
    assert.deepEqual(found, []);
  }).timeout(180_000);

  it('is not stored, but for short quotes and for two minutes its end', async () => {
    const random = seededRandom(SEED);
    const words = Array.from({ length: 4000 }, () => Math.floor(random() * 1e9).toString(36));
    const text = `${words.slice(0, 2000).join(' ')}\n${EVENT}\n${words.slice(2000).join('\n')}`;
    await wire.say(text);
    await wire.say('show evidence');
    const stored = bytesIn(folder);
    assert.ok(stored.includes('80008081'));
    const runs: string[] = [];
    for (let at = 0; at + 60 <= text.length - TAIL_LENGTH; at += 20) {
      const run = text.slice(at, at + 60);
      if (!EVENT.includes(run.slice(20, 40)) && stored.includes(JSON.stringify(run).slice(1, -1))) runs.push(run);
    }
    assert.deepEqual(runs, []);
  });

  it('is gone from every byte of the storage after "forget me"', async () => {
    await wire.say(EVENT);
    assert.ok(bytesIn(folder).includes('Shop.Web.dll'));
    await wire.say('forget me');
    await wire.close();
    await closeStore();
    closeStore = async () => undefined;
    assert.ok(!bytesIn(folder).includes('Shop.Web.dll'));
  });

  /** Pastes, and clicks what is offered; every case has a chat of its own. */
  async function talk(secrets: readonly Planted[], index: number): Promise<Turn[]> {
    const chat = {
      conversation: {
        id: `a:${index}`,
        conversationType: 'personal',
        tenantId: '11111111-2222-3333-4444-555555555555',
      },
    };
    const turns = [
      await wire.post({
        ...WAYS[(index / TOGETHER) % WAYS.length]!(secrets.map((one) => one.text).join('\n\n')),
        ...chat,
      }),
    ];
    assert.equal(turns[0]!.status, 200);
    for (const word of ['show evidence', 'start the steps', 'did not help', 'no admin rights']) {
      turns.push(await wire.say(word, chat));
    }
    const card = turns.map(cardIn).findLast((one) => one !== null);
    for (const button of buttonsOf(card).slice(0, 2)) turns.push(await wire.submit(button.data, chat));
    return turns;
  }
});

function isIn(text: string, secret: Planted): boolean {
  const escapedTraces = secret.traces.map((trace) => JSON.stringify(trace).slice(1, -1));
  return tracesIn(text, { ...secret, traces: [...secret.traces, ...escapedTraces] }).length > 0;
}

/** Every byte of every file: the database, its log and what else is there. */
function bytesIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'latin1'))
    .join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { findRoot } from '../src/catalog/findRoot.ts';
import { createAdapter } from '../src/http/adapter.ts';
import { createMessagesEndpoint } from '../src/http/messages.ts';
import { NO_LIMIT } from '../src/http/send/sendLimiter.ts';
import { HostmedicError } from '../src/model/errors.ts';
import { openStore } from '../src/storage/openStore.ts';
import type { SessionStore } from '../src/storage/sessionStore.ts';
import { startChat, type Chat } from './support/chat.ts';
import type { Turn } from './support/wire.ts';

/** Whatever goes wrong, the person can name it and the log has the name. */
describe('references of what went wrong', () => {
  let fails: 'load' | 'commit' | null = null;
  const fail = async (call: 'load' | 'commit'): Promise<void> => {
    if (fails === call) throw new HostmedicError('STORAGE_UNAVAILABLE', 'disk of alice is full');
  };
  let chat: Chat;
  before(async () => {
    const memory = await openStore('memory:', findRoot());
    const store: SessionStore = {
      ...memory,
      load: async (key) => {
        await fail('load');
        return await memory.load(key);
      },
      commit: async (...given) => {
        await fail('commit');
        return await memory.commit(...given);
      },
    };
    chat = await startChat({ store });
  });
  after(() => chat.close());
  afterEach(() => {
    fails = null;
  });

  function logged(ref: string): Record<string, unknown> {
    const lines = chat.wire.log.filter((line) => line.includes(ref));
    assert.equal(lines.length, 1);
    return JSON.parse(lines[0] ?? '{}');
  }

  for (const call of ['load', 'commit'] as const) {
    it(`a message while the storage fails to ${call}`, async () => {
      fails = call;
      const turn = await chat.say('HTTP Error 502.5');
      assert.equal(turn.status, 200);
      const line = logged(refOf(turn));
      assert.deepEqual([line['event'], line['code']], ['turn-failed', 'STORAGE_UNAVAILABLE']);
    });
  }

  it('a click while the storage fails', async () => {
    await chat.say("The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'");
    await chat.say('start');
    fails = 'load';
    const turn = await chat.click('Done');
    assert.equal(turn.status, 500);
    const line = logged(refOf(turn));
    assert.deepEqual([line['event'], line['activityType']], ['turn-failed', 'invoke']);
  });

  it('a search of the message extension needs no storage', async () => {
    fails = 'load';
    const changes = {
      name: 'composeExtension/query',
      value: { commandId: 'searchCatalog', parameters: [{ name: 'query', value: '502.5' }] },
    };
    assert.equal((await chat.wire.post({ type: 'invoke', text: undefined, ...changes })).status, 200);
  });

  it('a click that takes too long is answered with one, other invokes with 504', async () => {
    const lines: { event: string; ref?: string; reason?: string }[] = [];
    const note = (event: string, fields: object = {}): void => void lines.push({ event, ...fields });
    const late = await answerLate('adaptiveCard/action', { info: note, warn: note, error: note });
    assert.equal(late.status, 200);
    const { ref } = lines.find(({ event }) => event === 'turn-too-long') ?? {};
    assert.match(ref ?? '', /^[0-9a-f]{8}$/);
    assert.deepEqual(JSON.parse(late.body), {
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: {
        code: 'InternalServerError',
        message: `This takes longer than Teams waits (ref ${ref}). Try again in a moment.`,
      },
    });
    assert.equal((await answerLate('composeExtension/query', { info: note, warn: note, error: note })).status, 504);
  });
});

function refOf(turn: Turn): string {
  assert.equal(turn.sent.length, 1);
  const text = turn.sent[0]?.activity.text ?? '';
  const ref = /\(ref ([0-9a-f]{8})\)/.exec(text)?.[1] ?? '';
  assert.notEqual(ref, '', text);
  assert.doesNotMatch(text, /alice|STORAGE|store|\.ts/);
  return ref;
}

type Log = Parameters<typeof createMessagesEndpoint>[0]['log'];

/** An invoke whose turn takes longer than its caller waits, over real HTTP. */
async function answerLate(name: string, log: Log): Promise<{ status: number; body: string }> {
  const endpoint = createMessagesEndpoint({
    adapter: createAdapter({ credentials: null, log, limiter: NO_LIMIT }),
    bot: { run: () => new Promise((resolve) => setTimeout(resolve, 400)) },
    serviceUrls: { type: 'loopback' },
    callers: null,
    turnMs: 100,
    log,
  });
  const server = createServer((request, response) => void endpoint.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const ids = { from: { id: 'a' }, recipient: { id: 'b' }, conversation: { id: 'c' } };
  const activity = { type: 'invoke', name, ...ids, serviceUrl: 'http://127.0.0.1:1/', channelId: 'msteams' };
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const result = { status: answer.status, body: await answer.text() };
  await endpoint.drain();
  server.closeAllConnections();
  server.close();
  return result;
}

import assert from 'node:assert/strict';
import { ALICE, startWire } from './support/wire.ts';
import { METRICS_TOKEN, startWholeBot, type WholeBot } from './support/wholeBot.ts';

const PASTE = "The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'";
const RIGHT = { authorization: `Bearer ${METRICS_TOKEN}` };

describe('GET /metrics', () => {
  let bot: WholeBot;
  before(async () => {
    bot = await startWholeBot();
  });
  after(() => bot.close());

  it('is Prometheus text, for whoever shows the token', async () => {
    const answer = await bot.get('/metrics', RIGHT);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    for (const name of ['hostmedic_turns_running 0', 'nodejs_eventloop_lag_p99_seconds', 'process_cpu_seconds_total'])
      assert.ok(text.includes(`\n${name}`), name);
  });

  it('reads the scheme in any case', async () => {
    assert.equal((await bot.get('/metrics', { authorization: `bearer ${METRICS_TOKEN}` })).status, 200);
  });

  it('answers 401 to everyone else, and 404 where no token is set', async () => {
    for (const authorization of ['', METRICS_TOKEN, `Bearer ${METRICS_TOKEN}x`, 'Bearer ', `Basic ${METRICS_TOKEN}`]) {
      const answer = await bot.get('/metrics', { authorization });
      assert.deepEqual([answer.status, await answer.text()], [401, '']);
    }
    const without = await startWholeBot({ HOSTMEDIC_METRICS_TOKEN: '' });
    try {
      assert.equal((await without.get('/metrics', RIGHT)).status, 404);
    } finally {
      await without.close();
    }
  });

  it('counts turns, verdicts, causes, sends, storage calls and refusals', async () => {
    const id = 'the same twice';
    assert.equal((await bot.post({ id, text: PASTE })).status, 200);
    assert.equal((await bot.post({ id, text: PASTE })).status, 200);
    await bot.post({ text: 'help' });
    await bot.post({ type: 'made up by somebody' });
    bot.connector.script({ type: 'fail', status: 403 });
    await bot.post({ text: 'help' });
    bot.connector.script({ type: 'fail', status: 429, headers: { 'retry-after': '0' } });
    await bot.post({ text: 'help' });
    await bot.post({ deliveryMode: 'expectReplies' });
    await fetch(`${bot.url}/api/messages`, { method: 'POST', body: '{}' });

    for (const [name, value] of [
      ['turns_total{type="message",outcome="answered"}', 3],
      ['turns_total{type="message",outcome="duplicate"}', 1],
      ['turns_total{type="message",outcome="failed"}', 1],
      ['turns_total{type="other",outcome="answered"}', 1],
      ['turns_running', 0],
      ['turn_duration_seconds_count{type="message"}', 5],
      ['verdicts_total{verdict="certain"}', 1],
      ['causes_total{cause="aspnetcore-arguments-wrong"}', 1],
      ['match_duration_seconds_count{part="detect"}', 1],
      ['sends_total{status="200"}', 3],
      ['sends_total{status="403"}', 1],
      ['send_retries_total{status="429"}', 1],
      ['send_duration_seconds_count', 4],
      ['storage_duration_seconds_count{call="commit"}', 4],
      ['requests_refused_total{status="400",reason="deliveryMode"}', 1],
      ['requests_refused_total{status="401",reason="token"}', 1],
    ] as const) {
      assert.equal(await bot.count(name), value, name);
    }
  });

  it('has no label with what a person wrote or is called', async () => {
    const words = ['Zebedee', 'kitchen', '29:alice', ALICE.conversationId, '11111111-2222', 'made up'];
    await bot.post({ text: `the kitchen is on fire ${PASTE}`, from: { id: '29:alice', name: 'Zebedee' } });
    await bot.post({ type: 'invoke', name: 'kitchen', value: { action: { verb: 'kitchen' } } });
    const text = await (await bot.get('/metrics', RIGHT)).text();
    for (const word of words) assert.ok(!text.includes(word), word);
  });
});

describe('GET /metrics without credentials', () => {
  it('is open to this machine, and not there when nobody counts', async () => {
    const page = { text: async () => 'a 1\n', contentType: 'text/plain', token: null };
    const wire = await startWire({ run: async () => undefined }, { metricsPage: page });
    const bare = await startWire({ run: async () => undefined });
    try {
      assert.equal(await (await fetch(`${wire.url}/metrics`)).text(), 'a 1\n');
      assert.equal((await fetch(`${bare.url}/metrics`)).status, 404);
    } finally {
      await wire.close();
      await bare.close();
    }
  });
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { startLocalServer } from '../support/localServer.ts';
import type { LocalServer } from '../support/localServer.ts';
import { echoBot } from '../http/echoBot.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('local channel', () => {
  let server: LocalServer;
  let chat: string;
  before(async () => {
    server = await startLocalServer({ bot: echoBot });
  });
  beforeEach(() => {
    chat = `${server.url}local/conversations/${randomUUID()}`;
  });
  after(async () => {
    await server.close();
  });

  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${chat}/activities`, {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('serves the page with a policy that allows own scripts only, and answers 304 to who has it', async () => {
    const answer = await fetch(server.url);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /<title>Hostmedic/);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'self';/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    const etag = answer.headers.get('etag') ?? '';
    assert.equal((await fetch(server.url, { headers: { 'if-none-match': etag } })).status, 304);
  });

  for (const [path, type] of [
    ['chat.js', 'text/javascript'],
    ['chat.css', 'text/css'],
    ['hostConfigs.json', 'application/json'],
    ['vendor/adaptivecards.min.js', 'text/javascript'],
    ['vendor/markdown-it.min.js', 'text/javascript'],
  ] as const) {
    it(`serves /${path}`, async () => {
      const answer = await fetch(`${server.url}${path}`);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), `${type}; charset=utf-8`);
    });
  }

  for (const path of [
    '..%2fpackage.json',
    '%2e%2e/package.json',
    'vendor/..%2f..%2fpackage.json',
    'index.html',
    'web/chat.js',
  ]) {
    it(`does not serve /${path}`, async () => {
      assert.equal((await fetch(`${server.url}${path}`)).status, 404);
    });
  }

  it('tells what was said and what the bot answered, in order', async () => {
    assert.equal((await post({ text: 'first' })).status, 200);
    assert.equal((await post({ text: 'second' })).status, 200);
    const events = await readEvents(chat, 4);
    assert.deepEqual(
      events.map(({ data }) => `${data.entry?.from}: ${data.entry?.text}`),
      ['person: first', 'bot: you said first', 'person: second', 'bot: you said second'],
    );
  });

  it('tells what was missed to who says what was heard last, and everything to who heard another process', async () => {
    await post({ text: 'first' });
    const [, answer] = await readEvents(chat, 2);
    await post({ text: 'second' });
    const missed = await readEvents(`${chat}`, 2, `?after=${answer?.id}`);
    assert.deepEqual(
      missed.map(({ data }) => data.entry?.text),
      ['second', 'you said second'],
    );
    assert.equal((await readEvents(chat, 4, '?after=00000000-3')).length, 4);
  });

  it('sends a click as value and no text, and lets the bot change the card it came from', async () => {
    await post({ text: 'hello' });
    const id = (await readEvents(chat, 2))[1]?.data.entry?.id;
    await post({ value: { verb: 'update' }, replyToId: id, title: 'Press' });
    const events = await readEvents(chat, 3);
    assert.equal(events[1]?.data.entry?.text, 'updated {"verb":"update"}', 'changed where it stood');
    assert.equal(events[1]?.data.entry?.id, id);
    assert.equal(events[2]?.data.entry?.click, 'Press');
  });

  it('answers an invoke with what the bot says, and hands on that a turn failed', async () => {
    const action = { type: 'Action.Execute', verb: 'hop', data: {} };
    const answer = await post({ invoke: { action, trigger: 'manual' }, replyToId: 'x' });
    assert.deepEqual(Object(await answer.json()).body, {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'hop',
    });
    const failed = await post({ invoke: { action: { ...action, verb: 'fail' }, trigger: 'manual' }, replyToId: 'x' });
    assert.equal(failed.status, 502);
  });

  it('keeps a file until the bot fetches it, by an id that cannot be guessed', async () => {
    const upload = await fetch(`${chat}/files`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent('..\\logs/st\u00F6rung.log'),
      },
      body: 'line 1\nline 2',
    });
    const { id, name } = Object(await upload.json());
    assert.equal(name, 'st\u00F6rung.log');
    assert.equal(await (await fetch(`${server.url}local/files/${id}`)).text(), 'line 1\nline 2');
    assert.equal((await fetch(`${server.url}local/files/${randomUUID()}`)).status, 404);
    assert.equal((await post({ text: '', files: [randomUUID()] })).status, 410);
  });

  it('refuses other origins, other sites, other content types, other shapes and other conversations', async () => {
    const evil = { origin: 'https://evil.example' };
    assert.equal((await post({ text: 'hi' }, evil)).status, 403);
    assert.equal((await post({ text: 'hi' }, { origin: 'null' })).status, 403);
    assert.equal((await post({ text: 'hi' }, { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await post('{"text":"hi"}', { 'content-type': 'text/plain' })).status, 415);
    assert.equal((await post({ hello: 'hi' })).status, 400);
    assert.equal((await post({ text: 'x'.repeat(263_000) })).status, 413);
    assert.equal((await fetch(`${chat}/events`, { headers: evil })).status, 403);
    assert.equal((await fetch(`${server.url}local/conversations/a%2F..%2Fb/events`)).status, 404);
    const file = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' };
    assert.equal((await fetch(`${chat}/files`, file)).status, 415);
  });

  it('lets no page of a browser speak for the bot', async () => {
    const url = `${server.url}local/connector/v3/conversations/${randomUUID()}/activities`;
    const said = { method: 'POST', body: JSON.stringify({ type: 'message', text: 'I am the bot' }) };
    const own = new URL(server.url).origin;
    assert.equal((await fetch(url, { ...said, headers: { ...JSON_TYPE, origin: own } })).status, 403);
    assert.equal((await fetch(url, { ...said, headers: JSON_TYPE })).status, 201);
  });
});

interface Heard {
  readonly id: string;
  readonly data: { readonly type: string; readonly entry?: Readonly<Record<string, unknown>> };
}

/** Listens until `count` events were told. @throws Error (by timeout) when there are fewer */
async function readEvents(chat: string, count: number, query = ''): Promise<readonly Heard[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error(`fewer than ${count} events`)), 5_000);
  const answer = await fetch(`${chat}/events${query}`, { signal: stop.signal });
  const heard: Heard[] = [];
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(block) ?? [];
      if (id !== undefined && data !== undefined) heard.push({ id, data: JSON.parse(data) });
    }
    if (heard.length >= count) break;
  }
  clearTimeout(timer);
  stop.abort();
  return heard;
}

import assert from 'node:assert/strict';
import { messageOf, ALICE, startWire } from '../support/wire.ts';
import type { Wire } from '../support/wire.ts';
import { echoBot } from './echoBot.ts';
import { sendRaw } from './rawSocket.ts';

describe('refusals of POST /api/messages', () => {
  let wire: Wire;
  before(async () => {
    wire = await startWire(echoBot);
  });
  after(() => wire.close());
  afterEach('the bot still answers', async () => {
    assert.equal((await wire.say('ping')).sent[0]?.activity.text, 'you said ping');
  });

  const activity = (changes: object): string =>
    JSON.stringify({ ...messageOf(ALICE, wire.connector.serviceUrl), text: 'hi', ...changes });

  async function send(
    body: string | Uint8Array<ArrayBuffer>,
    contentType: string | null = 'application/json',
  ): Promise<number> {
    const sentBefore = wire.connector.calls.length;
    const answer = await fetch(`${wire.url}/api/messages`, {
      method: 'POST',
      headers: contentType === null ? {} : { 'content-type': contentType },
      body: typeof body === 'string' ? Buffer.from(body) : body,
    });
    assert.equal(await answer.text(), '');
    if (answer.status !== 200) assert.equal(wire.connector.calls.length, sentBefore);
    return answer.status;
  }

  for (const [what, body] of [
    ['an empty body', ''],
    ['torn JSON', '{"type":'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a string', '"message"'],
    ['a number', '5'],
    ['comments', '/* x */{}'],
    ['an empty object', '{}'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['UTF-16', Buffer.from('{"type":"message"}', 'utf16le')],
  ] as const) {
    it(`answers 400 to ${what}`, async () => {
      assert.equal(await send(typeof body === 'string' ? body : new Uint8Array(body)), 400);
    });
  }

  for (const [what, changes, status] of [
    ['no type', { type: undefined }, 400],
    ['a type that is no string', { type: 5 }, 400],
    ['an empty type', { type: '' }, 400],
    ['no conversation', { conversation: undefined }, 400],
    ['conversation null', { conversation: null }, 400],
    ['a conversation id that is a number', { conversation: { id: 7 } }, 400],
    ['no from', { from: undefined }, 400],
    ['from without id', { from: { name: 'x' } }, 400],
    ['no recipient', { recipient: undefined }, 400],
    ['text that is a number', { text: 5 }, 400],
    ['text that is a list', { text: ['x'] }, 400],
    ['an id that is a number', { id: 5 }, 400],
    ['channelData that is a string', { channelData: 'x' }, 400],
    ['deliveryMode expectReplies', { deliveryMode: 'expectReplies' }, 400],
    ['no serviceUrl', { serviceUrl: undefined }, 403],
    ['an empty serviceUrl', { serviceUrl: '' }, 403],
    ['a foreign serviceUrl', { serviceUrl: 'https://evil.example/' }, 403],
    ['a serviceUrl that begins like a local one', { serviceUrl: 'http://localhost.evil.example/' }, 403],
    ['a serviceUrl with a user', { serviceUrl: 'http://localhost@evil.example/' }, 403],
    ['a serviceUrl with a password', { serviceUrl: 'http://a:b@127.0.0.1/' }, 403],
    ['a serviceUrl that is a file', { serviceUrl: 'file://localhost/etc/passwd' }, 403],
    ['the real connector, without credentials', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }, 403],
  ] as const) {
    it(`answers ${status} to ${what}`, async () => {
      assert.equal(await send(activity(changes)), status);
    });
  }

  for (const [what, changes] of [
    ['text null and a submit', { text: null, value: {}, replyToId: 'sent-1' }],
    ['an unknown type', { type: 'wat' }],
    ['broken entities and attachments', { entities: [null, 5, { type: 'mention' }], attachments: 'x' }],
    ['members that are null', { type: 'conversationUpdate', membersAdded: [null], text: undefined }],
    ['a timestamp that is none', { timestamp: 'not-a-date' }],
    ['unknown fields, also hostile ones', { x: 1, constructor: { prototype: { polluted: 1 } } }],
    ['a conversation id of __proto__', { conversation: { id: '__proto__' } }],
    ['an unknown deliveryMode', { deliveryMode: 'zzz' }],
  ] as const) {
    it(`accepts ${what}`, async () => {
      assert.equal(await send(activity(changes)), 200);
      assert.equal('polluted' in {}, false);
    });
  }

  it('takes its own message come back without an answer', async () => {
    const turn = await wire.post({ text: 'hi', from: { id: '28:hostmedic' } });
    assert.deepEqual([turn.status, turn.sent], [200, []]);
  });

  for (const type of [
    null,
    'text/plain',
    'text/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ]) {
    it(`answers 415 to content type ${type}`, async () => {
      assert.equal(await send(new Uint8Array(Buffer.from(activity({}))), type), 415);
    });
  }
  for (const type of ['application/json; charset=utf-16', 'application/json; x=y', 'application/jsonp']) {
    it(`answers 415 to content type ${type}`, async () => assert.equal(await send(activity({}), type), 415));
  }
  for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
    it(`accepts content type ${type}`, async () => assert.equal(await send(activity({}), type), 200));
  }

  it('accepts 262144 bytes and answers 413 to one more', async () => {
    const empty = activity({ type: 'event', text: '' });
    const most = activity({ type: 'event', text: 'a'.repeat(262_144 - Buffer.byteLength(empty)) });
    assert.equal(Buffer.byteLength(most), 262_144);
    assert.equal(await send(most), 200);
    assert.equal(await send(`${most} `), 413);
  });

  it('answers 413 to a body without a length as soon as it is too large, and stops reading', async () => {
    const head = `POST /api/messages HTTP/1.1\r\nHost: localhost:${wire.port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    const parts = Array.from({ length: 400 }, () => ({ afterMs: 2, text: chunk }));
    const started = performance.now();
    assert.match(
      await sendRaw(wire.port, [{ afterMs: 0, text: head }, ...parts]),
      /^HTTP\/1\.1 413 [^]*connection: close/i,
    );
    assert.ok(performance.now() - started < 3_000);
  });

  it('accepts 500 levels and answers 400 to more, also to 100,000', async () => {
    for (const [levels, status] of [
      [500, 200],
      [501, 400],
      [100_000, 400],
    ] as const) {
      // The object of the activity is level 1.
      const value = `${'['.repeat(levels - 1)}"a \\" ] {"${']'.repeat(levels - 1)}`;
      assert.equal(await send(activity({ type: 'event', value: 'HERE' }).replace('"HERE"', value)), status);
    }
  });

  it('asks for the body only when it wants it (Expect: 100-continue)', async () => {
    const head = (length: number) =>
      `POST /api/messages HTTP/1.1\r\nHost: localhost:${wire.port}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`;
    assert.match(await sendRaw(wire.port, head(300_000)), /^HTTP\/1\.1 413 /);
    assert.match(
      await sendRaw(wire.port, [
        { afterMs: 0, text: head(2) },
        { afterMs: 50, text: '{}' },
      ]),
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 400 /,
    );
  });

  it('survives callers that go away in mid-body', async () => {
    const head = `POST /api/messages HTTP/1.1\r\nHost: localhost:${wire.port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a"`;
    const { connect } = await import('node:net');
    await new Promise<void>((resolve) => {
      const socket = connect(wire.port, '127.0.0.1', () => {
        socket.write(head, () => socket.resetAndDestroy());
      });
      socket.on('close', () => resolve());
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
  });
});

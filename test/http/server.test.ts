import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { createAdapter } from '../../src/http/adapter.ts';
import { NO_LIMIT } from '../../src/http/send/sendLimiter.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { startWire } from '../support/wire.ts';
import type { Wire } from '../support/wire.ts';
import { echoBot } from './echoBot.ts';
import { sendRaw } from './rawSocket.ts';

describe('the HTTP server', () => {
  let wire: Wire;
  let storageFails = false;

  before(async () => {
    wire = await startWire(echoBot, {
      ready: async () => {
        if (storageFails) throw new Error('disk full');
      },
      mount: (server, port) => {
        server.get('/mounted', async (_request, response) => {
          response.end(`on ${port()}`);
        });
      },
    });
  });
  after(() => wire.close());

  it('runs a turn over real HTTP and sends the answer to the connector', async () => {
    const turn = await wire.say('hello');
    assert.equal(turn.status, 200);
    assert.deepEqual(
      turn.sent.map(({ method, activity }) => [method, activity.text]),
      [['POST', 'you said hello']],
    );
    assert.equal(turn.sent[0]?.conversationId, 'a:alice-and-the-bot');
    assert.equal(turn.sent[0]?.authorization, null);
  });

  it('carries a card submit, and an update of a sent card', async () => {
    const turn = await wire.submit({ verb: 'update', n: 7 });
    assert.deepEqual(
      turn.sent.map(({ method, activityId, activity }) => [method, activityId, activity.text]),
      [['PUT', 'sent-1', 'updated {"verb":"update","n":7}']],
    );
  });

  it('answers an invoke in the HTTP response, an unknown one with 501', async () => {
    const known = await wire.invoke('hello', { n: 1 });
    assert.equal(known.status, 200);
    assert.deepEqual(known.body, {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'hello',
    });
    assert.deepEqual(known.sent, []);
    assert.equal((await wire.post({ type: 'invoke', name: 'who/knows', text: undefined })).status, 501);
  });

  it('is alive, and says so without a product name', async () => {
    const answer = await fetch(`${wire.url}/healthz`);
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), { status: 'ok' });
    assert.equal(answer.headers.get('server'), null);
    assert.equal((await fetch(`${wire.url}/healthz`, { method: 'HEAD' })).status, 200);
  });

  it('is ready only while storage works, asked at most once a second', async () => {
    assert.equal((await fetch(`${wire.url}/readyz`)).status, 200);
    storageFails = true;
    assert.equal((await fetch(`${wire.url}/readyz`)).status, 200);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const answer = await fetch(`${wire.url}/readyz`);
    storageFails = false;
    assert.equal(answer.status, 503);
    assert.deepEqual(await answer.json(), { status: 'not ready' });
  });

  it('serves what was mounted', async () => {
    assert.equal(await (await fetch(`${wire.url}/mounted`)).text(), `on ${wire.port}`);
  });

  it('listens on 127.0.0.1 and, where there is one, on ::1', async () => {
    const answer = await fetch(`http://[::1]:${wire.port}/healthz`).catch(() => null);
    assert.ok(answer === null || answer.status === 200);
    assert.equal((await fetch(`http://localhost:${wire.port}/healthz`)).status, 200);
  });

  for (const [method, path, status, allow] of [
    ['GET', '/nope/%3Cscript%3E', 404, null],
    ['GET', '/', 404, null],
    ['POST', '/api/messages/%2e%2e/%2e%2e/etc/passwd', 404, null],
    ['POST', '/api/messages/', 404, null],
    ['POST', '/api/%zz', 404, null],
    ['GET', '/api/messages', 405, 'POST'],
    ['DELETE', '/api/messages', 405, 'POST'],
    ['OPTIONS', '/api/messages', 405, 'POST'],
    ['POST', '/healthz', 405, 'GET, HEAD'],
  ] as const) {
    it(`answers ${method} ${path} with ${status} and no text`, async () => {
      const answer = await fetch(`${wire.url}${path}`, { method });
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('allow'), allow);
      assert.equal(answer.headers.get('server'), null);
      assert.equal(await answer.text(), '');
    });
  }

  for (const host of [
    'evil.example',
    'localhost',
    'localhost:1',
    '127.0.0.1.evil.example:PORT',
    '[::1]',
    '0.0.0.0:PORT',
  ]) {
    it(`refuses the Host ${host} with 403`, async () => {
      const value = host.replace('PORT', String(wire.port));
      const answer = await sendRaw(wire.port, `GET /healthz HTTP/1.1\r\nHost: ${value}\r\nConnection: close\r\n\r\n`);
      assert.match(answer, /^HTTP\/1\.1 403 /);
      assert.match(answer, /\r\n\r\n$/);
    });
  }

  it('answers with the port in upper and lower case of Host', async () => {
    const head = `GET /healthz HTTP/1.1\r\nHost: LOCALHOST:${wire.port}\r\nConnection: close\r\n\r\n`;
    assert.match(await sendRaw(wire.port, head), /^HTTP\/1\.1 200 /);
  });

  it('refuses an upgrade and closes', async () => {
    const head = `GET /api/messages HTTP/1.1\r\nHost: localhost:${wire.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    assert.match(await sendRaw(wire.port, head), /^HTTP\/1\.1 426 /);
  });

  it('refuses more than 16 KB of headers and more than 100 header lines with 431', async () => {
    const start = `GET /healthz HTTP/1.1\r\nHost: localhost:${wire.port}\r\nConnection: close\r\n`;
    assert.match(await sendRaw(wire.port, `${start}x: ${'y'.repeat(17_000)}\r\n\r\n`), /^HTTP\/1\.1 431 /);
    assert.match(await sendRaw(wire.port, `${start}${headerLines(99)}\r\n`), /^HTTP\/1\.1 431 /);
    assert.match(await sendRaw(wire.port, `${start}${headerLines(98)}\r\n`), /^HTTP\/1\.1 200 /);
  });

  it('cuts slow headers after 5 seconds', async () => {
    const started = performance.now();
    assert.match(await sendRaw(wire.port, 'GET /healthz HTTP/1.1\r\nHost: '), /^HTTP\/1\.1 408 /);
    const seconds = (performance.now() - started) / 1_000;
    assert.ok(seconds > 4 && seconds < 8, `took ${seconds} s`);
  });

  it('survives everything above and compressed junk', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    for (const body of [Buffer.from('not gzip'), gzipSync('a'.repeat(50_000_000))]) {
      const answer = await fetch(`${wire.url}/api/messages`, { method: 'POST', headers, body });
      assert.equal(answer.status, 415);
      assert.equal(await answer.text(), '');
    }
    assert.equal((await wire.say('still here')).sent[0]?.activity.text, 'you said still here');
  });

  it('says when the port is taken', async () => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    for (const callers of [null, { tokens: { check: async () => null }, tenants: 'any' }] as const) {
      const adapter = createAdapter({ credentials: null, log, limiter: NO_LIMIT });
      const server = createHttpServer({
        port: wire.port,
        callers,
        adapter,
        bot: echoBot,
        ready: async () => undefined,
        log,
      });
      await assert.rejects(server.listen(), { code: 'CONFIG_INVALID', message: /^PORT \d+ is in use; stop the other/ });
    }
  });
});

function headerLines(count: number): string {
  return Array.from({ length: count }, (_, n) => `x${n}: 1\r\n`).join('');
}

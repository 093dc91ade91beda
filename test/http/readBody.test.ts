import assert from 'node:assert/strict';
import http from 'node:http';
import { answerEmpty, answerUnread } from '../../src/http/answers.ts';
import { BODY_LIMITS, readBody } from '../../src/http/readBody.ts';
import type { Body } from '../../src/http/readBody.ts';
import { sendRaw } from './rawSocket.ts';

const HEAD = 'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ';

describe('readBody', () => {
  let server: http.Server;
  let port: number;
  const bodies: Body[] = [];

  before(async () => {
    server = http.createServer((request, response) => {
      void readBody(request, () => undefined, { bytesMax: 10, depthMax: 2, timeoutMs: 200 }).then((body) => {
        bodies.push(body);
        if (body.type === 'refused' && !body.drained) answerUnread(request, response, body.status);
        else answerEmpty(response, body.type === 'object' ? 200 : 400);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('allows 256 KB, 500 levels and 8 seconds', () => {
    assert.deepEqual(BODY_LIMITS, { bytesMax: 262_144, depthMax: 500, timeoutMs: 8_000 });
  });

  it('reads a body that comes in pieces, also when a letter is cut in two', async () => {
    const parts = ['{"a":"\xc3', '\xa4"}'].map((text) => ({ afterMs: 20, text }));
    assert.match(await sendRaw(port, [{ afterMs: 0, text: `${HEAD}10\r\n\r\n` }, ...parts]), /^HTTP\/1\.1 200 /);
    assert.deepEqual(bodies.at(-1), { type: 'object', value: { a: 'ä' } });
  });

  it('answers 408 to a body that does not end in time, then closes', async () => {
    const started = performance.now();
    const drip = Array.from({ length: 8 }, () => ({ afterMs: 50, text: 'a' }));
    assert.match(await sendRaw(port, [{ afterMs: 0, text: `${HEAD}9\r\n\r\n` }, ...drip]), /^HTTP\/1\.1 408 /);
    assert.ok(performance.now() - started < 2_000);
    assert.deepEqual(bodies.at(-1), { type: 'refused', status: 408, drained: false });
  });

  it('knows a caller that went away', async () => {
    const count = bodies.length;
    const socket = (await import('node:net')).connect(port, '127.0.0.1', () => {
      socket.write(`${HEAD}9\r\n\r\n{"a`, () => setTimeout(() => socket.resetAndDestroy(), 30));
    });
    await new Promise((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(bodies.slice(count), [{ type: 'gone' }]);
  });

  it('counts brackets outside of strings only', async () => {
    assert.match(await sendRaw(port, withLength('{"[[[":1}')), /^HTTP\/1\.1 200 /);
    assert.match(await sendRaw(port, withLength('{"\\"[[":1}')), /^HTTP\/1\.1 200 /);
    assert.match(await sendRaw(port, withLength('{"a":[1]}')), /^HTTP\/1\.1 200 /);
    assert.match(await sendRaw(port, withLength('{"":[[]]}')), /^HTTP\/1\.1 400 /);
    assert.match(await sendRaw(port, withLength('{"\\\\":[1]')), /^HTTP\/1\.1 400 /);
  });
});

function withLength(body: string): string {
  return `${HEAD}${body.length}\r\n\r\n${body}`;
}

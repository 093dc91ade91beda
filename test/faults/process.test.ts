import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startConnector, type Connector } from '../support/connector.ts';
import { startKeyServer, type KeyServer } from '../support/keyServer.ts';
import { startReplica, type Replica } from '../support/replica.ts';
import { describeWithStrace } from '../support/strace.ts';

const LOG_28_KB = 'info: Microsoft.Hosting.Lifetime[14]\n      Now listening on: http://localhost:5000\n'.repeat(340);

// prlimit, SIGSTOP and the like are Linux's.
if (process.platform === 'linux') {
  describe('a process of the bot that goes without', function () {
    this.timeout(90_000);
    let folder: string;
    let keys: KeyServer;
    let connector: Connector;
    const started: Replica[] = [];

    beforeEach(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'hostmedic-faults-'));
      keys = await startKeyServer();
      connector = await startConnector();
    });
    afterEach(async () => {
      await Promise.all(started.splice(0).map((replica) => replica.kill()));
      await connector.close();
      await keys.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    async function start(env: NodeJS.ProcessEnv = {}): Promise<Replica> {
      const storage = `sqlite:${path.join(folder, 'h.db')}`;
      const replica = await startReplica({ keys, connector, storage, env });
      started.push(replica);
      return replica;
    }

    it('file descriptors: waits for them, and takes connections again', async () => {
      const bot = await start();
      assert.equal((await bot.post({ text: 'help' })).status, 200);
      execFileSync('prlimit', ['--pid', String(bot.child.pid), '--nofile=64:64']);
      const sockets = await connectMany(bot.port, 200);
      await sleep(500);
      for (const socket of sockets) socket.destroy();
      await sleep(500);
      assert.equal((await bot.post({ text: 'help' })).status, 200);
      assert.equal(connector.sent.length, 2);
    });

    it('callers that finish: cuts 500 connections with half a header, and answers others meanwhile', async () => {
      const bot = await start();
      const sockets = await connectMany(bot.port, 500);
      for (const socket of sockets) socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\n');
      const closed = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
      assert.equal((await bot.post({ text: 'help' })).status, 200);
      await closed;
      assert.equal((await bot.post({ text: 'help' })).status, 200);
    });

    it('memory: 100 logs at once are all answered with a heap of 128 MB', async () => {
      const bot = await start({ NODE_OPTIONS: '--max-old-space-size=128' });
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          bot.post({ text: LOG_28_KB, conversation: { id: `a:${n}`, conversationType: 'personal' } }),
        ),
      );
      assert.ok(answers.every((answer) => answer.status === 200 || answer.status === 503));
      assert.ok(connector.sent.length > 0);
      assert.equal((await bot.post({ text: 'help' })).status, 200);
    });

    describeWithStrace('a disk that answers', () => {
      it('a turn is given up in two seconds and told so, the process goes on with all else', async () => {
        const bot = await start();
        const slow = ['-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:delay_enter=4000000'];
        const strace = spawn('strace', ['-f', '-o', '/dev/null', ...slow, '-p', String(bot.child.pid)]);
        await once(strace.stderr, 'data');
        const startMs = performance.now();
        const took = { turnMs: 0 };
        const turn = bot.post({ text: 'HTTP Error 502.5' }).finally(() => (took.turnMs = performance.now() - startMs));
        let slowestMs = 0;
        while (took.turnMs === 0) {
          const askedMs = performance.now();
          assert.equal((await fetch(`http://127.0.0.1:${bot.port}/healthz`)).status, 200);
          slowestMs = Math.max(slowestMs, performance.now() - askedMs);
          await sleep(50);
        }
        assert.equal((await turn).status, 200);
        assert.ok(
          took.turnMs < 3_500 && slowestMs < 1_000,
          `${took.turnMs} ms for the turn, ${slowestMs} ms for a probe`,
        );
        assert.match(
          String(connector.sent.at(-1)?.activity.text),
          /^Something went wrong on my side .* Send it once more/,
        );
        strace.kill('SIGINT');
        await once(strace, 'exit');
        assert.equal((await bot.post({ text: 'help' })).status, 200);
        assert.match(JSON.stringify(connector.sent.at(-1)?.activity.attachments), /"type":"AdaptiveCard"/);
      });
    });

    it('time: stopped in mid-turn, it does not answer again what another one answered', async () => {
      const [first, second] = [await start(), await start()];
      const id = randomUUID();
      first.child.kill('SIGSTOP');
      const stopped = first.post({ id, text: 'HTTP Error 502.5' });
      await sleep(200);
      assert.equal((await second.post({ id, text: 'HTTP Error 502.5' })).status, 200);
      await sleep(1_000);
      first.child.kill('SIGCONT');
      assert.equal((await stopped).status, 200);
      assert.equal(connector.sent.length, 1);
    });

    it('a reader of its log: goes on when standard error is closed', async () => {
      const bot = await start({ LOG_LEVEL: 'trace' });
      bot.child.closeStderr();
      for (let n = 0; n < 20; n++) assert.equal((await bot.post({ text: 'help' })).status, 200);
      assert.equal(connector.sent.length, 20);
    });

    it('a login server: the turn ends without an answer, and the next one is answered', async () => {
      const bot = await start({ TEST_LOGIN_FAILS: '2' });
      assert.equal((await bot.post({ text: 'HTTP Error 502.5' })).status, 200);
      assert.equal(connector.sent.length, 0);
      await logged(bot, /"event":"turn-failed-unsaid"/);
      assert.equal((await bot.post({ text: 'help' })).status, 200);
      assert.equal(connector.sent.length, 1);
    });

    it('a connector: the port is closed, the turn ends at once, and the next message is answered', async () => {
      const bot = await start();
      const gone = connector.serviceUrl;
      await connector.close();
      const startMs = performance.now();
      assert.equal((await bot.post({ text: 'HTTP Error 502.5' })).status, 200);
      assert.ok(performance.now() - startMs < 12_000);
      await logged(bot, /"event":"send-failed"[^\n]*"reason":"ECONNREFUSED"/);
      connector = await startConnector(Number(new URL(gone).port));
      assert.equal((await bot.post({ text: 'help' })).status, 200);
      assert.equal(connector.sent.length, 1);
    });
  });
}

/** Lines of the log are written when there is time. */
async function logged(bot: Replica, line: RegExp): Promise<void> {
  for (let tries = 0; tries < 50 && !line.test(bot.child.output.stderr); tries++) await sleep(100);
  assert.match(bot.child.output.stderr, line);
}

async function connectMany(port: number, count: number): Promise<readonly net.Socket[]> {
  const sockets = Array.from({ length: count }, () =>
    net
      .connect(port, '127.0.0.1')
      .on('error', () => undefined)
      .resume(),
  );
  await Promise.all(
    sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))),
  );
  return sockets;
}

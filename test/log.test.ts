import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createLogger } from '../src/log.ts';

describe('createLogger', () => {
  const lines: string[] = [];
  const target = { write: (line: string) => lines.push(line) };
  beforeEach(() => {
    lines.length = 0;
  });

  it('writes one line of JSON for each event', () => {
    createLogger('info', target).warn('refused', { status: 413, reason: 'body\n"x"' });
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^[^\n]+\n$/);
    const { time, ...rest }: Record<string, unknown> = JSON.parse(lines[0] ?? '');
    assert.deepEqual(rest, { level: 'warn', event: 'refused', status: 413, reason: 'body\n"x"' });
    assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('drops fields that are not on the list, values of another kind, and cuts long ones', () => {
    const fields = { ref: 'a'.repeat(1_000), text: 'what a person wrote', status: { deep: 'secret' }, toString: 'x' };
    const log = createLogger('info', target);
    Reflect.apply(log.error.bind(log), null, ['turn-failed', fields]);
    assert.doesNotMatch(lines[0] ?? '', /person|secret|toString/);
    assert.match(lines[0] ?? '', /"ref":"a{400}"/);
  });

  it('keeps quiet below its level', () => {
    const log = createLogger('warn', target);
    log.debug('a');
    log.info('b');
    log.warn('c');
    createLogger('silent', target).error('d');
    assert.equal(lines.length, 1);
  });
});

describe('the log at the end of the process', () => {
  it('is written to the last line', async () => {
    const { code, stderr } = await end(false);
    assert.equal(code, 0);
    assert.equal(stderr.match(/"event":"last-words"/g)?.length, 50);
  });

  it('does not keep the process from ending when its reader is gone', async () => {
    assert.equal((await end(true)).code, 0);
  });
});

/** Starts a process that logs as its last act, and waits for its end: 5 seconds at most. */
async function end(closes: boolean): Promise<{ code: number | null; stderr: string }> {
  const script = fileURLToPath(new URL('./support/lastWords.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: 'pipe' });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child.stdout, 'data');
  if (closes) child.stderr.destroy();
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  const ended = once(child, 'close');
  child.stdin.end('now\n');
  await ended;
  clearTimeout(timer);
  return { code: child.exitCode, stderr };
}

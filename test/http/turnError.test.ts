import assert from 'node:assert/strict';
import { HostmedicError } from '../../src/model/errors.ts';
import { describeError } from '../../src/http/describeError.ts';
import { startWire } from '../support/wire.ts';
import type { Wire } from '../support/wire.ts';
import { echoBot } from './echoBot.ts';

describe('a turn that fails', () => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await startWire(echoBot);
  });
  afterEach(() => wire.close());

  it('tells the person in one line with a reference, and logs the same reference without what was written', async () => {
    const turn = await wire.say('fail Password=hunter2');
    assert.equal(turn.status, 200);
    assert.equal(turn.sent.length, 1);
    const text = turn.sent[0]?.activity.text ?? '';
    const ref =
      /^Something went wrong on my side \(ref ([0-9a-f]{8})\)\. Send it once more; if it goes on like this, type restart\.$/.exec(
        text,
      )?.[1];
    assert.ok(ref, text);
    const line: unknown = JSON.parse(wire.log.find((entry) => entry.includes('turn-failed')) ?? '{}');
    assert.ok(typeof line === 'object' && line !== null && 'at' in line);
    assert.deepEqual(
      { ...line, time: 0, at: 0 },
      { level: 'error', time: 0, event: 'turn-failed', ref, activityType: 'message', error: 'RangeError', at: 0 },
    );
    assert.match(String(line.at), /^echoBot\.[jt]s:\d+/);
    assert.doesNotMatch(wire.log.join(''), /hunter2|Shop\.Web|secret\.ts/);
  });

  it('answers an invoke with 500 and the line', async () => {
    const turn = await wire.invoke('fail', {});
    assert.equal(turn.status, 500);
    assert.equal(turn.body, null);
    assert.match(turn.sent[0]?.activity.text ?? '', /^Something went wrong on my side/);
  });

  it('says nothing where nobody asked', async () => {
    const turn = await wire.post({ type: 'event', name: 'fail', text: undefined });
    assert.deepEqual([turn.status, turn.sent], [200, []]);
    assert.match(wire.log.join(''), /"event":"turn-failed"/);
  });

  it('never throws, not even when the line cannot be sent', async () => {
    wire.connector.script({ type: 'fail', status: 403 });
    const turn = await wire.say('fail now');
    assert.deepEqual([turn.status, turn.sent], [200, []]);
    assert.match(wire.log.join(''), /"event":"turn-failed-unsaid"[^\n]*"status":403/);
    assert.equal((await wire.say('ping')).sent.length, 1);
  });

  it('is also one whose answer is too large for the connector', async () => {
    wire.connector.script({ type: 'fail', status: 413 });
    const turn = await wire.say('hello');
    assert.equal(turn.sent.length, 1);
    assert.match(turn.sent[0]?.activity.text ?? '', /^Something went wrong/);
    assert.deepEqual(wire.connector.calls, ['POST 413', 'POST 200']);
  });

  it('is not told where the connector takes nothing', async () => {
    wire.connector.script({ type: 'fail', status: 404 });
    const turn = await wire.say('hello');
    assert.deepEqual([turn.status, turn.sent], [200, []]);
    assert.deepEqual(wire.connector.calls, ['POST 404']);
    assert.match(wire.log.join(''), /"event":"turn-failed"[^\n]*"status":404/);
  });
});

describe('describeError', () => {
  it('keeps class, code, status and places', () => {
    const error = Object.assign(new HostmedicError('STORAGE_UNAVAILABLE', 'secret'), { statusCode: 503 });
    const { at, ...rest } = describeError(error);
    assert.deepEqual(rest, { error: 'HostmedicError', code: 'STORAGE_UNAVAILABLE', status: 503 });
    assert.match(at ?? '', /^turnError\.test\.[jt]s:\d+/);
  });

  it('drops codes that are no codes, and stacks that do not begin with the message', () => {
    const error = Object.assign(new Error('a'), { code: 'password is hunter2', stack: 'at x (secret.ts:1:2)' });
    error.message = 'changed';
    assert.deepEqual(describeError(error), { error: 'Error', at: '' });
  });

  it('takes anything that can be thrown', () => {
    assert.deepEqual(describeError('text'), { error: 'string' });
    assert.deepEqual(describeError(undefined), { error: 'undefined' });
    assert.equal(describeError(new Error('')).error, 'Error');
  });
});

import assert from 'node:assert/strict';
import { checkActivity } from '../../src/http/checkActivity.ts';
import { ALICE, messageOf } from '../support/wire.ts';

const LOOPBACK = { type: 'loopback' } as const;

describe('checkActivity', () => {
  const base = JSON.parse(JSON.stringify({ ...messageOf(ALICE, 'http://localhost:1/'), text: 'hi' }));

  function accepted(changes: object): Record<string, unknown> {
    const checked = checkActivity({ ...base, ...changes }, LOOPBACK);
    assert.equal(checked.type, 'accepted');
    return checked.type === 'accepted' ? { ...checked.activity } : {};
  }

  it('drops what is broken but may be ignored', () => {
    const activity = accepted({
      entities: [null, 5, { type: 'mention' }, ['x']],
      attachments: 'x',
      membersAdded: { id: 'x' },
      reactionsAdded: null,
      timestamp: 'not-a-date',
      expiration: 5,
      text: null,
      callerId: 'urn:botframework:azure',
    });
    assert.deepEqual(activity['entities'], [{ type: 'mention' }]);
    for (const name of [
      'attachments',
      'membersAdded',
      'reactionsAdded',
      'timestamp',
      'expiration',
      'text',
      'callerId',
    ]) {
      assert.equal(name in activity, false, name);
    }
  });

  it('makes dates of times and keeps everything else', () => {
    const activity = accepted({ timestamp: '2026-11-20T17:00:00.5Z', value: { a: [1] }, unknown: 1 });
    assert.deepEqual(activity['timestamp'], new Date('2026-11-20T17:00:00.5Z'));
    assert.deepEqual([activity['value'], activity['unknown'], activity['text']], [{ a: [1] }, 1, 'hi']);
    assert.deepEqual(activity['conversation'], base.conversation);
  });

  it('does not change what it was given', () => {
    const body = Object.freeze({ ...base, entities: Object.freeze([null]), callerId: 'x' });
    assert.equal(checkActivity(body, LOOPBACK).type, 'accepted');
  });

  it('names what it refuses', () => {
    for (const [changes, status, reason] of [
      [{ from: {} }, 400, 'from'],
      [{ serviceUrl: 'x' }, 403, 'serviceUrl'],
    ] as const) {
      assert.deepEqual(checkActivity({ ...base, ...changes }, LOOPBACK), { type: 'refused', status, reason });
    }
  });

  it('refuses what could not be sent back: fields of a wrong type, broken and endless ids', () => {
    for (const [place, fields] of [
      ['from', { id: '29:a', name: 5 }],
      ['from', { id: '29:a', role: ['user'] }],
      ['from', { id: '29:a', aadObjectId: {} }],
      ['from', { id: 'half \ud800' }],
      ['recipient', { id: '28:b', name: {} }],
      ['conversation', { id: 'c', isGroup: 'yes' }],
      ['conversation', { id: 'c', conversationType: 1 }],
      ['conversation', { id: '\udc00' }],
      ['conversation', { id: 'c'.repeat(4_097) }],
    ] as const) {
      const checked = checkActivity({ ...base, [place]: fields }, LOOPBACK);
      assert.deepEqual(checked, { type: 'refused', status: 400, reason: place }, JSON.stringify(fields));
    }
    for (const id of ['\ud800', 'i'.repeat(4_097)]) {
      assert.deepEqual(checkActivity({ ...base, id }, LOOPBACK), { type: 'refused', status: 400, reason: 'id' });
    }
    assert.equal(checkActivity({ ...base, conversation: { id: 'c'.repeat(4_096) } }, LOOPBACK).type, 'accepted');
  });

  it('shortens a name, which comes back with each answer, and never cuts a pair in two', () => {
    const { from } = accepted({ from: { id: '29:a', name: `${'n'.repeat(255)}\u{1F600}x` } });
    assert.deepEqual(from, { id: '29:a', name: 'n'.repeat(255) });
    assert.deepEqual(accepted({ from: { id: '29:a', name: null } })['from'], { id: '29:a' });
  });

  it('allows exactly the given hosts, in any case', () => {
    const hosts = { type: 'hosts', hosts: ['smba.trafficmanager.net'] } as const;
    const check = (serviceUrl: string): string => checkActivity({ ...base, serviceUrl }, hosts).type;
    assert.equal(check('https://smba.trafficmanager.net/emea/'), 'accepted');
    assert.equal(check('https://SMBA.trafficmanager.net:443/amer'), 'accepted');
    assert.equal(check('https://smba.trafficmanager.net.evil.example/'), 'refused');
    assert.equal(check('http://localhost:1/'), 'refused');
  });
});

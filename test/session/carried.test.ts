import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CHANNELS } from '../../src/model/artifact.ts';
import type { Finding } from '../../src/model/verdict.ts';
import { CARRIED_MAX, readCarried, writeCarried } from '../../src/session/carried.ts';

const finding = (key: string, quality = 1): Finding => ({
  key,
  slot: 'text',
  channel: 'eventLog',
  quality,
  start: 1,
  end: 2,
  quote: 'the secret line',
  captures: { path: 'D:\\secret' },
});
const ALL_KNOWN = { isKnown: () => true };

describe('carried findings', () => {
  it('are keys, channels and qualities, and nothing of the text', () => {
    const text = writeCarried(
      [finding('code:0x80070002'), finding('event:iis aspnetcore module v2#1018', 0.87)],
      ALL_KNOWN,
    );
    assert.equal(text, 'code:0x80070002@eventLog@100|event:iis aspnetcore module v2#1018@eventLog@87');
    assert.deepEqual(readCarried(text), [
      { key: 'code:0x80070002', channel: 'eventLog', quality: 1 },
      { key: 'event:iis aspnetcore module v2#1018', channel: 'eventLog', quality: 0.87 },
    ]);
  });

  it('leave behind what no cause looks for, and what is no status', () => {
    const text = writeCarried([finding('exception:Contoso.SecretException'), finding('status:<b>')], {
      isKnown: (key) => key.startsWith('status:'),
    });
    assert.equal(text, '');
  });

  it('fit, and come back as they were, whatever they are', () => {
    const findings = fc.array(
      fc.record({
        key: fc.string({ maxLength: 90 }),
        quality: fc.double({ min: 0, max: 1, noNaN: true }),
        channel: fc.constantFrom(...CHANNELS),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(findings, (list) => {
        const given = list.map((one) => ({ ...finding(`text:${one.key}`, one.quality), channel: one.channel }));
        const text = writeCarried(given, ALL_KNOWN);
        assert.ok(text.length <= CARRIED_MAX);
        assert.ok((readCarried(text)?.length ?? 99) <= 24);
      }),
    );
  });

  it('never throw when read', () => {
    fc.assert(fc.property(fc.string(), (text) => void readCarried(text)));
    assert.equal(readCarried('text:a@eventLog@101'), null);
    assert.equal(readCarried('|'), null);
  });
});

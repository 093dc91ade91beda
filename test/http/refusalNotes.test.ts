import assert from 'node:assert/strict';
import { createRefusalNotes } from '../../src/http/refusals.ts';
import { UNCOUNTED } from '../../src/http/seams.ts';

describe('notes of refused requests', () => {
  it('are one line a second for each reason, which says how many it stands for; the counters miss none', () => {
    const lines: object[] = [];
    let counted = 0;
    let nowMs = 0;
    const log = {
      info: () => undefined,
      warn: (_event: string, fields = {}) => void lines.push(fields),
      error: () => undefined,
    };
    const note = createRefusalNotes(log, { ...UNCOUNTED, refused: () => (counted += 1) }, () => nowMs);
    for (let n = 0; n < 100; n++) note(401, 'token');
    note(503, 'busy');
    nowMs = 1_000;
    note(401, 'token');
    nowMs = 2_500;
    note(401, 'token');
    assert.deepEqual(lines, [
      { status: 401, reason: 'token' },
      { status: 503, reason: 'busy' },
      { status: 401, reason: 'token', count: 100 },
      { status: 401, reason: 'token' },
    ]);
    assert.equal(counted, 103);
  });
});

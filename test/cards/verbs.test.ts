import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readAction } from '../../cards/readAction.ts';
import { PASTE_MAX, VERBS } from '../../cards/verbs.ts';

const BASE = { caseId: 'case-7f3a91', revision: 3 };

const FOUND = { key: 'status:500.30', channel: 'browser', quality: 1 };

/** For each verb what a card sends, and what is understood. */
const GOOD: readonly (readonly [Record<string, unknown>, Record<string, unknown>])[] = [
  [
    { verb: 'diagnose', paste: '502.5', platform: '', history: 'never' },
    { verb: 'diagnose', paste: '502.5', platform: null, history: 'never' },
  ],
  [{ verb: 'diagnose' }, { verb: 'diagnose', paste: '', platform: null, history: null }],
  ...(['browse', 'back', 'evidence', 'restart', 'refresh', 'bundle', 'ticket', 'noRights', 'close'] as const).map(
    (verb) => [{ verb }, { verb }] as const,
  ),
  same({ verb: 'answer', symptom: 'eventLog', paste: 'Event 1018' }),
  same({ verb: 'absent', symptom: 'ancmLog', absence: 'not-created' }),
  [
    { verb: 'where', symptom: 'ancmLog' },
    { verb: 'where', symptom: 'ancmLog', procedureId: null },
  ],
  [
    { verb: 'where', procedureId: 'restart-iis' },
    { verb: 'where', symptom: null, procedureId: 'restart-iis' },
  ],
  same({ verb: 'skip', symptom: 'platform' }),
  same({ verb: 'ask', symptom: 'iisLog' }),
  same({ verb: 'platform', platform: 'azure-app-service' }),
  same({ verb: 'history', history: 'until-change' }),
  ...(['start', 'notThis', 'cause'] as const).map((verb) => same({ verb, causeId: 'app-pool-stopped' })),
  ...(['done', 'didNotHelp', 'worksNow', 'skipStep', 'claim', 'release'] as const).map((verb) =>
    same({ verb, causeId: 'app-pool-stopped', stepId: 'start-pool' }),
  ),
  same({ verb: 'hostHere', platform: 'iis-express', causeId: 'app-pool-stopped' }),
  same({ verb: 'join', who: 'Zx81-_abcd' }),
  same({ verb: 'ownCase', who: 'Zx81-_abcd' }),
  same({ verb: 'sawElse', causeId: 'app-pool-stopped', stepId: 'start-pool', paste: 'it stopped again' }),
  same({ verb: 'procedure', procedureId: 'restart-iis' }),
  [
    { verb: 'procedureNext', procedureId: 'restart-iis', index: 0 },
    { verb: 'procedureNext', procedureId: 'restart-iis', index: 0, returnTo: null },
  ],
  same({ verb: 'procedureDone', procedureId: 'restart-iis', index: 2, returnTo: 'ancmLog' }),
  same({ verb: 'search', query: '502.5' }),
  same({ verb: 'group', group: 'start' }),
  same({ verb: 'family', familyId: 'pool-down' }),
  [
    { verb: 'sendVerdict', found: 'status:500.30@browser@100', on: 'iis' },
    { verb: 'sendVerdict', found: [FOUND], on: 'iis' },
  ],
  [{ verb: 'sendVerdict' }, { verb: 'sendVerdict', found: [], on: null }],
  [
    { verb: 'carry', next: 'start', causeId: 'app-pool-stopped', found: 'status:500.30@browser@100' },
    {
      verb: 'carry',
      inner: { ...BASE, verb: 'start', causeId: 'app-pool-stopped' },
      found: [FOUND],
      on: null,
    },
  ],
  [
    { verb: 'noneOfThese', causeIds: 'app-pool-stopped,disk-full' },
    { verb: 'noneOfThese', causeIds: ['app-pool-stopped', 'disk-full'] },
  ],
];

const BAD: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'diagnose'],
  ['a list', [{ ...BASE, verb: 'browse' }]],
  ['an unknown verb', { ...BASE, verb: 'delete' }],
  ['a verb of every object', { ...BASE, verb: 'constructor' }],
  ['a verb that is no text', { ...BASE, verb: ['browse'] }],
  ['an inherited verb', Object.assign(Object.create({ verb: 'browse' }) as object, BASE)],
  ['an inherited case', Object.assign(Object.create(BASE) as object, { verb: 'browse' })],
  ['fields under __proto__', JSON.parse('{"__proto__":{"verb":"guide","caseId":"a","revision":1}}')],
  ['no case', { revision: 1, verb: 'browse' }],
  ['an empty case', { ...BASE, caseId: '', verb: 'browse' }],
  ['a case of 81 letters', { ...BASE, caseId: 'a'.repeat(81), verb: 'browse' }],
  ['a case with a blank', { ...BASE, caseId: 'a b', verb: 'browse' }],
  ['a revision as text', { ...BASE, revision: '3', verb: 'browse' }],
  ['a negative revision', { ...BASE, revision: -1, verb: 'browse' }],
  ['half a revision', { ...BASE, revision: 1.5, verb: 'browse' }],
  ['an endless revision', { ...BASE, revision: Number.POSITIVE_INFINITY, verb: 'browse' }],
  ['an unknown platform', { ...BASE, verb: 'diagnose', platform: 'nginx' }],
  ['a paste that is an object', { ...BASE, verb: 'diagnose', paste: { toString: 'x' } }],
  ['a paste that is too long', { ...BASE, verb: 'diagnose', paste: 'x'.repeat(PASTE_MAX + 1) }],
  ['an answer to an unknown symptom', { ...BASE, verb: 'answer', symptom: 'text', paste: 'x' }],
  ['an unknown absence', { ...BASE, verb: 'absent', symptom: 'ancmLog', absence: 'gone' }],
  ['a place of nothing', { ...BASE, verb: 'where' }],
  ['a place of two things', { ...BASE, verb: 'where', symptom: 'ancmLog', procedureId: 'restart-iis' }],
  ['a place of a bad procedure', { ...BASE, verb: 'where', symptom: 'ancmLog', procedureId: '../etc' }],
  ['a cause that is no id', { ...BASE, verb: 'start', causeId: '../../etc/passwd' }],
  ['a cause of 81 letters', { ...BASE, verb: 'start', causeId: 'a'.repeat(81) }],
  ['a step without its cause', { ...BASE, verb: 'done', stepId: 'start-pool' }],
  ['a host without its cause', { ...BASE, verb: 'hostHere', platform: 'iis' }],
  ['an answer of nobody', { ...BASE, verb: 'join', who: '' }],
  ['an index as text', { ...BASE, verb: 'procedureNext', procedureId: 'restart-iis', index: '1' }],
  [
    'a way back that is too long',
    { ...BASE, verb: 'procedureDone', procedureId: 'restart-iis', index: 1, returnTo: 'x'.repeat(81) },
  ],
  ['a way back that is a list', { ...BASE, verb: 'procedureDone', procedureId: 'restart-iis', index: 1, returnTo: [] }],
  ['a long search', { ...BASE, verb: 'search', query: 'x'.repeat(201) }],
  ['a family that is no id', { ...BASE, verb: 'family', familyId: 'Pool down' }],
  ['none of nothing', { ...BASE, verb: 'noneOfThese', causeIds: '' }],
  ['none of a list', { ...BASE, verb: 'noneOfThese', causeIds: ['disk-full'] }],
  ['none of something that is no id', { ...BASE, verb: 'noneOfThese', causeIds: 'disk-full,../etc' }],
  ['none of six', { ...BASE, verb: 'noneOfThese', causeIds: 'a,b,c,d,e,f' }],
  ['a carried verb that must not travel', { ...BASE, verb: 'carry', next: 'restart', found: '' }],
  ['a carried carrier', { ...BASE, verb: 'carry', next: 'carry', found: '' }],
  ['a carried click without its field', { ...BASE, verb: 'carry', next: 'start', found: '' }],
  ['findings of no channel', { ...BASE, verb: 'sendVerdict', found: 'status:500.30@fridge@100' }],
  ['findings that are a text', { ...BASE, verb: 'sendVerdict', found: 'Password=hunter2' }],
  ['findings that are a list', { ...BASE, verb: 'sendVerdict', found: ['status:500.30@browser@100'] }],
  ['too many findings', { ...BASE, verb: 'sendVerdict', found: Array(25).fill('text:c@prose@1').join('|') }],
  ['too long findings', { ...BASE, verb: 'sendVerdict', found: `status:${'5'.repeat(1300)}@browser@100` }],
  ['findings on an unknown platform', { ...BASE, verb: 'sendVerdict', found: '', on: 'nginx' }],
  ['an unknown group', { ...BASE, verb: 'group', group: 'toString' }],
];

describe('readAction', () => {
  for (const [data, expected] of GOOD) {
    it(`understands ${JSON.stringify(data)}`, () => {
      assert.deepEqual(readAction({ ...BASE, ...data }), { ...BASE, ...expected });
    });
  }

  it('understands every verb', () => {
    const tried = new Set(GOOD.map(([data]) => data['verb']));
    assert.deepEqual(
      VERBS.filter((verb) => !tried.has(verb)),
      [],
    );
  });

  it('takes only the fields it knows', () => {
    const action = readAction({ ...BASE, verb: 'browse', admin: true, paste: 'x', msteams: { type: 'invoke' } });
    assert.deepEqual(action, { ...BASE, verb: 'browse' });
  });

  for (const [what, data] of BAD) it(`refuses ${what}`, () => assert.equal(readAction(data), null));

  it('never throws, whatever a client sends', () => {
    const word = fc.oneof(fc.constantFrom(...VERBS), fc.string());
    const hostile = fc.oneof(
      fc.anything(),
      fc.record({
        verb: word,
        caseId: fc.anything(),
        revision: fc.anything(),
        causeId: fc.anything(),
        paste: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(hostile, (data) => {
        const action = readAction(data);
        assert.ok(action === null || (VERBS as readonly string[]).includes(action.verb));
      }),
    );
  });
});

function same(data: Record<string, unknown>): readonly [Record<string, unknown>, Record<string, unknown>] {
  return [data, data];
}

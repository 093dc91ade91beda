import assert from 'node:assert/strict';
import { array, assert as hold, constantFrom, property } from 'fast-check';
import { findConcepts, indexConcepts } from '../../src/diagnosis/concepts.ts';
import { findSaid } from '../../src/diagnosis/said.ts';
import { readDocument } from '../../src/intake/readDocument.ts';

const CONCEPTS = [
  { id: 'pool', terms: ['pool', 'app pool', 'anwendungspool', 'dépôt', '应用程序池'] },
  { id: 'stops', terms: ['stop*', 'shuts down', 'stoppt', '停止'] },
  { id: 'again', terms: ['again and again', 'keeps', 'every few', 'immer wieder'] },
  { id: 'thrown-out', terms: ['logs ~ out', 'meldet ~ ab*', 'wwwroot', 'logg* users off', "can't log on", 'v2.*'] },
  { id: 'other-field', terms: ['tomcat'] },
  { id: 'own-field', terms: ['w3wp'] },
];
const INDEX = indexConcepts(CONCEPTS);
const WANTED = [
  { key: 'said:pool+stops', concepts: ['pool', 'stops'] },
  { key: 'said:again+pool+stops', concepts: ['again', 'pool', 'stops'] },
  { key: 'said:pool+thrown-out', concepts: ['pool', 'thrown-out'] },
];

function keysIn(text: string): string[] {
  return findSaid(readDocument('text', text), WANTED, INDEX).map(({ key }) => key);
}

describe('what a person says in own words', () => {
  const TABLE: readonly { readonly text: string; readonly keys: readonly string[] }[] = [
    { text: 'my pool keeps stopping', keys: ['said:pool+stops', 'said:again+pool+stops'] },
    { text: 'It stops. The pool, I mean.', keys: ['said:pool+stops'] },
    { text: 'der Anwendungspool stoppt immer wieder', keys: ['said:pool+stops', 'said:again+pool+stops'] },
    { text: '应用程序池自动停止了', keys: ['said:pool+stops'] },
    { text: 'The pool, you know. Ours in the shop. It stops.', keys: ['said:pool+stops'] },
    { text: 'we cannot stop the pool', keys: ['said:pool+stops'] },
    { text: 'the users do not see that the pool stops', keys: ['said:pool+stops'] },
    { text: 'it stops, but it is not the pool', keys: [] },
    { text: 'no pool stops here', keys: [] },
    { text: 'le depot: stoppt', keys: ['said:pool+stops'] },
    { text: "l'app pool shuts down", keys: ['said:pool+stops'] },
    { text: "the pool's last stop", keys: ['said:pool+stops'] },
    { text: '应用 程序池 停止 了', keys: ['said:pool+stops'] },
    { text: 'the pool shuts, down it goes', keys: [] },
    { text: '我的pool停止了', keys: ['said:pool+stops'] },
    { text: 'DÉPÔT stoppt', keys: ['said:pool+stops'] },
    { text: 'which pool shuts down first?', keys: [] },
    { text: 'how do I fix that the pool stops?', keys: ['said:pool+stops'] },
    { text: 'Faulting module again and the pool stops', keys: ['said:pool+stops'] },
    { text: 'the app pool shuts down', keys: ['said:pool+stops'] },
    { text: 'the pool does not stop', keys: [] },
    { text: 'no more pool ever stops', keys: [] },
    { text: 'I cannot start the pool, it stops', keys: ['said:pool+stops'] },
    { text: 'the pool cannot write to wwwroot', keys: ['said:pool+thrown-out'] },
    { text: 'the pool has no wwwroot', keys: [] },
    { text: 'this pool logs all of us out', keys: ['said:pool+thrown-out'] },
    { text: 'der Pool meldet uns dauernd abends ab', keys: ['said:pool+thrown-out'] },
    { text: 'this pool is logging users off', keys: ['said:pool+thrown-out'] },
    { text: 'with this pool I can\u2019t log on', keys: ['said:pool+thrown-out'] },
    { text: 'the pool of shop.wwwroot', keys: ['said:pool+thrown-out'] },
    { text: 'the pool at 10.0.wwwrootx', keys: [] },
    { text: 'the pool of v2.1', keys: ['said:pool+thrown-out'] },
    { text: 'the pool of v20', keys: [] },
    { text: 'Can two pools stop?', keys: [] },
    { text: 'the pool of our Tomcat stops', keys: [] },
    { text: 'Tomcat is fine.\n\nOf w3wp the pool stops', keys: ['said:pool+stops'] },
    { text: 'the pool logs out', keys: ['said:pool+thrown-out'] },
    { text: 'the pool writes logs, the data goes out', keys: [] },
    { text: 'the pool writes logs that nobody here ever wants to carry all the way out', keys: [] },
    { text: 'carpools never stopped', keys: [] },
    { text: 'the pool is fine', keys: [] },
    { text: `pool ${'and so on '.repeat(60)}. It stops.`, keys: [] },
    { text: 'pool. one. two. three. stops', keys: [] },
  ];
  for (const { text, keys } of TABLE)
    it(`${text.slice(0, 50)} -> ${keys.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(keysIn(text), keys);
    });

  it('tells where it was said', () => {
    const text = 'Hello all,\nsince Monday the pool of our shop stops by itself. Any idea?';
    const [hit] = findSaid(readDocument('text', text), WANTED, INDEX);
    assert.equal(text.slice(hit!.start, hit!.end), 'pool of our shop stops');
  });

  it('reads both ends of a text that nobody would write', () => {
    const filler = 'words and words and words go on here. '.repeat(4000);
    assert.deepEqual(keysIn(`${filler}my pool stops`), ['said:pool+stops']);
    assert.deepEqual(keysIn(`my pool stops ${filler}`), ['said:pool+stops']);
    assert.deepEqual(keysIn(`${filler}my pool stops. ${filler}`), []);
  });

  it('names a file by its kind', () => {
    const index = indexConcepts([{ id: 'program', terms: ['exe'] }]);
    assert.deepEqual(findConcepts('we run Shop.exe', index), [{ concept: 'program', start: 7, end: 15 }]);
    assert.deepEqual(findConcepts('an exercise', index), []);
  });

  it('tells where it was said among letters without blanks', () => {
    const text = 'IIS 的 应用 程序池 都 停止 了';
    const ends = findConcepts(text, INDEX).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(ends.toSorted(), ['停止', '应用 程序池'].toSorted());
  });

  it('reads on behind a command', () => {
    assert.deepEqual(keysIn('dotnet --info is fine, but my pool stops'), ['said:pool+stops']);
  });

  it('finds nothing in logs and configuration', () => {
    assert.deepEqual(keysIn('<configuration><!-- pool stops --></configuration>'), []);
  });

  it('gives places inside the text, whatever it holds', () => {
    hold(
      property(array(constantFrom('pool', 'Stop', 'app', '停止', '\u0130', '. ', '\n', ' ', "n't ")), (parts) => {
        const text = parts.join('');
        return findConcepts(text.replaceAll('\u0130', 'I'), INDEX).every(
          ({ start, end }) => start >= 0 && start < end && end <= text.length,
        );
      }),
    );
  });
});

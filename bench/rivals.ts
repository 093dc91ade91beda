import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { diagnoseInquiry } from '../src/diagnosis/ask.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import type { Catalog } from '../src/model/catalog.ts';
import { measure, type Times } from './measure.ts';
import { SHAPES } from './pastes.ts';

export interface Rival {
  readonly name: string;
  readonly times: Times;
  /** Of the pastes that have one right cause, at how many it came first. */
  readonly right: number;
  readonly of: number;
}

/** Names the best cause for a paste; null for none. */
type Answer = (text: string) => string | null;

/** So many lines, taken evenly, are searched with fuse.js; the time of all is reckoned from them, for it is minutes. */
const SAMPLED_LINES = 40;

/** @param text paste of the time measurement; whether an answer is right is asked on a small paste of every shape */
export function compareRivals(catalog: Catalog, text: string, smallBytes: number): Rival[] {
  const engine = createEngine(catalog);
  const lines = text.split('\n');
  const every = Math.max(1, Math.floor(lines.length / SAMPLED_LINES));
  const sample = lines.filter((_, index) => index % every === 0);
  const asked = SHAPES.filter(({ first }) => first !== null);
  const rival = (name: string, answer: Answer, times: Times): Rival => ({
    name,
    times,
    right: asked.filter(({ make, first }) => answer(make(smallBytes)) === first).length,
    of: asked.length,
  });
  const own: Answer = (paste) => diagnoseInquiry({ text: paste }, engine).candidates[0]?.id ?? null;
  const [fuse, mini] = [fuseByLine(catalog), miniSearch(catalog)];
  const sampled = measure(1, () => fuse(sample.join('\n')));
  return [
    rival(
      'Hostmedic',
      own,
      measure(5, () => own(text)),
    ),
    rival(`fuse.js, each line (from ${sample.length})`, fuse, scaled(sampled, lines.length / sample.length)),
    rival(
      'MiniSearch, the paste as query',
      mini,
      measure(3, () => mini(text)),
    ),
  ];
}

function scaled(times: Times, factor: number): Times {
  return { median: times.median * factor, slowest: times.slowest * factor, cpu: times.cpu * factor };
}

/** Each line of the paste is searched among the strings of the catalog; the cause with the best single line wins. */
function fuseByLine(catalog: Catalog): Answer {
  const fuse = new Fuse(entriesOf(catalog), { keys: ['text'], includeScore: true, ignoreLocation: true });
  return (paste) => {
    let best: { readonly id: string; readonly score: number } | null = null;
    for (const line of paste.split('\n')) {
      const [found] = line.trim() === '' ? [] : fuse.search(line.slice(0, 200), { limit: 1 });
      const score = found?.score ?? 1;
      if (found !== undefined && (best === null || score < best.score)) best = { id: found.item.id, score };
    }
    return best?.id ?? null;
  };
}

function miniSearch(catalog: Catalog): Answer {
  const index = new MiniSearch<{ key: number; id: string; text: string }>({
    idField: 'key',
    fields: ['text'],
    storeFields: ['id'],
  });
  index.addAll(entriesByCause(catalog).map((entry, key) => ({ ...entry, key })));
  return (paste) => {
    const id: unknown = index.search(paste)[0]?.id;
    const key = typeof id === 'number' ? id : -1;
    return catalog.causes[key]?.id ?? null;
  };
}

function entriesOf(catalog: Catalog): { readonly id: string; readonly text: string }[] {
  return catalog.causes.flatMap(({ id, title, signatures }) =>
    [title, ...signatures.flatMap(({ all }) => all.flatMap((one) => ('text' in one ? [one.text] : [])))].map(
      (text) => ({ id, text }),
    ),
  );
}

function entriesByCause(catalog: Catalog): { readonly id: string; readonly text: string }[] {
  const entries = entriesOf(catalog);
  return catalog.causes.map(({ id }) => ({
    id,
    text: entries
      .filter((entry) => entry.id === id)
      .map(({ text }) => text)
      .join('\n'),
  }));
}

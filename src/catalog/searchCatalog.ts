import Fuse from 'fuse.js';
import type { Catalog } from '../model/catalog.ts';

export interface SearchResult {
  readonly id: string;
  readonly title: string;
  readonly kind: 'cause' | 'procedure' | 'family';
}

const RESULTS_MAX = 8;

/**
 * Finds causes, families and procedures by a few words; typing errors are fine.
 * @param query short, as typed; never a pasted log
 * @returns best first, at most 8; empty when nothing is alike
 */
export function searchCatalog(catalog: Catalog, query: string): SearchResult[] {
  const entries = [
    ...catalog.causes
      .filter((one) => one.status !== 'retired')
      .map((one) => ({ id: one.id, title: one.title, text: one.explanation, kind: 'cause' as const })),
    ...catalog.families.map((one) => ({
      id: one.id,
      title: one.headline,
      text: one.inCommon,
      kind: 'family' as const,
    })),
    ...catalog.procedures.map((one) => ({ id: one.id, title: one.title, text: one.goal, kind: 'procedure' as const })),
  ];
  const fuse = new Fuse(entries, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'id', weight: 2 },
      { name: 'text', weight: 1 },
    ],
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.35,
    useTokenSearch: true,
  });
  const found = fuse.search(query.slice(0, 80), { limit: RESULTS_MAX });
  return found.map(({ item }) => ({ id: item.id, title: item.title, kind: item.kind }));
}

import type { InvokeResponse } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { carryClicks, NOWHERE } from '../../cards/carryClicks.ts';
import { causeCard } from '../../cards/causeCard.ts';
import { codeCard } from '../../cards/codeCard.ts';
import { familyCard } from '../../cards/familyCard.ts';
import { goalCard } from '../../cards/goalCard.ts';
import { readId, readText, type Fields } from '../../cards/readFields.ts';
import { searchCatalog } from '../catalog/searchCatalog.ts';
import { readCodeQuery } from '../diagnosis/codeQuery.ts';
import { decode } from '../diagnosis/decode.ts';
import type { Catalog } from '../model/catalog.ts';
import type { ExtensionDeps } from './messageExtension.ts';
import { messageOf, resultOf, rowOf, withPreview, type Result } from './resultCards.ts';

const QUERY_MAX = 200;
const ROWS_MAX = 10;
const LINE_MAX = 140;

/** What is shown before anything is typed: the pages people see most, and how to get what they are asked for. */
export const POPULAR: readonly string[] = ['500.30', '502.5', '500.19', '503', '500.31', '500.37', '500.0'];
const NOTHING = 'Nothing found. Try a status (502.5), a code (0x8007000d), or a word such as "pool".';

/**
 * Answers a search of the message extension by words or by a number.
 * @param value of composeExtension/query; untrusted
 * @returns null when it holds no parameters
 */
export function searchResults(value: Fields, { engine }: ExtensionDeps): InvokeResponse | null {
  const query = queryOf(value['parameters']);
  if (query === null) return null;
  const { catalog } = engine;
  const rows = query === '' ? popularRows(catalog) : [...codeRows(query, catalog), ...entryRows(query, catalog)];
  return rows.length === 0 ? messageOf(NOTHING) : resultOf(rows.slice(0, ROWS_MAX));
}

/** The card of what was picked. null: it is nothing of the catalog */
export function selectedResult(value: Fields, { engine: { catalog } }: ExtensionDeps): InvokeResponse | null {
  const card = pickedCard(value, catalog);
  return card === null
    ? null
    : resultOf([withPreview(carryClicks(card, { found: '', on: null }), 'Hostmedic', card.fallbackText)]);
}

/** "" for the first run, which has a parameter of its own, and for a blank one; too long a text is cut. null: malformed */
function queryOf(parameters: unknown): string | null {
  if (!Array.isArray(parameters)) return null;
  let query = '';
  for (const one of parameters.slice(0, 20)) {
    if (typeof one !== 'object' || one === null || !('name' in one)) return null;
    const text = 'value' in one ? one.value : '';
    if (one.name === 'query' && typeof text === 'string') query = text.slice(0, QUERY_MAX).trim();
  }
  return query;
}

function popularRows(catalog: Catalog): readonly Result[] {
  const shown = catalog.procedures.filter((one) => one.shows !== undefined).slice(0, ROWS_MAX - POPULAR.length);
  return [
    ...POPULAR.flatMap((code) => codeRows(code, catalog)),
    ...shown.map(({ id, title, goal }) => rowOf(title, line('How to', goal), { kind: 'procedure', id })),
  ];
}

function codeRows(query: string, catalog: Catalog): readonly Result[] {
  const asked = readCodeQuery(query);
  const best = asked === null ? undefined : decode(asked.code, catalog, { kind: asked.kind })[0];
  if (asked === null || best === undefined) return [];
  const { code, name, meaning } = best.entry;
  return [rowOf(`${code} ${name}`, line('Code', meaning), { kind: 'code', code: asked.code, as: asked.kind ?? '' })];
}

const KIND_NAMES = { cause: 'Cause', family: 'Look-alikes', procedure: 'How to' } as const;

function entryRows(query: string, catalog: Catalog): readonly Result[] {
  return searchCatalog(catalog, query).map(({ id, title, kind }) =>
    rowOf(title, line(KIND_NAMES[kind], textOf(catalog, kind, id)), { kind, id }),
  );
}

function textOf(catalog: Catalog, kind: keyof typeof KIND_NAMES, id: string): string {
  if (kind === 'cause') return catalog.causes.find((one) => one.id === id)?.explanation ?? '';
  if (kind === 'family') return catalog.families.find((one) => one.id === id)?.inCommon ?? '';
  return catalog.procedures.find((one) => one.id === id)?.goal ?? '';
}

function line(kind: string, text: string): string {
  const short = text.length <= LINE_MAX ? text : `${text.slice(0, LINE_MAX - 3).trimEnd()}...`;
  return `${kind}. ${short}`;
}

function pickedCard(value: Fields, catalog: Catalog): AdaptiveCard | null {
  const id = readId(value, 'id');
  switch (value['kind']) {
    case 'cause': {
      const cause = catalog.causes.find((one) => one.id === id);
      if (cause === undefined) return null;
      const lookAlikes = cause.tellApart.flatMap(({ from, by }) => {
        const other = catalog.causes.find((one) => one.id === from);
        return other === undefined ? [] : [{ cause: other, by }];
      });
      return causeCard({ ref: NOWHERE, cause, lookAlikes });
    }
    case 'family': {
      const family = catalog.families.find((one) => one.id === id);
      const members = catalog.causes.filter((one) => family?.members.includes(one.id));
      return family === undefined ? null : familyCard({ ref: NOWHERE, family, members });
    }
    case 'procedure': {
      const procedure = catalog.procedures.find((one) => one.id === id);
      return procedure === undefined ? null : goalCard({ ref: NOWHERE, procedure });
    }
    case 'code':
      return codeCardOf(value, catalog);
    default:
      return null;
  }
}

function codeCardOf(value: Fields, catalog: Catalog): AdaptiveCard | null {
  const asked = readCodeQuery(readText(value, 'code', 40) ?? '');
  const kind = catalog.codes.find((one) => one.kind === value['as'])?.kind ?? null;
  const readings = asked === null ? [] : decode(asked.code, catalog, { kind });
  if (asked === null || readings.length === 0) return null;
  const withCauses = readings.map((reading) => ({
    ...reading,
    causes: catalog.causes.filter((one) => reading.entry.causes.includes(one.id)),
  }));
  return codeCard({ ref: NOWHERE, code: asked.code, readings: withCauses });
}

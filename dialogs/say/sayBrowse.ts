import { browseCard } from '../../cards/browseCard.ts';
import { causeCard } from '../../cards/causeCard.ts';
import { familyCard } from '../../cards/familyCard.ts';
import { searchCatalog } from '../../src/catalog/searchCatalog.ts';
import { normalise } from '../../src/intake/normalise.ts';
import { redact } from '../../src/intake/redact.ts';
import { GROUPS, type Cause, type Group } from '../../src/model/catalog.ts';
import type { Turn } from '../turn.ts';
import { causeOf } from './lookUp.ts';

const GROUP_LABELS: Readonly<Record<Group, string>> = {
  configuration: 'Configuration and web.config',
  start: 'The app does not start',
  runtime: '.NET runtime and bitness',
  'site-and-pool': 'Site, application pool, 503',
  proxy: 'Proxy and time-outs, 502',
  requests: 'Requests that are refused',
  installation: 'Installing the hosting bundle',
  'data-and-identity': 'Databases, keys, identities',
};

/** The groups of the catalog, and a box to search it. */
export function sayGroups(turn: Turn): void {
  const live = liveCauses(turn);
  const groups = GROUPS.map((group) => ({
    group,
    label: GROUP_LABELS[group],
    count: live.filter((one) => one.group === group).length,
  }));
  turn.say(browseCard({ ref: turn.ref, groups }));
}

/** The families that have a member in the group; a page of the group that is in no family stands by itself. */
export function sayGroup(turn: Turn, group: Group): void {
  const own = liveCauses(turn).filter((one) => one.group === group);
  const homes = turn.engine.catalog.families.filter(({ members }) => own.some(({ id }) => members.includes(id)));
  const alone = own.filter(({ id }) => !homes.some(({ members }) => members.includes(id)));
  turn.say(
    browseCard({
      ref: turn.ref,
      results: [
        ...homes.map(({ id, headline, members }) => ({
          id,
          title: headline,
          kind: 'family' as const,
          count: members.length,
        })),
        ...alone.map(({ id, title }) => ({ id, title, kind: 'cause' as const })),
      ],
      query: GROUP_LABELS[group],
    }),
  );
}

/** One family with its members. @returns false for an id the catalog does not have; nothing is said then */
export function sayFamily(turn: Turn, familyId: string): boolean {
  const family = turn.engine.catalog.families.find((one) => one.id === familyId);
  if (family === undefined) return false;
  const members = family.members.flatMap((id) => causeOf(turn, id) ?? []);
  turn.say(familyCard({ ref: turn.ref, family, members }));
  return true;
}

/** One entry of the catalog. @returns false for an id the catalog does not have; nothing is said then */
export function sayCause(turn: Turn, causeId: string): boolean {
  const cause = causeOf(turn, causeId);
  if (cause === null) return false;
  const lookAlikes = cause.tellApart.flatMap(({ from, by }) => {
    const other = causeOf(turn, from);
    return other === null ? [] : [{ cause: other, by }];
  });
  turn.say(causeCard({ ref: turn.ref, cause, lookAlikes }));
  return true;
}

/** What a search found. */
export function saySearch(turn: Turn, query: string): void {
  const { catalog } = turn.engine;
  const results = searchCatalog(catalog, query).map((result) => {
    const family = result.kind === 'family' ? catalog.families.find(({ id }) => id === result.id) : undefined;
    return family === undefined ? result : { ...result, count: family.members.length };
  });
  turn.say(browseCard({ ref: turn.ref, results, query: shownQuery(query) }));
}

/** What is typed into the search box is a person's text like any other. */
function shownQuery(query: string): string {
  return redact(normalise(query).text).text.text;
}

function liveCauses(turn: Turn): readonly Cause[] {
  return turn.engine.catalog.causes.filter((one) => one.status !== 'retired');
}

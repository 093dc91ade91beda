/**
 * Which cards were overtaken by a newer one of their case, so that three live "Done" buttons are not equal.
 * @typedef {import('./messages.js').Entry} Entry
 * @typedef {{caseId: string, revision: number, leadsOn: boolean}} CardRef leadsOn: it has another button than Back
 */

/**
 * The card with the highest revision of a case is the current one, of two equal ones the lower on the page. A card that only
 * shows something (its one button is Back) overtakes none, and is overtaken by what comes after it.
 * @param {readonly Entry[]} entries in the order shown
 * @returns {Set<string>} ids of the entries that were overtaken
 */
export function overtaken(entries) {
  /** @type {Map<string, {at: number, revision: number}>} */
  const current = new Map();
  const refs = entries.map(refOf);
  for (const [at, ref] of refs.entries()) {
    if (ref?.leadsOn !== true) continue;
    if (ref.revision >= (current.get(ref.caseId)?.revision ?? 0))
      current.set(ref.caseId, { at, revision: ref.revision });
  }
  const earlier = entries.filter((_entry, at) => {
    const ref = refs[at] ?? null;
    const newest = ref === null ? undefined : current.get(ref.caseId);
    return newest !== undefined && (ref?.leadsOn === true ? newest.at !== at : newest.at > at);
  });
  return new Set(earlier.map(({ id }) => id));
}

/** @param {Entry} entry @returns {boolean} a card to begin with, with a box of its own to paste into */
export function isWelcome(entry) {
  return buttonsOf(entry.cards ?? []).some(({ verb }) => verb === 'diagnose');
}

/** @type {WeakMap<Entry, {ref: CardRef | null}>} */
const known = new WeakMap();

/** @param {Entry} entry @returns {CardRef | null} null: it has no buttons of a case */
function refOf(entry) {
  const found = known.get(entry) ?? { ref: readRef(entry) };
  known.set(entry, found);
  return found.ref;
}

/** @param {Entry} entry @returns {CardRef | null} */
function readRef(entry) {
  const buttons = buttonsOf(entry.cards ?? []).filter(({ caseId }) => typeof caseId === 'string');
  const [first] = buttons;
  if (first === undefined) return null;
  const revision = typeof first.revision === 'number' ? first.revision : 0;
  return { caseId: first.caseId, revision, leadsOn: buttons.some(({ verb }) => verb !== 'back') };
}

/** What travels with the buttons of a card, wherever they stand on it. @param {unknown} part @returns {any[]} */
function buttonsOf(part) {
  if (Array.isArray(part)) return part.flatMap(buttonsOf);
  if (typeof part !== 'object' || part === null) return [];
  if ('type' in part && (part.type === 'Action.Submit' || part.type === 'Action.Execute')) {
    return 'data' in part && typeof part.data === 'object' && part.data !== null ? [part.data] : [];
  }
  return Object.values(part).flatMap(buttonsOf);
}

import type { Fault } from './faults.ts';
import type { CatalogFiles } from './readCatalog.ts';
import { suggestName } from './suggest.ts';

/** Checks that families name entries that are there, and that every cause is in exactly one. A page may be in one, or in none. */
export function checkFamilies(files: CatalogFiles): Fault[] {
  // With a broken families.yaml every cause would look forgotten; the fault of the file itself is enough.
  if (files.families === undefined) return [];
  const { value: families, source } = files.families;
  const faults: Fault[] = [];
  const ids = new Map<string, Fault>();
  const homes = new Map<string, { readonly family: string; readonly at: Fault }>();
  for (const [index, family] of families.entries()) {
    const at = source.faultAt(['families', index, 'id'], '');
    const first = ids.get(family.id);
    if (first === undefined) ids.set(family.id, at);
    else faults.push({ ...at, message: `family "${family.id}" is already at ${place(first)}; keep one` });
    for (const [rank, member] of family.members.entries()) {
      const here = source.faultAt(['families', index, 'members', rank], '');
      const home = homes.get(member);
      if (!files.causeNames.includes(member)) {
        const help = suggestName(member, files.causeNames);
        faults.push({ ...here, message: `unknown cause "${member}"${help && `; ${help}`}` });
      } else if (home !== undefined) {
        const message = `"${member}" is already in the family ${home.family} at ${place(home.at)}; keep one`;
        faults.push({ ...here, message });
      } else {
        homes.set(member, { family: family.id, at: here });
      }
    }
  }
  for (const { name, value: cause, source: own } of files.causes) {
    if (cause.kind === 'cause' && cause.status !== 'retired' && !homes.has(name)) {
      faults.push(own.faultAt(['id'], `"${name}" is in no family; add it to one in catalog/families.yaml`));
    }
  }
  return faults;
}

function place({ file, line, column }: Fault): string {
  return `${file}:${line}:${column}`;
}

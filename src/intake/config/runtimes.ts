/** A runtime that `dotnet --list-runtimes` or `dotnet --info` lists. Offsets are into the text. */
export interface Runtime {
  readonly framework: string;
  readonly version: string;
  /** True for one below "Program Files (x86)". */
  readonly x86: boolean;
  readonly start: number;
  readonly end: number;
}

const LISTED =
  /\b(Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All)) (\d{1,4}\.\d{1,4}\.\d{1,6}[\w.+-]{0,60}) \[([^\]\n]{1,260})\]/g;
const RUNTIMES_MAX = 1000;

/** @returns in the order of the list; empty when there is none */
export function findRuntimes(text: string): Runtime[] {
  const found: Runtime[] = [];
  for (const match of text.matchAll(LISTED)) {
    const [line, framework, version, folder] = match;
    const start = match.index;
    found.push({
      framework: framework!,
      version: version!,
      x86: /\(x86\)/i.test(folder!),
      start,
      end: start + line.length,
    });
    if (found.length === RUNTIMES_MAX) break;
  }
  return found;
}

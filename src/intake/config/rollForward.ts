/** Settings of `rollForward`, in lower case; the host knows no others. */
export const ROLL_FORWARD: readonly string[] = [
  'disable',
  'latestpatch',
  'minor',
  'latestminor',
  'major',
  'latestmajor',
];

/**
 * Whether an installed version serves a reference.
 * @param wanted    as in runtimeconfig.json: "8.0.0"
 * @param installed as in the list of runtimes; a preview serves what nothing else serves
 * @param policy    of `ROLL_FORWARD`
 * https://github.com/dotnet/runtime/blob/main/docs/design/features/framework-version-resolution.md
 */
export function serves(wanted: string, installed: string, policy: string): boolean {
  const [major, minor, patch] = numbersOf(wanted);
  const [hasMajor, hasMinor, hasPatch] = numbersOf(installed);
  const order = hasMajor - major || hasMinor - minor || hasPatch - patch;
  // A preview of the wanted version comes before it.
  if (order < 0 || (order === 0 && isPreview(installed) && !isPreview(wanted))) return false;
  if (policy === 'disable') return wanted === installed;
  if (policy === 'latestpatch') return hasMajor === major && hasMinor === minor;
  return policy === 'major' || policy === 'latestmajor' || hasMajor === major;
}

function numbersOf(version: string): readonly [number, number, number] {
  const [major, minor, patch] = version.split(/[.-]/, 3).map((part) => Number.parseInt(part, 10));
  return [major || 0, minor || 0, patch || 0];
}

function isPreview(version: string): boolean {
  return version.includes('-');
}

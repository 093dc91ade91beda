import { AppManifestUtils } from '@microsoft/app-manifest';
import type { TeamsManifest } from '@microsoft/app-manifest';
import { readWords } from '../../src/session/words.ts';
import { stringsOf } from './fillTemplate.ts';
import type { Json } from './fillTemplate.ts';
import { readPngHeader } from './png.ts';

/** The parts of the manifest that the checks of our own look at. */
export interface Manifest {
  readonly manifestVersion: string;
  readonly version: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly CommandList[];
  }[];
  readonly composeExtensions?: readonly {
    readonly botId: string;
    readonly commands: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly validDomains: readonly string[];
}

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

/** Files of the package by name. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const ICONS = { color: 192, outline: 32 } as const;
const COMMANDS_MAX = 12;

/**
 * Checks a filled manifest and its icons: the official schema of its version (offline), then what the schema does not know.
 * @param manifest everything filled in
 * @returns one line a fault; empty: Teams will take it
 * @throws Error when no schema of that manifestVersion is installed
 */
export async function checkPackage(manifest: Json & Manifest, files: PackageFiles): Promise<string[]> {
  const fromSchema = await AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest);
  return [
    ...fromSchema.map((fault) => `manifest.json${fault}`),
    ...stringsOf(manifest)
      .filter((text) => text.includes('${{'))
      .map((text) => `manifest.json: "${text}" is still a placeholder`),
    ...(/^\d+\.\d+\.\d+$/.test(manifest.version) ? [] : [`version "${manifest.version}" is not three numbers`]),
    ...checkBots(manifest),
    ...checkIcons(manifest, files),
    ...manifest.validDomains
      .filter((domain) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain))
      .map((domain) => `validDomains: "${domain}" is no host name`),
  ];
}

function checkBots({ bots, composeExtensions = [] }: Manifest): string[] {
  const [bot] = bots;
  if (bot === undefined) return ['bots: none'];
  const lists = bot.commandLists;
  const scopes = lists.flatMap((list) => list.scopes);
  return [
    ...bot.scopes
      .filter((scope) => scopes.filter((other) => other === scope).length !== 1)
      .map((scope) => `commandLists: the scope "${scope}" needs exactly one list`),
    ...lists.flatMap((list) => checkCommands(list)),
    ...composeExtensions.flatMap((extension) => [
      ...(extension.botId === bot.botId ? [] : ['composeExtensions: another bot than the one in bots']),
      ...repeated(extension.commands.map(({ id }) => id)).map((id) => `composeExtensions: "${id}" stands twice`),
    ]),
  ];
}

function checkCommands({ scopes, commands }: CommandList): string[] {
  const at = `commands of ${scopes.join(', ')}`;
  return [
    ...(commands.length <= COMMANDS_MAX ? [] : [`${at}: ${commands.length}, at most ${COMMANDS_MAX} are shown`]),
    ...repeated(commands.map(({ title }) => title)).map((title) => `${at}: "${title}" stands twice`),
    // Choosing a command sends its title as if it was typed.
    ...commands
      .filter(({ title }) => ['search', 'decode', 'nothing', undefined].includes(readWords(title)?.type))
      .map(({ title }) => `${at}: the bot does not know "${title}" (src/session/words.ts)`),
  ];
}

function checkIcons({ icons }: Manifest, files: PackageFiles): string[] {
  return (['color', 'outline'] as const).flatMap((name) => {
    const file = icons[name];
    const bytes = files[file];
    if (bytes === undefined) return [`icons.${name}: ${file} is not in the package`];
    const header = readPngHeader(bytes);
    if (header === null) return [`icons.${name}: ${file} is no PNG`];
    const size = ICONS[name];
    return [
      ...(header.width === size && header.height === size
        ? []
        : [`icons.${name}: ${file} is ${header.width} x ${header.height}, it must be ${size} x ${size}`]),
      ...(name === 'outline' && !header.hasAlpha ? [`icons.outline: ${file} has no transparency`] : []),
    ];
  });
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { checkPackage } from './checkPackage.ts';
import type { Manifest } from './checkPackage.ts';
import { fillTemplate } from './fillTemplate.ts';
import type { Json } from './fillTemplate.ts';
import { readPackageSettings } from './settings.ts';

export type BuiltPackage =
  | { readonly type: 'built'; readonly zip: Uint8Array; readonly manifestText: string; readonly manifest: Manifest }
  /** One line a fault. */
  | { readonly type: 'faulty'; readonly faults: readonly string[] };

/** Local time on purpose: a zip holds local times, so the bytes are the same in every time zone. */
const WRITTEN_AT = new Date(2020, 0, 1);

/**
 * Makes the package that Teams takes: manifest.json, the colour icon, the outline icon.
 * The same settings, template and icons give the same bytes.
 * @param root folder of package.json and appPackage/
 * @param env  settings, see docs/deploy.md
 */
export async function buildPackage(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<BuiltPackage> {
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const settings = readPackageSettings(env, version);
  if (settings.type === 'faulty') return settings;

  const folder = path.join(root, 'appPackage');
  const template: Json & Manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const manifest = fillTemplate(template, settings.values) as Json & Manifest;
  const { color, outline } = manifest.icons;
  const icons = Object.fromEntries([color, outline].map((name) => [name, readFileSync(path.join(folder, name))]));
  const faults = await checkPackage(manifest, icons);
  if (faults.length > 0) return { type: 'faulty', faults };

  const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
  const files = { 'manifest.json': Buffer.from(manifestText), ...icons };
  return { type: 'built', zip: zipSync(files, { level: 9, mtime: WRITTEN_AT }), manifestText, manifest };
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findRoot } from '../src/catalog/findRoot.ts';
import { loadDotEnv } from '../src/config.ts';
import { buildPackage } from './appPackage/buildPackage.ts';

/**
 * Makes the package to upload to Teams: `npm run package`, `-- --out FILE`, `-- --check` (writes nothing).
 * Settings come from the environment and .env (docs/deploy.md). Exit code 1 when one is missing or a check fails.
 */
process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: 'string' }, check: { type: 'boolean' } } });
  const root = findRoot(import.meta.url);
  loadDotEnv(root);
  const built = await buildPackage(root, process.env);
  if (built.type === 'faulty') {
    for (const fault of built.faults) console.error(`package: ${fault}`);
    console.error('package: nothing written; docs/deploy.md says where to find each setting');
    return 1;
  }
  const { manifest, zip } = built;
  const says = `manifest ${manifest.manifestVersion}, version ${manifest.version}, bot ${manifest.bots[0]?.botId ?? ''}`;
  if (values.check === true) {
    console.log(`good: ${says}`);
    return 0;
  }
  const file = path.resolve(values.out ?? path.join(root, 'appPackage', 'build', 'hostmedic.zip'));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, zip);
  // The manifest beside it in clear, for people and for the doctor.
  writeFileSync(`${file.replace(/\.zip$/i, '')}.json`, built.manifestText);
  console.log(`written: ${file} (${says})`);
  return 0;
}

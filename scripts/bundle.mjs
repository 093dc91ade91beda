// Makes the JavaScript of lib/: few files, so that a start reads a dozen of ours instead of three hundred.
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * What is started or imported by its path, without ending. Everything else is found through these, and stands in lib/chunks/
 * when more than one needs it; so no module may look for a file beside itself (src/catalog/findModule.ts does it).
 */
export const ENTRIES = [
  // npm start, Dockerfile
  'src/index',
  // npm run diagnose, decode, outcomes
  'src/cli',
  // scripts/build.mjs
  'src/catalog/compiled',
  // scripts/doctor.mjs
  'src/doctor/examine',
  'src/doctor/surroundings',
  // Threads
  'src/storage/sqliteWorker',
  // npm run load, and what it starts
  'bench/load',
  'bench/load/probe',
  'bench/echoBot',
  'test/support/guardedBot',
];

/**
 * Packages in CommonJS that every start needs. `import` would first look for the names that they export, and for that read every
 * file of them once more: a tenth of the start.
 */
const REQUIRED = /^(?:botbuilder|botbuilder-dialogs|botframework-connector|libsql|pino|prom-client|restify)(?:\/|$)/;

/** The echo bot of the bench is what others are measured against: it stays as it is written. */
const AS_WRITTEN = path.join('bench', 'echoBot.ts');

/**
 * Has the work of `import` done by `require` for REQUIRED packages.
 * @type {import('esbuild').Plugin}
 */
const requirePackages = {
  name: 'require packages',
  setup(build) {
    build.onResolve({ filter: REQUIRED }, ({ path: name, kind, importer }) => {
      const isLeft = kind !== 'import-statement' || importer.endsWith(AS_WRITTEN);
      return isLeft ? { path: name, external: true } : { path: name, namespace: 'required' };
    });
    build.onLoad({ filter: /^/, namespace: 'required' }, ({ path: name }) => ({
      contents: `module.exports = require(${JSON.stringify(name)});`,
    }));
  },
};

/**
 * Bundles our own code; packages stay where npm puts them.
 * @param {string} root
 * @param {string} folder to write to
 * @param {readonly string[]} [entries] left out: all
 * @returns {Promise<void>} rejects with esbuild's faults, which the type check words better
 */
export async function bundle(root, folder, entries = ENTRIES) {
  const { build, stop } = await import('esbuild');
  try {
    await build({
      absWorkingDir: root,
      // Of a copy without benches and tests, what is there; `npm test` sees to it that all are here.
      entryPoints: entries.map((entry) => `${entry}.ts`).filter((file) => existsSync(path.join(root, file))),
      outbase: root,
      outdir: folder,
      chunkNames: 'chunks/[name]-[hash]',
      bundle: true,
      splitting: true,
      packages: 'external',
      plugins: [requirePackages],
      // What `require` is in a module: esbuild leaves it to us.
      banner: {
        js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
      },
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // For the places in log lines (src/http/sourcePlaces.ts); the sources themselves are not repeated.
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
    });
  } finally {
    // The bot may run on in this process; its helper must not.
    await stop();
  }
}

import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRoot } from '../src/catalog/findRoot.ts';
import { startNode } from './support/child.ts';

/** In need of none of them to start: prompts that recognize dates, other storages, what reads YAML, what draws cards. */
const LATER = [
  '@microsoft/recognizers-text',
  '@azure/storage-blob',
  'adaptivecards',
  'ajv',
  'markdown-it',
  'pg',
  'tesseract.js',
  'yaml',
];

describe('a start', function () {
  this.timeout(30_000);

  it('reads no package that most bots never need', async () => {
    const startBot = pathToFileURL(path.join(findRoot(), 'src', 'startBot.ts')).href;
    const program = `
      import { createRequire } from 'node:module';
      await import('${startBot}');
      console.log(Object.keys(createRequire('${startBot}').cache).join('\\n'));
    `;
    const child = startNode(['--import', 'tsx', '--input-type=module', '-e', program], { cwd: findRoot() });
    assert.equal(await child.exited, 0, child.output.stderr);
    const files = child.output.stdout.replaceAll('\\', '/').split('\n');
    assert.ok(files.some((file) => file.includes('/node_modules/botbuilder-dialogs/')));
    const needless = files.filter((file) => LATER.some((name) => isOf(file, name)));
    assert.deepEqual(needless, []);
  });
});

/** Also of a package whose name begins so: "@microsoft/recognizers-text-date-time". */
function isOf(file: string, name: string): boolean {
  const at = file.lastIndexOf('/node_modules/') + '/node_modules/'.length;
  return file.startsWith(`${name}/`, at) || (name.startsWith('@') && file.startsWith(name, at));
}

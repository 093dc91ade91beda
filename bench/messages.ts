import path from 'node:path';
import { parseArgs } from 'node:util';
import { openCatalog } from '../src/catalog/compiled.ts';
import { findRoot } from '../src/catalog/findRoot.ts';
import { createEngine } from '../src/diagnosis/diagnose.ts';
import { answerMessages, sharesOf, unreadCodes, type Answer } from '../test/corpus/measureMessages.ts';
import { readCodeRows, readMessages, statusCode } from '../test/corpus/messageRow.ts';
import { readFactCodes, readFactMessages } from './messageFacts.ts';

/**
 * Pastes every message that the products can print, with values of chance, in the ways people paste it, and counts where it leads:
 * `npm run messages -- [--misses] [--seed N] [--runs N] [FACTS_DIR]`. Without FACTS_DIR it reads test/corpus/messages.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '1' },
  },
});
const root = findRoot();
const engine = createEngine(openCatalog(root));
const [facts] = positionals;
const corpus = path.join(root, 'test', 'corpus', 'messages');
const messages = facts === undefined ? readMessages(corpus) : readFactMessages(facts);
const codes =
  facts === undefined
    ? readCodeRows(corpus)
    : [
        ...readFactCodes(facts),
        ...readFactMessages(facts)
          .filter((row) => row.kind === 'status')
          .map(statusCode),
      ];
const seeds = Array.from({ length: Number(values.runs) }, (_none, run) => Number(values.seed) + run);
const answers = seeds.flatMap((seed) => answerMessages(messages, seed, engine));
const unread = unreadCodes(codes, engine);

print('all', answers);
printGroups('by file', (one) => one.row.file);
printGroups('by way of pasting', (one) => `${one.row.kind}: ${one.paste.as}`);
process.stdout.write(`\ncodes not read, or not linked: ${unread.length} (of ${codes.length} codes)\n`);
if (values.misses) printMisses();

function print(name: string, some: readonly Answer[]): void {
  const { causes, first, three, infos, falseAlarms } = sharesOf(some);
  const percent = (share: number): string => (causes === 0 ? '      ' : `${(share * 100).toFixed(1).padStart(5)}%`);
  process.stdout.write(
    `${name.padEnd(32)} first ${percent(first)}  three ${percent(three)}  of ${String(causes).padStart(5)}   info named ${falseAlarms} of ${infos}\n`,
  );
}

function printGroups(title: string, nameOf: (one: Answer) => string): void {
  process.stdout.write(`\n${title}\n`);
  const groups = new Map<string, Answer[]>();
  for (const one of answers) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  for (const [name, some] of [...groups].sort(([a], [b]) => a.localeCompare(b))) print(`  ${name}`, some);
}

function printMisses(): void {
  const bad = answers.filter((one) => one.falseAlarm || (one.rank !== null && one.rank !== 'first'));
  for (const { row, paste, rank, verdict, ids } of bad)
    process.stdout.write(
      `${rank ?? 'NAMED'} [${row.file}/${paste.as}] ${JSON.stringify(row.format.slice(0, 110))} wanted ${row.accept.join('|')}: ${verdict} ${ids.slice(0, 3).join(', ')}\n`,
    );
  for (const line of unread) process.stdout.write(`CODE ${line}\n`);
}

import { createLogger } from '../../src/log.ts';

/** Logs as its last act, when it is told to by a line on standard input. */
const log = createLogger('info');
process.stdin.once('data', () => {
  for (let line = 0; line < 50; line += 1) log.info('last-words', { count: line });
  process.exit(0);
});
console.log('ready');

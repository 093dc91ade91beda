import { readFileSync } from 'node:fs';
import path from 'node:path';

const HEALTHY = [
  'iis-w3c-healthy.txt',
  'kestrel-requests-stdout.txt',
  'ancm-started-event.txt',
  'kestrel-start-stdout.txt',
  'recycling-info-events.txt',
];

/** Lines of logs in which nothing is wrong, from catalog/clean; blank lines are left out. */
export function healthyLines(root: string): readonly string[] {
  return HEALTHY.flatMap((name) =>
    readFileSync(path.join(root, 'catalog', 'clean', name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  );
}

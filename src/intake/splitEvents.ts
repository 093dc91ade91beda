import { LINE_HEAD } from './artifactParser.ts';
import { isSystemEvent, startsEvent } from './channels.ts';
import type { Run } from './readRuns.ts';

/** Cuts a list of events where the log changes between Application and System. */
export function splitEvents(text: string, run: Run): Run[] {
  if (run.parser.kind !== 'windows-event') return [run];
  const starts = [run.start];
  for (let at = run.start; at < run.end;) {
    const next = text.indexOf('\n', at) + 1;
    const end = next === 0 ? run.end : Math.min(next, run.end);
    if (at > run.start && startsEvent(text.slice(at, Math.min(end, at + LINE_HEAD)))) starts.push(at);
    at = end;
  }
  const parts: Run[] = [];
  let system: boolean | null = null;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? run.end;
    const isSystem = isSystemEvent(text.slice(start, end));
    if (isSystem === system) parts.at(-1)!.end = end;
    else parts.push({ ...run, start, end });
    system = isSystem;
  }
  return parts;
}

import type { Random } from '../../../bench/random.ts';
import { CONFIGURATION_SECRETS } from './configurationSecrets.ts';
import { CONNECTION_SECRETS } from './connectionSecrets.ts';
import { FILLERS, MAKERS, WRITERS } from './makers.ts';
import { MATERIAL_SECRETS } from './materialSecrets.ts';
import { TOKEN_SECRETS } from './tokenSecrets.ts';
import { TOLD_SECRETS } from './toldSecrets.ts';
import { WEB_SECRETS } from './webSecrets.ts';
import { WRITTEN_SECRETS } from './writtenSecrets.ts';

export interface Template {
  readonly kind: string;
  readonly line: string;
}

/** A text with secrets in it. */
export interface Planted {
  readonly kind: string;
  readonly template: string;
  readonly text: string;
  /** What must not be found anywhere: the values as made and as written, line by line. */
  readonly traces: readonly string[];
}

const NAMES_OF_PEOPLE: readonly string[] = ['e-mail address', 'account of a person', 'folder of a person'];

/** Every template of the corpus. */
export const TEMPLATES: readonly Template[] = [
  CONNECTION_SECRETS,
  WEB_SECRETS,
  CONFIGURATION_SECRETS,
  TOKEN_SECRETS,
  WRITTEN_SECRETS,
  TOLD_SECRETS,
  MATERIAL_SECRETS,
].flatMap(readTemplates);

export function isPerson(kind: string): boolean {
  return NAMES_OF_PEOPLE.includes(kind);
}

/** Fills a template with values of its own. */
export function plant(template: Template, random: Random): Planted {
  const traces = new Set<string>();
  const text = template.line.replaceAll('⏎', '\n').replace(/\{([a-z]\w*)((?::[a-z]+)*)\}/g, (whole, name, writers) => {
    const filler = FILLERS[name];
    if (filler !== undefined) return filler(random);
    const value = MAKERS[name]?.(random);
    if (value === undefined) return whole;
    const written = ways(writers).reduce((given, way) => WRITERS[way]!(given), value);
    for (const one of [written, ...(written.includes(value) ? [value] : [])]) addTraces(one, traces);
    return written;
  });
  return { kind: template.kind, template: template.line, text, traces: [...traces] };
}

/** @returns the traces of a planted secret that stand in a text */
export function tracesIn(text: string, planted: Planted): string[] {
  return planted.traces.filter((trace) => text.includes(trace));
}

function ways(writers: string): string[] {
  return writers.split(':').filter((one) => one !== '');
}

/** A value of several lines leaves a trace a line; of each the last 8 characters must be gone as well. */
function addTraces(value: string, traces: Set<string>): void {
  for (const line of value.split(/\s+|\\n/)) {
    if (line.length < 8) continue;
    traces.add(line);
    traces.add(line.slice(-8));
  }
}

function readTemplates(block: string): Template[] {
  const templates: Template[] = [];
  let kind = '';
  for (const line of block.split('\n')) {
    if (line.startsWith('## ')) kind = line.slice(3);
    else if (line !== '') templates.push({ kind, line });
  }
  return templates;
}

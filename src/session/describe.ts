import type { ArtifactKind } from '../model/artifact.ts';
import type { CaseState, ReadArtifact } from './record.ts';

const NAMES: Readonly<Record<ArtifactKind, { readonly one: string; readonly many: string }>> = {
  'browser-page': { one: 'an error page', many: 'error pages' },
  'windows-event': { one: 'a Windows event', many: 'Windows events' },
  'ancm-stdout-log': { one: 'a stdout log', many: 'pieces of a stdout log' },
  'ancm-debug-log': { one: 'a module debug log', many: 'pieces of a module debug log' },
  'iis-w3c-log': { one: 'an IIS log', many: 'pieces of an IIS log' },
  'httperr-log': { one: 'an HTTPERR log', many: 'pieces of an HTTPERR log' },
  'freb-trace': { one: 'a failed-request trace', many: 'pieces of failed-request traces' },
  'installer-log': { one: 'an installer log', many: 'pieces of an installer log' },
  'dotnet-cli': { one: 'dotnet output', many: 'pieces of dotnet output' },
  'appcmd-output': { one: 'appcmd output', many: 'pieces of appcmd output' },
  'stack-trace': { one: 'a stack trace', many: 'stack traces' },
  'web-config': { one: 'a web.config', many: 'pieces of web.config' },
  'application-host-config': { one: 'an applicationHost.config', many: 'pieces of applicationHost.config' },
  'runtime-config': { one: 'a runtimeconfig.json', many: 'pieces of runtimeconfig.json' },
  'deps-json': { one: 'a deps.json', many: 'pieces of deps.json' },
  har: { one: 'a HAR file', many: 'pieces of a HAR file' },
  'http-trace': { one: 'a network trace of the browser or curl', many: 'network traces' },
  prose: { one: 'your words', many: 'your words' },
};

/**
 * What was read, in one line: "a 502.5 page; an event from IIS AspNetCore Module V2 (1018); an IIS log line".
 * Empty when nothing was read.
 */
export function describeRead(state: CaseState): string {
  const byKind = new Map<ArtifactKind, ReadArtifact[]>();
  for (const one of state.read) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  return [...byKind]
    .filter(([kind]) => kind !== 'prose' || byKind.size === 1)
    .map(([kind, read]) => describeKind(kind, read, state))
    .join('; ');
}

function describeKind(kind: ArtifactKind, read: readonly ReadArtifact[], state: CaseState): string {
  const named = read.findLast((one) => one.what !== undefined);
  const what = named?.what ?? (kind === 'browser-page' ? statusOfPage(state) : undefined);
  const entries = read.reduce((sum, one) => sum + (one.count ?? 1), 0);
  switch (kind) {
    case 'browser-page':
      return what === undefined ? several(kind, read.length) : `a ${what} page`;
    case 'windows-event': {
      if (what === undefined) return several(kind, read.length);
      if (entries === 1) return `an event from ${what}`;
      const newest = read.length === 1 && named?.newest === true;
      return `${entries} events, ${newest ? 'newest' : 'the last'} from ${what}`;
    }
    case 'iis-w3c-log':
    case 'httperr-log': {
      const name = kind === 'iis-w3c-log' ? 'IIS log' : 'HTTPERR log';
      return withStatus(entries === 1 ? `an ${name} line` : `${entries} ${name} lines`, what);
    }
    default:
      return withStatus(several(kind, read.length), what);
  }
}

function several(kind: ArtifactKind, count: number): string {
  return count === 1 || kind === 'prose' ? NAMES[kind].one : `${count} ${NAMES[kind].many}`;
}

function withStatus(name: string, status: string | undefined): string {
  return status === undefined ? name : `${name} (${status})`;
}

function statusOfPage(state: CaseState): string | undefined {
  const page = state.findings.find((one) => one.channel === 'browser' && one.key.startsWith('status:'));
  return page?.key.slice('status:'.length);
}

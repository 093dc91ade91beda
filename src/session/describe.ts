import type { ArtifactKind } from '../model/artifact.ts';
import type { CaseState } from './record.ts';

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

/** What was read, in one line: "a 502.5 page; 2 Windows events". Empty when nothing was read. */
export function describeRead(state: CaseState): string {
  const counts = new Map<ArtifactKind, number>();
  for (const { kind } of state.read) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const page = state.findings.find((one) => one.channel === 'browser' && one.key.startsWith('status:'));
  const status = page?.key.slice('status:'.length);
  return [...counts]
    .filter(([kind]) => kind !== 'prose' || counts.size === 1)
    .map(([kind, count]) => {
      if (kind === 'browser-page' && status !== undefined) return `a ${status} page`;
      return count === 1 || kind === 'prose' ? NAMES[kind].one : `${count} ${NAMES[kind].many}`;
    })
    .join('; ');
}

import type { ArtifactParser } from '../artifactParser.ts';

/** What `dotnet` (or the app) answered at a prompt. */
export const dotnetCli: ArtifactParser = {
  kind: 'dotnet-cli',
  channel: 'cli',
  cues: [
    'net core shared framework host',
    "'dotnet' is not recognized as",
    "the term 'dotnet' is not recognized",
    '"dotnet" ist entweder falsch geschrieben',
    'dotnet: command not found',
    'you intended to execute a .net',
    'base path:   c:\\program files',
    '\\dotnet\\sdk]',
    'the command could not be loaded, possibly because',
  ],
  opens:
    /^(?:Determining projects to restore|All projects are up-to-date|Environment variables:|Other architectures found:|global\.json file:|Build succeeded|\S{1,80} -> \S)|^(?:PS )?[A-Z]:\\[^>\n]{0,200}>(?: ?\S|\s?$)|^\W{0,4}dotnet (?:--?\w|[\w.\\/-]{1,200}\.dll|run|publish|build|restore|new|exec)|^\W{0,4}\.NET (?:Core )?(?:SDKs?|runtimes?)\b.{0,60}(?::|installed)|^\W{0,4}(?:Runtime Environment|Host \(useful for support\)|Host):$|^(?:OS (?:Name|Version|Platform)|RID|Base Path|Workload version|Version  |Build    |MSBuild version)\s{0,6}:\s|^Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All) \d{1,2}\.\d{1,2}\.\S{1,40} \[|^\d{1,2}\.\d{1,2}\.\d{3}\S{0,30} \[/,
  holds:
    /^\s{1,}\S|^(?:\.NET|Download|https:\/\/aka\.ms\/dotnet|operable program|\d{1,2}\.\d{1,2}\.\d{3}|Learn more|Other architectures found|Environment variables|global\.json file|No runtimes|No SDKs)/,
  absorbs: ['ancm-stdout-log', 'stack-trace'],
};

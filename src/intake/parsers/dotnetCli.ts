import type { ArtifactParser } from '../artifactParser.ts';

/** What `dotnet` (or the app) answered at a prompt. */
export const dotnetCli: ArtifactParser = {
  kind: 'dotnet-cli',
  channel: 'cli',
  cues: ['microsoft .net core shared framework host'],
  opens:
    /^\s{0,4}(?:PS )?[A-Z]:\\[^>\n]{0,200}> ?\S|^\W{0,4}dotnet (?:--?\w|[\w.\\/-]{1,200}\.dll|run|publish|build|restore|new|exec)|^\W{0,4}\.NET (?:Core )?(?:SDKs?|runtimes?)\b.{0,60}(?::|installed)|^\W{0,4}(?:Runtime Environment|Host \(useful for support\)|Host):$|^\s{0,8}Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All) \d{1,2}\.\d{1,2}\.\S{1,40} \[|^\s{0,8}\d{1,2}\.\d{1,2}\.\d{3}\S{0,30} \[/,
  holds:
    /^\s{1,}\S|^(?:\.NET|Download|Learn more|Other architectures found|Environment variables|global\.json file|No runtimes|No SDKs)/,
  absorbs: ['ancm-stdout-log', 'stack-trace'],
};

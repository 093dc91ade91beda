import type { ArtifactParser } from '../artifactParser.ts';

/** *.runtimeconfig.json: https://learn.microsoft.com/dotnet/core/runtime-config/ */
export const runtimeConfig: ArtifactParser = {
  kind: 'runtime-config',
  channel: 'config',
  cues: [
    '"runtimeoptions"',
    '"includedframeworks"',
    '"configproperties"',
    '"additionalprobingpaths"',
    '"rollforward"',
    '"rollforwardonnocandidatefx"',
    '"applypatches"',
    '"tfm"',
    '"system.gc.',
    '"system.runtime.',
    '"system.threading.threadpool',
    '"system.globalization.',
    '"system.reflection.metadata.',
    '"system.diagnostics.debugger.',
    '"microsoft.extensions.dependencyinjection.verify',
  ],
  opens:
    /^\W{0,4}"frameworks?"\s{0,4}:\s{0,4}[{[]|^[{[]?\s{0,4}"name"\s{0,4}:\s{0,4}"Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All)"/,
  holds: null,
  absorbs: [],
  shape: 'json',
};

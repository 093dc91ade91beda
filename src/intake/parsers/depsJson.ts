import type { ArtifactParser } from '../artifactParser.ts';

/** The list of an app's assemblies and packages, *.deps.json: https://github.com/dotnet/cli/blob/rel/1.0.0/Documentation/specs/runtime-configuration-file.md */
export const depsJson: ArtifactParser = {
  kind: 'deps-json',
  channel: 'config',
  cues: [
    '"runtimetarget"',
    '"runtimetargets"',
    '"compilationoptions"',
    '"languageversion":',
    '"optimize":',
    '".netcoreapp,version=',
    '".netstandard,version=',
    '"serviceable"',
    '"sha512-',
    '"sha512"',
    '.nupkg.sha512"',
    '"hashpath"',
    '"assettype"',
    '"assemblyversion"',
    '"fileversion"',
    'runtimepack.microsoft.',
  ],
  opens:
    /^\W{0,4}"(?:dependencies|runtime|native|compile|resources|targets|libraries|runtimes)"\s{0,4}:\s{0,4}\{|^\W{0,4}"[\w.-]{1,120}\/\d{1,6}(?:\.\d{1,9}){1,3}[\w.+-]{0,40}"\s{0,4}:\s{0,4}\{|^\W{0,4}"(?:lib|runtimes|ref)\/[^"]{1,200}"\s{0,4}:\s{0,4}\{|^\W{0,4}"[\w.-]{1,120}\.(?:dll|exe|so|dylib)"\s{0,4}:\s{0,4}\{/,
  holds: null,
  absorbs: [],
  shape: 'json',
};

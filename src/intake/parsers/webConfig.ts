import type { ArtifactParser } from '../artifactParser.ts';

/** web.config, applicationHost.config, or an extract of one. */
export const webConfig: ArtifactParser = {
  kind: 'web-config',
  channel: 'config',
  cues: [
    '<aspnetcore ',
    '<configuration>',
    '<system.webserver',
    '<handlers>',
    '<httperrors',
    '<httpplatform ',
    '<environmentvariable',
    '<processmodel ',
    '<targetframework',
    '<packagereference ',
  ],
  opens:
    /^\s{0,40}<(?:\?xml |\/?(?:configuration|system\.web(?:Server)?|aspNetCore|handlers|modules|globalModules|httpErrors|rewrite|rules|rule|security|requestFiltering|requestLimits|environmentVariables?|handlerSettings|handlerSetting|applicationPools|processModel|sites|site|application|virtualDirectory|bindings?|httpPlatform|runtime|connectionStrings|appSettings|compilation|httpRuntime|customErrors|authentication|authorization|staticContent|mimeMap|sectionGroup|section|location|add|remove|clear|error|PropertyGroup|ItemGroup|PackageReference|Project|TargetFramework|RuntimeIdentifier)(?:[ />]|$))/i,
  holds: /^\s{0,40}(?:<|\/?>|-->|[\w:.]{1,40}\s?=\s?["'])/,
  absorbs: [],
  block: { from: /<configuration[ >]/, to: /<\/configuration>/ },
};

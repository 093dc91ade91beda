import type { ArtifactParser } from '../artifactParser.ts';

/** web.config, or an extract of one. */
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
    '<targetframework',
    '<packagereference ',
  ],
  opens:
    /^<(?:\/?(?:configuration|system\.web(?:Server)?|aspNetCore|handlers|modules|httpErrors|rewrite|rules|rule|security|requestFiltering|requestLimits|environmentVariables?|handlerSettings|handlerSetting|application|virtualDirectory|bindings?|httpPlatform|runtime|connectionStrings|appSettings|compilation|httpRuntime|customErrors|authentication|authorization|staticContent|mimeMap|section|location|add|remove|clear|error|PropertyGroup|ItemGroup|PackageReference|Project|TargetFramework|RuntimeIdentifier)(?:[ />]|$))/i,
  holds: /^\s{0,40}(?:<|\/?>|-->|[\w:.]{1,40}\s?=\s?["'])/,
  absorbs: [],
  shape: 'xml',
  block: { from: /<configuration(?:[ >]|$)/, to: '</configuration>' },
};

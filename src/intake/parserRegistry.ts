import type { ArtifactKind } from '../model/artifact.ts';
import type { ArtifactParser } from './artifactParser.ts';
import { ancmDebugLog } from './parsers/ancmDebugLog.ts';
import { ancmStdoutLog } from './parsers/ancmStdoutLog.ts';
import { appcmdOutput } from './parsers/appcmdOutput.ts';
import { applicationHostConfig } from './parsers/applicationHostConfig.ts';
import { browserPage } from './parsers/browserPage.ts';
import { depsJson } from './parsers/depsJson.ts';
import { dotnetCli } from './parsers/dotnetCli.ts';
import { frebTrace } from './parsers/frebTrace.ts';
import { har } from './parsers/har.ts';
import { httpErrLog } from './parsers/httpErrLog.ts';
import { httpTrace } from './parsers/httpTrace.ts';
import { iisW3cLog } from './parsers/iisW3cLog.ts';
import { installerLog } from './parsers/installerLog.ts';
import { prose } from './parsers/prose.ts';
import { runtimeConfig } from './parsers/runtimeConfig.ts';
import { stackTrace } from './parsers/stackTrace.ts';
import { webConfig } from './parsers/webConfig.ts';
import { windowsEvent } from './parsers/windowsEvent.ts';

/** Every kind once. The first parser that a line opens gets it, so the surest shapes come first. */
export const PARSERS: readonly ArtifactParser[] = [
  httpErrLog,
  iisW3cLog,
  har,
  depsJson,
  runtimeConfig,
  frebTrace,
  installerLog,
  ancmDebugLog,
  windowsEvent,
  appcmdOutput,
  httpTrace,
  ancmStdoutLog,
  dotnetCli,
  applicationHostConfig,
  stackTrace,
  webConfig,
  browserPage,
  prose,
];

export function parserOf(kind: ArtifactKind): ArtifactParser {
  return PARSERS.find((parser) => parser.kind === kind) ?? prose;
}

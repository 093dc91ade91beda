import type { ArtifactParser } from '../artifactParser.ts';

/** What the app and the .NET host printed: stdout_*.log, or the console. */
export const ancmStdoutLog: ArtifactParser = {
  kind: 'ancm-stdout-log',
  channel: 'stdoutLog',
  cues: [
    'the specified framework ',
    'application to execute does not exist',
    'compatible framework version',
    'a fatal error occurred',
    'a fatal error was encountered',
    'failed to run as a self-contained app',
    'failed to create coreclr',
    'application dependencies manifest',
    'you must install .net',
    'you must install or update .net',
    'the required library ',
    'https://aka.ms/dotnet/app-launch-failed',
    'https://aka.ms/dotnet-core-applaunch',
    'run as a self-contained app',
    'this should be a framework-dependent app',
    'check application dependencies and target',
    '"loglevel":',
    '"category":"microsoft.',
    'if this is a self-contained application',
    'if this is a framework-dependent application',
    'unhandled exception. ',
    'unhandled exception: ',
  ],
  opens:
    /^(?:\d[\d:.T -]{6,30}Z? ?)?(?:trce|dbug|info|warn|fail|crit): ?[A-Z\d]|^\W{0,4}(?:now listening on|hosting environment|content root path|application started\.|application is shutting down|hosting f?ailed to start|hosting start|it was not possible to |framework: '|failed to load the dll from)|^(?:app|architecture|framework|\.net location|failed to resolve|learn about(?: framework resolution)?|the following frameworks were found|to install missing framework(?:, download)?|host error|error):\s{0,4}\S{0,2}|^\[?\d{2,4}[\d:. /T-]{4,26}(?: [+-]\d\d:\d\d)?[ |]{0,3}\[?(?:VRB|DBG|INF|WRN|ERR|FTL|TRACE|DEBUG|INFO|WARN|ERROR|FATAL)[\]|: ]|^\{"(?:EventId|Timestamp|@t|LogLevel|time|Category)"\s{0,2}:/i,
  holds:
    /^\s{2,}\S|^\s{0,16}(?:learn more|https:\/\/aka\.ms\/dotnet|https:\/\/go\.microsoft\.com\/fwlink)|^\s{0,4}(?:- |at |---)|^\t/i,
  absorbs: ['stack-trace'],
  shape: 'json',
};

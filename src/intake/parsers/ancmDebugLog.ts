import type { ArtifactParser } from '../artifactParser.ts';

/** The debug log of the ASP.NET Core Module V2 (handlerSettings debugFile). */
export const ancmDebugLog: ArtifactParser = {
  kind: 'ancm-debug-log',
  channel: 'debugLog',
  cues: [
    'initializing logs for ',
    'end event log message',
    '[aspnetcore',
    'v2.dll] ',
    'resolving hostfxr',
    'resolved hostfxr',
    'hostfxr_get_native_search_directories',
  ],
  opens: /^\W{0,4}(?:Failed HRESULT returned|Event Log: ['"]|Initializing logs for)/i,
  holds: /^\s{1,}\S|^\W{0,4}(?:Event Log|End Event Log|Process Id|File Version|Description|Commit hash)\b/i,
  absorbs: ['stack-trace', 'ancm-stdout-log', 'windows-event'],
};

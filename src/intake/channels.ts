import type { ArtifactKind, Channel, Slot } from '../model/artifact.ts';
import type { ArtifactParser } from './artifactParser.ts';

// Parts of these kinds turn up inside events and pages, so in a named field they belong to the field.
const OF_NO_CLEAR_ORIGIN: ReadonlySet<ArtifactKind> = new Set([
  'prose',
  'stack-trace',
  'ancm-stdout-log',
  'dotnet-cli',
]);

const DEBUG_CUES = /\[aspnetcore|Failed HRESULT returned|Event Log: '|hostfxr/i;
const HTTPERR_CUES =
  /s-reason|HTTPERR|\b(?:AppOffline|QueueFull|ConnLimit|Timer_\w{4,40}|Connection_\w{4,40}|Client_Reset)\b/i;

/**
 * @param part the artifact's own text
 * @returns the channel of an artifact: its kind says it, unless the kind is open; then the slot does
 */
export function channelOf(parser: ArtifactParser, slot: Slot, part: string): Channel {
  if (parser.kind === 'windows-event') return slot === 'systemLog' || isSystemEvent(part) ? 'systemLog' : 'eventLog';
  if (!OF_NO_CLEAR_ORIGIN.has(parser.kind)) return parser.channel;
  switch (slot) {
    case 'text':
      return parser.channel;
    case 'ancmLog':
      if (parser.kind === 'ancm-stdout-log') return 'stdoutLog';
      return parser.kind === 'dotnet-cli' ? 'cli' : DEBUG_CUES.test(part) ? 'debugLog' : 'stdoutLog';
    case 'iisLog':
      return HTTPERR_CUES.test(part) ? 'httpErr' : 'iisLog';
    default:
      return slot;
  }
}

// Sources that write to the System log.
const SYSTEM_SOURCE =
  /^[ \t>*"'+-]{0,4}(?:Event )?(?:Source|Quelle|Origen|Origine|Fonte|\u6765\u6e90|\u30bd\u30fc\u30b9|\u0179r\u00f3d\u0142o|\u0418\u0441\u0442\u043e\u0447\u043d\u0438\u043a|Kaynak|Bron|\u4f86\u6e90|\uc6d0\ubcf8)[ \t]{0,8}:[ \t]{0,20}(?:Microsoft-Windows-)?(?:WAS|W3SVC|IIS-W3SVC|Service Control Manager|HttpEvent|HttpService|HTTP|DCOM|DistributedCOM|Schannel)(?=\s|$)/im;
const SYSTEM_LOG =
  /^[ \t>*"'+-]{0,4}(?:Log Name|Protokollname|Nom du journal|Nombre de registro)[ \t]{0,8}:[ \t]{0,20}(?:System|Syst\u00e8me|Sistema)\b/im;
const SYSTEM_PROVIDER =
  /Provider Name=["'](?:Microsoft-Windows-)?(?:WAS|W3SVC|IIS-W3SVC|Service Control Manager|HttpEvent|HttpService|DistributedCOM|Schannel)["']|<Channel>System<|\t(?:Microsoft-Windows-)?(?:WAS|W3SVC|IIS-W3SVC|Service Control Manager|HttpEvent)\t|\bMicrosoft-Windows-(?:WAS|IIS-W3SVC|HttpService|HttpEvent)\b/i;
const APPLICATION_LOG =
  /^\W{0,4}(?:Log Name|Protokollname|Nom du journal|Nombre de registro)\s{0,8}:\s{0,20}(?:Application|Anwendung|Aplicaci\u00f3n)\b|<Channel>Application</im;
// The same in Portuguese, Chinese and Japanese, in lists and tables of PowerShell, in the friendly view and in CSV files.
const SYSTEM_ROW =
  /^[ \t]{0,16}(?:Nome do [Ll]og|\u65e5\u5fd7\u540d\u79f0|\u30ed\u30b0\u306e\u540d\u524d|LogName)[ \t]{0,20}:[ \t]{0,20}(?:System|Sistema|\u7cfb\u7edf|\u30b7\u30b9\u30c6\u30e0)|^[ \t]{0,16}Channel System[ \t]{0,4}$|^[ \t]{0,16}(?:ProviderName|Source)[ \t]{0,20}:[ \t]{0,4}(?:WAS|W3SVC|Service Control Manager)[ \t]{0,4}$|^[ \t]{0,16}\[ ?Name\][ \t]{1,8}(?:WAS|W3SVC|Service Control Manager)[ \t]{0,4}$|[,;]"?(?:WAS|W3SVC|Service Control Manager)"?[,;]| (?:Service Control M|Microsoft-Windows-[WI]\w{0,12})\.\.\. |(?:Error|Warning|Information) {1,16}(?:WAS|W3SVC) /im;
const APPLICATION_ROW =
  /^[ \t]{0,16}(?:Nome do [Ll]og|\u65e5\u5fd7\u540d\u79f0|\u30ed\u30b0\u306e\u540d\u524d|LogName)[ \t]{0,20}:[ \t]{0,20}(?:Applica|Aplica|\u5e94\u7528\u7a0b\u5e8f|\u30a2\u30d7\u30ea)|^[ \t]{0,16}Channel Application[ \t]{0,4}$/im;
// Messages that only WAS, W3SVC and the service manager write.
const SYSTEM_MESSAGE =
  /A process serving application pool|[Aa]pplication pool .{1,80} (?:has been disabled|is being automatically disabled)|The identity of application pool|The worker process for application pool|Windows Process Activation Service|The World Wide Web Publishing Service/;

/** True when a text of one or more events belongs to the System log. */
export function isSystemEvent(part: string): boolean {
  if ([SYSTEM_SOURCE, SYSTEM_LOG, SYSTEM_PROVIDER, SYSTEM_ROW].some((pattern) => pattern.test(part))) return true;
  return SYSTEM_MESSAGE.test(part) && !APPLICATION_LOG.test(part) && !APPLICATION_ROW.test(part);
}

const EVENT_START =
  /^\W{0,4}(?:Log Name|Protokollname|Nom du journal|Nombre de registro|Nome do [Ll]og|\u65e5\u5fd7\u540d\u79f0|\u30ed\u30b0\u306e\u540d\u524d|Event Type|TimeCreated|ProviderName)\s{0,20}:|^\s{0,4}\+ System|^\s{0,4}"?(?:Critical|Error|Warning|Information|Fehler|Warnung|Erreur|Avertissement)"?[,;]"?\d|<Event[ >]|^\s{0,4}(?:Critical|Error|Warning|Information|Fehler|Warnung|Informationen|Erreur|Avertissement|Advertencia)\t/;

/** True for a line with which an entry of the event log begins. */
export function startsEvent(line: string): boolean {
  return EVENT_START.test(line);
}

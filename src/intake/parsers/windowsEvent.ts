import type { ArtifactParser } from '../artifactParser.ts';

const LEVELS =
  'Critical|Error|Warning|Information|Verbose|Kritisch|Fehler|Warnung|Informationen|Critique|Erreur|Avertissement|Advertencia|Informaci\u00f3n|Cr\u00edtico|Errore|Avviso|\u9519\u8bef|\u8b66\u544a|\u4fe1\u606f|\u30a8\u30e9\u30fc';

/** An entry of the Windows event log: copied text, XML, a row of the viewer's list, or eventlog.xml of App Service. */
export const windowsEvent: ArtifactParser = {
  kind: 'windows-event',
  channel: 'eventLog',
  cues: [
    '<event>',
    '<event ',
    '<events>',
    'eventdata>',
    '<provider ',
    '<eventid',
    "' with physical root",
    "' started the coreclr",
    "failed to start application '",
    'failed to start process with commandline',
    'process was created with commandline',
    'could not create stdoutlogfile',
    "process '0' failed to start",
    'a process serving application pool',
    ' has been disabled. windows process',
    'is being automatically disabled',
    'worker process for application pool',
    'identity of application pool',
    'the module dll ',
    'windows process activation service',
    'world wide web publishing service',
    'service terminated with',
    'service terminated unexpectedly',
    'faulting application',
    'faulting module',
    'name der fehlerhaften anwendung',
    "nom de l'application d\u00e9faillante",
    'aspnetcorev2_inprocess.dll',
    'invoking hostfxr to find the inprocess',
    'process was terminated due to an unhandled exception',
  ],
  opens: new RegExp(
    [
      '^\\W{0,4}(?:Log Name|Protokollname|Nom du journal|Nombre de registro|Nome (?:do )?(?:log|registro)|\u65e5\u5fd7\u540d\u79f0|\u30ed\u30b0\u306e\u540d\u524d|Event Xml)\\s{0,8}:',
      '^\\W{0,4}(?:Event )?(?:Source|Quelle|Origen|Origine|Fonte|\u6765\u6e90|\u30bd\u30fc\u30b9)\\s{0,8}:\\s{0,20}(?:IIS|ASP|Microsoft|W3SVC|WAS|\\.NET|Application|Windows|Service|HTTP|DCOM|MSSQL|[A-Z][\\w.-]{2,40}$)',
      "^\\W{0,4}(?:Event[ -]?ID|Ereignis-ID|ID de l'\u00e9v\u00e9nement|Id\\.? (?:de|del) evento|Identificador del evento|ID evento|ID do evento|\u4e8b\u4ef6 ID|\u30a4\u30d9\u30f3\u30c8 ID)\\s{0,8}[:=]",
      '^\\W{0,4}(?:Level|Ebene|Niveau|Nivel|Livello|\u7ea7\u522b|\u30ec\u30d9\u30eb|Event Type|Entry Type|Task Category|Aufgabenkategorie|Cat\u00e9gorie de la t\u00e2che)\\s{0,8}:\\s{1,20}\\S',
      `^\\s{0,4}(?:${LEVELS})\\t`,
      `^(?:[\\w.-]{1,40}\\s{1,4})?\\d{3,5}\\s{1,4}(?:${LEVELS})\\s{1,4}\\S`,
      '^\\W{0,4}(?:Application: \\S{1,80}\\.exe|(?:CoreCLR|\\.NET Core|Framework|\\.NET) Version: \\S|Exception Info:|A \\.NET Core application failed)',
    ].join('|'),
  ),
  holds:
    /^\W{0,4}(?:Date|Datum|Fecha|Keywords|Schl\u00fcsselw\u00f6rter|Mots cl\u00e9s|User|Benutzer|Computer|Ordinateur|Equipo|Description|Beschreibung|Descripci\u00f3n|OpCode|Process Id|File Version|Faulting|Exception code|Fault offset|Report Id|Logged|General|Details|Event\s?Data|System)\b|^\s{0,12}<\/?\w|^(?:[0-9A-F]{2} ){4}/i,
  absorbs: ['stack-trace', 'ancm-stdout-log', 'dotnet-cli', 'browser-page'],
  block: { from: /<Event[ >]/, to: /<\/Event>/ },
};

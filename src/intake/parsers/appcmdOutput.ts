import type { ArtifactParser } from '../artifactParser.ts';

/** Answers of appcmd.exe and of PowerShell's IIS commands: https://learn.microsoft.com/iis/get-started/getting-started-with-iis/getting-started-with-appcmdexe */
export const appcmdOutput: ArtifactParser = {
  kind: 'appcmd-output',
  channel: 'cli',
  cues: [],
  opens:
    /^(?:(?:SITE|APPPOOL|APP|VDIR|MODULE|WP|REQUEST|BACKUP|TRACE|CONFIG|SECTION)(?: object)? "[^"\n]{0,200}" ?(?:\(|has been |successfully|added|deleted|changed)|(?:SITE|APPPOOL|APP|VDIR|MODULE) object "|ERROR \( (?:message|hresult)|Applied configuration changes to section |"[^"\n]{1,200}" success(?:fully|$))|^(?:(?:PS )?(?:[A-Z]|IIS):\\[^>\n]{0,200}> ?|[$#>] ?)?(?:[&.]? ?["']?(?:[A-Z]:|%\w{1,20}%|\$env:\w{1,20})?[\\/\w.]{0,80}appcmd(?:\.exe)?["']? (?:list|set|add|delete|start|stop|recycle|unlock|lock|install|uninstall|migrate|reset|search|restore|configure|trace|inspect|\/)|(?:(?:Get|Start|Stop|Restart|Set|New|Remove)-(?:Web(?:site|AppPoolState|ApplicationPool|Application|Binding|GlobalModule|ItemState|Item|ConfigurationProperty|Configuration|VirtualDirectory|AppPool|Site|siteState|Handler|ManagedModule)|IIS(?:AppPool|Site|SiteBinding|ServerManager|ConfigSection))\b)|(?:dir|ls|gci|Get-ChildItem) IIS:\\)|^Name\s{1,40}(?:ID\s{1,8}State\s|Status\s{1,12}CLR Ver|State\s{1,14}Applications|Application pool\s{1,20}Protocols|Image(?:\s{1,40}Precondition|\s{0,8}$))|^\S.{0,60}? {1,20}\d{1,10} {2,12}(?:Started|Stopped|Starting|Stopping|Unknown) {2,12}(?:[A-Z]:\\|%|\\\\)|^\S.{0,60}? {2,20}(?:Started|Stopped|Starting|Stopping) {2,20}(?:v[24]\.0 {2,12})?(?:Integrated|Classic) |^\S.{0,60}? {2,20}(?:Started|Stopped) {2,20}(?:Default Web Site|\S.{0,60}\/?$)|^(?:managedPipelineMode|enable32BitAppOnWin64|managedRuntimeVersion|applicationPool|autoStart|startMode|queueLength|enabledProtocols|physicalPath|serverAutoStart|applicationDefaults|recycling|failure|processModel|cpu|ItemXPath|PSPath)\s{1,30}: ?|^(?:Started|Stopped)\s{0,4}$|^Value\s{0,8}$|^(?:ID\s{1,8})?State {2,12}Physical Path|^(?:Status {2,12})?CLR Ver {2}/,
  holds:
    /^\s{0,16}-[- ]{1,200}$|^\s{4,80}(?:https?|net\.tcp|net\.pipe|net\.msmq|msmq\.formatname|ftp) |^\s{0,16}(?:Started|Stopped|Value)\b|^\s{0,16}\[[\w.]{2,40}\]$|^\s{2,16}[a-z]\w{2,40}:|^\s{0,16}\w{2,30}\s{1,30}: |^\s{20,80}\S/,
  absorbs: [],
};

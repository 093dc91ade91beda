import type { ArtifactKind, Channel, Slot } from '../../src/model/artifact.ts';

export interface Sample {
  readonly what: string;
  readonly slot?: Slot;
  readonly text: string;
  /** Kinds and channels, in order. */
  readonly expect: readonly (readonly [ArtifactKind, Channel])[];
}

const EVENT = `Log Name:      Application
Source:        IIS AspNetCore Module V2
Date:          11/20/2026 2:02:11 PM
Event ID:      1018
Level:         Error
Computer:      WEB01
Description:
Application '/LM/W3SVC/2/ROOT' with physical root 'D:\\sites\\shop\\' hit unexpected managed exception
System.InvalidOperationException: no port
   at Shop.Web.Program.Main(String[] args)

Process Id: 1234.`;

/** What people paste, one of each kind; names are invented. */
export const SAMPLES: readonly Sample[] = [
  { what: 'a blank text', text: ' \n\t\n', expect: [] },
  { what: 'words', text: 'my shop is down since the update', expect: [['prose', 'prose']] },
  {
    what: 'a page between words',
    text: 'I deployed to IIS\n\nHTTP Error 502.5 - Process Failure\n\nCommon causes of this issue:\nThe application process failed to start\n\nplease help',
    expect: [
      ['prose', 'prose'],
      ['browser-page', 'browser'],
      ['prose', 'prose'],
    ],
  },
  {
    what: 'a browser that cannot connect',
    text: "This site can't be reached\nERR_CONNECTION_REFUSED",
    expect: [['browser-page', 'browser']],
  },
  { what: 'a German page', text: 'HTTP-Fehler 500.19 - Internal Server Error', expect: [['browser-page', 'browser']] },
  { what: 'an event with its stack trace', text: EVENT, expect: [['windows-event', 'eventLog']] },
  {
    what: 'an event as XML',
    text: '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\n<System><Provider Name="IIS AspNetCore Module" />\n<EventID>1000</EventID></System>\n\n<Data>add name</Data></Event>',
    expect: [['windows-event', 'eventLog']],
  },
  {
    what: 'words behind an event',
    text: `${EVENT}\n\nwhat shall I do now`,
    expect: [
      ['windows-event', 'eventLog'],
      ['prose', 'prose'],
    ],
  },
  {
    what: 'events of both logs',
    text: `${EVENT}\nLog Name:      System\nSource:        Microsoft-Windows-WAS\nEvent ID:      5059\nDescription:\nApplication pool ShopPool has been disabled.`,
    expect: [
      ['windows-event', 'eventLog'],
      ['windows-event', 'systemLog'],
    ],
  },
  {
    what: 'a German event',
    text: 'Protokollname: System\nQuelle:        Microsoft-Windows-WAS\nEreignis-ID:   5021',
    expect: [['windows-event', 'systemLog']],
  },
  {
    what: 'a row of the viewer',
    text: 'Error\t20.11.2026 14:02:11\tWAS\t5059\tNone',
    expect: [['windows-event', 'systemLog']],
  },
  {
    what: 'a stdout log',
    text: 'info: Microsoft.Hosting.Lifetime[0]\n      Now listening on: http://localhost:5000\nUnhandled exception. System.Exception: x\n   at Shop.Web.Program.Main(String[] args)',
    expect: [['ancm-stdout-log', 'stdoutLog']],
  },
  {
    what: 'a host message',
    text: "It was not possible to find any compatible framework version\nThe framework 'Microsoft.AspNetCore.App', version '8.0.0' was not found.",
    expect: [['ancm-stdout-log', 'stdoutLog']],
  },
  {
    what: 'a debug log',
    text: "[aspnetcorev2.dll] Initializing logs for 'x'\n[aspnetcorev2.dll] Failed HRESULT returned: 0x8007000d at x.cpp:12\n[aspnetcorev2.dll] Event Log: 'Could not find'",
    expect: [['ancm-debug-log', 'debugLog']],
  },
  {
    what: 'an IIS log',
    text: '#Software: Microsoft Internet Information Services 10.0\n#Fields: date time cs-method cs-uri-stem sc-status sc-substatus sc-win32-status\n2026-11-20 14:02:11 GET /shop 500 19 13',
    expect: [['iis-w3c-log', 'iisLog']],
  },
  {
    what: 'one line of an IIS log',
    text: '2026-11-20 14:02:11 10.0.0.4 GET /shop - 443 - 10.1.2.3 Mozilla - 500 19 13 15',
    expect: [['iis-w3c-log', 'iisLog']],
  },
  {
    what: 'an HTTPERR log',
    text: '#Software: Microsoft HTTP API 2.0\n#Version: 1.0\n2026-11-20 14:02:11 10.1.2.3 51234 10.0.0.4 443 HTTP/1.1 GET /shop 503 1 AppOffline ShopPool',
    expect: [['httperr-log', 'httpErr']],
  },
  {
    what: 'an installer log',
    text: '[1B0C:1C8C][2026-11-20T14:02:11]i301: Applying execute package\n[1B0C:1C8C][2026-11-20T14:02:12]e000: Error 0x80072efd: Failed to execute EXE package.',
    expect: [['installer-log', 'installerLog']],
  },
  {
    what: 'dotnet --list-runtimes',
    text: 'C:\\>dotnet --list-runtimes\nMicrosoft.NETCore.App 8.0.4 [C:\\Program Files\\dotnet\\shared\\Microsoft.NETCore.App]',
    expect: [['dotnet-cli', 'cli']],
  },
  {
    what: 'a stack trace',
    text: 'System.IO.FileNotFoundException: gone\n   at Shop.Web.Startup.Configure(IApplicationBuilder app)',
    expect: [['stack-trace', 'stdoutLog']],
  },
  {
    what: 'a web.config',
    text: '<?xml version="1.0"?>\n<configuration>\n  <system.webServer>\n\n    <aspNetCore processPath="dotnet" />\n  </system.webServer>\n</configuration>',
    expect: [['web-config', 'config']],
  },
  {
    what: 'words in the event field',
    slot: 'eventLog',
    text: 'the service could not start',
    expect: [['prose', 'eventLog']],
  },
  { what: 'any event in the system field', slot: 'systemLog', text: EVENT, expect: [['windows-event', 'systemLog']] },
  {
    what: 'a stack trace in the browser field',
    slot: 'browser',
    text: 'System.Exception: x\n   at A.B.C(D e)',
    expect: [['stack-trace', 'browser']],
  },
  {
    what: 'a line without marks in the IIS field',
    slot: 'iisLog',
    text: '503 for every request',
    expect: [['prose', 'iisLog']],
  },
  {
    what: 'a page in the log field',
    slot: 'ancmLog',
    text: 'HTTP Error 500.30 - ANCM In-Process Start Failure',
    expect: [['browser-page', 'browser']],
  },
];

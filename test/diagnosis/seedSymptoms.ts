import type { Symptom } from '../../src/model/artifact.ts';
import { FAILED, NO_NATIVE, CRASHED, REDIRECTION, NOT_FOUND, SDK } from './seedMessages.ts';

/** What a reader sees for a cause: a text with values in braces, or the name of an absence. */
export interface SeedRow {
  readonly cause: string;
  readonly wording: string;
  readonly browser?: string;
  readonly eventLog?: string;
  readonly ancmLog?: string;
  readonly text?: string;
  readonly iisLog?: string;
}

/** The symptoms of the common errors reference, in its 2017 and its 2024 wording, and of the troubleshooting pages. */
export const SEED_ROWS: readonly SeedRow[] = [
  {
    cause: 'vc-redist-install-failed',
    wording: '2017',
    text: 'Installer log: Error 0x80072efd: Failed to execute EXE package.\nInstaller exception: 0x80072efd - Unspecified error',
  },
  {
    cause: 'vc-redist-install-failed',
    wording: '2017, second code',
    text: '[0A2C:1F04][2017-05-02T11:20:33]e000: Error 0x80072f76: Failed to execute EXE package.',
  },
  {
    cause: 'os-upgrade-removed-32bit-ancm',
    wording: '2017',
    eventLog: 'The Module DLL C:\\WINDOWS\\system32\\inetsrv\\aspnetcore.dll failed to load. The data is the error.',
  },
  {
    cause: 'missing-site-extension-or-bitness',
    wording: '2024',
    browser: 'HTTP Error 500.0 - ANCM In-Process Handler Load Failure',
    eventLog: `Invoking hostfxr to find the inprocess request handler failed without finding any native dependencies. Could not find inprocess request handler. Captured output from invoking hostfxr: It was not possible to find any compatible framework version. The specified framework 'Microsoft.AspNetCore.App', version '{VERSION}-preview-19075' was not found. Failed to start application '/LM/W3SVC/{PID}/ROOT', ErrorCode '0x8000ffff'.`,
    ancmLog:
      "It was not possible to find any compatible framework version. The specified framework 'Microsoft.AspNetCore.App', version '{VERSION}-preview-19075' was not found.",
  },
  {
    cause: 'x86-app-in-64bit-pool',
    wording: '2024',
    browser: 'HTTP Error 500.30 - ANCM In-Process Start Failure',
    eventLog:
      "Application '/LM/W3SVC/5/ROOT' with physical root '{PATH}' hit unexpected managed exception, exception code = '0xe0434352'. Please check the stderr logs for more information. Application '/LM/W3SVC/5/ROOT' with physical root '{PATH}' failed to load clr and managed application. CLR worker thread exited prematurely",
    ancmLog: 'empty',
  },
  {
    cause: 'rid-platform-conflict',
    wording: 'both',
    browser: 'HTTP Error 502.5 - Process Failure',
    eventLog: `${FAILED} '"{PATH}{APP}.exe" ', ErrorCode = '0x80004005 : ff.`,
    ancmLog:
      "Unhandled Exception: System.BadImageFormatException: Could not load file or assembly '{APP}.dll'. An attempt was made to load a program with an incorrect format.",
  },
  {
    cause: 'wrong-uri-or-stopped-site',
    wording: '2017',
    browser: 'ERR_CONNECTION_REFUSED',
    eventLog: 'no-entry',
    ancmLog: 'not-created',
  },
  {
    cause: 'wrong-uri-or-stopped-site',
    wording: '2024',
    browser: 'Unable to connect',
    eventLog: 'no-entry',
    ancmLog: 'not-created',
  },
  {
    cause: 'iis-features-disabled',
    wording: '2017',
    text: 'The IIS 7.0 CoreWebEngine and W3SVC features must be installed to use the ASP.NET Core Module.',
  },
  {
    cause: 'wrong-physical-path-or-app-missing',
    wording: '403',
    browser: '403 Forbidden - Access is denied',
    eventLog: 'no-entry',
    ancmLog: 'not-created',
  },
  {
    cause: 'wrong-physical-path-or-app-missing',
    wording: '403.14',
    browser: '403.14 Forbidden - The Web server is configured to not list the contents of this directory.',
    eventLog: 'no-entry',
    ancmLog: 'not-created',
  },
  {
    cause: 'ancm-not-installed-or-permissions',
    wording: 'both',
    browser:
      '500.19 Internal Server Error - The requested page cannot be accessed because the related configuration data for the page is invalid.',
    eventLog: 'no-entry',
    ancmLog: 'not-created',
  },
  {
    cause: 'process-path-or-hosting-bundle',
    wording: '2017',
    browser: 'HTTP Error 502.5 - Process Failure',
    eventLog: `${FAILED} '".\\{APP}.exe" ', ErrorCode = '0x80070002 : 0.`,
    ancmLog: 'empty',
  },
  {
    cause: 'process-path-or-hosting-bundle',
    wording: '2024',
    browser: 'HTTP Error 500.0 - ANCM In-Process Handler Load Failure',
    eventLog: `${FAILED} '"{APP}" ', ErrorCode = '0x80070002 : 0. Application '{PATH}' wasn't able to start. Executable was not found at '{PATH}{APP}.exe'. Failed to start application '/LM/W3SVC/2/ROOT', ErrorCode '0x8007023e'.`,
    ancmLog: 'not-created',
  },
  {
    cause: 'aspnetcore-arguments-wrong',
    wording: '2017',
    browser: 'HTTP Error 502.5 - Process Failure',
    eventLog: `${FAILED} '"dotnet" .\\{APP}.dll', ErrorCode = '0x80004005 : 80008081.`,
    ancmLog: "The application to execute does not exist: '{PATH}{APP}.dll'",
  },
  {
    cause: 'aspnetcore-arguments-wrong',
    wording: '2024',
    browser: 'HTTP Error 500.0 - ANCM In-Process Handler Load Failure',
    eventLog: `${NO_NATIVE} Captured output from invoking hostfxr: ${SDK} Failed to start application '/LM/W3SVC/3/ROOT', ErrorCode '0x8000ffff'.`,
    ancmLog: SDK,
  },
  {
    cause: 'missing-net-framework',
    wording: '2017',
    browser: '502.3 Bad Gateway - There was a connection error while trying to route the request.',
    eventLog: `ErrorCode = ${FAILED} '"dotnet" .\\{APP}.dll', ErrorCode = '0x80004005 : 80008081.`,
    ancmLog:
      "Unhandled Exception: System.IO.FileNotFoundException: Could not load file or assembly 'System.Web, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a' or one of its dependencies. The system cannot find the file specified.",
  },
  {
    cause: 'missing-shared-framework',
    wording: '2024',
    browser: 'HTTP Error 500.0 - ANCM In-Process Handler Load Failure',
    eventLog: `${NO_NATIVE} Captured output from invoking hostfxr: ${NOT_FOUND}`,
    ancmLog: NOT_FOUND,
  },
  {
    cause: 'app-pool-stopped',
    wording: 'both',
    browser: '503 Service Unavailable',
    eventLog: 'no-entry',
    ancmLog: 'not-created',
  },
  {
    cause: 'iis-integration-missing',
    wording: '2017',
    browser: 'HTTP Error 502.5 - Process Failure',
    eventLog: CRASHED,
    ancmLog: 'normal',
  },
  {
    cause: 'sub-app-handlers-section',
    wording: 'both',
    browser: 'HTTP Error 500.19 - Internal Server Error',
    eventLog: 'no-entry',
    ancmLog: 'normal',
  },
  { cause: 'stdout-log-path-wrong', wording: '2024', browser: 'normal', eventLog: REDIRECTION, ancmLog: 'not-created' },
  {
    cause: 'app-startup-or-config-failure',
    wording: '2017',
    browser: 'HTTP Error 502.5 - Process Failure',
    eventLog: CRASHED,
    ancmLog: 'empty',
  },
  {
    cause: 'app-startup-or-config-failure',
    wording: '2024',
    browser: 'HTTP Error 500.30 - ANCM In-Process Start Failure',
    ancmLog: 'empty',
  },
  {
    cause: 'native-dependencies-500-31',
    wording: 'page',
    browser: 'HTTP Error 500.31 - ANCM Failed to Find Native Dependencies',
  },
  { cause: 'failed-to-load-dll-500-32', wording: 'page', browser: 'HTTP Error 500.32 - ANCM Failed to Load dll' },
  {
    cause: 'request-handler-load-500-33',
    wording: 'page',
    browser: 'HTTP Error 500.33 - ANCM Request Handler Load Failure',
  },
  {
    cause: 'mixed-hosting-500-34',
    wording: 'page',
    browser: 'HTTP Error 500.34 - ANCM Mixed Hosting Models Not Supported',
  },
  {
    cause: 'multiple-inprocess-500-35',
    wording: 'page',
    browser: 'HTTP Error 500.35 - ANCM Multiple In-Process Applications in same Process',
  },
  {
    cause: 'outofprocess-handler-500-36',
    wording: '3.0',
    browser: 'HTTP Error 500.36 - ANCM Out-Of-Process Handler Load Failure',
  },
  {
    cause: 'outofprocess-handler-500-36',
    wording: '2.2',
    browser: 'HTTP Error 500.0 - ANCM Out-Of-Process Handler Load Failure',
  },
  {
    cause: 'startup-time-limit-500-37',
    wording: 'page',
    browser: 'HTTP Error 500.37 - ANCM Failed to Start Within Startup Time Limit',
  },
  {
    cause: 'app-error-500',
    wording: 'page',
    browser: 'HTTP ERROR 500',
    ancmLog:
      'fail: Microsoft.AspNetCore.Server.Kestrel[13]\n      Connection id "0HLA{PID}", Request id "0HLA{PID}:00000001": An unhandled exception was thrown by the application.\nSystem.NullReferenceException: Object reference not set to an instance of an object.\n   at {APP}.Controllers.HomeController.Index() in {PATH}HomeController.cs:line 41',
  },
  {
    cause: 'bitness-mismatch-800700c1',
    wording: 'event',
    eventLog:
      "EventID: 1010\nSource: IIS AspNetCore Module V2\nFailed to start application '/LM/W3SVC/{PID}/ROOT/', ErrorCode '0x800700c1'.",
  },
  { cause: 'connection-reset', wording: 'browser', browser: 'ERR_CONNECTION_RESET' },
  {
    cause: 'incoherent-packages-after-upgrade',
    wording: 'after an upgrade',
    text: "The app worked until we updated the SDK and the packages, now it fails right away with\nSystem.MissingMethodException: Method not found: 'Void {APP}.Data.Context.Configure()'.",
  },
  {
    cause: 'http-sys-4xx',
    wording: 'httperr',
    iisLog: '2024-03-05 10:11:12 10.0.0.7 {PORT} 10.0.0.4 80 HTTP/1.1 GET /shop 400 - Hostname -',
  },
  {
    cause: 'classic-asp-500',
    wording: 'iis log',
    iisLog:
      '2024-03-05 10:11:12 10.0.0.4 GET /default.asp |25|800a0005|Invalid_procedure_call_or_argument 80 - 10.0.0.7 Mozilla/5.0 500 0 0 31',
  },
  {
    cause: 'iis-500-general',
    wording: 'page',
    browser:
      '500 - Internal server error.\nThere is a problem with the resource you are looking for, and it cannot be displayed.',
  },
  {
    cause: 'aspnet-500',
    wording: 'page',
    browser:
      "Server Error in '/{SITE}' Application.\nObject reference not set to an instance of an object.\nVersion Information: Microsoft .NET Framework Version:4.0.30319; ASP.NET Version:4.7.3535.0",
  },
  {
    cause: 'arr-502',
    wording: 'page',
    browser:
      '502 - Web server received an invalid response while acting as a gateway or proxy server.\nThere is a problem with the page you are looking for, and it cannot be displayed.',
  },
  {
    cause: 'http-503-general',
    wording: 'iis log',
    iisLog:
      '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n2024-03-05 10:11:12 10.0.0.4 GET /shop - 80 - 10.0.0.7 Mozilla/5.0 503 0 0 3',
  },
  {
    cause: 'upstream-timeout-502-3',
    wording: 'iis log',
    iisLog:
      '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n2024-03-05 10:11:12 10.0.0.4 POST /report - 80 - 10.0.0.7 Mozilla/5.0 502 3 2147954402 120041',
  },
];

export const SEED_SYMPTOMS: readonly Extract<Symptom, keyof SeedRow>[] = ['browser', 'eventLog', 'ancmLog', 'iisLog'];

/** What a person copies from the browser and from Event Viewer; the names are invented. */
export const PAGE_502_5 = `HTTP Error 502.5 - Process Failure

Common causes of this issue:

    The application process failed to start
    The application process started but then stopped
    The application process started but failed to listen on the configured port

Troubleshooting steps:

    Check the system event log for error messages
    Enable logging the application process' stdout messages`;

export const EVENT_80008081 = `Log Name:      Application
Source:        IIS AspNetCore Module
Date:          2026-11-03 14:02:17
Event ID:      1000
Task Category: None
Level:         Error
Keywords:      Classic
User:          N/A
Computer:      CONTOSO-WEB01
Description:
Application 'MACHINE/WEBROOT/APPHOST/CONTOSO SHOP' with physical root 'D:\\sites\\shop\\' failed to start process with commandline '"dotnet" .\\Shop.Web.dll', ErrorCode = '0x80004005 : 80008081.`;

export const STDOUT_NO_FILE = `Did you mean to run dotnet SDK commands? Please install dotnet SDK from:
  https://go.microsoft.com/fwlink/?LinkID=798306&clcid=0x409`;

export const EVERYTHING_502_5 = `${PAGE_502_5}\n\n${EVENT_80008081}\n\nstdout_20261103140217_4712.log\n${STDOUT_NO_FILE}`;

export const PAGE_503 = 'HTTP Error 503. The service is unavailable.';

/** Lines a diagnosis lives on; {name} is a token of tokens.ts, which must come out as it went in. */
export const KEEP_LINES: readonly string[] = String.raw`
ErrorCode = '{hresult} : {subcode}.
HRESULT: {hresult}
exception code = '{hresult}'
exit code = '{negative}'
exit code: {int}
Process Id: {int}.
PID {int}
Event ID: {eventid}
EventID {eventid} Task Category 0
Activity ID: {guid}
correlation id {guid}
RequestId: {guid}
x-ms-request-id: {guid}
Trace ID: {guid} Correlation ID: {guid}
{guid}
CLSID {{guid}}
commit {hex40}
commit hash: {hex40}
Version: {version}
Framework: 'Microsoft.AspNetCore.App', version '{version}' (x64)
Microsoft.NETCore.App {version} [C:\Program Files\dotnet\shared\Microsoft.NETCore.App]
{package}, Version={version}, Culture=neutral, PublicKeyToken={hex16}
Could not load file or assembly '{package}, Version={version}, Culture=neutral, PublicKeyToken={hex16}'
publicKeyToken="{hex16}"
<PackageReference Include="{package}" Version="{version}" />
Faulting module name: {module}, version: {version}, time stamp: {hresult}
Faulting application path: {path}
Faulting module path: C:\Windows\System32\inetsrv\{module}
Application '{path}' failed to start with {hresult}
stdoutLogFile="{path}"
physicalPath="{path}"
Config File \\?\{path}
\\fileserver\share\{module}
HTTP Error {status} - Internal Server Error
{status}
Application pool IIS APPPOOL\{name}
Login failed for user 'IIS APPPOOL\{name}'.
User: NT AUTHORITY\{system}
BUILTIN\{group} has no access
MACHINE/WEBROOT/APPHOST/{name}
Application '/LM/W3SVC/{int}/ROOT' with physical root '{path}\'
Login failed for user '{login}'.
Wrong password was provided for {login}
The password of {name} has expired ({hresult})
The user name or password is incorrect ({hresult}) event {eventid}
Password validation failed with {hresult}
password {int} ({hresult})
The token is expired, correlation {guid}
token validation failed: IDX{int5}: {guid}
Invalid client secret provided. AADSTS{int7}: trace {guid}
secret {guid} of the vault was not found
Key {guid} was not found in the key ring
The key {{guid}} with expiration date 2026-11-20 could not be decrypted
Creating key {{guid}} with creation date 2026-11-20 14:02:11Z
Key ring at {path} is empty, {hresult}
User profile not available, keys at {path}\key-{guid}.xml
Cannot read key file {path} error {hresult}
Failed to read the password from {path}
Passwords must be at least {int2} characters. See {package} {version}
2026-11-20 14:02:11 10.0.0.4 GET /api/{name} id={int} 443 - 10.1.2.3 Mozilla/5.0 - {status3} {int2} {win32} 15
2026-11-20 14:02:11 10.1.2.3 {port} 10.0.0.4 443 HTTP/1.1 GET /{name} 503 1 AppOffline {name}
Now listening on: http://localhost:{port}
http://localhost:{port}/shop?id={int}
tcp:10.0.0.{int2},{port}
failed to bind to 127.0.0.1:{port} with {hresult}
at {package}.Startup.Configure(IApplicationBuilder app) in {path}:line {int}
Exit code {negative}, thread {int}, {hresult}
dotnet run -p {path}
docker run -p {port}:80 {name}
dotnet add package {package} --version {version}
curl -v http://localhost:{port}/{name}
net use {letter}: {path}
PasswordHasher {version}
"version": "{version}"
"sha": "{hex40}"
"id": "{guid}"
"errorCode": "{hresult}"
"clientId": "{guid}"
"tenantId": "{guid}"
<add key="ClientId" value="{guid}" />
<add key="{package}" value="{version}" />
<add name="{name}" modules="{module}" />
AspNetCoreModuleV2 {version} {hex40}
LinkID={int}
0x{hex8} {hresult}
NTSTATUS c00{hex5} {negative}
[{hex4}:{hex4}][2026-11-20T14:02:11]e000: Error {hresult}: Failed
key="{name}" value="{path}"
Registry key HKLM\SOFTWARE\{name}\{version}
KEY_NOT_FOUND {hresult}
PATH={path};{path}
set PATH={path}
AUTH failed {hresult}
pass {int2} of {int2}
bypass: {hresult}
sig={int2} code={int} key={int}
operation id {hex32}
traceparent: 00-{hex32}-{hex16}-01
`
  .split('\n')
  .filter((line) => line !== '');

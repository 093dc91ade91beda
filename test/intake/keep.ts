/** Texts that redaction must not touch: what a diagnosis lives on. */
export const KEEP: readonly string[] = String.raw`
0x80070002
0x8007000d
ErrorCode = '0x80004005 : 80008081.
ErrorCode = '0x80070002' : 0.
exception code = '0xe0434352'
exit code = '-532462766'
exit code: 3221225781
c0000135
2147942402
-2147024894
HTTP Error 500.19 - Internal Server Error
HTTP Error 502.5 - Process Failure
500.30
12002
Event ID: 1018
EventID 5059
Process Id: 1234.
PID 5920
Thread 0x1a2c
6f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0
{80070002-1111-2222-3333-444444444444}
/LM/W3SVC/1234509876/ROOT
Application '/LM/W3SVC/2/ROOT' with physical root 'D:\sites\shop\'
Application 'MACHINE/WEBROOT/APPHOST/DEFAULT WEB SITE/SHOP'
MACHINE/WEBROOT/APPHOST
IIS APPPOOL\ShopPool
IIS APPPOOL\DefaultAppPool
NT AUTHORITY\SYSTEM
Login failed for user 'CONTOSO\WEB01$'.
the account contoso\web01$ has no access
NT AUTHORITY\NETWORK SERVICE
NT AUTHORITY\IUSR
NT SERVICE\W3SVC
NT SERVICE\TrustedInstaller
BUILTIN\IIS_IUSRS
BUILTIN\Administrators
User: NT AUTHORITY\SYSTEM
Logon User: IIS APPPOOL\ShopPool
Login failed for user 'IIS APPPOOL\ShopPool'.
Login failed for user 'sa'.
C:\Program Files\dotnet\dotnet.exe
C:\Program Files (x86)\IIS\Asp.Net Core Module\V2\aspnetcorev2.dll
C:\WINDOWS\system32\inetsrv\aspnetcore.dll
C:\Windows\SysWOW64\inetsrv
%windir%\System32\inetsrv\config\applicationHost.config
\\\?\C:\inetpub\wwwroot\web.config
\\fileserver\share\web.config
D:\home\site\wwwroot\Shop.Web.dll
D:\home\LogFiles\eventlog.xml
D:\MY APPS\shop
C:\Users\Public\Documents
C:\Users\DefaultAppPool\AppData
.\logs\stdout
.\Shop.Web.dll
bin\Release\net8.0\publish
Debug\net8.0
wwwroot\index.html
BIN\Shop.dll
LOGS\stdout_2026.log
HKLM\SOFTWARE
HKEY_LOCAL_MACHINE\SOFTWARE
Data Source=WEB01\SQLEXPRESS
Server=DB01\PROD;Database=Shop
(localdb)\MSSQLLocalDB
Server=.\SQLEXPRESS;Trusted_Connection=True
PublicKeyToken=b03f5f7f11d50a3a
publicKeyToken="31bf3856ad364e35"
System.Text.Json, Version=8.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51
System.IO.FileNotFoundException: Could not load file or assembly 'Shop.Web'
System.Security.Cryptography.CryptographicException: Keyset does not exist
Microsoft.IdentityModel.Tokens.SecurityTokenExpiredException
IDX10501: Signature validation failed
sign-in token: AADSTS70001: application unknown
   at Shop.Web.Startup.Configure(IApplicationBuilder app) in D:\src\Shop\Startup.cs:line 42
   at Microsoft.AspNetCore.Hosting.WebHost.StartAsync(CancellationToken cancellationToken)
   at Microsoft.AspNetCore.Identity.PasswordHasher1..ctor(IOptions1 optionsAccessor)
Unexpected token '<' in JSON at position 0
CancellationToken token = default
Password: <password>
password=********
password="{PASSWORD}"
Password=$(DbPassword);
password=null
Token: 0x80070057
ConnectionStrings__Shop
Framework: 'Microsoft.AspNetCore.App', version '8.0.0' (x64)
Microsoft.NETCore.App 8.0.4 [C:\Program Files\dotnet\shared\Microsoft.NETCore.App]
8.0.204 [C:\Program Files\dotnet\sdk]
4.700.21.10101
v9.0.0-preview2-24100-01
17.0.22116.11
commit hash: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567
Now listening on: http://localhost:5000
http://localhost:23456/shop?id=42
https://go.microsoft.com/fwlink/?LinkID=808681
https://aka.ms/dotnet-core-applaunch?framework=Microsoft.AspNetCore.App&framework_version=8.0.0&arch=x64
tcp:127.0.0.1,1433
192.168.7.20:1433
::1
[1B0C:1C8C][2026-11-20T14:02:11]e000: Error 0x80072efd: Failed to execute EXE package.
2026-11-20 14:02:11 10.0.0.4 GET /api/orders id=5 443 - 10.1.2.3 Mozilla/5.0+(Windows+NT+10.0) - 500 19 2147942413 15
2026-11-20 14:02:11 10.1.2.3 51234 10.0.0.4 443 HTTP/1.1 GET /users/42 503 1 AppOffline ShopPool
#Fields: date time s-ip cs-method cs-uri-stem cs-username c-ip sc-status sc-substatus sc-win32-status time-taken
<aspNetCore processPath="dotnet" arguments=".\Shop.dll" stdoutLogEnabled="true" stdoutLogFile=".\logs\stdout" hostingModel="inprocess" />
<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
<compilation debug="true" targetFramework="4.8" />
<machineKey validationKey="AutoGenerate,IsolateApps" />
win-x64
Windows 10.0.20348
icon@2x.png
"message":"HTTP ERROR\n502 Bad Gateway"
Logging__LogLevel__Microsoft.AspNetCore.Hosting=Debug
GET /Users/Edit/5
The Shop Service stopped: "key of the store cannot be read"
The password has expired.
dotnet restore --no-cache
Bearer was challenged.
WWW-Authenticate: Bearer error="invalid_token"
500.19 key="a"
Access denied for user 'app'@'10.0.0.4' (using password: YES)
password: ${'${{ secrets.DB_PASSWORD }}'}
@Microsoft.KeyVault(VaultName=shop;SecretName=DbPassword)
"SecretName": "db" "SecretVersion": "0f4ca9dd6a17809ed2a11bd9feb24fbb"
PASSWORD_FILE=/run/secrets/db
<add key="PasswordMinLength" value="12"/>
<credentials passwordFormat="Clear">
"sha512": "sha512-AkB7CQDkE7FQGkH7IQJkK7LQMkN7OQPkQ7RQSkT7UQVkW7XQYkZ7AQBkC7DQEkF7GQHkI7JQKkL7MQNkO7PQQk=="
"contentHash": "AkB7CQDkE7FQGkH7IQJkK7LQMkN7OQPkQ7RQSkT7UQVkW7XQYkZ7AQBkC7DQEkF7GQHkI7JQKkL7MQNkO7PQQk=="
integrity="sha512-AkB7CQDkE7FQGkH7IQJkK7LQMkN7OQPkQ7RQSkT7UQVkW7XQYkZ7AQBkC7DQEkF7GQHkI7JQKkL7MQNkO7PQQk=="
password is incorrect.
the password is correct, but it fails
user name and password authentication failed
Windows authentication: the user name and password combination was rejected
The password is stored in Key Vault
the secret is expired
pin the version to 8.0.4
Pin: 8.0.4
one-time code 12.5
connect with HTTP/1.1
User: 12 pass: 8 fail: 4
salt the road
state=Running
jdbc:sqlserver://db:1433;user=app
"Key": "Logging:LogLevel:Default"
"keys": ["Logging", "AllowedHosts"]
IDENTIFIED BY the administrator
Enter user name and password again.
new X509Certificate2(path, password, X509KeyStorageFlags.EphemeralKeySet)
sqlcmd -P, curl -u and others
secrets: [text, text]
`
  .split('\n')
  .filter((line) => line !== '');

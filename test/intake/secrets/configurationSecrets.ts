/** Secrets of configuration files and environments; written as in connectionSecrets.ts. */
export const CONFIGURATION_SECRETS = String.raw`
## machine key
<machineKey validationKey="{hex128}" decryptionKey="{hex64}" validation="SHA1" decryption="AES" />
<machineKey decryptionKey='{hex64}' validationKey='{hex128}' />
validationKey="{hex128},IsolateApps"
&lt;machineKey validationKey=&quot;{hex128}&quot; decryptionKey=&quot;{hex64}&quot; /&gt;
machineKey: validationKey = {hex128}
## private key
-----BEGIN RSA PRIVATE KEY-----⏎{pem}⏎-----END RSA PRIVATE KEY-----
-----BEGIN PRIVATE KEY-----⏎{pem}⏎-----END PRIVATE KEY-----
-----BEGIN EC PRIVATE KEY-----⏎{pem}
-----BEGIN ENCRYPTED PRIVATE KEY-----⏎{pem}
-----BEGIN PRIVATE KEY-----⏎{pem}⏎...
"privateKey": "-----BEGIN PRIVATE KEY-----\n{pem:escaped}\n-----END PRIVATE KEY-----\n"
"private_key":"-----BEGIN RSA PRIVATE KEY-----\r\n{pem:escaped}
PRIVATE_KEY=-----BEGIN PRIVATE KEY----- {pem:line} -----END PRIVATE KEY-----
-----BEGIN OPENSSH PRIVATE KEY-----⏎{pem}⏎-----END OPENSSH PRIVATE KEY-----
-----BEGIN RSA PRIVATE KEY-----⏎Proc-Type: 4,ENCRYPTED⏎DEK-Info: AES-256-CBC,{hex32}⏎⏎{pem}
    -----BEGIN PRIVATE KEY-----⏎    {pem:indented}⏎    -----END PRIVATE KEY-----
PuTTY-User-Key-File-2: ssh-rsa⏎Private-Lines: 8⏎{pem}
## certificate with private key
"Certificate": "MII{pfx}"
WEBSITE_CERT_PFX=MII{pfx}
pfxBlob: MII{pfx:lines}
certutil -f -p {pw} -importpfx shop.pfx
certutil -p "{strong2}" -importPFX My shop.pfx
new X509Certificate2("shop.pfx", "{pw}")
Import-PfxCertificate -FilePath shop.pfx -Password (ConvertTo-SecureString -String '{pw}' -AsPlainText -Force)
ConvertTo-SecureString "{strong2}" -AsPlainText -Force
"Kestrel": { "Certificates": { "Default": { "Path": "shop.pfx", "Password": "{pw}" } } }
ASPNETCORE_Kestrel__Certificates__Default__Password={pw}
dotnet dev-certs https -ep shop.pfx -p {pw}
openssl pkcs12 -in shop.pfx -passin pass:{pw} -nodes
pfxPassword: {pw}
CertificatePassword={pw}
<certificate path="shop.pfx" certPassword="{pw}" />
## publish profile
<publishProfile profileName="shop - Web Deploy" publishMethod="MSDeploy" publishUrl="shop.scm.azurewebsites.net:443" userName="$shop" userPWD="{b64u}" />
<publishProfile publishMethod="FTP" publishUrl="ftps://waws.ftp.azurewebsites.windows.net/site/wwwroot" userName="shop\$shop" userPWD="{alnum}" />
userPWD='{alnum}'
<Password>{pw}</Password>
<EncryptedPassword>{key32}</EncryptedPassword>
<PublishPassword>{strong2}</PublishPassword>
"publishingPassword": "{alnum}"
"publishingUserName": "$shop", "publishingPassword": "{alnum}", "scmUri": "https://$shop:{alnum2}@shop.scm.azurewebsites.net"
msdeploy -verb:sync -dest:auto,computerName="https://shop:8172/msdeploy.axd",userName="app",password="{strong2}",authtype="Basic"
msdeploy.exe -dest:auto,ComputerName=shop,UserName=app,Password={pw},AuthType=Basic
dotnet publish /p:PublishProfile=Shop /p:Password={pw}
dotnet publish -p:Password={pw} -p:UserName=app
msbuild shop.csproj /p:DeployOnBuild=true /p:UserName=app /p:Password="{strong2}"
dotnet build -property:DeployPassword={pw}
## web.config
<environmentVariable name="DB_PASSWORD" value="{strong2}" />
<environmentVariable name="ConnectionStrings__Shop" value="Server=db;User ID=app;Password={strong};" />
<environmentVariable value="{pw}" name="SMTP_PASSWORD" />
<environmentVariable name='Auth__ClientSecret' value='{alnum}' />
<add key="Smtp:Password" value="{strong2}" />
<add value="{pw}" key="AdminPassword" />
<add key="ApiKey" value="{alnum}" />
<add key="Jwt:Key" value="{alnum}" />
<add key="Jwt:SigningKey" value="{key32}" />
<add key="EncryptionKey" value="{hex32}" />
<add key="StorageKey" value="{key64}" />
<identity impersonate="true" userName="app" password="{strong2}" />
<network host="smtp.contoso.example" port="587" userName="mailer" password="{strong2}" />
<sessionState mode="SQLServer" sqlConnectionString="data source=db;user id=app;password={strong}" />
&lt;add key=&quot;Password&quot; value=&quot;{pw}&quot; /&gt;
<setting name="Password" serializeAs="String"><value>{pw}</value></setting>
<add key="Password"⏎     value="{pw}" />
<user name="app" password="{pw}" />
## applicationHost.config
<processModel identityType="SpecificUser" userName="app" password="{strong2}" />
<virtualDirectory path="/" physicalPath="\\files\shop" userName="app" password="[enc:IISWASOnlyAesProvider:{key64}:enc]" />
<virtualDirectory path="/" physicalPath="D:\shop" userName="app" password="{strong2}" />
<anonymousAuthentication enabled="true" userName="app" password="{pw}" />
appcmd set apppool "Shop" /processModel.userName:app /processModel.password:{pw}
appcmd set apppool /apppool.name:Shop -processModel.password:"{strong2}"
Set-ItemProperty IIS:\AppPools\Shop -name processModel -value @{userName="app";password="{strong2}";identitytype=3}
appcmd set vdir "Shop/" -password:{pw}
<add key="password" value="{pw}"/>
[password:'{pw}']
processModel.password : {pw}
## appsettings
"ClientSecret": "{alnum}"
{"AzureAd":{"ClientSecret":"{entra}"}}
"Jwt": { "Key": "{alnum}", "Issuer": "shop" }
"Jwt:Secret": "{alnum}"
"Smtp": { "Host": "smtp", "Password": "{strong2}" }
"SmtpPassword" : "{strong2}",
'password': '{pw}',
"ApiKey":"{hex32}"
"Secret": "{b64u}"
"AppSecret": "{hex32}"
"ConsumerSecret": "{alnum}"
"Authentication": { "Google": { "ClientId": "shop", "ClientSecret": "GOCSPX-{b64u28}" } }
"{\"ConnectionStrings\":{\"Shop\":\"Server=db;Password={pw};\"}}"
"{\\\"Password\\\":\\\"{pw}\\\"}"
{\"ClientSecret\":\"{alnum}\"}
"Password": {"value": "{pw}"}
"adminPassword": { "value": "{strong2}" }
"name": "ClientSecret",⏎    "value": "{alnum}",⏎    "slotSetting": false
{ "name": "WEBSITE_AUTH_ENCRYPTION_KEY", "value": "{hex64}" }
password: {pw}
  password: "{strong2}"
client_secret: {alnum}
password: >-⏎  {pw}
Password = {pw}    # appsettings.ini
[ConnectionStrings]⏎Password={strong}
ClientSecret={entra}
"MasterKey": "{key32}"
"StorageAccountKey": "{key64}"
"SasToken": "?sv=2022-11-02&sig={sig:url}"
"AccessToken": "{b64u}"
"passphrase": "{pw}"
"ConnectionString": "InstrumentationKey={guid};IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/"
## instrumentation key
InstrumentationKey={guid};IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/
APPINSIGHTS_INSTRUMENTATIONKEY={guid}
"InstrumentationKey": "{guid}"
<InstrumentationKey>{guid}</InstrumentationKey>
set APPLICATIONINSIGHTS_CONNECTION_STRING=InstrumentationKey={guid}
{"name":"APPINSIGHTS_INSTRUMENTATIONKEY","value":"{guid}"}
<add key="APPINSIGHTS_INSTRUMENTATIONKEY" value="{guid}" />
InstrumentationKey: {guid}
## environment
SMTP_PASSWORD={strong}
DB_PASS={pw}
set DB_PASSWORD={pw}
setx DB_PASSWORD "{strong2}" /M
$env:DB_PASSWORD = "{strong2}"
$env:ClientSecret='{alnum}'
export SECRET_KEY={alnum}
APPSETTING_ClientSecret = {alnum}
MicrosoftAppPassword={entra}
MICROSOFT_PROVIDER_AUTHENTICATION_SECRET={entra}
WEBSITE_AUTH_SIGNING_KEY={hex64}
WEBSITE_AUTH_ENCRYPTION_KEY = {hex64}
MACHINEKEY_DecryptionKey={hex64}
DOCKER_REGISTRY_SERVER_PASSWORD={alnum}
AZURE_CLIENT_SECRET={alnum}
ConnectionStrings__Redis=cache:6380,password={key32},ssl=True
SA_PASSWORD={strong}
env.DB_PASSWORD: {pw}
DB_PASSWORD    {pw}
REDIS_KEY={key32}
JWT_SECRET="{alnum}"
IDENTITY_HEADER={guid}
MSI_SECRET={hex32}
WEBSITE_SITE_PASSWORD : {pw}
-e "MSSQL_SA_PASSWORD={strong}"
docker run -e DB_PASSWORD={pw} shop
NUGET_CREDENTIAL_PASSWORD={pw}
<add key="ClearTextPassword" value="{pw}" />
//registry.npmjs.org/:_authToken={guid}
_password={basic}
## short name of a password
SmtpPass={pw}
"DbPass": "{strong2}"
<add name="SmtpPass" value="{strong2}" />
{"name":"SmtpPass","value":"{pw}"}
userpass={pw}
smtp.pass={pw}
Smtp:Pass={pw}
DbPw={pw}
## value behind its name
  - name: DB_PASSWORD⏎    value: {pw}
  - name: DB_PASSWORD⏎    value: "{pw}"
<Password><Value>{pw}</Value></Password>
<Password>⏎  <Value>{pw}</Value>⏎</Password>
<Password><![CDATA[{pw}]]></Password>
{"name": "DB_PASSWORD", "slotSetting": false, "value": "{strong2}"}
"name": "ClientSecret",⏎    "slotSetting": false,⏎    "value": "{alnum}"
{"value": "{strong2}", "name": "DB_PASSWORD"}
{"value": "{pw}", "slotSetting": false, "name": "SmtpPass"}
param adminPassword string = '{pw}'
Dim password As String = "{pw}"
    DefaultPassword    REG_SZ    {pw}
[password]={pw}
config["Password"] = "{pw}"
Password="{semicolon}""{pw}";Encrypt=True
Server=db;Password=${'$'}{pw};Encrypt=True
Server=db;Password=%{pw}%;Encrypt=True
Server=db\u003bPassword\u003d{pw}\u003b
.WithPassword("{pw}")
user.SetPassword('{pw}')
new SqlCredential("sa", "{pw}")
await signInManager.PasswordSignInAsync("app", "{pw}", false, false)
new NetworkCredential("app", "{pw}")
"auth": "{basic}"
"auths": { "shop.azurecr.io": { "auth": "{basic}" } }
_auth={basic}
//registry.npmjs.org/:_auth={basic}
"SecurityKey": "{alnum}"
"SecurityKey": "my-super-secret-{pw}"
EncryptKey={alnum}
"private_key_id": "{hex40}"
ApiKeys:0={alnum}
ApiKeys__0={alnum}
Ldap:BindCredentials={pw}
AZURE_DEVOPS_EXT_PAT={token52}
"ApiKeys": ["{alnum}"]
ApiKeys[0]={alnum}
"JwtKey": "my-{pw}-key"
  - name: DB_PASSWORD⏎    value: |⏎      {pw}
  - name: Jwt__Key⏎    value: {alnum48}
await userManager.CreateAsync(user, "{pw}")
Password\u003D\u0022{pw}\u0022\u003B
`;

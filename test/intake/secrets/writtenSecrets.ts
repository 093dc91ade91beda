/** Secrets in commands, sentences, tables, events and names of people; written as in connectionSecrets.ts. */
export const WRITTEN_SECRETS = String.raw`
## command line
net use Z: \\files\shop {pw} /user:app
net use \\files\shop /user:app {pw}
net user app {pw} /add
cmdkey /add:files /user:app /pass:{pw}
runas /user:app /password:{pw} cmd
sqlcmd -S db -U app -P {pw} -d Shop
sqlcmd -S db -U sa -P "{strong2}" -Q "select 1"
bcp Shop.dbo.Orders out o.txt -S db -U app -P{pw}
psexec \\web01 -u app -p {pw} cmd
az login --service-principal -u app -p {alnum} --tenant contoso
az webapp deployment user set --user-name app --password {strong}
az webapp config appsettings set --settings DB_PASSWORD={pw}
az keyvault secret set --vault-name shop --name DbPassword --value {pw}
az sql server create -u app --admin-password "{strong2}"
dotnet user-secrets set "Db:Password" "{strong2}"
dotnet user-secrets set Db:Password {pw}
dotnet ef database update --connection "Server=db;User ID=app;Password={strong};"
dotnet nuget push shop.nupkg --api-key {lower43}
dotnet nuget push shop.nupkg -k {lower43} -s https://nuget.contoso.example
nuget sources add -Name feed -Username app -Password {pw}
docker login -u app -p {pw} contoso.azurecr.io
docker login --username app --password {pw}
kubectl create secret generic db --from-literal=password={pw}
sc config W3SVC obj= app password= {pw}
sc.exe create Shop binPath= C:\shop.exe obj= .\app password= "{strong2}"
schtasks /create /tn shop /tr x /ru app /rp {pw}
wmic /node:web01 /user:app /password:{pw} os get caption
New-Object PSCredential('app', (ConvertTo-SecureString '{pw}' -AsPlainText -Force))
Connect-AzAccount -Credential app -Secret {alnum}
plink -ssh app@web01 -pw {pw}
pscp -pw {pw} file app@web01:/tmp
curl -d "grant_type=password&username=app&password={url}" https://login.example
curl -H "X-Api-Key: {alnum}" https://shop.example
wget --user=app --password={pw} https://shop.example
ftp -u app:{pw} ftp.contoso.example
--connection-string "Host=db;Username=app;Password={pw}"
powershell -File deploy.ps1 -Password {pw}
deploy.cmd /password {pw}
keytool -storepass {pw} -keypass {pw2}
java -Djavax.net.ssl.keyStorePassword={pw} -jar shop.jar
signtool sign /f shop.pfx /p {pw} shop.dll
ssh-keygen -N {pw}
setx API_SECRET "{strong2}"
setx /m SMTP_PASS {pw}
setx "DB_PASS" "{pw}"
app --db-pass {pw}
deploy.ps1 -SmtpPass {pw}
az devops login --pat {token52}
app --db-pass={pw}
## told in a sentence
Password -> {pw}
if (password == "{strong2}")
login bob/{pw}
Password for sa: {pw}
password (admin): {pw}
password for user sa is {pw}
the password of the user app is {pw}
password for {domain}\app: {pw}
Passwort für sa: {pw}
Password → {pw}
la password è {pw}
use {pw} as password
password === "{pw}"
login: bob / {pw}
Password: {pw}
the password is {pw}
my password is "{strong2}"
User: app, Password: {strong}
user app / password {pw}
pw: {pw}
Passwort: {strong}
Kennwort = {pw}
das Passwort ist {pw}
mot de passe : {pw}
contraseña: {pw}
senha: {pw}
wachtwoord: {pw}
hasło: {pw}
пароль: {pw}
パスワード: {pw}
密码: {pw}
Credentials: app / {pw}
login app, pass: {pw}
API key: {alnum}
secret key: {alnum}
access key {key64}
client secret: {alnum}
Client secret value is {alnum}
connection string password "{strong2}"
## value on the next line
Password:⏎{pw}
Password=⏎{pw}
"Password":⏎    "{strong2}"
Client secret⏎{entra}
AccountKey=⏎{key64}
userPWD=⏎"{alnum}"
<password>⏎  {pw}⏎</password>
API key:⏎{alnum}
## HTML
<b>Password</b>: {pw}
<td>Password</td><td>{pw}</td>
<p>Password=<b>{pw}</b>;</p>
password=&quot;{pw}&quot;
Password=&#39;{pw}&#39;
<span class="key">Password</span><span>=</span><span>{pw}</span>
<li>ClientSecret: <code>{alnum}</code></li>
<input type="password" name="pwd" value="{pw}">
&quot;ClientSecret&quot;: &quot;{alnum}&quot;
## table
| Password | {pw} |
| DB_PASSWORD | {strong} |
| Name | Value |⏎|---|---|⏎| ClientSecret | {alnum} |
Password${'\t'}{pw}
ClientSecret${'\t'}{alnum}
Name           Value⏎----           -----⏎DB_PASSWORD    {pw}
AccountKey${'\t'}{key64}
DB_PASSWORD             : {pw}
"DB_PASSWORD","{pw}"
DB_PASSWORD;{pw}
## escaped in an address
Password%3D{pw}%3BEncrypt%3DTrue
password%3d{pw}%3b
connectionString=Server%3Ddb%3BUser%20ID%3Dapp%3BPassword%3D{pw}%3B
AccountKey%3D{key64:url}
%22password%22%3A%22{pw}%22
client_secret%3D{alnum}%26grant_type
Server=db\u003bPassword=\u0022{pw}\u0022
\u0022Password\u0022:\u0022{pw}\u0022
## Windows event or stack trace
Description: Exception Info: System.ArgumentException: Keyword not supported: 'server=db;user id=app;password={pw};'. at System.Data
<Data>Server=db;User ID=app;Password={strong};</Data>
<Data Name="CommandLine">dotnet Shop.dll --Db:Password={pw}</Data>
Process Command Line: dotnet Shop.dll --ConnectionStrings:Shop "Server=db;Password={strong}"
Application started with commandline '"dotnet" .\Shop.dll --password {pw}' but failed
at Shop.Db.Open(String cs = "Server=db;Password={pw};")
fail: Shop[0] Could not log in as app with password '{strong2}'
warn: Shop[0] Invalid password {pw} for user app
---> System.FormatException: The input '{key64}' is not a valid key
Unhandled exception. StackExchange.Redis.RedisConnectionException: cache:6380,password={key32},ssl=True
[12:00:01 ERR] Config Db:Password={pw} Db:Server=db
## e-mail address
User {email} failed
mailto:{email}
<{email}>
upn={email};
"preferred_username":"{email}"
Login failed for user '{email}'.
{email:url} signed in
AADSTS50034: The user account {email} does not exist
user%20{email}
## account of a person
User: {domain}\{person}
({domain}\{person})
Login failed for user '{domain}\{person}'.
Logon User: {domain}\{person}
<identity userName="{domain}\\{person}" />
User "{lowdomain}\{person}" has no rights
runas /user:{lowdomain}\{person} cmd
icacls D:\shop /grant {lowdomain}\{person}:(OI)(CI)RX
Account Name: {person}⏎Account Domain: {domain}
whoami⏎{lowdomain}\{person}
AzureAD\{person}
identity={domain}%5C{person}
Subject: Security ID: {domain}\{person}
2026-11-20 14:02:11 10.0.0.4 GET / - 443 {domain}\{person} 10.1.2.3 - 401 5 0 15
for user '{domain}\\{person}'
{lowdomain}\{person}
401 for {lowdomain}\{person}.
The user of the request: ({lowdomain}\{person})
## folder of a person
/Users/{person}/src/Startup.cs:line 3
C:\Users\{person}\source\repos\Shop\Shop.csproj
C:\\Users\\{person}\\AppData\\Local\\Temp
file:///C:/Users/{person}/source/Shop
at Shop.Startup in C:\Users\{person}\src\Startup.cs:line 42
at Shop.Startup in /home/{person}/src/Startup.cs:line 42
/home/{person}/shop/Shop.dll
cd /Users/{person}/shop
D:\Users\{person}\shop
/mnt/c/Users/{person}/shop
C:\Documents and Settings\{person}\Local Settings
\\files\users\{person}\shop
C:/Users/{person}/AppData
C%3A%5CUsers%5C{person}%5Cshop
`;

/** Salts, keys, hashes and tickets, statements and code; written as in connectionSecrets.ts. */
export const MATERIAL_SECRETS = String.raw`
## salt and initial value
"Salt": "{letters}"
"PasswordSalt": "{hex32}"
"Pepper": "{pw}"
HASH_SALT={hex32}
"IV": "{hex32}"
"aesIV": "{hex32}"
## part of a private key
<RSAKeyValue><Modulus>abcd</Modulus><Exponent>AQAB</Exponent><P>{key64}</P><D>{key64}</D></RSAKeyValue>
{"kty":"RSA","e":"AQAB","d":"{b64u}","p":"{b64u43}"}
{"kty":"oct","k":"{b64u43}"}
Private-MAC: {hex40}
Could not decrypt with key {hex64}
## hash or blob
{hash}
<value>{dpapi}</value>
"SecurityStamp": "{seed}"
TOTP seed {seed}
## ticket of a sign-in
POST /signin-oidc code=0.A{long}
GET /callback?state={long}
code_verifier={b64u43}
X-MS-CLIENT-PRINCIPAL: {pfx}
WWW-Authenticate: Negotiate {pfx}
AUTH PLAIN {basic}
<input name="__VIEWSTATE" id="__VIEWSTATE" value="/wEP{pfx}" />
__VIEWSTATE=/wEP{pfx}
GET /(S({cells}))/default.aspx
Failed to redeem code {long}
curl -b "session={hex40}" https://shop.example
## statement or code
CREATE USER app IDENTIFIED BY '{pw}';
ALTER USER scott IDENTIFIED BY {pw};
EXEC sp_addlogin 'shop', '{pw}', 'master';
listenOptions.UseHttps("shop.pfx", "{pw}");
new DirectoryEntry("LDAP://dc01", user, "{pw}")
new AzureKeyCredential("{hex32}")
new SymmetricSecurityKey(Encoding.ASCII.GetBytes("{letters}"))
var key = Encoding.UTF8.GetBytes("{phrase}");
new Secret("{letters}".Sha256())
## command with a password
redis-cli -h shop.redis.cache.windows.net -p 6380 -a {key32} --tls
sshpass -p {pw} ssh app@web01
htpasswd -b .htpasswd app {pw}
ldapsearch -x -H ldap://dc01 -D "cn=app,dc=contoso" -w {pw} -b "dc=contoso"
az iot hub device-identity create --primary-key {key32}
az functionapp keys set --key-name x --key-type functionKeys --key-value {b64u}
echo {pw} | docker login --username app --password-stdin
shop.deploy.cmd /Y /M:srv /U:app /P:{pw} -allowUntrusted
winrs -r:web01 -u:app -p:{pw} ipconfig
net user app {letters} /add
certutil -f -p {letters} -importpfx shop.pfx
nssm set Shop ObjectName .\app {pw}
Set-WebConfigurationProperty -Filter x -Name password -Value "{pw}"
ConvertTo-SecureString -AsPlainText -Force -String {pw}
##vso[task.setvariable variable=DbPassword]{pw}
`.replace('\n##vso', '\necho ##vso');

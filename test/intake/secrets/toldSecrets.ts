/** Passwords in sentences, tables and languages, also of letters only; written as in connectionSecrets.ts. */
export const TOLD_SECRETS = String.raw`
## letters only, told
The password is {letters}.
the sql password is {letters}, can you check?
password is: {letters}
my password was {letters} and it worked
our secret is {letters}
Passwort lautet {letters}
user admin, password {letters}, port 1433
with username sa and password {letters} it fails with 0x80004005
user: shop pass: {letters}
pass = '{letters}'
passphrase: {phrase}
the passphrase is {phrase}
## told with digits
Password - {pw}
The password, {pw}, was right
changed password from {pw} to {pw2}
{pw} is the password
I typed {pw} for the password
log in with shop / {pw}
connect with sa/{pw}
credentials are shop:{pw}
Zugangsdaten: shop / {pw}
I set the pass to {pw}
our admin pw is {pw}
p/w: {pw}
pass word: {pw}
Pass-word: {pw}
P@ssword: {pw}
Password........: {pw}
**Password:** {pw}
the token is {hex40}
Pin: {digits8}
my PIN {digits8} is refused
"Pin": "{digits8}"
the one-time code is {digits8}
"AccessCode": "{digits8}"
passcode {digits8}
## other languages
la contrase${'\u00f1'}a es {pw}
has${'\u0142'}o to {pw}
haslo: {pw}
a senha ${'\u00e9'} {pw}
palavra-passe: {pw}
clave: {pw}
cl${'\u00e9'} secr${'\u00e8'}te : {alnum}
geheimer Schl${'\u00fc'}ssel: {hex32}
${'\u30d1\u30b9\u30ef\u30fc\u30c9\u306f'} {pw} ${'\u3067\u3059'}
${'\u30d1\u30b9\u30ef\u30fc\u30c9\u304c'} {pw} ${'\u3067\u3059'}
${'\u5bc6\u7801\u662f'} {pw}
${'\u53e3\u4ee4'}: {pw}
${'\ube44\ubc00\ubc88\ud638'}: {pw}
${'\u015f'}ifre: {pw}
## tables and settings
| **Password** | {pw} |
DB_PASSWORD | {letters}
Setting: Smtp__Password Value: {pw}
Name: Db__Password, Value: {pw}, Slot setting: false
"Passwords": [ "{pw}", "{pw2}" ]
"Secrets": { "Payment": "{pw}" }
"SymmetricKey": [ "{key32}" ]
"Secret": "{letters}"
"DB_PASS": "{letters}"
"Jwt": { "Issuer": "https://shop.example", "Key": "{phrase}" }
Jwt:Key = {phrase}
- name: JWT__KEY⏎  value: {letters}
secretKey: {letters}
password: >-⏎  {phrase}
"masterKey": { "name": "master", "value": "{b64u}" }
"functionKeys": { "default": "{b64u}" }
`;

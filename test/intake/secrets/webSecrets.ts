/** Secrets of addresses, headers, cookies and recorded requests; written as in connectionSecrets.ts. */
export const WEB_SECRETS = String.raw`
## shared access signature
https://shop.blob.core.windows.net/c/f?sv=2022-11-02&sp=rl&st=2026-01-01&sig={sig:url}
https://shop.blob.core.windows.net/c/f?sig={sig:url}&sv=2022-11-02&se=2026-12-31T00%3A00%3A00Z
?sv=2022-11-02&ss=b&srt=sco&sp=rl&sig={sig}
SharedAccessSignature=sv=2022-11-02&ss=b&srt=sco&sp=rl&sig={sig:url}
BlobEndpoint=https://shop.blob.core.windows.net/;SharedAccessSignature=sv=2022-11-02&ss=b&sig={sig:url}
WEBSITE_RUN_FROM_PACKAGE=https://shop.blob.core.windows.net/releases/shop.zip?sv=2022&amp;sr=b&amp;sig={sig:url}&amp;se=2036
GET https://shop.blob.core.windows.net/c?restype=container&amp;sig={sig:url} failed with 403
https%3A%2F%2Fshop.blob.core.windows.net%2Fc%3Fsv%3D2022-11-02%26sig%3D{sig:url:url}%26se%3D2026
https://prod-07.westeurope.logic.azure.com:443/workflows/abc/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers&sig={b64u}
"containerUri": "https://shop.blob.core.windows.net/c?sv=2022-11-02\u0026sr=c\u0026sig={sig:url}"
## password in an address
https://app:{url}@shop.contoso.example/api
ftp://shop:{url}@ftp.contoso.example/site/wwwroot
http://proxyuser:{url}@proxy.contoso.example:8080
HTTPS_PROXY=http://svc:{url}@proxy:3128
git clone https://alice:{url}@dev.azure.com/contoso/shop
curl -v https://$shop:{url}@shop.scm.azurewebsites.net/api/settings
https://$shop:{pw}@shop.scm.azurewebsites.net:443/shop.git
smtp://mailer:{url}@smtp.contoso.example:587
ldap://svc:{url}@dc01:389
https://{token40}@github.com/contoso/shop.git
sftp://backup:{url}@files.contoso.example:22/in
## key in an address
https://shop.azurewebsites.net/api/orders?code={b64u}
https://shop.azurewebsites.net/api/orders?code={b64u}&clientId=default
https://maps.example/api?subscription-key={hex32}
https://maps.example/api?key={b64u}&q=1
GET /api/orders?api_key={alnum} 500
GET /api/orders?apikey={hex32}&id=5 500
2026-11-20 14:02:11 10.0.0.4 GET /signin access_token={alnum} 443 - 10.1.2.3 Mozilla/5.0 - 500 0 0 15
GET /download?token={alnum}&file=1
https://shop.example/reset?userId=7&code={b64u}
https://login.example/callback?code={b64u}&state=xyz
https://hooks.slack.com/services/T0{upper8}/B0{upper8}/{alnum24}
https://contoso.webhook.office.com/webhookb2/{guid}@{guid}/IncomingWebhook/{hex32}/{guid}
https://discord.com/api/webhooks/123456789012345678/{b64u}
https://shop.example/login?username=app&password={url}
GET /login?user=app&pwd={url}&x=1
https://shop.example/api?client_secret={alnum}&grant_type=client_credentials
https://shop.example/?access_token={jwt}
https://shop.example/#id_token={jwt}&state=1
## authorization header
Authorization: Basic {basic}
authorization: bearer {jwt}
Authorization: Bearer {b64u}
-H "Authorization: Bearer {alnum}"
-H 'authorization: Basic {basic}'
"Authorization": "Basic {basic}"
{"name":"Authorization","value":"Bearer {jwt}"}
{ "name": "authorization", "value": "Basic {basic}" }
> Authorization: Basic {basic}
Proxy-Authorization: Basic {basic}
headers.Add("Authorization", "Bearer {jwt}");
Authorization=Bearer {alnum}
Authorization: Digest username="app", realm="shop", nonce="abc", response="{hex32}"
Authorization: SharedKey shop:{sig}
Authorization: Negotiate {key64}
Authorization: NTLM {key64}
HTTP_AUTHORIZATION:Basic {basic}
Bearer {jwt}
Bearer token {alnum} was rejected
curl -u app:{pw} https://shop.example/api
curl --user "app:{strong2}" https://shop.example/api
curl -u '$shop:{pw}' -X POST https://shop.scm.azurewebsites.net/api/zipdeploy
* Server auth using Basic with user 'app'⏎> GET / HTTP/1.1⏎> Authorization: Basic {basic}
## key in a header
x-functions-key: {b64u}
X-Api-Key: {alnum}
api-key: {hex32}
Ocp-Apim-Subscription-Key: {hex32}
{"name":"x-api-key","value":"{alnum}"}
X-Auth-Token: {alnum}
X-MS-TOKEN-AAD-ACCESS-TOKEN: {jwt}
X-MS-TOKEN-AAD-REFRESH-TOKEN: {b64u}
X-ZUMO-AUTH: {jwt}
X-CSRF-TOKEN: {cookie}
RequestVerificationToken: {cookie}
x-amz-security-token: {b64u}
MS-ASPNETCORE-TOKEN: {guid}
X-Vault-Token: hvs.{alnum24}
X-Vault-Token: {alnum48}.{token40}
Authorization: HMAC-SHA256 SignedHeaders=date;host&Signature={key32}
Authorization: AWS4-HMAC-SHA256 Credential=AKIA{upper16}/20261120/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature={hex64}
SAMLResponse={saml}
SAMLResponse={saml:url}&RelayState=x
<input type="hidden" name="SAMLResponse" value="{saml}" />
GET /callback ticket=ST-12-{alnum24} 443
https://shop.example/?ticket=ST-12-{alnum24}-cas01
sessionid={hex32}
"sessionId": "{hex32b}"
## cookie
Cookie: .AspNetCore.Identity.Application={cookie}; theme=dark
Cookie: theme=dark; .AspNetCore.Antiforgery.abc={cookie}
Cookie: .AspNetCore.Session={cookie:url}
Cookie: ARRAffinity={hex64}; ARRAffinitySameSite={hex64b}
Set-Cookie: ARRAffinity={hex64};Path=/;HttpOnly;Domain=shop.azurewebsites.net
Set-Cookie: .AspNetCore.Cookies={cookie}; path=/; secure; samesite=lax; httponly
set-cookie: ASP.NET_SessionId={alnum24}; path=/; HttpOnly
Set-Cookie: .ASPXAUTH={hex64}; path=/
Set-Cookie: sid={alnum}; Max-Age=3600
< Set-Cookie: auth={b64u}; Path=/
Cookie: sid={alnum}
cookie: JSESSIONID={hex32}; other=1
"cookies":[{"name":".AspNetCore.Identity.Application","value":"{cookie}","path":"/"}]
{"name":"Cookie","value":".AspNetCore.Session={cookie}; x=1"}
{"name":"Set-Cookie","value":"sid={alnum}; path=/"}
.AspNetCore.Correlation.{alnum24}=N
.AspNetCore.OpenIdConnect.Nonce.{cookie}=N
.AspNetCore.Identity.ApplicationC1={cookie}
AppServiceAuthSession={b64u}{b64u}
HTTP_COOKIE:.AspNetCore.Cookies={cookie}
2026-11-20 14:02:11 10.0.0.4 GET / - 443 - 10.1.2.3 ARRAffinity={hex64} - 500 0 0 15
__RequestVerificationToken={cookie}
<input name="__RequestVerificationToken" type="hidden" value="{cookie}" />
## recorded request
"postData":{"mimeType":"application/json","text":"{\"user\":\"app\",\"password\":\"{pw}\"}"}
"postData":{"mimeType":"application/x-www-form-urlencoded","text":"username=app&password={url}"}
"params":[{"name":"password","value":"{strong2}"}]
"queryString":[{"name":"code","value":"{b64u}"}]
"queryString":[{"name":"sig","value":"{sig}"}]
grant_type=password&username=app&password={url}&client_id=shop
grant_type=client_credentials&client_secret={url}&client_id=shop
client_assertion={jwt}&client_assertion_type=urn
refresh_token={b64u}&grant_type=refresh_token
{"access_token":"{jwt}","expires_in":3599,"token_type":"Bearer"}
{"refresh_token":"{b64u}","id_token":"{jwt}"}
Content-Disposition: form-data; name="password"⏎⏎{pw}
`;

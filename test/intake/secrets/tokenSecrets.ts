/** Secrets that are known by their shape, with nothing beside them; written as in connectionSecrets.ts. */
export const TOKEN_SECRETS = String.raw`
## Entra client secret
the secret is {entra}
new ClientSecretCredential(tenant, client, "{entra}")
Secret value    {entra}
AADSTS7000215: Invalid client secret provided. We sent {entra}.
app {guid0} / {entra}
## Azure key with a mark
{aztorage}
{azcosmos}
{azbus}
{azredis}
{azsearch}
{azfunctions}
{azapim}
{aziot}
{azregistry}
{azcommon}
{azdevops}
key1: {aztorage}
key is {azcosmos}, it worked before
("{azbus}")
value={azredis};
'{azsearch}'
?code={azfunctions}&x=1
<add key="x" value="{azapim}" />
docker login shop.azurecr.io -u shop -p {azregistry}
echo {azcommon} >> key.txt
git -c http.extraheader="AUTHORIZATION: basic {basic}" fetch
## JWT
{jwt}
token: {jwt}
IDX10501: Signature validation failed. Unable to match key. token: '{jwt}'.
IDX12741: JWT must have three segments: {jwt:cut}
{jwt:cut}...
id_token={jwt}
(jwt {jwt})
{jwt:wrapped}
## token of a service
ghp_{alnum36}
github_pat_{alnum24}_{alnum}
gho_{alnum36}
ghs_{alnum36}
remote: https://x-access-token:ghs_{alnum36}@github.com/contoso/shop
npm_{alnum36}
xoxb-123456789012-1234567890123-{alnum24}
xoxp-123456789012-{alnum24}
xapp-1-A0{upper8}-1234567890123-{hex64}
sk-{alnum48}
sk-proj-{b64u}{b64u}
sk-ant-api03-{b64u}
AKIA{upper16}
ASIA{upper16}
aws_secret_access_key = {b64x40}
AWS_SECRET_ACCESS_KEY={b64x40}
AIza{b64u35}
ya29.{b64u}
GOCSPX-{b64u28}
sk_live_{alnum24}
rk_live_{alnum24}
sk_test_{alnum24}
whsec_{alnum}
SG.{b64u22}.{b64u43}
SK{hex32}
TWILIO_AUTH_TOKEN={hex32}
glpat-{b64u20}
pypi-AgEIcHlwaS5vcmc{b64u}{b64u}
oy2{lower43}
dop_v1_{hex64}
hf_{alnum36}
curl -u AC0:{hex32b} https://api.contoso.example
dapi{hex32}
NRAK-{upper27}
shpat_{hex32}
PMAK-{hex24}-{hex34}
bot123456789:AA{b64u33}
key-{hex32}
dckr_pat_{b64u27}
Password reset: CfDJ8{b64u}
ATATT3xFfGF0{b64u}
hvs.{alnum24}{alnum24}
dp.pt.{token40}
dp.st.dev.{token40}
`;

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { normalise } from '../../src/intake/normalise.ts';
import { redact } from '../../src/intake/redact.ts';
import { KEEP } from './keep.ts';

// Invented values: no real key has them.
const PW = 'Zq7c41d9e0aa53b27Kx';
const KEY64 = `${'pQ4rT8vWx2'.repeat(8)}aB3dE9==`;
const KEY32 = `${'mN5oP7sYz1'.repeat(4)}qW2=`;
const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.c2lnbmF0dXJlLW9mLXRoZS1zaG9w';
const ALNUM = 'aZ3bY4cX5dW6eV7fU8gT9hS0iR1jQ2kP3lO4';

const PLANTED: readonly (readonly [string, string])[] = [
  [`Server=tcp:shop.database.windows.net;User ID=app;Password=${PW};Encrypt=True;`, PW],
  [`"Shop":"Server=db;User Id=app;Pwd=${PW}"`, PW],
  [`Password='a;${PW}';`, PW],
  [`DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${KEY64};EndpointSuffix=core.windows.net`, KEY64],
  [`AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey=${KEY64};`, KEY64],
  [`Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${KEY32}`, KEY32],
  [`https://shop.blob.core.windows.net/c/f?sv=2022-11-02&sp=rl&sig=${ALNUM}%3D`, ALNUM],
  [`shop.redis.cache.windows.net:6380,password=${KEY32},ssl=True`, KEY32],
  [`mongodb+srv://app:${PW}@c0.x.mongodb.net/app`, PW],
  [`postgres://app:${PW}@db:5432/shop`, PW],
  [`redis-cli -p 6380 -a /${KEY32} --tls`, KEY32],
  [`az functionapp keys set --key-value -${ALNUM}_k-9Z`, ALNUM],
  [`X-Vault-Token: ${'dUdFbBmvje'.repeat(4)}3.${'zLCGfeGHeK'.repeat(4)}`, 'zLCGfeGHeK'],
  [`AzureAd:ClientSecret=aB38Q~${ALNUM}`, ALNUM],
  [`the secret is aB38Q~${ALNUM.slice(0, 34)}`, ALNUM.slice(0, 34)],
  [`<processModel userName="CONTOSO\\svc" password="${PW}" />`, PW],
  [`<add key="Smtp:Password" value="${PW}" />`, PW],
  [`<environmentVariable name="DB_PASSWORD" value="${PW}" />`, PW],
  [`<password>${PW}</password>`, PW],
  [`<publishProfile userName="$shop" userPWD="${PW}" />`, PW],
  [`{"Db":{"Password":"${PW}"}}`, PW],
  [`"{\\"Db\\":{\\"Password\\":\\"${PW}\\"}}"`, PW],
  [`{"name":"DB_PASSWORD","value":"${PW}","slotSetting":false}`, PW],
  [`set DB_PASSWORD=${PW}`, PW],
  [`$env:API_KEY = "${PW}"`, PW],
  [`Passwort: ${PW}`, PW],
  [`sqlcmd --password ${PW}1`, PW],
  [`password="${PW.slice(0, 5)}"${PW.slice(5)}" />`, PW.slice(5)],
  [`Authorization: Basic ${KEY32}`, KEY32],
  [`Authorization: Bearer ${JWT}`, JWT],
  [`id_token=${JWT}`, JWT],
  [`token was ${JWT}.`, JWT],
  [`x-functions-key: ${ALNUM}`, ALNUM],
  [`https://shop.azurewebsites.net/api/f?code=${ALNUM}`, ALNUM],
  [`Cookie: .AspNetCore.Identity.Application=CfDJ8${ALNUM}; theme=dark`, ALNUM],
  [`Set-Cookie: ASP.NET_SessionId=${ALNUM}; path=/`, ALNUM],
  [`10.0.0.4 GET / ARRAffinity=${ALNUM}${ALNUM} 200`, ALNUM],
  [`<machineKey validationKey="${KEY64.toUpperCase()}" decryptionKey="AutoGenerate" />`, KEY64.toUpperCase()],
  [`-----BEGIN RSA PRIVATE KEY-----\n${ALNUM}${ALNUM}\n${ALNUM}`, ALNUM],
  [`-----BEGIN PRIVATE KEY-----\\n${ALNUM}\\n-----END PRIVATE KEY-----`, ALNUM],
  [`"pfx": "MII${ALNUM}${ALNUM}${ALNUM}"`, ALNUM],
  [`AccountKey=${KEY64.slice(0, 40)}\n${KEY64.slice(40)}`, KEY64.slice(0, 20)],
  [`AccountKey=${KEY64.slice(0, 40)}\n${KEY64.slice(40)}`, KEY64.slice(40, 60)],
  [`key ${ALNUM}${ALNUM}+ASt${ALNUM.slice(0, 6)}==`, ALNUM],
  [`search ${ALNUM}AzSeA${ALNUM.slice(0, 5)}`, ALNUM],
  [`loose ${KEY64.padStart(88, 'x')}`, KEY64],
  ['AKIAABCDEFGHIJKLMNOP', 'AKIAABCDEFGHIJKLMNOP'],
  [`ghp_${ALNUM}`, ALNUM],
  ['xoxb-123456789012-abcdefghij', '123456789012-abcdefghij'],
  [`npm_${ALNUM}`, ALNUM],
];

const PEOPLE: readonly (readonly [string, string])[] = [
  ['User alice@contoso.example failed', 'User <email> failed'],
  ['(CONTOSO\\alice.smith)', '(<user>)'],
  ["Login failed for user 'contoso\\svc-shop'.", "Login failed for user '<user>'."],
  ['C:\\Users\\alice\\source\\Shop', 'C:\\Users\\<user>\\source\\Shop'],
  ['"C:\\\\Users\\\\Alice Smith\\\\Shop"', '"C:\\\\Users\\\\<user>\\\\Shop"'],
];

describe('redact', () => {
  for (const [text, value] of PLANTED) {
    it(`masks the value of ${text.slice(0, 50)}`, () => {
      const { text: masked, secrets } = redact(normalise(text).text);
      assert.ok(!masked.text.includes(value), masked.text);
      assert.equal(secrets.length > 0, true);
    });
  }

  for (const [text, masked] of PEOPLE) {
    it(`masks the person in ${text} and reports no secret`, () => {
      const redaction = redact(text);
      assert.equal(redaction.text.text, masked);
      assert.deepEqual(redaction.secrets, []);
    });
  }

  for (const text of KEEP) it(`leaves ${text.slice(0, 70)}`, () => assert.equal(redact(text).text.text, text));

  it('names each kind of secret once, in the order of the text', () => {
    const { secrets } = redact(`Authorization: Bearer ${JWT}\npassword=${PW}\npassword=${PW}`);
    assert.deepEqual(secrets, ['authorization header', 'password']);
  });

  it('leaves a masked text as it is', () => {
    for (const [text] of [...PLANTED, ...PEOPLE]) {
      const once = redact(text).text.text;
      assert.equal(redact(once).text.text, once);
      assert.deepEqual(redact(once).secrets, []);
    }
  });

  it('keeps the words around a secret', () => {
    assert.equal(
      redact(`502.5 Server=db;Password=${PW};Encrypt=True`).text.text,
      '502.5 Server=db;Password=<password>;Encrypt=True',
    );
  });

  it('leaves the line below a value alone that was told before its word', () => {
    for (const told of [`use ${PW} as password`, `${PW} is the password`, `I typed "${PW}" for the password`]) {
      const masked = `${told.replace(PW, '<password>')}\n\nicon@2x.png`;
      assert.equal(redact(`${told}\n\nicon@2x.png`).text.text, masked);
      assert.equal(redact(masked).text.text, masked);
    }
    assert.equal(redact(`this is the password\n\n${PW}`).text.text, 'this is the password\n\n<password>');
  });

  it('leaves a name in front of a version alone, below a password', () => {
    const text = 'I forgot the password\n\nAspNetCoreModuleV2 13.4.6174.9925';
    assert.equal(redact(text).text.text, text);
    assert.equal(redact(`the password\n${PW} 502.5`).text.text, 'the password\n<password> 502.5');
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      'password',
      '=',
      '"',
      "'",
      ';',
      '\\',
      '@',
      '://',
      'key',
      'token',
      ':',
      '<',
      '\n',
      'sig=',
      '-----BEGIN A-----',
      '\u0130',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (parts) => void redact(parts.join(''))),
      { numRuns: 500 },
    );
  });
});

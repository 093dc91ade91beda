import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import http from 'node:http';
import { SignJWT, type JWTPayload } from 'jose';

export const APP_ID = '00000000-1111-2222-3333-444444444444';

/** What the key server does with a request. */
export type KeyServerMode = 'keys' | 'down' | 'silent' | 'no-keys' | 'foreign-keys';

export interface KeyServer {
  /** Address of its OpenID metadata. */
  readonly metadataUrl: string;
  /** Requests for metadata so far. */
  readonly reads: () => number;
  mode: KeyServerMode;
  /** Channels the listed key may speak for. */
  endorsements: readonly string[];
  /** New tokens are signed by a new key, under this id; the old key is no longer listed. */
  rotate(kid: string): void;
  /** A connector's token; `claims` are laid over those of a good one, undefined takes one away. */
  token(claims?: JWTPayload, header?: { readonly kid?: string; readonly alg?: string }): Promise<string>;
  close(): Promise<void>;
}

/** Stands in for login.botframework.com on a random loopback port. */
export async function startKeyServer(): Promise<KeyServer> {
  let reads = 0;
  let kid = 'k1';
  let pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = http.createServer((request, response) => {
    const isMetadata = request.url === '/openid';
    if (isMetadata) reads += 1;
    if (self.mode === 'silent') return;
    if (self.mode === 'down') {
      response.writeHead(503);
      response.end();
      return;
    }
    response.setHeader('content-type', 'application/json');
    const origin = self.mode === 'foreign-keys' ? originOf(server).replace('127.0.0.1', 'localhost') : originOf(server);
    response.end(
      JSON.stringify(isMetadata ? { jwks_uri: `${origin}/keys` } : { keys: self.mode === 'no-keys' ? [] : [listed()] }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  function listed(): object {
    const { n, e } = pair.publicKey.export({ format: 'jwk' });
    return { kty: 'RSA', use: 'sig', kid, n, e, endorsements: self.endorsements };
  }

  const self: KeyServer = {
    metadataUrl: `${originOf(server)}/openid`,
    reads: () => reads,
    mode: 'keys',
    endorsements: ['msteams'],
    rotate: (next) => {
      kid = next;
      pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    },
    token: async (claims = {}, header = {}) => await sign(pair.privateKey, claims, { alg: 'RS256', kid, ...header }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}

async function sign(key: KeyObject, claims: JWTPayload, header: { alg: string; kid: string }): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const all: JWTPayload = {
    iss: 'https://api.botframework.com',
    aud: APP_ID,
    nbf: now - 10,
    exp: now + 600,
    ...claims,
  };
  return `Bearer ${await new SignJWT(all).setProtectedHeader(header).sign(key)}`;
}

function originOf(server: http.Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

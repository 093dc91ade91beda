import type { JWTPayload } from 'jose';
// The package as a whole reads four times as many files.
import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { jwtVerify } from 'jose/jwt/verify';
import type { SigningKey, SigningKeys } from './signingKeys.ts';

/** What a valid token of the Bot Connector says. */
export interface ConnectorToken {
  readonly claims: JWTPayload;
  /** Where the caller wants answers; null: the token names no place. */
  readonly serviceUrl: string | null;
  /** Channels the signing key may speak for. */
  readonly endorsements: readonly string[];
}

/** Says whether a request is one of the Bot Connector, from its Authorization header alone. */
export interface TokenCheck {
  /**
   * @param authorization value of the header, empty when there is none
   * @returns null: refused, no reason is given to anyone
   * @throws when it cannot be told, because no key was ever read
   */
  check(authorization: string): Promise<ConnectorToken | null>;
}

const ISSUER = 'https://api.botframework.com';
/** Clocks may differ by 5 minutes. */
const SKEW_S = 300;
/** Whose signature was found good is remembered: a caller shows the same token for an hour. */
const PROVEN_MAX = 200;
const BEARER = /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * The token rules of the connector document: bearer, issuer, audience, times, signature by a listed key. Tokens of the
 * Emulator and of skills come from other issuers and are refused.
 * @param appId audience a token must have
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function createTokenCheck(appId: string, keys: SigningKeys, now: () => Date = () => new Date()): TokenCheck {
  const proven = new Map<string, Proof>();

  /** The rules of one token; its signature is only computed when this very key did not prove it before. */
  async function claimsOf(token: string, key: SigningKey['key']): Promise<JWTPayload | null> {
    const known = proven.get(token);
    if (known?.key === key) return isInTime(known.claims, now()) ? known.claims : null;
    const claims = await verified(token, key, appId, now());
    if (claims === null) return null;
    const [oldest] = proven.keys();
    if (oldest !== undefined && proven.size >= PROVEN_MAX) proven.delete(oldest);
    proven.set(token, { key, claims });
    return claims;
  }

  return {
    check: async (authorization) => {
      const token = BEARER.exec(authorization)?.[1];
      const kid = token === undefined ? null : kidOf(token);
      if (token === undefined || kid === null) return null;
      const signing = await keys.find(kid);
      if (signing === null) return null;
      const claims = await claimsOf(token, signing.key);
      if (claims === null) return null;
      const { serviceurl: serviceUrl } = claims;
      return {
        claims,
        serviceUrl: typeof serviceUrl === 'string' ? serviceUrl : null,
        endorsements: signing.endorsements,
      };
    },
  };
}

/** Id of the key; null for what is no signed RS256 token, so that nobody makes the bot ask for keys with anything else. */
function kidOf(token: string): string | null {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return alg === 'RS256' && typeof kid === 'string' && kid !== '' && kid.length <= 200 ? kid : null;
  } catch {
    return null;
  }
}

interface Proof {
  readonly key: SigningKey['key'];
  readonly claims: JWTPayload;
}

function isInTime({ exp, nbf }: JWTPayload, date: Date): boolean {
  const seconds = Math.floor(date.getTime() / 1_000);
  return exp !== undefined && exp + SKEW_S > seconds && (nbf === undefined || nbf - SKEW_S <= seconds);
}

async function verified(
  token: string,
  key: SigningKey['key'],
  appId: string,
  currentDate: Date,
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      issuer: ISSUER,
      clockTolerance: SKEW_S,
      requiredClaims: ['exp'],
      currentDate,
    });
    // A list of audiences is a token for others too.
    return payload.aud === appId ? payload : null;
  } catch {
    return null;
  }
}

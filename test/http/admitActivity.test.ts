import assert from 'node:assert/strict';
import { whyNotAdmitted } from '../../src/http/auth/admitActivity.ts';
import { createTokenCheck } from '../../src/http/auth/connectorToken.ts';
import { createSigningKeys } from '../../src/http/auth/signingKeys.ts';
import { checkActivity } from '../../src/http/checkActivity.ts';
import { APP_ID, startKeyServer } from '../support/keyServer.ts';
import { ALICE, messageOf } from '../support/wire.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const SERVICE_URL = 'http://127.0.0.1:1/';

describe('an activity beside its token', () => {
  for (const [endorsements, wanted] of [
    [['msteams'], null],
    [['webchat', 'msteams'], null],
    [['webchat'], 'endorsement'],
    [['MSTEAMS'], 'endorsement'],
    [[], 'endorsement'],
  ] as const) {
    it(`signed by a key that speaks for [${endorsements.join(', ')}]: ${wanted ?? 'admitted'}`, async () => {
      const server = await startKeyServer();
      server.endorsements = endorsements;
      const tokens = createTokenCheck(APP_ID, createSigningKeys({ metadataUrl: server.metadataUrl, log: QUIET }));
      const token = await tokens.check(await server.token({ serviceurl: SERVICE_URL }));
      const read = checkActivity({ ...messageOf(ALICE, SERVICE_URL) }, { type: 'loopback' });
      assert.ok(token !== null && read.type === 'accepted');
      assert.equal(whyNotAdmitted(read.activity, token, 'any'), wanted);
      await server.close();
    });
  }
});

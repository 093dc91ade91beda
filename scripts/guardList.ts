/** A promise kept by one place in the sources. */
export interface Guard {
  readonly name: string;
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly guard: string;
  /** What stands there when the guard is gone. */
  readonly without: string;
  /** The test file that must notice. */
  readonly test: string;
}

export const GUARDS: readonly Guard[] = [
  {
    name: 'a token is for this bot alone',
    file: 'src/http/auth/connectorToken.ts',
    guard: 'return payload.aud === appId ? payload : null;',
    without: 'return payload;',
    test: 'test/http/credentials.test.ts',
  },
  {
    name: 'a token needs an end',
    file: 'src/http/auth/connectorToken.ts',
    guard: "      requiredClaims: ['exp'],\n",
    without: '',
    test: 'test/http/credentials.test.ts',
  },
  {
    name: 'a token needs the issuer of the connector',
    file: 'src/http/auth/connectorToken.ts',
    guard: '      issuer: ISSUER,\n',
    without: '',
    test: 'test/http/credentials.test.ts',
  },
  {
    name: 'a token that was proven ends all the same',
    file: 'src/http/auth/connectorToken.ts',
    guard: 'isInTime(known.claims, now()) ? known.claims : null',
    without: 'known.claims',
    test: 'test/http/connectorToken.test.ts',
  },
  {
    name: 'a proof counts for the key that gave it',
    file: 'src/http/auth/connectorToken.ts',
    guard: 'known?.key === key',
    without: 'known !== undefined',
    test: 'test/http/connectorToken.test.ts',
  },
  {
    name: 'the token names the service URL',
    file: 'src/http/auth/admitActivity.ts',
    guard: 'token.serviceUrl === null || token.serviceUrl !== activity.serviceUrl',
    without: 'false',
    test: 'test/http/credentials.test.ts',
  },
  {
    name: 'only Teams',
    file: 'src/http/auth/admitActivity.ts',
    guard: "if (activity.channelId !== CHANNEL) return 'channel';",
    without: '',
    test: 'test/http/credentials.test.ts',
  },
  {
    name: 'the key speaks for the channel',
    file: 'src/http/auth/admitActivity.ts',
    guard: "if (!token.endorsements.includes(CHANNEL)) return 'endorsement';",
    without: '',
    test: 'test/http/admitActivity.test.ts',
  },
  {
    name: 'only tenants on the list',
    file: 'src/http/auth/admitActivity.ts',
    guard: "tenants.includes(named[0]) ? null : 'tenant'",
    without: 'true ? null : null',
    test: 'test/http/credentials.test.ts',
  },
  {
    name: 'both tenants of an activity are the same',
    file: 'src/http/auth/admitActivity.ts',
    guard: 'named === null || named.some((tenant) => tenant !== named[0])',
    without: 'named === null',
    test: 'test/http/credentials.test.ts',
  },
  {
    name: 'answers go to known hosts only',
    file: 'src/http/checkActivity.ts',
    guard: 'allowed.hosts.includes(url.hostname)',
    without: 'true',
    test: 'test/http/credentials.test.ts',
  },
  {
    name: 'keys are asked for once a minute at most',
    file: 'src/http/auth/signingKeys.ts',
    guard: 'if (reading === null && clock() - triedAtMs < pauseMs) return;',
    without: '',
    test: 'test/http/signingKeys.test.ts',
  },
  {
    name: 'keys come from the origin of the metadata',
    file: 'src/http/auth/signingKeys.ts',
    guard: 'new URL(keysUrl).origin !== new URL(metadataUrl).origin',
    without: 'false',
    test: 'test/http/signingKeys.test.ts',
  },
  {
    name: 'an empty list of keys does not replace the known ones',
    file: 'src/http/auth/signingKeys.ts',
    guard: 'if (keys.size === 0)',
    without: 'if (false as boolean)',
    test: 'test/http/signingKeys.test.ts',
  },
  {
    name: 'bodies are not inflated',
    file: 'src/http/readBody.ts',
    guard: "if (request.headers['content-encoding'] !== undefined) return refused(415);",
    without: '',
    test: 'test/http/server.test.ts',
  },
  {
    name: 'bodies have a largest size',
    file: 'src/http/readBody.ts',
    guard: 'if (length > limits.bytesMax) finish(refused(413));\n      else chunks.push(chunk);',
    without: 'chunks.push(chunk);',
    test: 'test/http/refusals.test.ts',
  },
  {
    name: 'bodies have a deepest level',
    file: 'src/http/readBody.ts',
    guard: 'if (isDeeperThan(text, depthMax)) return refused(400, true);',
    without: '',
    test: 'test/http/refusals.test.ts',
  },
  {
    name: 'bodies come in time',
    file: 'src/http/readBody.ts',
    guard: 'finish(refused(408))',
    without: 'undefined',
    test: 'test/http/readBody.test.ts',
  },
  {
    name: 'turns have a largest number',
    file: 'src/http/messages.ts',
    guard: 'running.size + late.size >= turnsMax',
    without: 'false',
    test: 'test/http/busy.test.ts',
  },
  {
    name: 'an activity counts once',
    file: 'src/bot/takeTurn.ts',
    guard: 'if (wasDelivered(record, kept.deliveryId)) {',
    without: 'if (false as boolean) {',
    test: 'test/faults/interleavings.test.ts',
  },
  {
    name: 'a write needs the version that was read',
    file: 'src/bot/takeTurn.ts',
    guard: 'stored?.version ?? null, plain',
    without: '(await store.load(key))?.version ?? null, plain',
    test: 'test/faults/interleavings.test.ts',
  },
  {
    name: 'a storage that hangs is given up',
    file: 'src/storage/timeLimit.ts',
    guard: 'if (answer === LATE) throw tooSlow();\n  return answer;',
    without: 'return await call;',
    test: 'test/storage/timeLimit.test.ts',
  },
  {
    name: 'a write that may have arrived is no conflict',
    file: 'src/storage/timeLimit.ts',
    guard: 'if (!won && isRepeat) throw tooSlow();',
    without: '',
    test: 'test/storage/timeLimit.test.ts',
  },
  {
    name: 'sends are tried again only where Teams asks for it',
    file: 'src/http/send/sendClient.ts',
    guard: 'RETRIED.includes(answer.status) && ',
    without: '',
    test: 'test/http/sendClient.test.ts',
  },
  {
    name: 'a send ends within its time',
    file: 'src/http/send/sendClient.ts',
    guard: '        abortSignal: late.signal,\n',
    without: '',
    test: 'test/http/sendClient.test.ts',
  },
  {
    name: 'sends keep to the pace of Teams',
    file: 'src/http/send/sendLimiter.ts',
    guard: 'if (atMs - nowMs > waitMaxMs) return null;',
    without: '',
    test: 'test/http/sendClient.test.ts',
  },
  {
    name: 'secrets are masked',
    file: 'src/intake/redact.ts',
    guard: 'for (const rule of REDACTION_RULES) {',
    without: 'for (const rule of REDACTION_RULES.slice(0, 0)) {',
    test: 'test/intake/redact.test.ts',
  },
  {
    name: 'no start without credentials in production',
    file: 'src/config.ts',
    guard: 'if (production && credentials === null) {',
    without: 'if (false as boolean) {',
    test: 'test/config.test.ts',
  },
];

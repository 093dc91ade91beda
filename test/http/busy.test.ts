import assert from 'node:assert/strict';
import { ALICE, messageOf, startWire } from '../support/wire.ts';
import { echoBot } from './echoBot.ts';

describe('a server with as many turns as it can take', () => {
  it('tells the next caller when to come back, and takes work again as soon as a turn has ended', async () => {
    const wire = await startWire(echoBot, { turnsMax: 2 });
    const running = [wire.say('wait 400'), wire.say('wait 400')];
    await new Promise((resolve) => setTimeout(resolve, 100));
    const answer = await fetch(`${wire.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...messageOf(ALICE, wire.connector.serviceUrl), text: 'one too many' }),
    });
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '5');
    assert.match(wire.log.join(''), /"event":"refused","status":503,"reason":"busy"/);
    assert.equal((await fetch(`${wire.url}/healthz`)).status, 200);
    await Promise.all(running);
    assert.equal((await wire.say('now')).status, 200);
    assert.equal(wire.connector.sent.length, 3);
    await wire.close();
  });
});

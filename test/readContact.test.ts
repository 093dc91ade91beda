import assert from 'node:assert/strict';
import { readContact } from '../src/readContact.ts';

describe('readContact', () => {
  const GOOD = {
    'help@contoso.com': { label: 'help@contoso.com', type: 'mail', address: 'help@contoso.com' },
    'IT helpdesk <help@contoso.com>': { label: 'IT helpdesk', type: 'mail', address: 'help@contoso.com' },
    'https://contoso.com/help': { label: 'contoso.com', type: 'link', address: 'https://contoso.com/help' },
    'IT <https://contoso.com/>': { label: 'IT', type: 'link', address: 'https://contoso.com/' },
  } as const;
  for (const [text, contact] of Object.entries(GOOD)) {
    it(`reads ${text}`, () => assert.deepEqual(readContact(text), contact));
  }
  for (const text of [
    'helpdesk',
    'http://contoso.com',
    'IT <javascript:alert(1)>',
    'https://me:pw@contoso.com',
    'a@b',
    `${'x'.repeat(61)} <a@b.de>`,
  ]) {
    it(`refuses ${text.slice(0, 30)}`, () =>
      assert.throws(() => readContact(text), { code: 'CONFIG_INVALID', message: /HOSTMEDIC_CONTACT/ }));
  }
});

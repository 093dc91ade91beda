import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { execute, inView, openUrl, submit } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';
import { CARD_BYTES_MAX, cardBytes, checkCardBytes } from '../../cards/cardBytes.ts';
import { fill, fillCommand } from '../../cards/fill.ts';
import { SAMPLES } from '../../cards/samples.ts';
import { SAMPLE_CAUSE, SAMPLE_REF, sampleStep } from '../../cards/sampleData.ts';
import { stepCard } from '../../cards/stepCard.ts';
import { clip, code, escapeMarkdown, quote, run } from '../../cards/text.ts';
import { lintCard } from './lintCard.ts';

describe('fill', () => {
  it('puts a value in, and says which one is missing', () => {
    assert.equal(fill('Start {app} in {path}.', { app: 'Shop.dll' }), 'Start Shop.dll in <path>.');
  });

  it('takes no value from the prototype, and leaves other braces alone', () => {
    assert.equal(fill('{constructor} { $_ } {0} {d4c1-22}', {}), '<constructor> { $_ } {0} {d4c1-22}');
  });

  it('joins a folder and a file in one stroke', () => {
    const values = { path: 'D:\\sites\\shop\\', app: '.\\Shop.Web.dll' };
    assert.equal(fillCommand('dir "{path}\\{app}"', values), 'dir "D:\\sites\\shop\\Shop.Web.dll"');
    assert.equal(fillCommand('arguments="{app}"', values), 'arguments=".\\Shop.Web.dll"');
  });

  for (const path of [
    'C:\\Program Files (x86)\\Contoso',
    '\\\\?\\D:\\sites\\shop',
    '/home/site/wwwroot'.slice(1),
    'ShopPool',
  ]) {
    it(`lets an ordinary value into a command: ${path}`, () =>
      assert.equal(fillCommand('cd "{path}"', { path }), `cd "${path}"`));
  }

  for (const app of [
    'a.dll" & del *',
    'a$(calc).dll',
    '(calc)',
    '%COMSPEC%',
    'a\nb',
    "a' ; calc",
    '<x>',
    '-Force',
    '/s',
    '\\\\evil\\share',
    '',
  ]) {
    it(`keeps a value out of a command that could change it: ${JSON.stringify(app)}`, () => {
      assert.equal(fillCommand('dir "{app}"', { app }), 'dir "<app>"');
    });
  }

  it('keeps out what is longer than any capture', () => {
    assert.equal(fill('{app}', { app: 'x'.repeat(121) }), '<app>');
  });
});

describe('escapeMarkdown', () => {
  it('makes links, stars and lists letters', () => {
    assert.equal(escapeMarkdown('[x](https://evil.example) **b**'), '\\[x\\](https: //evil.example) \\*\\*b\\*\\*');
    assert.equal(escapeMarkdown('# a'), '\\# a');
    assert.equal(escapeMarkdown('- a\n1. b'), '\\- a\n1\\. b');
  });

  it('leaves an ordinary title as it is', () => {
    for (const title of ['502.5: the process failed', "The pool's account may not read", '500.30 - start']) {
      assert.equal(escapeMarkdown(title), title);
    }
  });
});

describe('clip and quote', () => {
  it('never give more than asked for, nor half a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 4, max: 40 }), (text, max) => {
        const clipped = clip(text, max);
        assert.ok(clipped.length <= max);
        assert.doesNotMatch(clipped, /\p{Surrogate}/u);
      }),
    );
  });

  it('cut between two words where a blank is near the end, inside a word that is longer', () => {
    assert.equal(clip('Wait longer (milliseconds count)', 24), 'Wait longer...');
    assert.equal(clip('Wait longer and longer', 14), 'Wait longer...');
    assert.equal(clip('Contoso.Shop.Web.Infrastructure.Persistence', 30), 'Contoso.Shop.Web.Infrastruc...');
    assert.equal(clip('Wait longer', 11), 'Wait longer');
  });

  it('show half a surrogate pair as a replacement sign', () => assert.equal(run('a\uD83D').text, 'a\uFFFD'));

  it('quotes in one line', () => assert.equal(quote(' a\r\n\tb ', 20).text, 'a b'));

  it('gives a command a block for each line, blanks kept as they are', () => {
    assert.deepEqual(
      code('a\r\n  b').items.map((item) => (item.type === 'RichTextBlock' ? item.inlines[0]?.text : null)),
      ['a', '  b'],
    );
  });
});

describe('actions', () => {
  const many = [1, 2, 3, 4, 5, 6].map((number) => execute(`Title ${number}`, 'back', SAMPLE_REF));

  it('leave four in view and keep the order', () => {
    const shown = inView([
      ...many.slice(0, 1),
      submit('More', 'back', SAMPLE_REF, {}, { secondary: true }),
      ...many.slice(1),
    ]);
    assert.deepEqual(
      shown.map((action) => action.mode ?? 'primary'),
      ['primary', 'secondary', 'primary', 'primary', 'primary', 'secondary', 'secondary'],
    );
  });

  it('leave none in view when rows have used them up', () => {
    assert.ok(inView(many, -1).every((action) => action.mode === 'secondary'));
  });

  it('cannot be given another verb or case by their extra data', () => {
    const action = submit('Done', 'done', SAMPLE_REF, { verb: 'restart', caseId: 'other', revision: 9 });
    assert.deepEqual(action.data, { verb: 'done', ...SAMPLE_REF });
  });

  it('open https pages only', () => {
    assert.equal(openUrl('Read', 'https://learn.microsoft.com/a b')?.url, 'https://learn.microsoft.com/a%20b');
    for (const url of [
      'http://learn.microsoft.com',
      'javascript:alert(1)',
      'data:text/html,x',
      'ms-settings:',
      'learn',
    ]) {
      assert.equal(openUrl('Read', url), null, url);
    }
  });
});

describe('the size of a card', () => {
  it('is counted in UTF-8 bytes', () => assert.equal(cardBytes('\u00E9\u5546'), 7));

  it('is refused with the card, the size and the way on when it is too large', () => {
    const steps = [sampleStep({ id: 'big', do: 'Look.', snippet: { language: 'text', code: 'x\n'.repeat(1000) } })];
    assert.throws(
      () =>
        stepCard({ ref: SAMPLE_REF, cause: SAMPLE_CAUSE, steps, index: 0, outcomes: {}, values: {}, platform: null }),
      {
        code: 'CARD_TOO_LARGE',
        message: /^stepCard for aspnetcore-arguments-wrong, step big is \d+ bytes, at most CARD_BYTES_MAX \(25600\)/,
      },
    );
  });

  it('may be exactly CARD_BYTES_MAX', () => {
    const sample = SAMPLES[0]?.card;
    assert.ok(sample !== undefined);
    const empty = cardBytes({ ...sample, fallbackText: '' });
    const full: AdaptiveCard = { ...sample, fallbackText: 'x'.repeat(CARD_BYTES_MAX - empty) };
    assert.equal(checkCardBytes('full', full), full);
    assert.throws(() => checkCardBytes('full', { ...full, fallbackText: `${full.fallbackText}x` }), {
      code: 'CARD_TOO_LARGE',
    });
  });
});

describe('lintCard', () => {
  const card = SAMPLES[0]?.card;

  for (const [what, element] of [
    ['an unknown element', { type: 'CodeBlock', codeSnippet: 'x' }],
    ['an unknown property', { type: 'TextBlock', text: 'x', wrap: true, bold: true }],
    ['an unknown word', { type: 'TextBlock', text: 'x', wrap: true, color: 'Red' }],
    ['an input without an id', { type: 'Input.Text', label: 'x' }],
    ['something newer than 1.5', { type: 'Input.Text', id: 'new', label: 'x', labelWidth: '20' }],
  ] as const) {
    it(`sees ${what}`, () => {
      assert.ok(card !== undefined);
      const bad = { ...card, body: [...card.body, element] } as unknown as AdaptiveCard;
      assert.notDeepEqual(lintCard(bad), []);
    });
  }
});

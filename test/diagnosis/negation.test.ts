import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { isNegated } from '../../src/diagnosis/negation.ts';
import { platformIn } from '../../src/diagnosis/platform.ts';
import { readDocument } from '../../src/intake/readDocument.ts';

const engine = createEngine(openCatalog(findRoot()));
const statements = engine.catalog.vocabulary.statements;

function said(text: string): string[] {
  const keys = engine.detect(readDocument('text', text)).map((finding) => finding.key);
  return keys.filter((key) => key.startsWith('statement:')).map((key) => key.slice('statement:'.length));
}

describe("statements in a person's own words", () => {
  for (const text of [
    'I have not reinstalled the hosting bundle yet.',
    "We haven't reinstalled the hosting bundle so far",
    'I never reinstalled the hosting bundle.',
    'HTTP Error 500.30\nI have not yet reinstalled the hosting bundle',
  ]) {
    it(`a denied one does not count: ${JSON.stringify(text)}`, () =>
      assert.ok(!said(text).includes('reinstalled-bundle'), said(text).join()));
  }

  for (const text of [
    'I reinstalled the hosting bundle.',
    'It does not help. I reinstalled the hosting bundle.',
    'It does not start, I reinstalled the hosting bundle twice',
    'The site does not start and I reinstalled the hosting bundle',
    'I have not reinstalled the hosting bundle on A, but on B I reinstalled the hosting bundle',
  ]) {
    it(`one beside a denial counts: ${JSON.stringify(text)}`, () =>
      assert.ok(said(text).includes('reinstalled-bundle'), said(text).join()));
  }

  for (const [text, id] of [
    ['The app does not start since the last deployment', 'worked-until-deployment'],
    ['It is not working after the windows updates', 'worked-until-update'],
    ['no idea why it suddenly stopped working', 'worked-before'],
    ['does not work on IIS but works fine from cmd', 'runs-at-the-prompt'],
  ] as const) {
    it(`the time of a failure is no denial: ${JSON.stringify(text)}`, () =>
      assert.ok(said(text).includes(id), said(text).join()));
  }

  it('every phrase counts as it stands, those with a denial of their own too, and behind "it does not start and"', () => {
    for (const { id, phrases } of statements)
      for (const phrase of phrases.map((one) => one.replace(/\{\w+\}/g, 'Shop'))) {
        assert.ok(said(phrase).includes(id), phrase);
        assert.ok(said(`it does not start and ${phrase}`).includes(id), phrase);
      }
  });
});

describe('a denial in front of a phrase', () => {
  for (const front of [
    'wir haben noch nicht ',
    "nous n'avons pas encore ",
    'no es un ',
    'ainda não ',
    'keine ',
    '还没有',
    'instead of ',
  ])
    it(`denies it: ${front}`, () => assert.ok(isDenied(front)));

  for (const front of [
    'not only ',
    'es startet nicht, ',
    'no idea why it ',
    'not at all what one would expect, ',
    'it is not the same as what we saw with ',
  ])
    it(`does not deny it: ${front}`, () => assert.ok(!isDenied(front)));
});

describe('the platform a text names', () => {
  for (const [text, platform] of [
    ['Deployed to Azure App Service yesterday', 'azure-app-service'],
    ['https://shop.azurewebsites.net/ shows 500.30', 'azure-app-service'],
    ['D:\\home\\site\\wwwroot\\web.config', 'azure-app-service'],
    ['This is not Azure App Service.', null],
    ["It isn't an Azure App Service, it is our own Windows Server 2019", 'iis'],
    ['the app service account has no rights', null],
    ['runs as appservice_user', null],
    ['we do not use IIS Express', null],
    ['We moved from IIS Express. It runs on IIS 10 now', 'iis-express'],
  ] as const) {
    it(`${JSON.stringify(text)}: ${platform ?? 'not known'}`, () => assert.equal(platformIn(text), platform));
  }
});

function isDenied(front: string): boolean {
  return isNegated(`${front}PHRASE`, front.length, front.length + 'PHRASE'.length);
}

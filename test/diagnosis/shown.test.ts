import assert from 'node:assert/strict';
import { openCatalog } from '../../src/catalog/compiled.ts';
import { findRoot } from '../../src/catalog/findRoot.ts';
import { diagnoseInquiry } from '../../src/diagnosis/ask.ts';
import { createEngine } from '../../src/diagnosis/diagnose.ts';
import { isSettled, shownOf } from '../../src/diagnosis/shown.ts';

const SIDE =
  'Could not start stdout redirection in C:\\Modules\\aspnetcorev2.dll. Exception message: HRESULT 0x80070005';
const PAGE = 'HTTP Error 500.30 - ASP.NET Core app failed to start';
const FRAMEWORK = "The specified framework 'Microsoft.AspNetCore.App', version '8.0.4' was not found.";

describe('What is shown of a verdict', () => {
  const engine = createEngine(openCatalog(findRoot()));
  const { catalog } = engine;
  const read = (text: string) => {
    const verdict = diagnoseInquiry({ text }, engine);
    const { lead, beside, alike } = shownOf(verdict, catalog);
    const settled = isSettled(verdict.candidates, catalog);
    return { verdict, lead: lead?.id ?? null, beside: beside?.id ?? null, alike: alike.length, settled };
  };

  it('lets a side finding lead when there is nothing else, and asks on', () => {
    const { verdict, lead, beside, settled } = read(SIDE);
    assert.deepEqual([lead, beside, settled], ['stdout-log-path-wrong', null, false]);
    assert.equal(verdict.type, 'identified');
    assert.notEqual(verdict.question, null);
  });

  it('puts the page in front of a side finding, and asks on', () => {
    const { verdict, lead, beside, settled } = read(`${PAGE}\n\nSource: IIS AspNetCore Module V2\n${SIDE}`);
    assert.deepEqual([lead, beside, settled], ['app-startup-or-config-failure', 'stdout-log-path-wrong', false]);
    assert.equal(verdict.candidates[0]?.id, 'stdout-log-path-wrong');
    assert.notEqual(verdict.question, null);
  });

  it('puts the cause in front of a side finding, and has nothing to ask', () => {
    const { verdict, lead, settled } = read(`${FRAMEWORK}\n\n${SIDE}`);
    assert.deepEqual([lead, settled], ['missing-shared-framework', true]);
    assert.equal(verdict.question, null);
  });

  it('shows nothing of an unknown verdict', () => {
    assert.deepEqual(shownOf({ candidates: [] }, catalog), { lead: null, alike: [], beside: null });
  });

  it('never calls pages look-alikes', () => {
    assert.equal(read(PAGE).alike, 0);
  });
});

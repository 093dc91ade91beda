import assert from 'node:assert/strict';
import { cardBytes, CARD_BYTES_MAX } from '../../cards/cardBytes.ts';
import { SAMPLES } from '../../cards/samples.ts';
import { readAction } from '../../cards/readAction.ts';
import { VERBS } from '../../cards/verbs.ts';
import { lintCard } from './lintCard.ts';
import { actions, buttonsInView, nodes } from './walk.ts';

describe('card samples', () => {
  it('have names of their own', () => {
    assert.equal(new Set(SAMPLES.map(({ name }) => name)).size, SAMPLES.length);
  });

  it('use every verb', () => {
    const used = new Set(
      SAMPLES.flatMap(({ card }) => actions(card).flatMap(({ data }) => (isData(data) ? [data['verb']] : []))),
    );
    assert.deepEqual(
      VERBS.filter((verb) => !used.has(verb)),
      [],
    );
  });

  for (const { name, card } of SAMPLES) {
    describe(name, () => {
      it('is read by the renderer without a fault, and in full', () => assert.deepEqual(lintCard(card), []));

      it('fits a Teams message', () => assert.ok(cardBytes(card) <= CARD_BYTES_MAX, `${cardBytes(card)} bytes`));

      it('has at most four buttons in view', () => assert.ok(buttonsInView(card).length <= 4));

      it('begins with a heading', () => {
        assert.ok(nodes(card).some((node) => node['type'] === 'TextBlock' && node['style'] === 'heading'));
        assert.notEqual(card.fallbackText, '');
      });

      it('labels every input and uses each id once', () => {
        const inputs = nodes(card).filter((node) => String(node['type']).startsWith('Input.'));
        for (const input of inputs) assert.ok(typeof input['label'] === 'string' && input['label'] !== '');
        const ids = nodes(card).flatMap((node) => (typeof node['id'] === 'string' ? [node['id']] : []));
        assert.equal(new Set(ids).size, ids.length);
      });

      it('sends only data that is understood, and gives every action a title', () => {
        for (const action of actions(card)) {
          assert.ok(typeof action['title'] === 'string' && action['title'] !== '', JSON.stringify(action));
          if (!isData(action['data'])) continue;
          assert.notEqual(readAction(action['data']), null, JSON.stringify(action['data']));
          if (action['type'] === 'Action.Execute') assert.equal(action['verb'], action['data']['verb']);
        }
      });

      it('opens https pages only, and toggles only what is there', () => {
        const ids = new Set(nodes(card).map((node) => node['id']));
        for (const action of actions(card)) {
          if (action['type'] === 'Action.OpenUrl') assert.match(String(action['url']), /^https:\/\//);
          if (action['type'] === 'Action.ToggleVisibility') {
            for (const target of action['targetElements'] as string[]) assert.ok(ids.has(target), target);
          }
        }
      });

      it('falls back from Execute to a Submit with the same data', () => {
        for (const action of actions(card)) {
          // A client that reads cards again by itself knows Execute.
          if (action['type'] !== 'Action.Execute' || action['verb'] === 'refresh') continue;
          const fallback = action['fallback'];
          assert.ok(isData(fallback));
          assert.equal(fallback['type'], 'Action.Submit');
          assert.deepEqual(fallback['data'], action['data']);
          assert.equal(fallback['mode'], action['mode']);
        }
      });
    });
  }
});

function isData(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

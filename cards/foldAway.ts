import type { CardElement } from './adaptiveCard.ts';
import { words } from './text.ts';

export interface Fold {
  /** Unique on the card. */
  readonly id: string;
  /** Our own words; the thing to click. */
  readonly title: string;
  readonly items: readonly CardElement[];
  /** Open at first. */
  readonly open?: boolean;
}

/**
 * Parts of a card that open on a click, their titles in one row.
 * @param folds empty: nothing is drawn
 */
export function foldAway(folds: readonly Fold[]): readonly CardElement[] {
  if (folds.length === 0) return [];
  return [
    {
      type: 'ColumnSet',
      columns: folds.map((fold) => ({
        type: 'Column',
        width: 'auto',
        spacing: 'Medium',
        items: [words(`${fold.title} \u25BE`, { color: 'Accent', size: 'Small', spacing: 'None' })],
        selectAction: {
          type: 'Action.ToggleVisibility',
          title: fold.title,
          tooltip: 'Opens or closes',
          targetElements: [fold.id],
        },
      })),
    },
    ...folds.map(({ id, items, open }): CardElement => ({
      type: 'Container',
      id,
      ...(open === true ? {} : { isVisible: false }),
      spacing: 'Small',
      items,
    })),
  ];
}

import type { Container, SelectAction } from './adaptiveCard.ts';
import { clip, words } from './text.ts';

/**
 * A line to click, over the whole width: for titles that a button would cut, and for more choices than a card has buttons.
 * @param title our own words; at most 120 UTF-16 units are shown
 * @param note  a word at the right; empty: none
 */
export function clickRow(title: string, note: string, selectAction: SelectAction): Container {
  return {
    type: 'Container',
    separator: true,
    spacing: 'Small',
    selectAction,
    items: [
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: 'stretch', items: [words(clip(title, 120), { color: 'Accent' })] },
          ...(note === ''
            ? []
            : [{ type: 'Column', width: 'auto', items: [words(note, { isSubtle: true, size: 'Small' })] } as const]),
        ],
      },
    ],
  };
}

import type { AdaptiveCard, CardButton } from '../../cards/adaptiveCard.ts';

export type Node = Readonly<Record<string, unknown>>;

/** Every object of a card that has a `type`, from the outside in; also fallbacks and the actions of rows. */
export function nodes(card: AdaptiveCard): Node[] {
  const found: Node[] = [];
  visit(card, (node) => found.push(node));
  return found;
}

/** Actions of any kind, fallbacks too. */
export function actions(card: AdaptiveCard): Node[] {
  return nodes(card).filter((node) => String(node['type']).startsWith('Action.'));
}

/** Buttons that are in view without a click: of the card and of its action sets. */
export function buttonsInView(card: AdaptiveCard): CardButton[] {
  const sets: CardButton[] = [...(card.actions ?? [])];
  visit(card.body, (node) => {
    if (node['type'] === 'ActionSet') sets.push(...(node['actions'] as CardButton[]));
  });
  return sets.filter((action) => action.mode !== 'secondary');
}

export function buttonTitles(card: AdaptiveCard): string[] {
  return (card.actions ?? []).map((action) => action.title);
}

/** All text that a reader sees in runs. */
export function runText(card: AdaptiveCard): string {
  return nodes(card)
    .filter((node) => node['type'] === 'TextRun')
    .map((node) => String(node['text']))
    .join('\n');
}

/** All text of the card, runs and blocks. */
export function allText(card: AdaptiveCard): string {
  return nodes(card)
    .filter((node) => node['type'] === 'TextRun' || node['type'] === 'TextBlock')
    .map((node) => String(node['text']))
    .join('\n');
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) value.forEach((item) => visit(item, see));
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    if (typeof node['type'] === 'string') see(node);
    Object.values(node).forEach((item) => visit(item, see));
  }
}

import type { Platform } from '../src/model/artifact.ts';
import type {
  ActionData,
  AdaptiveCard,
  CardButton,
  CardElement,
  CardSample,
  Column,
  SelectAction,
  SubmitAction,
} from './adaptiveCard.ts';
import { submit } from './actions.ts';
import { checkCardBytes } from './cardBytes.ts';
import { causeCard } from './causeCard.ts';
import { SAMPLE_CAUSE, SAMPLE_REF } from './sampleData.ts';
import { small } from './text.ts';
import { samples as verdicts } from './verdictCard.ts';
import { CARRIED_VERBS } from './verbs.ts';

/** What travels with every click of a card that leaves the conversation it was made for. */
export interface Baggage {
  /** See writeCarried; may be empty. */
  readonly found: string;
  readonly on: Platform | null;
}

/**
 * Makes a card fit for another conversation: its clicks bring along what was found and work on the case of the place they
 * are clicked in. Clicks that need the case they were made for are left out.
 * @throws CARD_TOO_LARGE
 */
export function carryClicks(card: AdaptiveCard, baggage: Baggage): AdaptiveCard {
  const hint = small(
    'The buttons work where Hostmedic is a member of the chat or team. Elsewhere: paste the text to it.',
  );
  const { actions: given = [], ...frame } = card;
  const actions = given.flatMap((action): readonly CardButton[] => {
    const kept = action.type === 'Action.OpenUrl' || action.type === 'Action.ToggleVisibility';
    const click = kept ? action : carried(action, baggage);
    return click === null ? [] : [click];
  });
  return checkCardBytes('carryClicks', {
    ...frame,
    body: [...card.body.flatMap((element) => changed(element, (action) => carried(action, baggage))), hint],
    ...(actions.length === 0 ? {} : { actions }),
  });
}

/**
 * Makes a card fit for a dialog that shows it: nothing on it can be clicked or filled in but the two buttons below.
 * @throws CARD_TOO_LARGE
 */
export function dialogCard(card: AdaptiveCard, baggage: Baggage | null): AdaptiveCard {
  const data: ActionData = baggage === null ? {} : baggageData(baggage);
  return checkCardBytes('dialogCard', {
    ...card,
    body: card.body.flatMap((element) => (element.type.startsWith('Input.') ? [] : changed(element, () => null))),
    actions: [
      ...(baggage === null
        ? []
        : [submit('Send to the conversation', 'sendVerdict', NOWHERE, data, { positive: true })]),
      submit('Close', 'close', NOWHERE),
    ],
  });
}

/** A card that no case has drawn. */
export const NOWHERE = { caseId: 'none', revision: 0 } as const;

function baggageData({ found, on }: Baggage): ActionData {
  return { found, ...(on === null ? {} : { on }) };
}

/** null: this click cannot leave its conversation. The one kind of action that works in any client is a Submit. */
function carried(action: CardButton | SelectAction, baggage: Baggage): SubmitAction | null {
  if (action.type !== 'Action.Submit' && action.type !== 'Action.Execute') return null;
  const { verb: next, caseId: _case, revision: _revision, ...fields } = action.data;
  if (!CARRIED_VERBS.some((verb) => verb === next)) return null;
  return {
    type: 'Action.Submit',
    title: action.title,
    data: { ...fields, ...baggageData(baggage), next: String(next), verb: 'carry', ...NOWHERE },
    ...(action.mode === undefined ? {} : { mode: action.mode }),
    ...(action.style === undefined ? {} : { style: action.style }),
    ...(action.tooltip === undefined ? {} : { tooltip: action.tooltip }),
    ...(action.associatedInputs === undefined ? {} : { associatedInputs: action.associatedInputs }),
  };
}

/** An element with its clicks changed; folding away stays. A row of buttons without any is left out. */
function changed(
  element: CardElement,
  change: (action: CardButton | SelectAction) => SubmitAction | null,
): readonly CardElement[] {
  switch (element.type) {
    case 'Container': {
      const items = element.items.flatMap((item) => changed(item, change));
      return items.length === 0 ? [] : [withClick({ ...element, items }, change)];
    }
    case 'ColumnSet':
      return [
        {
          ...element,
          columns: element.columns.map((column) =>
            withClick<Column>({ ...column, items: column.items.flatMap((item) => changed(item, change)) }, change),
          ),
        },
      ];
    case 'ActionSet': {
      const actions = element.actions.flatMap((action) => change(action) ?? []);
      return actions.length === 0 ? [] : [{ ...element, actions }];
    }
    default:
      return [element];
  }
}

function withClick<Part extends { readonly selectAction?: SelectAction }>(
  part: Part,
  change: (action: SelectAction) => SelectAction | null,
): Part {
  const { selectAction, ...rest } = part;
  if (selectAction === undefined || selectAction.type === 'Action.ToggleVisibility') return part;
  const click = change(selectAction);
  return { ...rest, ...(click === null ? {} : { selectAction: click }) } as Part;
}

const BAGGAGE: Baggage = { found: 'status:502.5@browser@100|code:0x80008081@eventLog@100', on: 'iis' };

export const samples = (): readonly CardSample[] => [
  ...verdicts()
    .filter(({ name }) => name === 'verdict-likely' || name === 'verdict-page-and-side')
    .flatMap(({ name, card }) => [
      { name: `${name}-sent`, card: carryClicks(card, BAGGAGE) },
      { name: `${name}-dialog`, card: dialogCard(card, BAGGAGE) },
    ]),
  {
    name: 'cause-sent',
    card: carryClicks(causeCard({ ref: SAMPLE_REF, cause: SAMPLE_CAUSE, lookAlikes: [] }), { found: '', on: null }),
  },
];

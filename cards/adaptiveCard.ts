/**
 * The part of the Adaptive Card format that the cards use, schema 1.5 (the newest that Teams shows in bot messages).
 * Schema: https://adaptivecards.io/explorer
 */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** Shown by a client that cannot draw the card; may be read as markdown, so it holds our own words only. */
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardButton[];
  /** Makes the clients of these people, at most 60, read the card again when they see it. */
  readonly refresh?: { readonly action: Omit<ExecuteAction, 'fallback'>; readonly userIds: readonly string[] };
}

/** A card with its name, as it is drawn and checked. */
export interface CardSample {
  readonly name: string;
  readonly card: AdaptiveCard;
}

export type CardElement =
  TextBlock | RichTextBlock | Container | ColumnSet | FactSet | InputText | InputChoiceSet | ActionSet | CodeBlock;

export type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge' | 'Padding';
export type Color = 'Default' | 'Dark' | 'Light' | 'Accent' | 'Good' | 'Warning' | 'Attention';
export type Size = 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge';

interface ElementBase {
  readonly id?: string;
  readonly spacing?: Spacing;
  readonly separator?: boolean;
  readonly isVisible?: boolean;
}

interface TextLook {
  readonly size?: Size;
  readonly weight?: 'Lighter' | 'Default' | 'Bolder';
  readonly color?: Color;
  readonly isSubtle?: boolean;
  readonly fontType?: 'Default' | 'Monospace';
}

/** Reads markdown: our own words only. */
export interface TextBlock extends ElementBase, TextLook {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'default' | 'heading';
}

/** Reads no markdown: the one place for what a person wrote. */
export interface RichTextBlock extends ElementBase {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface TextRun extends TextLook {
  readonly type: 'TextRun';
  readonly text: string;
  readonly italic?: boolean;
}

/** Known to Teams on desktop and in the browser only; everyone else draws the fallback. */
export interface CodeBlock extends ElementBase {
  readonly type: 'CodeBlock';
  readonly codeSnippet: string;
  readonly language: string;
  readonly fallback: Container;
}

export interface Container extends ElementBase {
  readonly type: 'Container';
  readonly items: readonly CardElement[];
  readonly style?: 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
  readonly selectAction?: SelectAction;
}

export interface ColumnSet extends ElementBase {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
}

export interface Column {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch';
  readonly items: readonly CardElement[];
  readonly spacing?: Spacing;
  readonly selectAction?: SelectAction;
}

/** Reads markdown: our own words only. */
export interface FactSet extends ElementBase {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface InputText extends ElementBase {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  /** What stands in it at first; no markdown is read there. */
  readonly value?: string;
  readonly maxLength?: number;
}

export interface InputChoiceSet extends ElementBase {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'compact' | 'expanded';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly placeholder?: string;
}

export interface ActionSet extends ElementBase {
  readonly type: 'ActionSet';
  readonly actions: readonly CardButton[];
}

/** What travels with a click: plain values only. */
export type ActionData = Readonly<Record<string, string | number>>;

interface ActionBase {
  readonly title: string;
  readonly tooltip?: string;
  readonly style?: 'default' | 'positive' | 'destructive';
  readonly mode?: 'primary' | 'secondary';
}

/** `none`: what stands in the input boxes does not travel. Left out: it does. */
interface ReadsInputs {
  readonly associatedInputs?: 'auto' | 'none';
}

export interface SubmitAction extends ActionBase, ReadsInputs {
  readonly type: 'Action.Submit';
  readonly data: ActionData;
}

export interface ExecuteAction extends ActionBase, ReadsInputs {
  readonly type: 'Action.Execute';
  readonly verb: string;
  readonly data: ActionData;
  readonly fallback: SubmitAction;
}

export interface OpenUrlAction extends ActionBase {
  readonly type: 'Action.OpenUrl';
  readonly url: string;
}

export interface ToggleAction extends ActionBase {
  readonly type: 'Action.ToggleVisibility';
  readonly targetElements: readonly string[];
}

export type CardButton = SubmitAction | ExecuteAction | OpenUrlAction | ToggleAction;

/** What a click on a row does; the format allows no other kind there that we need. */
export type SelectAction = SubmitAction | ExecuteAction | ToggleAction;

import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../cards/adaptiveCard.ts';
import type { CaseRef } from '../cards/actions.ts';
import type { Engine } from '../src/diagnosis/diagnose.ts';
import { isShared, type ChatKind } from '../src/model/chat.ts';
import type { Contact } from '../src/model/contact.ts';
import type { Question, Verdict } from '../src/model/verdict.ts';
import { compareCases, tellComparison } from '../src/session/compare.ts';
import type { Person } from '../src/session/people.ts';
import type { Intent } from '../src/session/intent.ts';
import type { CaseState } from '../src/session/record.ts';
import { verdictOf } from '../src/session/views.ts';

/** The dialog in front of the person. */
export type Place =
  { readonly type: 'none' | 'step' | 'procedure' } | { readonly type: 'question'; readonly ask: Question['ask'] };

/** Who looks, where and when. */
export interface Scene {
  /** Who the card is for; null: everyone. */
  readonly viewer: Person | null;
  readonly chat: ChatKind;
  /** The activity that is taken in; empty: none. */
  readonly activityId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const TURN = Symbol('hostmedic turn');

/**
 * One turn as the dialogs see it: the case after the intent was taken in, and what is said.
 * Cards are collected and sent after the record was committed, so a turn that is computed again says nothing twice.
 */
export class Turn {
  readonly engine: Engine;
  readonly intent: Intent;
  readonly case: CaseState;
  readonly before: CaseState;
  readonly scene: Scene;
  readonly said: AdaptiveCard[] = [];
  /** True when the last card is the step list. */
  showsList = false;
  /** Passes of the questions in this turn: a second one finds what the order of the first left out, a third would find nothing. */
  passes = 0;
  /** What was learned in this turn, for the card that follows; null: nothing to tell. */
  learned: string | null = null;
  /** Where the person was when the turn began: what can be typed depends on it. */
  place: Place = { type: 'none' };
  /** Who helps when no cause is known; null: nobody is named. */
  readonly contact: Contact | null;
  private known: Verdict | null = null;

  constructor(
    engine: Engine,
    intent: Intent,
    before: CaseState,
    after: CaseState,
    scene: Scene,
    contact: Contact | null = null,
  ) {
    this.engine = engine;
    this.intent = intent;
    this.before = before;
    this.case = after;
    this.scene = scene;
    this.contact = contact;
  }

  get chat(): ChatKind {
    return this.scene.chat;
  }

  /** True when others are in the conversation. */
  get shared(): boolean {
    return isShared(this.chat);
  }

  get ref(): CaseRef {
    return { caseId: this.case.id, revision: this.case.revision };
  }

  /** What the case means now; computed once. */
  get verdict(): Verdict {
    this.known ??= verdictOf(this.case, this.engine);
    return this.known;
  }

  /** How many findings this turn brought. */
  get news(): number {
    const before = new Set(this.before.findings.map((one) => `${one.key}@${one.channel}`));
    return this.case.findings.filter((one) => !before.has(`${one.key}@${one.channel}`)).length;
  }

  /** While steps are followed, new output is compared with what was there before. Sentences; empty: nothing has changed. */
  get change(): readonly string[] {
    const brings = this.intent.type === 'paste' || (this.intent.type === 'outcome' && this.intent.text !== '');
    if (!brings || this.before.following === null || this.before.solved !== null) return [];
    const { causes } = this.engine.catalog;
    const titleOf = (id: string): string => causes.find((one) => one.id === id)?.title ?? id;
    return tellComparison(compareCases(this.before, this.case, this.scene.activityId, this.engine), titleOf);
  }

  say(card: AdaptiveCard): void {
    this.said.push(card);
    this.showsList = false;
  }

  sayList(card: AdaptiveCard): void {
    this.said.push(card);
    this.showsList = true;
  }
}

/** Gives the turn to the dialogs that run in this context. */
export function setTurn(context: TurnContext, turn: Turn): void {
  context.turnState.set(TURN, turn);
}

/** @throws Error when no turn was set: a dialog runs only inside `converse` */
export function turnOf(context: TurnContext): Turn {
  const turn: unknown = context.turnState.get(TURN);
  if (turn instanceof Turn) return turn;
  throw new Error('no turn in this context; dialogs are run by converse()');
}

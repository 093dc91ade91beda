import type { Absence, History, Platform, Symptom } from '../src/model/artifact.ts';
import type { Group } from '../src/model/catalog.ts';
import type { Question } from '../src/model/verdict.ts';
import { type Carried } from '../src/session/carried.ts';

/** Every verb that a card may send; a test holds the cards to it. */
export const VERBS = [
  'diagnose',
  'browse',
  'answer',
  'absent',
  'where',
  'skip',
  'back',
  'platform',
  'history',
  'ask',
  'start',
  'notThis',
  'noneOfThese',
  'evidence',
  'restart',
  'done',
  'sawElse',
  'didNotHelp',
  'worksNow',
  'skipStep',
  'procedure',
  'procedureNext',
  'procedureDone',
  'cause',
  'search',
  'group',
  'family',
  'bundle',
  'ticket',
  'noRights',
  'carry',
  'sendVerdict',
  'close',
  'claim',
  'release',
  'hostHere',
  'refresh',
  'join',
  'ownCase',
] as const;
export type Verb = (typeof VERBS)[number];

/** What is clicked on a step list: the list itself changes, also where the click arrives as a message. */
export const LIST_VERBS: readonly Verb[] = [
  'done',
  'sawElse',
  'didNotHelp',
  'worksNow',
  'skipStep',
  'claim',
  'release',
  'hostHere',
];

/** What a question asks for; Skip names it, so that it is not asked again. */
export type Asked = Question['ask'];

interface Clicked {
  readonly caseId: string;
  readonly revision: number;
}

/** A click, checked. Texts are as the person typed them: not yet cleaned, not yet redacted. */
export type CardAction = Clicked &
  (
    | {
        readonly verb:
          | 'browse'
          | 'back'
          | 'evidence'
          | 'restart'
          | 'refresh'
          | 'bundle'
          | 'ticket'
          | 'noRights'
          /** Of a dialog: leaves it. */
          | 'close';
      }
    /** `who` is asked: key of a person, see session/people. */
    | { readonly verb: 'join' | 'ownCase'; readonly who: string }
    | { readonly verb: 'hostHere'; readonly platform: Platform; readonly causeId: string }
    | {
        readonly verb: 'diagnose';
        readonly paste: string;
        readonly platform: Platform | null;
        readonly history: History | null;
      }
    | { readonly verb: 'answer'; readonly symptom: Symptom; readonly paste: string }
    | { readonly verb: 'absent'; readonly symptom: Symptom; readonly absence: Absence }
    /** Exactly one of the two is not null. */
    | { readonly verb: 'where'; readonly symptom: Symptom | null; readonly procedureId: string | null }
    | { readonly verb: 'skip' | 'ask'; readonly symptom: Asked }
    | { readonly verb: 'platform'; readonly platform: Platform }
    | { readonly verb: 'history'; readonly history: History }
    | { readonly verb: 'start' | 'notThis' | 'cause'; readonly causeId: string }
    /** As the card showed them, at least one. */
    | { readonly verb: 'noneOfThese'; readonly causeIds: readonly string[] }
    | {
        readonly verb: 'done' | 'didNotHelp' | 'worksNow' | 'skipStep' | 'claim' | 'release';
        readonly causeId: string;
        readonly stepId: string;
      }
    | { readonly verb: 'sawElse'; readonly causeId: string; readonly stepId: string; readonly paste: string }
    | { readonly verb: 'procedure'; readonly procedureId: string }
    /** `index` is the step that was shown, from 0; `returnTo` as procedureCard was given it. */
    | {
        readonly verb: 'procedureNext' | 'procedureDone';
        readonly procedureId: string;
        readonly index: number;
        readonly returnTo: string | null;
      }
    | { readonly verb: 'search'; readonly query: string }
    | { readonly verb: 'group'; readonly group: Group }
    | { readonly verb: 'family'; readonly familyId: string }
    /** A button of a card that was sent to another conversation: what it does there, and what was found, which travels with it. */
    | ({ readonly verb: 'carry'; readonly inner: CardAction } & Findings)
    /** Of a dialog: its verdict goes to the conversation. */
    | ({ readonly verb: 'sendVerdict' } & Findings)
  );

export interface Findings {
  readonly found: readonly Carried[];
  /** Where the app runs; null: not known. */
  readonly on: Platform | null;
}

/** What a card does in a conversation other than the one it was made for: all that needs nothing but the catalog and what was found. */
export const CARRIED_VERBS = [
  'start',
  'notThis',
  'noneOfThese',
  'evidence',
  'ask',
  'answer',
  'absent',
  'skip',
  'platform',
  'history',
  'cause',
  'family',
  'procedure',
  'where',
  'browse',
  'bundle',
] as const satisfies readonly Verb[];

/** Longest text of an input box that is taken: the size of a message body. */
export const PASTE_MAX = 262_144;
export const QUERY_MAX = 200;

export const HISTORIES: readonly History[] = ['never', 'until-change', 'nothing-changed'];

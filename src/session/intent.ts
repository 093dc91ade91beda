import type { Absence, History, Platform, Slot, Symptom } from '../model/artifact.ts';
import type { CodeEntry, Group } from '../model/catalog.ts';
import type { Carried } from './carried.ts';

/** What a person wants, whether clicked, typed or pasted. Ids are as they came in and may be unknown to the catalog. */
export type Intent =
  | { readonly type: 'paste'; readonly slot: Slot; readonly text: string }
  /** What a card brings along that was sent from another conversation; may be empty. `on`: where the app runs, if the case does not know. */
  | { readonly type: 'carried'; readonly found: readonly Carried[]; readonly on: Platform | null }
  | { readonly type: 'absent'; readonly symptom: Symptom | null; readonly absence: Absence }
  | { readonly type: 'skip'; readonly symptom: Symptom | 'platform' | 'history' | null }
  | { readonly type: 'platform'; readonly platform: Platform }
  | { readonly type: 'history'; readonly history: History }
  | { readonly type: 'ask' }
  | { readonly type: 'guide' }
  | { readonly type: 'start'; readonly causeId: string | null }
  | { readonly type: 'notThis'; readonly causeId: string | null }
  /** Sets aside what a look-alikes card showed; null: what is shown now. */
  | { readonly type: 'noneOfThese'; readonly causeIds: readonly string[] | null }
  | {
      readonly type: 'outcome';
      readonly outcome: 'done' | 'skipped' | 'saw-else' | 'did-not-help';
      readonly causeId: string | null;
      readonly stepId: string | null;
      readonly text: string;
    }
  | { readonly type: 'worksNow'; readonly causeId: string | null; readonly stepId: string | null }
  /** "I do this" and taking it back, in a shared chat. */
  | { readonly type: 'claim' | 'release'; readonly causeId: string; readonly stepId: string }
  /** A client reads a card again that others may have changed; nothing is taken in. */
  | { readonly type: 'refresh' }
  /** The answer to "Add this to Alice's case?". */
  | { readonly type: 'join' | 'ownCase'; readonly who: string }
  | { readonly type: 'where'; readonly symptom: Symptom | null; readonly procedureId: string | null }
  /** The step of a procedure that was shown, from 0; null when it was typed and no procedure is open. */
  | {
      readonly type: 'procedureNext' | 'procedureDone';
      readonly procedureId: string | null;
      readonly index: number | null;
    }
  | { readonly type: 'evidence' }
  | { readonly type: 'why' }
  /** Texts to hand on: to whoever helps, into a ticket, to an administrator. */
  | { readonly type: 'bundle' | 'ticket' | 'noRights' }
  | { readonly type: 'browse' }
  | { readonly type: 'search'; readonly query: string }
  | { readonly type: 'group'; readonly group: Group }
  | { readonly type: 'family'; readonly familyId: string }
  | { readonly type: 'cause'; readonly causeId: string }
  /** `kind`: what the words around the number say that it is. */
  | { readonly type: 'decode'; readonly code: string; readonly kind: CodeEntry['kind'] | null }
  | { readonly type: 'greeting' }
  | { readonly type: 'thanks' }
  | { readonly type: 'help' }
  /** `undo`: what is taken back; null: a look at something is left, or there is nothing to take back. */
  | { readonly type: 'back'; readonly undo: 'answer' | 'outcome' | null }
  /** Shows where things stand; takes nothing back. */
  | { readonly type: 'here' }
  /** Something that could not be taken, with a sentence for the person. `heading`: left out when it could not be read. */
  | { readonly type: 'refused'; readonly reason: string; readonly heading?: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'restart' }
  | { readonly type: 'forget' }
  | { readonly type: 'nothing' };

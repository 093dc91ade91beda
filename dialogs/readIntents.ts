import { readAction } from '../cards/readAction.ts';
import { type CardAction } from '../cards/verbs.ts';
import { isStatusReport, readCodeQuery } from '../src/diagnosis/codeQuery.ts';
import type { Intent } from '../src/session/intent.ts';
import { readWords } from '../src/session/words.ts';

/** A click, as intents; the last one decides what is shown. */
export interface Clicked {
  readonly caseId: string;
  readonly intents: readonly Intent[];
}

/**
 * Reads the data of a click.
 * @param value untrusted
 * @returns null when it is not a click of ours
 */
export function readClick(value: unknown): Clicked | null {
  const action = readAction(value);
  return action === null ? null : { caseId: action.caseId, intents: intentsOf(action) };
}

/** A typed message: a command, or something to read. A status alone is one: elsewhere a number alone is none. */
export function readText(text: string): Intent {
  const command = readWords(text);
  if (command !== null) return command;
  const query = readCodeQuery(text);
  const isBare = query !== null && !query.named && isStatusReport(query);
  return { type: 'paste', slot: 'text', text: isBare ? `HTTP ${query.code}` : text };
}

function intentsOf(action: CardAction): Intent[] {
  switch (action.verb) {
    case 'diagnose':
      return [
        ...(action.platform === null ? [] : [{ type: 'platform', platform: action.platform } as const]),
        ...(action.history === null ? [] : [{ type: 'history', history: action.history } as const]),
        action.paste.trim() === '' ? { type: 'guide' } : { type: 'paste', slot: 'text', text: action.paste },
      ];
    case 'answer':
      return [
        action.paste.trim() === '' ? { type: 'ask' } : { type: 'paste', slot: action.symptom, text: action.paste },
      ];
    case 'absent':
      return [{ type: 'absent', symptom: action.symptom, absence: action.absence }];
    case 'where':
      return [{ type: 'where', symptom: action.symptom, procedureId: action.procedureId }];
    case 'procedure':
      return [{ type: 'where', symptom: null, procedureId: action.procedureId }];
    case 'skip':
      return [{ type: 'skip', symptom: action.symptom }];
    case 'platform':
      return [{ type: 'platform', platform: action.platform }];
    case 'history':
      return [{ type: 'history', history: action.history }];
    case 'start':
    case 'notThis':
    case 'cause':
      return [{ type: action.verb, causeId: action.causeId }];
    case 'noneOfThese':
      return [{ type: 'noneOfThese', causeIds: action.causeIds }];
    case 'done':
      return [outcome(action, 'done', '')];
    case 'skipStep':
      return [outcome(action, 'skipped', '')];
    case 'didNotHelp':
      return [outcome(action, 'did-not-help', '')];
    case 'sawElse':
      return [outcome(action, 'saw-else', action.paste)];
    case 'worksNow':
      return [{ type: 'worksNow', causeId: action.causeId, stepId: action.stepId }];
    case 'search':
      return [action.query.trim() === '' ? { type: 'browse' } : { type: 'search', query: action.query.trim() }];
    case 'group':
      return [{ type: 'group', group: action.group }];
    case 'carry':
      return [{ type: 'carried', found: action.found, on: action.on }, ...intentsOf(action.inner)];
    case 'sendVerdict':
    case 'close':
      // Buttons of a dialog, answered there; as a message they mean nothing.
      return [{ type: 'here' }];
    case 'family':
      return [{ type: 'family', familyId: action.familyId }];
    case 'procedureNext':
    case 'procedureDone':
      return [{ type: action.verb, procedureId: action.procedureId, index: action.index }];
    case 'claim':
    case 'release':
      return [{ type: action.verb, causeId: action.causeId, stepId: action.stepId }];
    case 'join':
    case 'ownCase':
      return [{ type: action.verb, who: action.who }];
    case 'hostHere':
      return [
        { type: 'platform', platform: action.platform },
        { type: 'start', causeId: action.causeId },
      ];
    case 'back':
      return [{ type: 'back', undo: null }];
    case 'ask':
      return [{ type: 'ask' }];
    default:
      return [{ type: action.verb }];
  }
}

function outcome(
  step: { readonly causeId: string; readonly stepId: string },
  kind: Extract<Intent, { type: 'outcome' }>['outcome'],
  text: string,
): Intent {
  return { type: 'outcome', outcome: kind, causeId: step.causeId, stepId: step.stepId, text };
}

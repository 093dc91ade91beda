import type { AdaptiveCard } from '../cards/adaptiveCard.ts';
import type { Baggage } from '../cards/carryClicks.ts';
import type { Engine } from '../src/diagnosis/diagnose.ts';
import type { Contact } from '../src/model/contact.ts';
import { apply, type Meeting } from '../src/session/apply.ts';
import { takeCarried, writeCarried, type Carried } from '../src/session/carried.ts';
import { newCase, type CaseState } from '../src/session/record.ts';
import type { Platform } from '../src/model/artifact.ts';
import { sayVerdict } from './say/sayVerdict.ts';
import { Turn, type Scene } from './turn.ts';

export interface Diagnosed {
  /** The verdict, drawn for a case that exists nowhere. */
  readonly card: AdaptiveCard;
  /** What a click on it needs elsewhere. */
  readonly baggage: Baggage;
}

interface Deps {
  readonly engine: Engine;
  readonly contact: Contact | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a text says, read like a paste; nothing is stored. */
export function diagnoseText(text: string, deps: Deps): Diagnosed {
  const meeting = meetingOf(deps);
  return diagnosed(apply(newCase(CASE, deps.now), { type: 'paste', slot: 'text', text }, meeting), deps);
}

/** What findings say that travelled with a card, without their quotes. */
export function diagnoseCarried(found: readonly Carried[], on: Platform | null, deps: Deps): Diagnosed {
  return diagnosed(takeCarried(newCase(CASE, deps.now), { found, on }, meetingOf(deps)), deps);
}

const CASE = 'none';

function meetingOf({ engine, now }: Deps): Meeting {
  return { engine, now, activityId: CASE, asked: null };
}

function diagnosed(state: CaseState, { engine, contact, now }: Deps): Diagnosed {
  const scene: Scene = { viewer: null, chat: 'personal', activityId: '', now };
  const turn = new Turn(engine, { type: 'here' }, state, state, scene, contact);
  sayVerdict(turn);
  const card = turn.said[0];
  if (card === undefined) throw new Error('a verdict without a card');
  return {
    card,
    baggage: { found: writeCarried(state.findings, engine), on: state.platform },
  };
}

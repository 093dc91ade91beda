import { codeCard } from '../../cards/codeCard.ts';
import { evidenceCard } from '../../cards/evidenceCard.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { welcomeCard } from '../../cards/welcomeCard.ts';
import { decode } from '../../src/diagnosis/decode.ts';
import type { CodeEntry } from '../../src/model/catalog.ts';
import { stepAt } from '../../src/session/views.ts';
import { causeOf, familyOf } from './lookUp.ts';
import { sayCause, sayFamily, sayGroup, sayGroups, saySearch } from './sayBrowse.ts';
import { sayClosing } from './sayClosing.ts';
import { sayBundle, sayNoRights, sayTicket } from './sayHandover.ts';
import { sayHelp } from './sayHelp.ts';
import { sayStep } from './sayStep.ts';
import { sayVerdict } from './sayVerdict.ts';
import type { Turn } from '../turn.ts';

const FORGOTTEN = 'Everything I kept of this conversation is deleted, your name included.';
const FORGOTTEN_SHARED =
  'Your name, your place and every line you pasted are deleted. That something was found stays for the others, without your name and without your words.';

/** Answers an intent that only looks at something; the place in the conversation does not change. */
export function sayLook(turn: Turn): void {
  const { intent, ref } = turn;
  switch (intent.type) {
    case 'help':
      return sayHelp(turn);
    case 'bundle':
      return sayBundle(turn);
    case 'ticket':
      return sayTicket(turn);
    case 'noRights':
      return sayNoRights(turn);
    case 'evidence':
      return sayEvidence(turn);
    case 'why':
      return sayWhy(turn);
    case 'browse':
      return sayGroups(turn);
    case 'group':
      return sayGroup(turn, intent.group);
    case 'family':
      return sayFamily(turn, intent.familyId) ? undefined : sayCurrent(turn);
    case 'search':
      return saySearch(turn, intent.query);
    case 'cause':
      return sayCause(turn, intent.causeId) ? undefined : sayCurrent(turn);
    case 'decode':
      return sayCode(turn, intent.code, intent.kind);
    case 'cancel':
      return turn.say(
        noticeCard({
          ref,
          heading: 'Stopped',
          text: 'What you told me is kept for this case. Paste something, or type "restart" to begin a new case.',
        }),
      );
    case 'restart':
      return turn.say(welcomeCard(ref));
    case 'forget':
      return turn.say(
        noticeCard({
          ref,
          heading: 'Forgotten',
          text: turn.shared ? FORGOTTEN_SHARED : FORGOTTEN,
        }),
      );
    case 'refused':
      return turn.say(noticeCard({ ref, heading: intent.heading ?? 'I could not read that', text: intent.reason }));
    case 'thanks':
      return turn.say(noticeCard({ ref, heading: 'You are welcome', text: 'Paste the next one whenever you like.' }));
    default:
      return sayCurrent(turn);
  }
}

/** A text that changes nothing is not passed over in silence. */
export function sayNothingNew(turn: Turn): void {
  const heading = 'Nothing new in that';
  const text =
    'I read it, and it names nothing that I did not know already. Paste what you see (an event, a log, the page), use the buttons, or type "help".';
  turn.say(noticeCard({ ref: turn.ref, heading, text, actions: [{ title: 'Back', verb: 'back' }] }));
}

/** Where the case stands: closed, at a step, at a verdict, or at the beginning. */
export function sayCurrent(turn: Turn): void {
  const { case: state, verdict, ref } = turn;
  if (state.solved !== null) sayClosing(turn);
  else if (state.following !== null) sayStep(turn);
  else if (verdict.candidates.length > 0 || state.findings.length > 0) sayVerdict(turn);
  else turn.say(welcomeCard(ref));
}

function sayEvidence(turn: Turn): void {
  const entries = turn.verdict.candidates.flatMap(({ id, evidence, against }) => {
    const cause = causeOf(turn, id);
    return cause === null ? [] : [{ cause, family: familyOf(turn, [id]), evidence, against }];
  });
  turn.say(evidenceCard({ ref: turn.ref, entries }));
}

function sayWhy(turn: Turn): void {
  const { verdict, ref } = turn;
  const best = verdict.candidates[0];
  const open = turn.case.following === null ? null : stepAt(turn.case, turn.engine, turn.case.following);
  if (open !== null) {
    const text = open.step.why ?? causeOf(turn, turn.case.following ?? '')?.explanation ?? open.step.expect;
    turn.say(noticeCard({ ref, heading: 'Why this step', text, actions: [{ title: 'Back', verb: 'back' }] }));
  } else if (verdict.question !== null && turn.case.following === null) {
    turn.say(
      noticeCard({ ref, heading: 'Why I ask', text: verdict.question.why, actions: [{ title: 'Back', verb: 'back' }] }),
    );
  } else if (best !== undefined) {
    sayEvidence(turn);
  } else {
    turn.say(noticeCard({ ref, heading: 'Why', text: 'I have nothing to explain yet. Paste what you see.' }));
  }
}

/** A number; what the case knows already says which reading is the likely one. */
function sayCode(turn: Turn, code: string, kind: CodeEntry['kind'] | null): void {
  const { findings } = turn.case;
  const { candidates } = turn.verdict;
  const readings = decode(code, turn.engine.catalog, { kind, findings, candidates });
  turn.say(
    codeCard({
      ref: turn.ref,
      code,
      readings: readings.map((reading) => ({
        ...reading,
        causes: reading.entry.causes.flatMap((id) => causeOf(turn, id) ?? []),
      })),
    }),
  );
}

import { READ_MAX } from './limits.ts';
import type { Meeting } from './apply.ts';
import type { Person } from './people.ts';
import type { CaseState, ReadArtifact, SessionRecord } from './record.ts';
import { isOtherFailure } from './compare.ts';
import { withFindings, withoutAbsences, withoutFailure } from './takeIn.ts';

/**
 * True when what a person brings into a group chat may belong to the case of somebody else, and nobody has asked them yet.
 * A case without evidence, a closed one and one whose owner is not known take everyone in.
 */
export function asksToJoin({ case: state }: SessionRecord, person: Person): boolean {
  const { openedBy, joined, solved, findings } = state;
  if (openedBy === null || openedBy.key === person.key || solved !== null || findings.length === 0) return false;
  return !joined.includes(person.key);
}

/** False for a case that knows nothing another could need, and follows no steps. */
export function hasToAdd({ findings, following }: CaseState): boolean {
  return findings.length > 0 || following !== null;
}

/** Takes what one case knows into another, once: text beats absences, what is known there already stays. */
export function mergeCase(into: CaseState, from: CaseState, meeting: Meeting): CaseState {
  const symptoms = from.read.flatMap((one) => one.symptom ?? []);
  const known = into.following !== null && isOtherFailure(into, from.findings) ? withoutFailure(into) : into;
  const open = withoutAbsences(known, symptoms);
  const merged = withFindings(
    {
      ...open,
      read: [...open.read, ...from.read.filter((one) => !isRead(open, one))].slice(-READ_MAX),
      answers: { ...from.answers, ...open.answers },
      platform: open.platform ?? from.platform,
      aspNetCoreVersion: open.aspNetCoreVersion ?? from.aspNetCoreVersion,
      secrets: from.secrets,
    },
    from.findings.filter((one) => !one.key.startsWith('absent:')),
    meeting,
  );
  return { ...merged, revision: into.revision + 1, changedAt: meeting.now };
}

function isRead({ read }: CaseState, { activityId, kind }: ReadArtifact): boolean {
  return read.some((one) => one.activityId === activityId && one.kind === kind);
}

import { diagnoseInquiry, type Inquiry } from '../../src/diagnosis/ask.ts';
import type { Engine } from '../../src/diagnosis/diagnose.ts';
import { readDocument } from '../../src/intake/readDocument.ts';
import type { ArtifactKind, Slot } from '../../src/model/artifact.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { Case } from '../cases.ts';

/** What the engine said to one case. */
export interface Outcome {
  readonly case: Case;
  readonly verdict: Verdict['type'];
  /** Ids of the causes that were named, best first; empty when unknown. */
  readonly ids: readonly string[];
  /** Confidence of the first one, 0..1; null when unknown. */
  readonly confidence: number | null;
  /** Log-odds of the first one; null when unknown. */
  readonly score: number | null;
  /** True when the first one is accepted; an answer where "unknown" would be right is wrong. */
  readonly right: boolean;
  /** What was recognised in the texts, each kind once. */
  readonly kinds: readonly ArtifactKind[];
}

/** Asks the engine for each case. Same order as the cases. */
export function measure(cases: readonly Case[], engine: Engine): Outcome[] {
  return cases.map((one) => {
    const verdict = diagnoseInquiry(one.inquiry, engine);
    const ids = verdict.candidates.map(({ id }) => id);
    return {
      case: one,
      verdict: verdict.type,
      ids,
      confidence: verdict.candidates[0]?.confidence ?? null,
      score: verdict.candidates[0]?.score ?? null,
      right: ids[0] !== undefined && one.accept.includes(ids[0]),
      kinds: kindsOf(one.inquiry),
    };
  });
}

/** The kinds found in a case; a person's words count only when there is nothing else. */
function kindsOf({ text, symptoms }: Inquiry): ArtifactKind[] {
  const texts: (readonly [Slot, unknown])[] = [
    ['text', text],
    ...(Object.entries(symptoms ?? {}) as [Slot, unknown][]),
  ];
  const kinds = new Set(
    texts.flatMap(([slot, one]) =>
      typeof one === 'string' ? readDocument(slot, one).artifacts.map((artifact) => artifact.kind) : [],
    ),
  );
  if (kinds.size > 1) kinds.delete('prose');
  return [...kinds];
}

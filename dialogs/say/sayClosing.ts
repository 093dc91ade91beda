import { closingCard } from '../../cards/closingCard.ts';
import type { SwitchedOn } from '../../src/model/catalog.ts';
import { stepsOf } from '../../src/session/views.ts';
import { causeOf } from './lookUp.ts';
import { outcomesOf } from './sayStep.ts';
import type { Turn } from '../turn.ts';

const LABELS: Readonly<Record<SwitchedOn, string>> = {
  'stdout-log': 'the stdout log',
  'debug-log': 'the module debug log',
  'development-environment': 'the Development environment',
  'detailed-errors': 'detailed errors',
  freb: 'Failed Request Tracing',
  'crash-dumps': 'crash dumps',
};

/** Closes the case: what it was, what fixed it, what is still switched on, and how to keep it from coming back. */
export function sayClosing(turn: Turn): void {
  const { solved } = turn.case;
  const cause = solved?.causeId === null || solved === null ? null : causeOf(turn, solved.causeId);
  const steps = cause === null ? [] : stepsOf(turn.case, cause);
  const outcomes = cause === null ? {} : outcomesOf(turn.case, cause);
  const fixing = steps.find((step) => step.id === solved?.stepId);
  const evidence = turn.verdict.candidates.find((one) => one.id === cause?.id)?.evidence[0];
  turn.say(
    closingCard({
      ref: turn.ref,
      title: 'It works now',
      cause,
      quote: evidence === undefined || evidence.quote === '' ? null : evidence.quote,
      fixedBy: fixing?.do ?? null,
      switchedOn: turn.case.switchedOn.flatMap((what) => {
        const procedure = turn.engine.catalog.procedures.find(
          (one) => one.leavesOn === what && one.switchOff !== undefined,
        );
        return procedure?.switchOff === undefined
          ? []
          : [{ what, procedureId: procedure.switchOff, label: LABELS[what] }];
      }),
      prevention: cause?.prevention ?? null,
      onlyRestart: solved?.onlyRestart ?? false,
      steps: steps.flatMap((step) => {
        const outcome = step.id === solved?.stepId ? 'it works now' : outcomes[step.id];
        return outcome === undefined ? [] : [{ text: step.do, outcome }];
      }),
    }),
  );
}

import type { Platform } from '../model/artifact.ts';
import type { Step } from '../model/catalog.ts';
import type { Fault } from './faults.ts';
import type { YamlSource } from './yamlSource.ts';

/** Steps whose id starts so may look again after a change. */
const VERIFY = 'verify-';

/**
 * Checks the order of steps and what they promise; the number of steps is the schema's business.
 * @param steps  of one cause or procedure
 * @param source file in which they stand under `steps`
 * @param checksFirst true for a cause: looks come before changes; a procedure changes something in order to look
 */
export function checkSteps(steps: readonly Step[], source: YamlSource, checksFirst: boolean): Fault[] {
  return steps.flatMap((step, index) => {
    const at = (key: string, message: string): Fault =>
      source.faultAt(['steps', index, key], `steps[${index}]${message}`);
    const faults: Fault[] = [];
    const twin = steps.findIndex((other) => other.id === step.id);
    if (twin < index) faults.push(at('id', `.id is "${step.id}", like steps[${twin}]; give it a name of its own`));
    if (step.changes && step.undo === undefined) {
      faults.push(
        source.faultAt(
          ['steps', index],
          `steps[${index}] has no "undo"; a step that changes something says how to take it back`,
        ),
      );
    }
    const earlier = steps.slice(0, index).findIndex((other) => other.changes && shareReader(other.where, step.where));
    if (checksFirst && !step.changes && earlier !== -1 && !step.id.startsWith(VERIFY)) {
      faults.push(
        at(
          'changes',
          ` is a check after the change steps[${earlier}] "${steps[earlier]!.id}"; move it up, or start its id with ${VERIFY} if it looks at the result`,
        ),
      );
    }
    if (step.affects === 'all-sites' && !warnsOfStop(step.do)) {
      faults.push(
        at(
          'do',
          '.do does not warn; a step that affects all-sites says in its first sentence that it stops every site',
        ),
      );
    }
    return faults;
  });
}

/** Two steps meet only if one reader sees both; an empty list is every platform. */
function shareReader(a: readonly Platform[], b: readonly Platform[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((platform) => b.includes(platform));
}

/** "Every site on the server stops for a moment: run iisreset." warns; "Run iisreset." does not. */
function warnsOfStop(text: string): boolean {
  const first = /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  return (
    /\b(?:all|every|each)\b[^.]*\bsites?\b/i.test(first) && /\b(?:stop|interrupt|restart|down|offline)/i.test(first)
  );
}

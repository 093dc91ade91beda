import type { Outcome } from './measure.ts';
import type { Share, Summary } from './summary.ts';

/** The summary as text for a console. */
export function reportOf(summary: Summary): string {
  const { top1Interval, calibration, refusals } = summary;
  const others = refusals.of - refusals.part;
  const lines = [
    `top-1     ${percent(summary.top1)}   (95 % of samples: ${top1Interval.map((one) => (100 * one).toFixed(1)).join(' to ')} %)`,
    `top-3     ${percent(summary.top3)}`,
    `refusals  ${percent(refusals)}   (of the other ${others}, called certain or likely: ${summary.identifiedOutside})`,
    `identified but wrong  ${summary.identifiedWrong}`,
    '',
    `calibration error (ECE, 10 bins of equal mass)  ${calibration.ece.toFixed(3)}    Brier score  ${calibration.brier.toFixed(3)}`,
    ...calibration.bins.map(
      (bin) =>
        `  said ${bin.from.toFixed(3)} to ${bin.to.toFixed(3)}, mean ${bin.said.toFixed(3)}   right ${bin.right} of ${bin.cases} = ${(bin.right / bin.cases).toFixed(3)}`,
    ),
    '',
    'wanted -> got',
    ...summary.confusions.map(({ wanted, got, cases }) => `  ${String(cases).padStart(3)}  ${wanted} -> ${got}`),
    ...table('top-1 by language', summary.byLanguage),
    ...table('top-1 by kind of artifact in it', summary.byKind),
    ...table('top-1 by number of kinds in it', summary.byKindCount),
  ];
  return `${lines.join('\n')}\n`;
}

/** One line for each case that was not answered as wanted; empty when all were. */
export function missesOf(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter((one) => !one.right && !(one.case.accept.length === 0 && one.verdict === 'unknown'))
    .map(({ case: { id, accept }, verdict, ids, confidence }) => {
      const wanted = accept.length === 0 ? 'unknown' : accept.join('|');
      return `${id} wanted ${wanted}: got ${verdict} ${ids.slice(0, 3).join(', ')} ${confidence?.toFixed(2) ?? ''}\n`;
    })
    .join('');
}

/** "130/137 = 94.9 %" */
export function percent({ part, of }: Share): string {
  return `${part}/${of} = ${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
}

function table(title: string, groups: Readonly<Record<string, Share>>): string[] {
  const rows = Object.entries(groups);
  if (rows.length === 0) return [];
  return ['', title, ...rows.map(([name, share]) => `  ${name.padEnd(24)}${percent(share)}`)];
}

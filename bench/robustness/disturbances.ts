import type { Inquiry } from '../../src/diagnosis/ask.ts';
import { seededRandom, seedOf, type Random } from '../random.ts';
import * as damage from './damage.ts';
import { rename } from './rename.ts';

/** One thing that happens to pastes. Pure: the same text and the same random numbers give the same result. */
export interface Disturbance {
  readonly name: string;
  /** How much of it, for people. */
  readonly rate: string;
  /** Several rates of one disturbance: true for the one whose fall is held against the target. Only rate: true. */
  readonly named: boolean;
  readonly change: (text: string, random: Random) => string;
}

/**
 * Everything that pastes are put through, each alone.
 * @param noise lines of healthy logs
 */
export function disturbancesWith(noise: readonly string[]): readonly Disturbance[] {
  return [
    {
      name: 'typos',
      named: true,
      rate: `one for ${damage.TYPO_LETTERS} letters, in words of 4 letters and more`,
      change: damage.mistype,
    },
    ...CUT_RATES.flatMap((rate) => cutsAt(rate)),
    {
      name: 'wrapped like a console',
      named: true,
      rate: `at ${damage.COLUMNS} columns, inside words`,
      change: damage.wrapHard,
    },
    {
      name: 'wrapped like mail',
      named: true,
      rate: `at ${damage.COLUMNS} columns, at blanks`,
      change: damage.wrapAtBlanks,
    },
    { name: 'newlines lost', named: true, rate: 'all of them', change: damage.loseNewlines },
    { name: 'escaped as HTML', named: true, rate: '& < > " \'', change: damage.escapeHtml },
    { name: 'upper case', named: true, rate: 'all of it', change: (text) => text.toUpperCase() },
    { name: 'other names', named: true, rate: 'folders, apps, sites, ports, process ids, times', change: rename },
    { name: 'lines lost', named: true, rate: `${100 * damage.LOST_LINES} % of them`, change: damage.dropLines },
    {
      name: 'between healthy logs',
      named: true,
      rate: 'as many lines before and behind as it has',
      change: (text, random) => damage.surround(text, random, noise),
    },
  ];
}

/** Shares of the characters that a cut takes, in all. */
const CUT_RATES = [0.1, 0.2, 0.3, 0.4];
/** What a hasty selection misses: a fifth of the text, at one end or at both together. */
const CUT_NAMED = 0.2;
/** A cut at one end of more than this leaves less of a paste than one would send. */
const ONE_END_MAX = 0.3;

/** The cuts that take this share: all of it at one end, or half of it at each. */
function cutsAt(lost: number): Disturbance[] {
  const named = lost === CUT_NAMED;
  const both: Disturbance = {
    name: 'both ends cut',
    named,
    rate: `${percent(lost / 2)} at each, the middle ${percent(1 - lost)} is kept`,
    change: (text) => damage.keep(text, lost / 2, 1 - lost / 2),
  };
  if (lost > ONE_END_MAX) return [both];
  return [
    { name: 'beginning cut', named, rate: `the first ${percent(lost)}`, change: (text) => damage.keep(text, lost, 1) },
    { name: 'end cut', named, rate: `the last ${percent(lost)}`, change: (text) => damage.keep(text, 0, 1 - lost) },
    both,
  ];
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** Disturbs every text of a case; absences and the platform stay. */
export function disturb(inquiry: Inquiry, { name, change }: Disturbance, seed: number, id: string): Inquiry {
  const random = seededRandom(seedOf(seed, `${id}:${name}`));
  const { text, symptoms } = inquiry;
  return {
    ...inquiry,
    ...(text === undefined ? {} : { text: change(text, random) }),
    ...(symptoms === undefined
      ? {}
      : {
          symptoms: Object.fromEntries(
            Object.entries(symptoms).map(([slot, one]) => [slot, typeof one === 'string' ? change(one, random) : one]),
          ),
        }),
  };
}

import type { Inquiry } from '../../src/diagnosis/ask.ts';
import { seededRandom, seedOf, type Random } from '../random.ts';
import * as damage from './damage.ts';
import { rename } from './rename.ts';

/** One thing that happens to pastes. Pure: the same text and the same random numbers give the same result. */
export interface Disturbance {
  readonly name: string;
  /** How much of it, for people. */
  readonly rate: string;
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
      rate: `one for ${damage.TYPO_LETTERS} letters, in words of 4 letters and more`,
      change: damage.mistype,
    },
    { name: 'both ends cut', rate: 'the middle 60 % is kept', change: (text) => damage.keep(text, 0.2, 0.8) },
    { name: 'beginning cut', rate: 'the first 30 %', change: (text) => damage.keep(text, 0.3, 1) },
    { name: 'end cut', rate: 'the last 30 %', change: (text) => damage.keep(text, 0, 0.7) },
    { name: 'wrapped like a console', rate: `at ${damage.COLUMNS} columns, inside words`, change: damage.wrapHard },
    { name: 'wrapped like mail', rate: `at ${damage.COLUMNS} columns, at blanks`, change: damage.wrapAtBlanks },
    { name: 'newlines lost', rate: 'all of them', change: damage.loseNewlines },
    { name: 'escaped as HTML', rate: '& < > " \'', change: damage.escapeHtml },
    { name: 'upper case', rate: 'all of it', change: (text) => text.toUpperCase() },
    { name: 'other names', rate: 'folders, apps, sites, ports, process ids, times', change: rename },
    { name: 'lines lost', rate: `${100 * damage.LOST_LINES} % of them`, change: damage.dropLines },
    {
      name: 'between healthy logs',
      rate: 'as many lines before and behind as it has',
      change: (text, random) => damage.surround(text, random, noise),
    },
  ];
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

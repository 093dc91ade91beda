import type { Strength } from '../model/catalog.ts';

/**
 * The numbers of the scoring model, in log-odds, each with its reason. docs/diagnosis.md tells how they work together a change of one of them does.
 */

/** What a signature adds. decisive: about 400 to 1; strong: 33 to 1; supporting: 6 to 1; hint: 2 to 1. */
export const STRENGTH: Readonly<Record<Strength, number>> = { decisive: 6, strong: 3.5, supporting: 1.8, hint: 0.7 };

/** A second, third ... proof of the same cause adds less: messages of one failure come together. */
export const DIMINISH: readonly number[] = [1, 0.7, 0.45, 0.3, 0.2];

/** A further signature on a line that already counted. */
export const SAME_LINE = 0.4;

/** Each doubling of the causes that share a text takes this share of its weight away; never below SHARED_FLOOR of it. */
export const SHARED_FACTOR = 0.35;
export const SHARED_FLOOR = 0.3;

/** Words of an event that stand in a browser page were retold: worth something, but not the same. */
export const OTHER_CHANNEL = 0.6;
/** Channel not recognised: nearly as good. */
export const UNKNOWN_CHANNEL = 0.9;

/** What a person tells, beside a message or code of the product that names a cause. */
export const TOLD_BESIDE_PRODUCT = 0.5;

/** The page of a page entry is what the entry is about; on a cause it is one of several pages it shows itself on. */
export const PAGE_OF_PAGE = 2.6;
export const PAGE_OF_CAUSE = 0.9;
/** "502" where the cause shows 502.5: the substatus is not known. */
export const PAGE_WITHOUT_SUBSTATUS = 0.4;

/** A stated absence that fits, by how many causes share it (ABSENCE_MAX for one that only a few have). */
export const ABSENCE_MIN = 0.4;
export const ABSENCE_MAX = 1.7;
/** `empty` and `not-created` weigh alike: module V2 removes an empty file, so one is nearly the other. */
export const ABSENCE_ALIKE = 0.8;
/** The cause writes an entry, and the person says there is none; or the other way round. */
export const ABSENCE_AGAINST = -1.3;
export const TEXT_AGAINST_ABSENCE = -0.7;

/** Prior by how often a cause is the reason among reports that look alike. */
export const PRIOR: Readonly<Record<'common' | 'usual' | 'rare', number>> = { common: 0.5, usual: 0, rare: -0.5 };

/** The cause cannot be on the platform the person named. */
export const WRONG_PLATFORM = -1.5;

/** The person's version lies outside those the cause is known for: milder than the platform, for a message may name the version of something else. */
export const WRONG_VERSION = -1;

/** Events without any word, status or setting of this field: the same words are then more often about another program. */
export const OUTSIDE = -1;

/** A damaged phrase counts by its likeness, and never as much as a decisive one. */
export const FUZZY_MAX = 3;
/** Likeness from which a damaged phrase begins to count. */
export const FUZZY_FROM = 0.5;

/** A cause with a score and a piece of evidence of this weight has a message of its own ... */
export const OWN_MESSAGE = 3;
/** ... and then a page entry is ahead of it only by more than this. */
export const PAGE_AHEAD = 3.5;

/** Below this score nothing is said at all: a hint and a prior are no finding. */
export const SPEAK_FROM = 1.2;

/** A second delivery of an activity is known for this long; of more than RECENT_MAX the newest are known. */
export const RECENT_MINUTES = 60;
export const RECENT_MAX = 500;
/** A channel repeats a delivery within this time; these are the last that a record that is too large gives up. */
export const REPEATED_MINUTES = 15;
/** Findings kept, best first by use; with quotes of the best causes only, so that a record stays under 16 KB. */
export const FINDINGS_MAX = 48;
export const QUOTED_CAUSES = 3;
export const QUOTES_PER_CAUSE = 5;
/** A shorter paste is complete; the tail of a longer one is kept for the message that may go on with it. */
export const TAIL_FROM = 2000;
export const TAIL_MAX = 4096;
export const TAIL_MS = 2 * 60 * 1000;
export const READ_MAX = 24;
export const CURSORS_MAX = 60;
export const REJECTED_MAX = 30;
/** Teams lets at most this many people read a card again by themselves. */
export const ACTED_MAX = 60;
/** Who said to be on a step and is silent for this long is no longer on it. */
export const CLAIM_MS = 30 * 60 * 1000;
/** People of a group chat who have a case of their own; whoever would be the next is told so. */
export const APART_MAX = 60;
/** People a case knows to have been asked about it, and to have joined it. */
export const JOINED_MAX = 60;

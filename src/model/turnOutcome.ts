/** How a turn ended. `duplicate`: the activity was taken in before. `late`: its caller got an answer before it was done. */
export type TurnOutcome = 'answered' | 'duplicate' | 'failed' | 'late';

/** Where the bot leaves a `TurnOutcome` in the state of the turn; nothing there means `answered`. */
export const TURN_OUTCOME = Symbol('outcome of the turn');

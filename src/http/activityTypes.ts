/** Types of activities that Teams sends. */
const KNOWN: readonly string[] = [
  'message',
  'messageUpdate',
  'messageDelete',
  'messageReaction',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'typing',
  'event',
];

/** The type as logs and metrics may name it: what a caller made up is "other". */
export function knownType(type: string): string {
  return KNOWN.includes(type) ? type : 'other';
}

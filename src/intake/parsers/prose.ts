import type { ArtifactParser } from '../artifactParser.ts';

/** A person's own words: whatever shows nothing else. */
export const prose: ArtifactParser = {
  kind: 'prose',
  channel: 'prose',
  cues: [],
  opens: /^(?!)/,
  holds: null,
  absorbs: [],
};

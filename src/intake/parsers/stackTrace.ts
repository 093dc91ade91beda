import type { ArtifactParser } from '../artifactParser.ts';

/** An exception and its frames, wherever they were printed. */
export const stackTrace: ArtifactParser = {
  kind: 'stack-trace',
  channel: 'stdoutLog',
  cues: [],
  opens:
    /^(?:at|bei|\u00e0|en|em|in|\u5728|\u5834\u6240|\u0432) [A-Za-z_<][\w.<>`+|[\],\s]{2,300}\(|^(?:---> ?|--- End of|-----> ?)|^\W{0,4}(?:[A-Z]\w{0,60}\.){1,8}(?:[A-Z]\w{0,80})?(?:Exception|Error)(?::| \(0x|$)|^\W{0,4}\[?[A-Z]\w{2,60}Exception(?: \(0x[0-9a-f]{8}\))?:|^\W{0,4}(?:Stack [Tt]race|StackTrace|Inner [Ee]xception)\b/i,
  holds:
    /^\s{3,}\S|^(?:File name|Error Number|ClientConnectionId|Data|Source|HResult|Message|Parameter name|FileName|WRN|===|LOG)\s{0,2}[:=(]/,
  absorbs: [],
};

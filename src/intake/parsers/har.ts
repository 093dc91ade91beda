import type { ArtifactParser } from '../artifactParser.ts';

/** What the browser's network view saves: http://www.softwareishard.com/blog/har-12-spec/ */
export const har: ArtifactParser = {
  kind: 'har',
  channel: 'browser',
  cues: [
    '"starteddatetime"',
    '"redirecturl"',
    '"headerssize"',
    '"bodysize"',
    '"httpversion"',
    '"statustext"',
    '"serveripaddress"',
    '"querystring"',
    '"pagetimings"',
    '"oncontentload"',
    '"mimetype"',
    '"pageref"',
    '"timings":',
    '"_initiator"',
    '"_resourcetype"',
    '"_transfersize"',
    '"_securitystate"',
    '"_fetchedviaserviceworker"',
    '"_priority"',
    '"blocked":',
    '"postdata"',
  ],
  opens: /^\W{0,4}"(?:log"\s{0,4}:\s{0,4}\{|entries"\s{0,4}:\s{0,4}\[|(?:request|response)"\s{0,4}:\s{0,4}\{)/,
  holds: null,
  absorbs: ['browser-page', 'stack-trace', 'ancm-stdout-log'],
  shape: 'json',
};

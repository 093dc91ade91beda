import type { ArtifactParser } from '../artifactParser.ts';

/** Lines of an IIS log, with or without their head; also a failed-request trace, which tells of the same request. */
export const iisW3cLog: ArtifactParser = {
  kind: 'iis-w3c-log',
  channel: 'iisLog',
  cues: ['<failedrequest', 'sc-status sc-substatus'],
  opens:
    /^#Software: Microsoft Internet Information|^#Fields:(?!.{0,400}s-reason)|^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:[^/\n]{0,200} )?(?:GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH|CONNECT|TRACE|DEBUG|PROPFIND) [/*]/,
  holds: /^#(?:Version|Date|Software|Fields|Remark): ?|^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:\S{1,200} ){3}/,
  absorbs: [],
  block: { from: /<failedRequest[ >]/, to: /<\/failedRequest>/ },
};

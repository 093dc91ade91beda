import type { ArtifactParser } from '../artifactParser.ts';

/** Lines of an IIS log, with or without their head, in any order of columns. */
export const iisW3cLog: ArtifactParser = {
  kind: 'iis-w3c-log',
  channel: 'iisLog',
  cues: [
    'sc-status sc-substatus',
    ' sc-win32-status',
    ' cs-uri-stem ',
    'sc-status,sc-substatus',
    'sc-status;sc-substatus',
    'sc-status\tsc-substatus',
    'sc-status | sc-substatus',
    '"sc-status","sc-substatus"',
  ],
  opens:
    /^#Software: Microsoft Internet Information|^#Fields:(?!.{0,400}s-reason)|^(?:\d{4}-\d\d-\d\d )?(?:\d\d:\d\d:\d\d )?(?:[^/\s]{1,80} ){0,12}(?:GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH|CONNECT|TRACE|DEBUG|PROPFIND) [/*]\S{0,500} (?!HTTP\/)(?:\S{1,500} ){0,12}(?:[1-5]\d\d(?: |$)|\S{0,500}$)|^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S.{0,500} [1-5]\d\d \d{1,3} \d{1,10}(?: \d{1,12}){0,3}$|^(?:"?\d{1,4}[-./]\d{1,2}[-./]\d{1,4}"?[\t,;| ])?"?\d\d:\d\d:\d\d"?[\t,;|].{0,500}?[\t,;|]"?(?:GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH)"?[\t,;|]/,
  holds:
    /^\s{0,16}#(?:Version|Date|Software|Fields|Remark): ?|^\s{0,16}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:\S{1,200} ){3}|^\s{0,16}(?:\d\d:\d\d:\d\d )?(?:\S{1,200} ){2,12}(?:[1-5]\d\d)(?: \d{1,12}){0,5}$|^\s{0,16}[1-5]\d\d\s{1,20}\d{1,3}(?:\s{1,20}\d{1,12}){0,4}\s{0,8}$|^\s{0,16}[|:]?-{3,60}[-:| ]{0,400}$|^(?:.{0,500}[\t,;|] ?"?)?[1-5]\d\d"? ?[\t,;|] ?"?\d{1,3}"? ?(?:[\t,;|]|$)/,
  absorbs: [],
};

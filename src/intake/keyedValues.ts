/*
 * The ways in which a key and its value are written. Each function makes sticky patterns from the regular expression
 * source of a key, matched from the rule's literal on: group 1 stays, group 2 is the value.
 */

// A quote mark and white space; in JSON in JSON with their back-slashes.
const QUOTE = `(?:\\\\{0,7}["']|&quot;)?`;
const BLANK = '(?:\\s|\\\\{1,3}[nrt])';
const LINE_END = '(?:\\n|\\\\{1,3}n)';
const SEPARATOR = '[ \\t.]{0,40}(?:=>?|->|\u2192|:=?|[\u2236\ua789])[ \\t]{0,8}';
// Before a quote mark: a comparison.
const COMPARED = '[ \\t]{0,40}[=!]={1,2}[ \\t]{0,8}';
const TAG = '</?(?:b|i|u|em|strong|span|code|font|p|div|td|th|tr|dd|dt|li|pre|a)(?: [^<>\\n]{0,60})?>[ \\t]{0,4}';

const VALUE_OF = '(?:,[ \\t]?|[ \\t]{1,8})Value[ \\t]{0,2}[:=][ \\t]{0,4}';

// What stands between a key and the quote mark of its value: "key": "…", key="…" value="…", "name": "key", "value": "…",
// "key": {"value": "…", key string = "…".
const BETWEEN = [
  `${SEPARATOR}\\[?(?:${LINE_END}[ \\t]{0,24})?@?|${COMPARED}`,
  `\\s{0,8},${BLANK}{0,24}(?:${QUOTE}slotSetting${QUOTE}\\s{0,4}:\\s{0,4}(?:true|false)\\s{0,8},${BLANK}{0,24})?${QUOTE}value${QUOTE}\\s{0,4}:\\s{0,4}`,
  `\\s{0,4}:\\s{0,4}\\{${BLANK}{0,8}(?:${QUOTE}name${QUOTE}\\s{0,4}:\\s{0,4}${QUOTE}[^"\\\\\\n]{0,40}${QUOTE}\\s{0,4},${BLANK}{0,8})?${QUOTE}value${QUOTE}\\s{0,4}:\\s{0,4}`,
  VALUE_OF,
  `(?:[ \\t]{0,4}:|[ \\t]as)?[ \\t]{1,4}string${SEPARATOR}`,
].join('|');
const ATTRIBUTE = `(?:\\\\{0,7}["']|&quot;)${BLANK}{1,24}(?:[A-Za-z]{1,20}\\s?=\\s?["'][\\w.]{0,40}["']\\s{1,8})?value\\s?=\\s?`;

// A quote mark inside a value is not its end: `password="a"b"`, `password="a""b"`.
// On two lines only where nothing in it looks like another setting.
const UNTIL_QUOTE =
  '(?:[^"\\n=]{1,120}\\n[^"\\n=:]{1,120}(?="[ \\t]{0,4}(?:[;\\n]|$))|(?:[^"\\\\\\n]|\\\\[^\\n]|"(?![\\s/>?,;:.}\\])"\'&]|$)|""(?=[\\w!@#$%^*]))+)';
const UNTIL_APOSTROPHE = "(?:(?:[^'\\n]|''|'(?![\\s/>?,;:.}\\])\"'&]|$))+)";
const UNTIL_ESCAPED_QUOTE = `(?:(?:[^"\\\\\\n]|\\\\(?!\\\\{0,6}["'])|\\\\{1,7}"\\\\{1,7}"(?=[\\w!@#$%^*]))+)`;
const IN_QUOTES = `((?<=\\\\["'])${UNTIL_ESCAPED_QUOTE}|(?<=&quot;)(?:[^&\\n]|&(?!quot;))+|(?<=(?<!\\\\)")${UNTIL_QUOTE}|(?<=(?<!\\\\)')${UNTIL_APOSTROPHE})`;
// A semicolon ends a value unless something follows that cannot be the next key.
const BARE =
  '((?:[^\\s;,&"\'<>]|;(?=[^\\s;,&"\'<>])(?![A-Za-z][\\w .]{0,30}=)|[,&](?![A-Za-z_ ][\\w .-]{0,23}[=:]|\\s|$)|["\'](?=[\\w!@#$%^*]))+)';

/** JSON, JSON in JSON, quoted, settings with name and value, XML elements, connection strings, addresses, plain. */
export function keyed(key: string): readonly RegExp[] {
  const before = `${key}(?:${QUOTE}\\]?(?:${BETWEEN})|${ATTRIBUTE})`;
  return [
    `(${before}(?:\\\\{1,7}["']|&quot;|["']))${IN_QUOTES}`,
    `(${key}\\\\{1,2}u0022\\s{0,4}[:=]\\s{0,4}\\\\{1,2}u0022)([^"\\\\\\n]+)`,
    `(${key}\\\\{1,2}u003d(?:\\\\{1,2}u0022)?)((?:[^\\s"'<>;\\\\]|\\\\{1,2}u(?!003b|0022|0027)[0-9a-f]{4}){1,400})`,
    `(${key}${QUOTE}${LINE_END}[ \\t]{0,24}value:[ \\t]{0,4}(?:[>|][+-]?${LINE_END}[ \\t]{0,24})?\\\\{0,3}["']?)([^\\s"'\\\\]{1,400})`,
    `(${key}"?[ \\t]{1,40}REG_(?:EXPAND_)?SZ[ \\t]{1,40})([^\\s"'<>\\\\]{1,400})`,
    `(${key}(?:%(?:25)?2[27])?%(?:25)?3[da](?:%(?:25)?2[27])?)((?:[^\\s%&"'<>;]|%(?!(?:25)?(?:3b|26|22|27|0a))){1,400})`,
    `(${key}>)((?!\\]\\]>)[^<\\n]{1,400})(?=</[\\w:.]{0,40}${key}>)`,
    `(${key}>(?:${LINE_END})?[ \\t]{0,24}<(?:value>|!\\[cdata\\[))((?:[^<\\]\\n]|\\](?!\\]>)){1,400})`,
    `(${key}>\\n[ \\t]{0,24})([^\\s<]{1,400})(?=\\n)`,
    `(${key}[ \\t][^<>\\n=]{1,40}="[^<>\\n]{1,160}>)([^<\\n]{1,400})(?=</)`,
    `(${key}["']?:[ \\t]{0,4}[>|][+-]?${LINE_END}[ \\t]{1,24})([^\\s"\\\\<][^\\n"\\\\<]{0,199})`,
    `(${key}(?:[*_\`]{1,3}${SEPARATOR}[*_\`]{0,3}|${SEPARATOR}[*_\`]{1,3})[ \\t]{0,2})((?![*_\`])[^\\s"'<>;\`]+)`,
    `(${key}\\\\?["'][^<>\\n]{0,80}>\\s{0,24}<(?:value>|!\\[CDATA\\[))([^<\\]\\n]{1,400})`,
    `(${key}["']>)([^<\\n]{1,400})(?=</(?:param|parameter|property|string|value|item|entry|data|field)>)`,
    `(${key}\\\\?["']${LINE_END}[ \\t]{0,24}${LINE_END}[ \\t]{0,24})([^\\n"\\\\]{1,200})`,
    `(${key}(?:(?:${TAG}){1,3}${SEPARATOR}(?:${TAG}){0,3}|${SEPARATOR}(?:${TAG}){1,3}))([^\\s<>"']+)`,
    `(${key}${SEPARATOR})([^;"'<>\\n=:]{1,80})(?=; ?[A-Za-z][A-Za-z ]{1,30}=)`,
    `(${key}${QUOTE}\\]?(?:${SEPARATOR}|${VALUE_OF}))${BARE}`,
  ].map((source) => new RegExp(source, 'iy'));
}

/** As `keyed`, and for keys in base64 that a line break cut in two: the second half ends with "=" or is long. */
export function wrapped(key: string): readonly RegExp[] {
  const value = `([A-Za-z0-9+/_~.%-]{20,}(?:[ \\t]{0,2}\\n[ \\t]{0,8}[A-Za-z0-9+/_~-]{20,}){0,8}[ \\t]{0,2}\\n[ \\t]{0,8}[A-Za-z0-9+/_~-]{1,}={1,2}(?![\\w"'./\\\\]))`;
  return [
    new RegExp(`(${key}["']?[ \\t]{0,4}[=:][ \\t]{0,4}["']?)${value}`, 'iy'),
    new RegExp(`(${key}["']?[ \\t]{0,4}[=:][ \\t]{0,4}\\n[ \\t]{0,8})([A-Za-z0-9+/_~.%-]{20,}={0,2})`, 'iy'),
    ...keyed(key),
  ];
}

const CELL = `[*\`]{0,3}[ \\t]{0,4}\\|[ \\t]{0,4}[*\`]{0,3}|(?:[ \\t]|\\\\t){1,40}|${QUOTE}[,;]|[ \\t]{1,4}[-\u2013][ \\t]{1,4}|(?:${TAG}){2,4}`;
const SAID = `[ \\t]{1,4}(?:is|was|ist|war|lautet|est|es|to|\u00e8|\u00e9)[ \\t]{0,3}:?[ \\t]{1,4}|[ \\t]{0,2}[\u304c\u306f\u662f\u70ba\u4e3a\uac00\ub294\uc740][ \\t\u3001:]{0,3}`;
const BELOW = `[ \\t]{0,4}[:=]?[ \\t]{0,4}(?:(?:[>|][+-]?)?${LINE_END}|${LINE_END}[ \\t]{0,4}${LINE_END})[ \\t]{0,24}`;

// In front of a version stands the name of a module or a package.
const STATUS = ' \\d{1,5}(?:\\.\\d{1,5})?(?![\\w.])';

/** A table, a sentence, the next line: here only what looks like a secret is one, see LOOSE_VALUES. */
export function loose(key: string): readonly RegExp[] {
  return [
    `(${key}${QUOTE}(?:${SAID}|${CELL}))([^\\s"'<>|\\\\]{5,255}[^\\s"'<>|\\\\,])`,
    `(${key}${QUOTE}${BELOW}["']?)([^\\s"'<>|\\\\]{6,256})(?=["']?[,;]?(?:[ \\t]{0,24}(?:\\n|$)|["'<\\\\]|${STATUS}))`,
  ].map((source) => new RegExp(source, 'iy'));
}

/** As `loose`, with the value in quotes. */
export function looseQuoted(key: string): readonly RegExp[] {
  return [
    `(${key}${QUOTE}(?:${SAID}|${CELL}|${QUOTE}, )\\\\{1,3}["'])([^"\\\\\\n]{6,128})(?=\\\\{1,3}["'])`,
    `(${key}${QUOTE}(?:${SAID}|${CELL}|${QUOTE}, )")([^"\\n]{6,128})(?=")`,
    `(${key}${QUOTE}(?:${SAID}|${CELL}|${QUOTE}, )')([^'\\n]{6,128})(?=')`,
  ].map((source) => new RegExp(source, 'iy'));
}

/**
 * Puts the values of a paste into a text of the catalog.
 * @param text   text with `{name}` placeholders
 * @param values values found, by name; only own properties count
 * @returns the text with each value, or `<name>` where there is none. The result holds a person's text: only for TextRun.
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return replace(text, values, () => true);
}

/**
 * The same for something a reader copies and runs. A value that could change what the command does stays `<name>`:
 * a log line can come from a stranger, and `a.dll" & del *` must not become a command.
 */
export function fillCommand(text: string, values: Readonly<Record<string, string>>): string {
  return replace(text, values, isHarmless);
}

/** Longest value that is shown; captures are cut there as well. */
const VALUE_MAX = 120;

// Lower-case words only, so that "{0}", "{ $_ }" and GUIDs of a snippet stay as they are.
const PLACEHOLDER = /\{([a-z][a-z0-9]*)\}/g;

function replace(text: string, values: Readonly<Record<string, string>>, accepts: (value: string) => boolean): string {
  return text.replace(PLACEHOLDER, (all, name: string, at: number) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value.length > VALUE_MAX || !accepts(value)) return `<${name}>`;
    return joinPath(text[at - 1], value, text[at + all.length]);
  });
}

/** "{path}\{app}" with "D:\shop\" and ".\Shop.dll" is "D:\shop\Shop.dll": a folder and a file meet in one stroke. */
function joinPath(before: string | undefined, value: string, after: string | undefined): string {
  const tail = before === '\\' ? value.replace(/^\.?\\(?!\\)/, '') : value;
  return after === '\\' ? tail.replace(/(?<=[^\\])\\$/, '') : tail;
}

/**
 * Refused: quotes, separators, redirections, variables, groups and line breaks of cmd and PowerShell, brackets of XML;
 * a leading switch; another machine's share (reading it would send the reader's password hash there).
 * "C:\Program Files (x86)\..." and "\\?\D:\..." are ordinary in product messages.
 */
function isHarmless(value: string): boolean {
  const bare = value.replaceAll('(x86)', '').replace(/^\\\\\?\\(?=[a-z]:)/i, '');
  return bare !== '' && !/["'`&|<>^;$%!(){}@#*\p{Cc}\u2018-\u201F]|^\s*[-/]|^[\\/]{2}/u.test(bare);
}

import type { CodeEntry } from '../model/catalog.ts';

/** A number that a person asks about, without the words around it. */
export interface CodeQuery {
  /** Lower case; a hexadecimal number has its 0x, a status its point: "0x80070002", "-2147024894", "500.30", "80070002". */
  readonly code: string;
  /** What the words around it say that it is; null: they do not say. */
  readonly kind: CodeEntry['kind'] | null;
  /** True when it was asked for in words: "what is 500.31". */
  readonly asked: boolean;
  /** True when the words call it a code: "error 126", "hresult 80070005". */
  readonly named: boolean;
}

/** Longest text that is read as a question about a number. */
const TEXT_MAX = 120;

/** Words that ask, in English, German, French and Spanish. */
const ASKING = words(
  "what what's whats does mean means meaning decode explain was bedeutet bedeutung heißt heisst heist que qué qu'est-ce c'est quoi signifie signification veut dire significa significado quiere decir",
);
/** Words that may stand between. */
const FILLING = words(
  'is the a an of for this code number with value please do i get ist der die das den von für nummer mit est le la les l un une de du des numéro es el los del número con bitte por',
);

/** Words that say what kind of number it is; longer ones first in a text are joined by the reader. */
const KINDS: Readonly<Record<string, CodeEntry['kind']>> = {
  hresult: 'hresult',
  hr: 'hresult',
  com: 'hresult',
  ntstatus: 'ntstatus',
  bugcheck: 'ntstatus',
  exception: 'ntstatus',
  win32: 'win32',
  win32error: 'win32',
  winerror: 'win32',
  winhttp: 'win32',
  wininet: 'win32',
  'sc-win32-status': 'win32',
  'win32-status': 'win32',
  lasterror: 'win32',
  exit: 'exit',
  exitcode: 'exit',
  'exit-code': 'exit',
  exited: 'exit',
  return: 'exit',
  returncode: 'exit',
  sortie: 'exit',
  salida: 'exit',
  rückgabecode: 'exit',
  exitkode: 'exit',
  http: 'http',
  status: 'http',
  statuscode: 'http',
  'status-code': 'http',
  'sc-status': 'http',
  hostfxr: 'dotnet-host',
  hostpolicy: 'dotnet-host',
  host: 'dotnet-host',
};

/** Words that call it a code and do not say which. */
const NAMING = words(
  'error errors errorcode error-code code fehler fehlercode fehlernummer erreur codeerreur código codigo win windows system last os',
);

/**
 * Reads a text that holds one number and nothing but words about it.
 * "what does 12002 mean", "exit code -1", "(0x80070002)", "2147942402L", "500 30", "502,5", "was bedeutet 0x8007000d?"
 * @returns null when there is no number, more than one, or any other word: then it is something else
 */
export function readCodeQuery(text: string): CodeQuery | null {
  if (text.length > TEXT_MAX) return null;
  const parts = text
    .toLowerCase()
    .replace(/[\u2019`]/g, "'")
    .split(/\s+/)
    .map(bare)
    .filter((part) => part !== '');
  let code: string | null = null;
  let kind: CodeEntry['kind'] | null = null;
  let [asked, named] = [false, false];
  for (const [index, part] of parts.entries()) {
    const number = readNumber(part);
    if (number !== null && !(part in KINDS) && !isLoneWord(part, parts.length)) {
      const joined: string | null = code === null ? null : joinStatus(code, number, parts[index - 1]);
      if (code !== null && joined === null) return null;
      code = joined ?? number;
    } else if (Object.hasOwn(KINDS, part)) {
      // "http status", "exit code": the first word is the one that says it; "status" alone is HTTP.
      kind ??= KINDS[part]!;
      named = true;
    } else if (NAMING.has(part)) named = true;
    else if (ASKING.has(part)) asked = true;
    else if (!FILLING.has(part)) return null;
  }
  return code === null ? null : { code, kind, asked, named };
}

/** "503", "error 502.5", "500 30": a person says what the browser shows; only who asks what it means wants to read about it. */
export function isStatusReport({ code, kind, asked }: CodeQuery): boolean {
  return !asked && (kind === null || kind === 'http') && /^[45]\d\d(?:\.\d{1,3})?$/.test(code);
}

/** "0x80070002h" and "&h80070002" -> "0x80070002", "2147942402l" -> "2147942402", "502,5" -> "502.5"; null: no number. */
function readNumber(part: string): string | null {
  const basic =
    /^(?:&h|0x)([0-9a-f]{1,16})(?:h|u?l{0,2})$/.exec(part)?.[1] ?? /^([0-9][0-9a-f]{0,15})h$/.exec(part)?.[1];
  if (basic !== undefined) return `0x${basic}`;
  const decimal = /^([-\u2212\u2013]?)(\d{1,20})(?:u?l{0,2}|lu)$/.exec(part);
  if (decimal !== null) return `${decimal[1] === '' ? '' : '-'}${decimal[2]}`;
  const status = /^([1-5]\d\d)[.,](\d{1,3})$/.exec(part);
  if (status !== null) return `${status[1]}.${status[2]}`;
  return /^[0-9a-f]{2,8}$|^f{8}[0-9a-f]{8}$/.test(part) ? part : null;
}

/** "de" and "des" are French, "add" is English: short hexadecimal without a digit counts only by itself with a word that asks. */
function isLoneWord(part: string, count: number): boolean {
  return /^[a-f]+$/.test(part) && (FILLING.has(part) || ASKING.has(part) || (part.length < 8 && count === 1));
}

/** "500 30" is 500.30, as it is read aloud. */
function joinStatus(first: string, second: string, before: string | undefined): string | null {
  const isStatus = /^[45]\d\d$/.test(first) && /^\d{1,2}$/.test(second) && before === first;
  return isStatus ? `${first}.${second}` : null;
}

/** Without the brackets, quotes and stops around it. */
function bare(part: string): string {
  return part.replace(/^[([{'"<\u00ab\u201c\u201e=:;,¿¡]+/, '').replace(/[)\]}'">\u00bb\u201d=:;,.!?]+$/, '');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

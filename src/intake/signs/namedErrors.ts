import { addWin32 } from './codeSigns.ts';
import type { Sign } from './sign.ts';

/**
 * Win32 errors that people and Windows call "error 5" without more. Small numbers count things, so only those are read that
 * Windows prints for a file, a service, a logon or a socket.
 */
const PLAIN: ReadonlySet<number> = new Set([
  2, 3, 5, 13, 14, 32, 33, 64, 87, 112, 121, 126, 127, 183, 193, 206, 216, 267, 995, 997, 998, 1053, 1056, 1058, 1060,
  1066, 1067, 1068, 1069, 1079, 1225, 1229, 1236, 1255, 1312, 1314, 1326, 1327, 1328, 1330, 1331, 1385, 1392, 1450,
  1455, 1460, 1722, 1789, 1907, 1909, 10013, 10048, 10049, 10053, 10054, 10060, 10061, 11001, 14001,
]);

// "error 5", "Fehler 5 (Zugriff verweigert)", "ERROR 32 (0x00000020)", "System error 1069 has occurred."
const NAMED =
  /(?<![\w*])(?:errors?|fehler|erreur|errore|erro|b\u0142\u0105d|\u043e\u0448\u0438\u0431\u043a\u0430|hata|fout|\u9519\u8bef|\u932f\u8aa4|\u30a8\u30e9\u30fc|\uc624\ub958)(?:[ -]?(?:code|number|nr\.?|no\.?|n\u00b0|c\u00f3digo))?(?: ?[:=#(] ?| )(\d{1,5})(?![\w/%]|[.,:]\d|-\d)([^\n]{0,24})/gi;
// What may stand behind such a number: the end, a sign, a text about it, or the words of a sentence that goes on.
const BEHIND =
  /^\s{0,4}(?:$|[.,;:()[\]"'!?\u3002\uff0c-]|(?:when|while|on|at|in|from|for|after|again|and|or|but|has|is|occurred|accessing|access|beim|bei|und|wenn|trat|ist|lors|quand|et|al|cuando|y|ao|quando|podczas|\u043f\u0440\u0438)(?!\w))/i;
// Numbers of a compiler, a database, or a line: "(HY000)", "Error: 5 of 10", "line 3".
const OTHER = /^\s{0,4}(?:\(HY|\([0-9]{5}\)|of \d|in line|on line|at line|from server)/i;

/** Reads a Win32 error that is called so and no more: "error 5" is 5, and 0x80070005 in other texts. */
export function readNamedErrors(part: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of part.matchAll(NAMED)) {
    const [whole, decimal = '', behind = ''] = match;
    if (!PLAIN.has(Number(decimal)) || !BEHIND.test(behind) || OTHER.test(behind)) continue;
    const end = match.index + whole.length - behind.length;
    addWin32(signs, decimal, end - decimal.length, end);
  }
  return signs;
}

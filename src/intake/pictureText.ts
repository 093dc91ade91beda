// "Ox8OO7OOOd", "0x800700@d": a number with its prefix; "5OO.19", "50@.30", "5O2": nothing but digits and what looks like them.
const HEXADECIMAL = /(?<![\w@])[0OoQ@]x[0-9a-fA-FOoQ@lI|]{4,16}(?![\w@])/g;
const NUMBER = /(?<![\w@.])[0-9OQ@lI|]{2,10}(?:\.[0-9OQ@lI|]{1,2})?(?![\w@])/g;
const SLIPS: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['o', '0'],
  ['Q', '0'],
  ['@', '0'],
  ['l', '1'],
  ['I', '1'],
  ['|', '1'],
]);

/**
 * Corrects what reading a picture takes for something else, inside numbers only: O, Q and @ are 0; l, I and | are 1.
 * @returns a text of the same length; numbers without a single digit stay as they are
 */
export function correctSlips(text: string): string {
  return text.replace(HEXADECIMAL, digits).replace(NUMBER, digits);
}

function digits(token: string): string {
  if (!/\d/.test(token)) return token;
  return token.replace(/[OoQ@lI|]/g, (sign) => SLIPS.get(sign) ?? sign);
}

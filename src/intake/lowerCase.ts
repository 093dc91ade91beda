/** @returns the text in lower case, of the same length: "\u0130" is the one letter that grows */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll('\u0130', 'I').toLowerCase();
}

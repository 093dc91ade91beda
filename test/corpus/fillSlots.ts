/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

/** @param seed any whole number */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list. */
export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

/** A whole number from `from` up to, not including, `to`. */
export function whole(from: number, to: number, random: Random): number {
  return from + Math.floor(random() * (to - from));
}

const SLOT = /%(?:ls|zu|04x|S|s|d|u|x|X|[1-9])|\{[a-zA-Z]+\}/g;

/** Puts values into the placeholders: names, paths, command lines, GUIDs, numbers, codes; short and long ones, plain and odd ones. */
export function fillSlots(format: string, random: Random): string {
  return format.replace(SLOT, (slot) => {
    if (/^%(?:d|u|zu)$/.test(slot)) return String(whole(0, 65_536, random));
    if (/^%(?:x|X|04x)$/.test(slot)) return code(random);
    return text(random);
  });
}

// Codes that the module and the host print often and that name no cause alone; the others are any.
const USUAL_CODES = ['80004005', '80070002', '80070005', '8007023e', '8000ffff', 'e0434352', '0'];

function code(random: Random): string {
  return random() < 0.5 ? pick(USUAL_CODES, random) : whole(0x1000_0000, 0xffff_ffff, random).toString(16);
}

const WORDS = [
  'Orders',
  'Lager',
  'Zahlung',
  'Billing',
  'intranet',
  'Umsätze',
  'Präsenz',
  '注文',
  'заказы',
  'hr-api',
  'Kunden Portal',
  'shop_2',
];
const FOLDERS = [
  'C:\\inetpub\\wwwroot',
  'D:\\sites',
  'E:\\hosting\\web apps',
  '\\\\nas01\\publish',
  'C:\\home\\site\\wwwroot',
  'C:\\Program Files\\Vendor',
];
const ENDINGS = ['.dll', '.exe', '.json', '', '.config'];

function text(random: Random): string {
  const word = pick(WORDS, random);
  const folder = `${pick(FOLDERS, random)}\\${pick(WORDS, random)}`;
  const file = `${folder}\\Contoso.${word}${pick(ENDINGS, random)}`;
  const kinds: readonly (() => string)[] = [
    () => word,
    () => `Contoso.${word}`,
    () => folder,
    () => `${folder}\\`,
    () => file,
    () => `"${file}" --urls "x y"`,
    () => guid(random),
    () => `MACHINE/WEBROOT/APPHOST/${word.toUpperCase()}`,
    () => `/LM/W3SVC/${whole(1, 40, random)}/ROOT/${word}`,
    () => `${whole(1, 9, random)}.${whole(0, 4, random)}.${whole(0, 33, random)}`,
    () =>
      `${folder}\\${Array.from({ length: whole(4, 9, random) }, () => pick(WORDS, random)).join('.Long.Name.')}.dll`,
    () => `${word} it's "quoted" – ${pick(WORDS, random)}`,
  ];
  return pick(kinds, random)();
}

function guid(random: Random): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => whole(0, 16, random).toString(16)).join('');
  return `{${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}}`;
}

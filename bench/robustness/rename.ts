import { pickIndex, type Random } from '../random.ts';

const FOLDERS = ['depot', 'webapps', 'hosting', 'prod', 'apps2', 'kunden', 'release'];
const APPS = ['Nordlicht', 'Harbor', 'Pinecone', 'Falke', 'Meridian', 'Quarry'];
/** Folders that belong to the products: a message about them is about them. */
const OF_THE_SYSTEM =
  /^(?:program files(?: \(x86\))?|programdata|windows|inetpub|users|home|site|wwwroot|system32|syswow64|inetsrv|dotnet|microsoft|iis|temp|b|d|a|_work|packages|sdk|shared|host|fxr)$/i;
const CURRENT_YEARS = /\b(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})\b/g;

/**
 * Gives folders, apps, sites, ports, process ids and times of the text other values, the same one everywhere for the same
 * old one. Names of products, codes, statuses and files of the products stay.
 */
export function rename(text: string, random: Random): string {
  const renamed = new Map<string, string>();
  const other = (old: string, make: () => string): string => {
    const key = old.toLowerCase();
    const known = renamed.get(key) ?? make();
    renamed.set(key, known);
    return known;
  };
  const word = (words: readonly string[]): string =>
    `${words[pickIndex(random, words.length)]!}${pickIndex(random, 90)}`;
  const number = (old: string): string =>
    other(old, () => String(10 ** (old.length - 1) + pickIndex(random, 9 * 10 ** (old.length - 1))));
  return text
    .replaceAll(
      /(MACHINE\/WEBROOT\/APPHOST\/)([^\s'"/]{1,60})/gi,
      (_, root: string, app: string) => root + other(app, () => word(APPS)),
    )
    .replaceAll(/(\/LM\/W3SVC\/)(\d{1,9})/gi, (_, root: string, id: string) => root + number(id))
    .replaceAll(
      /([A-Za-z]:\\)((?:[^\\\s'"<>|:*?]{1,60}(?: [^\\\s'"<>|:*?]{1,60}){0,3}\\){1,12})/g,
      (_, drive: string, folders: string) =>
        drive +
        folders
          .split('\\')
          .map((folder) =>
            folder === '' || OF_THE_SYSTEM.test(folder) || /\d+\.\d+/.test(folder) || /module|asp|\.net/i.test(folder)
              ? folder
              : other(folder, () => word(FOLDERS)),
          )
          .join('\\'),
    )
    .replaceAll(
      /((?:localhost|127\.0\.0\.1|\[::1?\]|\*|port ')[:]?)(\d{4,5})(?!\d)/gi,
      (_, front: string, port: string) => front + number(port),
    )
    .replaceAll(
      /(process id (?:was |of )?'?|\bPID[ :=]{1,3}'?)(\d{2,6})/gi,
      (_, front: string, id: string) => front + number(id),
    )
    .replaceAll(CURRENT_YEARS, (_, year: string, dash: string, month: string, day: string) =>
      [Number(year) - 1, month, day].join(dash),
    )
    .replaceAll(
      /\b([01]?\d|2[0-3]):([0-5]\d):([0-5]\d)\b/g,
      (_, hour: string, minute: string, second: string) =>
        `${hour}:${String((Number(minute) + 17) % 60).padStart(2, '0')}:${second}`,
    );
}

import type { Platform } from '../model/artifact.ts';
import { LowerText } from '../intake/lowerText.ts';
import { isNegated } from './negation.ts';

/** Words that only one platform writes; the first row with a hit decides. App Service comes first: its events look like those of IIS. */
const SIGNS: readonly { readonly platform: Platform; readonly words: readonly string[] }[] = [
  {
    platform: 'azure-app-service',
    words: [
      'azurewebsites.net',
      '\\home\\site\\wwwroot',
      '\\home\\logfiles',
      'azure app service',
      'azure appservice',
      'azure web app',
      'azure webapp',
      'kudu',
      'website_site_name',
    ],
  },
  {
    platform: 'iis-express',
    words: ['iis express', 'iisexpress', 'applicationhost.config file of visual studio', '\\.vs\\'],
  },
  {
    platform: 'iis',
    words: [
      'inetpub\\wwwroot',
      'machine/webroot/apphost',
      '/lm/w3svc/',
      'iis manager',
      'windows server',
      'iis 10',
      'iis 8',
      'iis10',
      'iis8',
    ],
  },
];

/**
 * The platform a text comes from, by words only that platform writes; "not Azure App Service" names none.
 * @param lower the same text, if it is there already
 * @returns null when no such word is there: then it is asked for, or every variant of a step is shown
 */
export function platformIn(text: string, lower = new LowerText(text)): Platform | null {
  return SIGNS.find(({ words }) => words.some((word) => isStated(lower, word)))?.platform ?? null;
}

function isStated(lower: LowerText, word: string): boolean {
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length))
    if (!isNegated(lower.text, at, at + word.length)) return true;
  return false;
}

import type { Pattern } from '../src/diagnosis/pattern.ts';
import type { HostileText } from './hostileTexts.ts';
import { Dice } from './dice.ts';

/** Texts of many lines that nearly hold a phrase of the catalog: they make the search of damaged phrases work hardest. */
export function almostMatching(
  patterns: readonly Pattern[],
  lines: (make: (index: number) => string) => string,
): HostileText[] {
  const random = new Dice(11);
  const phrases = patterns.filter((one) => one.words.length >= 4);
  const common = commonWords(phrases);
  const wordsOf = (index: number): readonly string[] => phrases[index % phrases.length]!.words;
  return [
    { name: 'words of a phrase, shuffled', text: lines((index) => random.shuffled(wordsOf(index)).join(' ')) },
    {
      name: 'two phrases a line, shuffled',
      text: lines((index) => random.shuffled([...wordsOf(index), ...wordsOf(index + 7)]).join(' ')),
    },
    { name: 'phrases with one word exchanged', text: lines((index) => exchanged(wordsOf(index), random).join(' ')) },
    {
      name: 'phrases with a typing error',
      text: lines(
        (index) => `${random.letters(5)} ${mistyped(phrases[index % phrases.length]!.segments.join(' '), random)}`,
      ),
    },
    {
      name: 'one phrase in a thousand dresses',
      text: lines(() => `${random.letters(6)} ${mistyped(phrases[3]!.segments.join(' '), random)}`),
    },
    { name: 'most common words of all phrases', text: lines(() => random.shuffled(common).slice(0, 40).join(' ')) },
    { name: 'common words on one line', text: lines(() => random.shuffled(common).join(' ')).replaceAll('\n', ' ') },
    {
      name: 'phrases on one line',
      text: lines((index) => mistyped(phrases[index % phrases.length]!.segments.join(' '), random)).replaceAll(
        '\n',
        ' ',
      ),
    },
    {
      name: 'long lines of phrases',
      text: lines(() =>
        Array.from({ length: 9 }, () => mistyped(random.pick(phrases).segments.join(' '), random)).join(' '),
      ),
    },
  ];
}

function commonWords(phrases: readonly Pattern[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of phrases) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 80)
    .map(([word]) => word);
}

function exchanged(words: readonly string[], random: Dice): string[] {
  const at = random.next(words.length);
  return words.map((word, index) => (index === at ? random.letters(6) : word));
}

/** One letter exchanged, so that nothing is found letter for letter. */
function mistyped(phrase: string, random: Dice): string {
  const at = random.next(phrase.length);
  return `${phrase.slice(0, at)}${random.letters(1)}${phrase.slice(at + 1)}`;
}

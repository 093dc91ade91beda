import type { Snippet } from '../src/model/catalog.ts';
import type { CodeBlock, Container } from './adaptiveCard.ts';
import { code } from './text.ts';

/**
 * Languages whose blocks Teams is documented to draw; a language that it does not draw shows nothing at all, "batch" and
 * "sh" among them (https://github.com/microsoft/AdaptiveCards/issues/8995).
 */
const LANGUAGES: Readonly<Partial<Record<Snippet['language'], string>>> = {
  xml: 'xml',
  json: 'json',
  csharp: 'csharp',
  powershell: 'powershell',
};

/**
 * A snippet with colours and a button to copy it where that is safe, else lines of fixed width. Clients without such
 * blocks, telephones among them, draw the same lines.
 * @param text own words; values of a paste only through fillCommand
 */
export function codeBlock(text: string, language: Snippet['language']): CodeBlock | Container {
  const known = LANGUAGES[language];
  const lines = code(text);
  if (known === undefined) return lines;
  const codeSnippet = lines.items
    .map((line) => (line.type === 'RichTextBlock' ? line.inlines.map((run) => run.text).join('') : ''))
    .join('\n');
  return { type: 'CodeBlock', codeSnippet, language: known, fallback: lines };
}

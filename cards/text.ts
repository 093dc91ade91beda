import type { Container, RichTextBlock, Size, TextBlock, TextRun } from './adaptiveCard.ts';

type TextOptions = Omit<Partial<TextBlock>, 'type' | 'text' | 'wrap' | 'style'>;
type RunOptions = Omit<Partial<TextRun>, 'type' | 'text'>;
type BlockOptions = Omit<Partial<RichTextBlock>, 'type' | 'inlines'>;

/** Our own words, as a TextBlock: markdown is taken as letters, links stay dead. Never for what a person wrote. */
export function words(text: string, options: TextOptions = {}): TextBlock {
  return { type: 'TextBlock', text: escapeMarkdown(text), wrap: true, ...options };
}

/** A heading for eyes and screen readers; our own words. */
export function heading(text: string, size: Size = 'Medium', options: TextOptions = {}): TextBlock {
  return { ...words(text, { size, weight: 'Bolder', ...options }), style: 'heading' };
}

/** Small, quiet own words: conditions, hints, what was read. */
export function small(text: string, options: TextOptions = {}): TextBlock {
  return words(text, { size: 'Small', isSubtle: true, spacing: 'Small', ...options });
}

/** Any text at all, also a person's: a run is never read as markdown. */
export function run(text: string, options: RunOptions = {}): TextRun {
  return { type: 'TextRun', text: visible(text), ...options };
}

/** Runs in one paragraph. */
export function rich(inlines: readonly TextRun[], options: BlockOptions = {}): RichTextBlock {
  return { type: 'RichTextBlock', inlines, ...options };
}

/** A paragraph of any text, also a person's. */
export function plain(text: string, look: RunOptions = {}, options: BlockOptions = {}): RichTextBlock {
  return rich([run(text, look)], options);
}

/** A paragraph with one or two bold own words in front: "If not: ...". */
export function labelled(label: string, text: string, options: BlockOptions = {}): RichTextBlock {
  return rich([run(`${label} `, { weight: 'Bolder' }), run(text)], options);
}

/**
 * Something to copy or to compare letter for letter, one block a line: clients differ in what they do with a line break inside a run.
 * Blanks stay blanks: a no-break blank copied into web.config would be a fault of its own.
 */
export function code(text: string): Container {
  const lines = visible(text).trimEnd().split('\n');
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    items: lines.map((line, index) =>
      rich([{ type: 'TextRun', text: line === '' ? ' ' : line, fontType: 'Monospace' }], {
        spacing: index === 0 ? 'Default' : 'None',
      }),
    ),
  };
}

/** A person's own line, quoted: one line, at most `max` UTF-16 units, monospace. */
export function quote(text: string, max: number): TextRun {
  return run(clip(text.replace(/\s+/g, ' ').trim(), max), { fontType: 'Monospace' });
}

/** A word that is cut is left out when it began this near to the end; a longer one, a path or a type name, is cut inside. */
const CUT_WORD_MAX = 20;

/**
 * Shortens to at most `max` UTF-16 units, with "..." where something was cut: between two words where there is a blank near
 * the end ("wait (milliseconds)" -> "wait..."); never splits a surrogate pair.
 */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, Math.max(0, max - 3));
  const whole = /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
  const blank = /\s/.test(text.charAt(whole.length)) ? whole.length : whole.search(/\s\S*$/);
  const end = blank > 0 && blank >= whole.length - CUT_WORD_MAX ? blank : whole.length;
  return `${whole.slice(0, end).trimEnd()}...`;
}

/** Makes markdown harmless in a text that a TextBlock reads: signs escaped, `://` broken so that no client makes a link of it. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/^(\s*)(#|>|[-+](?=\s)|\d+(?=[.)]\s))/gm, (_all, blank: string, sign: string) =>
      /\d/.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`,
    )
    .replaceAll('://', ': //');
}

// C0 and C1 but tab and line feed, soft hyphen, zero-width, bidi controls, BOM: intake removed them from pastes; a card is the last line.
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Nothing in these has to be looked for. */
const PRINTABLE = /^[ -~]*$/;

function visible(text: string): string {
  if (PRINTABLE.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

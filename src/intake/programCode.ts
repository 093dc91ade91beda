import type { Document, Span } from '../model/artifact.ts';

/** Nobody writes longer lines of code by hand; a log may have them. */
const LINE_MAX = 300;

/** A call, an assignment, a comparison or the head of a block. */
const OPERATES = /\w\(|[)\w"'\]] ?[!=<>+-]?= ?[\w"'[({@$]|[!=]==|&&|\|\||=> ?[\w({]|\) ?\{/;
/** How a statement, or the head or the end of a block, ends in the languages with braces. */
const ENDS = /[;{}][)\],]{0,3}$/;
/** A statement without a mark at its end begins with a call, or with a name that a call is given to. */
const CALLS =
  /^(?:(?:await|return|go|defer|raise|throw|var|let|const) )?[\w.$]{1,80}(?: :?= (?:await )?[\w.$]{1,80})?\(/;
/** The head of a block in Python, and what makes it more than a sentence. */
const HEADS = /^(?:if|elif|for|while|with|def|class|except) /;
const EXPRESSION = /[!=<>]=|\w\(|\bin \(|_\w/;
/** A statement of SQL, in capitals as its writers have it. */
const QUERIES = /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|EXEC|WHERE|AND) .{0,200}(?:=|<|>|\bFROM\b|@)/;
/** What a line of a stack, a log or an event begins with. */
const LOGGED = /^(?:at |---|\d{4}-|\[\d|[\w.]{0,80}(?:Exception|Error):)/;

/**
 * Finds lines of program code among a person's words and on pages: nothing in them happened. A status in it is compared
 * or sent, and its texts are literals.
 * @returns whole lines, in the order of the text; empty when there is none
 */
export function programLines({ text, artifacts }: Document): Span[] {
  const found: Span[] = [];
  for (const { start, end } of stretches(artifacts)) {
    let from = start;
    for (const line of text.slice(start, end).split('\n')) {
      if (line.length <= LINE_MAX && isCode(line)) found.push({ start: from, end: from + line.length });
      from += line.length + 1;
    }
  }
  return found;
}

/** Words and pages that follow each other, in one: a heading in the middle of a line makes it a page from there on. */
function stretches(artifacts: Document['artifacts']): Span[] {
  const found: Span[] = [];
  for (const { kind, start, end } of artifacts) {
    if (kind !== 'prose' && kind !== 'browser-page') continue;
    const last = found.at(-1);
    if (last?.end === start) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  }
  return found;
}

function isCode(line: string): boolean {
  const remark = line.indexOf(' //');
  const code = (remark < 0 ? line : line.slice(0, remark)).trim();
  if (LOGGED.test(code)) return false;
  if (ENDS.test(code) && OPERATES.test(code)) return true;
  if (QUERIES.test(code)) return true;
  if (code.endsWith(')') && CALLS.test(code)) return true;
  return code.endsWith(':') && HEADS.test(code) && EXPRESSION.test(code);
}

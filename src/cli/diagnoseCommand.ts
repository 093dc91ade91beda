import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { diagnoseInquiry, readInquiry } from '../diagnosis/ask.ts';
import { createEngine, type Engine } from '../diagnosis/diagnose.ts';
import { decodeText } from '../intake/decodeText.ts';
import type { Catalog } from '../model/catalog.ts';
import { HostmedicError } from '../model/errors.ts';
import type { Verdict } from '../model/verdict.ts';
import { printVerdict } from './printVerdict.ts';

const USAGE = 'usage: diagnose [--json] [FILE...]   or   diagnose --jsonl   (standard input when no file is named)\n';

/**
 * Prints the verdict on files or standard input; with --jsonl one answer for each line, at once and in order.
 * @returns exit code: 0 answered, 1 a file cannot be read, 2 wrong options
 */
export async function diagnoseCommand(args: readonly string[], catalog: Catalog): Promise<number> {
  const unknown = args.find((arg) => arg.startsWith('-') && !['--json', '--jsonl', '-'].includes(arg));
  if (unknown !== undefined) {
    process.stderr.write(`unknown option ${unknown}\n${USAGE}`);
    return 2;
  }
  const engine = createEngine(catalog);
  if (args.includes('--jsonl')) {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      const answer = answerLine(line, engine);
      if (answer !== null) process.stdout.write(`${JSON.stringify(answer)}\n`);
    }
    return 0;
  }
  const files = args.filter((arg) => !arg.startsWith('--'));
  const texts: string[] = [];
  for (const file of files.length === 0 ? ['-'] : files) {
    try {
      const text = decodeText(readFileSync(file === '-' ? 0 : file));
      if (text === null) throw new Error('it is not a text file');
      texts.push(text);
    } catch (error) {
      process.stderr.write(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})\n`);
      return 1;
    }
  }
  const verdict = diagnoseInquiry({ text: texts.join('\n') }, engine);
  process.stdout.write(
    args.includes('--json') ? `${JSON.stringify(toJson(null, verdict), null, 2)}\n` : printVerdict(verdict, catalog),
  );
  return 0;
}

/** The answer to one line; null for a blank one. */
export function answerLine(line: string, engine: Engine): unknown {
  const json = line.replace(/^\uFEFF/, '').trim();
  if (json === '') return null;
  let id: unknown = null;
  try {
    const value = parsed(json);
    id = idOf(value);
    return toJson(id, diagnoseInquiry(readInquiry(value), engine));
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The parser's own message repeats the input, which may hold a password. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new HostmedicError('INPUT_INVALID', 'the line: not valid JSON; expected one JSON object a line');
  }
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
}

function toJson(id: unknown, verdict: Verdict): unknown {
  return {
    id,
    verdict: verdict.type,
    word: verdict.word,
    causes: verdict.candidates.map((candidate) => ({
      id: candidate.id,
      kind: candidate.kind,
      confidence: Math.round(candidate.confidence * 1000) / 1000,
      evidence: candidate.evidence.map(({ quote, start, end, source, why }) => ({ quote, start, end, source, why })),
    })),
    ask: verdict.question?.ask ?? null,
  };
}

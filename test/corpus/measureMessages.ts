import { diagnoseInquiry } from '../../src/diagnosis/ask.ts';
import { decode } from '../../src/diagnosis/decode.ts';
import type { Engine } from '../../src/diagnosis/diagnose.ts';
import { seeded } from './fillSlots.ts';
import type { CodeRow, MessageRow } from './messageRow.ts';
import { pastesOf, type Paste } from './pasteMessage.ts';

/** How one pasted message was answered. */
export interface Answer {
  readonly row: MessageRow;
  readonly paste: Paste;
  /** null for a row that is no error by itself. */
  readonly rank: 'first' | 'in three' | 'missed' | null;
  /** True for a row that is no error by itself, and was named one. */
  readonly falseAlarm: boolean;
  readonly verdict: string;
  readonly ids: readonly string[];
}

/**
 * Pastes every message in the ways that fit it, with values of this seed.
 * @param takes says of each way, by its index among those of the message, whether it is tried; all are when left out
 */
export function answerMessages(
  rows: readonly MessageRow[],
  seed: number,
  engine: Engine,
  takes: (way: number) => boolean = () => true,
): Answer[] {
  const random = seeded(seed);
  return rows.flatMap((row) =>
    pastesOf(row, random)
      .filter((_paste, way) => takes(way))
      .map((paste): Answer => {
        const verdict = diagnoseInquiry(paste.inquiry, engine);
        const ids = verdict.candidates.map((one) => one.id);
        const isInfo = row.accept.every((id) => id === 'info');
        const falseAlarm = isInfo && verdict.type === 'identified';
        return { row, paste, rank: isInfo ? null : rankOf(ids, row.accept), falseAlarm, verdict: verdict.type, ids };
      }),
  );
}

function rankOf(ids: readonly string[], accept: readonly string[]): 'first' | 'in three' | 'missed' {
  const at = ids.findIndex((id) => accept.includes(id));
  return at === 0 ? 'first' : at > 0 && at < 3 ? 'in three' : 'missed';
}

export interface Shares {
  /** Answers that should name a cause. */
  readonly causes: number;
  /** Share 0..1 of them with an accepted cause first; 1 when there are none. */
  readonly first: number;
  /** Share 0..1 of them with an accepted cause in the first three; 1 when there are none. */
  readonly three: number;
  /** Answers to messages that are no error by themselves. */
  readonly infos: number;
  readonly falseAlarms: number;
}

export function sharesOf(answers: readonly Answer[]): Shares {
  const ranked = answers.filter((one) => one.rank !== null);
  const share = (part: number): number => (ranked.length === 0 ? 1 : part / ranked.length);
  return {
    causes: ranked.length,
    first: share(ranked.filter((one) => one.rank === 'first').length),
    three: share(ranked.filter((one) => one.rank !== 'missed').length),
    infos: answers.length - ranked.length,
    falseAlarms: answers.filter((one) => one.falseAlarm).length,
  };
}

/**
 * Reads every dress of every code.
 * @returns a line for each that is not read, or whose reading leads to none of the accepted causes
 */
export function unreadCodes(rows: readonly CodeRow[], engine: Engine): string[] {
  return rows.flatMap((row) =>
    dressesOf(row).flatMap((dress) => {
      const readings = decode(dress, engine.catalog);
      const linked = readings.flatMap(({ entry }) => entry.causes);
      const wanted = row.accept.filter((id) => id !== 'info');
      const missing = wanted.filter((id) => !linked.includes(id));
      if (readings.length > 0 && missing.length === 0) return [];
      return [`${dress} (${row.name}): ${readings.length === 0 ? 'not read' : `no link to ${missing.join(', ')}`}`];
    }),
  );
}

function dressesOf({ code, unsigned, signed, win32, exit, status }: CodeRow): string[] {
  const hex = code === undefined ? [] : [code, code.slice(2), code.toUpperCase().replace('0X', '0x')];
  return [...hex, unsigned, signed, win32, exit, status].flatMap((dress) =>
    dress === undefined ? [] : [String(dress)],
  );
}

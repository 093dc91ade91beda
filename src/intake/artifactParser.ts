import type { ArtifactKind, Channel } from '../model/artifact.ts';

/** A way of writing that several kinds share; its lines are told from a person's words at a glance. */
export type Shape = 'xml' | 'json';

/**
 * How one kind of artifact is told by its lines. Patterns see one line, without its end and at most `LINE_HEAD`
 * characters of it; they are tried in the order of the registry.
 */
export interface ArtifactParser {
  readonly kind: ArtifactKind;
  /** Where the product writes it; a slot can say otherwise. */
  readonly channel: Channel;
  /** Words that show the kind wherever they stand in a line; lower case, searched once in the whole text. */
  readonly cues: readonly string[];
  /** A line that shows the kind by its beginning: it starts with "^", and sees the line without blanks in front. */
  readonly opens: RegExp;
  /** Lines that belong to it once it is open, though they show nothing (or another kind) by themselves. */
  readonly holds: RegExp | null;
  /** Kinds whose lines stay inside when they follow without a blank line: a stack trace inside an event. */
  readonly absorbs: readonly ArtifactKind[];
  /** The shape it is written in: what shows the kind anywhere in a stretch of such lines decides the whole stretch. */
  readonly shape?: Shape;
  /** Elements that begin a new one of its kind; lines up to their end are one block, whatever they show: an XML event. */
  readonly block?: { readonly from: RegExp; readonly to: string };
}

/** Longest part of a line that is looked at; a cue stands at the beginning. */
export const LINE_HEAD = 600;

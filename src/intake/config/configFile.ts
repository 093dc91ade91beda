import type { XmlAttribute, XmlTag } from './xmlTag.ts';

/** An element of a configuration file. Offsets are into `Document.text`; `end` is behind its start tag. */
export interface ConfigElement {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly XmlAttribute[];
  /** False when its tag is broken, so what it seems to lack may be there. */
  readonly sound: boolean;
  /** null at the top, and where the text was cut above it. */
  readonly parent: ConfigElement | null;
}

/** The first thing in a file that XML does not allow. */
export interface XmlFault {
  readonly words: string;
  readonly at: number;
}

/** A configuration file, or a fragment of one. */
export interface ConfigFile {
  readonly start: number;
  /** Every element that matters, in order; at most `ELEMENTS_MAX`. */
  readonly elements: readonly ConfigElement[];
  /** True when it reaches from `<configuration` to its end tag with nothing left out by hand: what is not in it is not there. */
  readonly whole: boolean;
  /** null when nothing is wrong, and for a fragment. */
  readonly fault: XmlFault | null;
  readonly doctype: { readonly start: number; readonly end: number } | null;
}

/** An applicationHost.config has about 800 elements. */
export const ELEMENTS_MAX = 20_000;

export function elementOf(tag: XmlTag, parent: ConfigElement | null): ConfigElement {
  const { name, start, end, attributes, sound } = tag;
  return { name, start, end, attributes, sound, parent };
}

/** @returns the attribute's value without blanks around it; undefined when it is not there */
export function valueOf(element: ConfigElement, name: string): string | undefined {
  return attributeOf(element, name)?.value.trim();
}

export function attributeOf(element: ConfigElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((one) => one.name === name);
}

/** @returns the nearest element above of that name; null when there is none */
export function above(element: ConfigElement, name: string): ConfigElement | null {
  let one = element.parent;
  while (one !== null && one.name !== name) one = one.parent;
  return one;
}

export function named(file: ConfigFile, name: string): readonly ConfigElement[] {
  return file.elements.filter((one) => one.name === name);
}

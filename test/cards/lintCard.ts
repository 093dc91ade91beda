import { createRequire } from 'node:module';
import type { AdaptiveCard } from '../../cards/adaptiveCard.ts';

// The package's own entry cannot be loaded by Node: its modules import each other without file endings. The bundle can.
const require = createRequire(import.meta.url);
const renderer = require('adaptivecards/dist/adaptivecards.min.js') as typeof import('adaptivecards');

/**
 * Reads a card as the renderer does.
 * @returns what is wrong: unknown elements and words, missing labels and ids, newer than the declared version, properties that were not read
 */
export function lintCard(card: AdaptiveCard): string[] {
  return [...lintOnce(withFallbacks(card, 'CodeBlock')), ...lintOnce(withFallbacks(card))];
}

function lintOnce(card: AdaptiveCard): string[] {
  const context = new renderer.SerializationContext(
    renderer.Version.parse(card.version, new renderer.SerializationContext()),
  );
  const parsed = new renderer.AdaptiveCard();
  // The renderer counts what is behind "..." as well; how many are in view is a rule of our own.
  parsed.hostConfig = new renderer.HostConfig({ actions: { maxActions: 10 } });
  const json: unknown = JSON.parse(JSON.stringify(card));
  parsed.parse(json, context);
  const faults: string[] = [];
  for (let index = 0; index < context.eventCount; index += 1) faults.push(context.getEventAt(index).message);
  for (const event of parsed.validateProperties().validationEvents) faults.push(event.message);
  return [...faults, ...unread(json, parsed.toJSON(), 'card')];
}

/** The card as a client reads it that knows no element with a fallback, or none of the type `only`; the renderer knows no CodeBlock. */
function withFallbacks(card: AdaptiveCard, only: string | null = null): AdaptiveCard {
  return JSON.parse(JSON.stringify(card), (_key, value: unknown) =>
    isRecord(value) && isRecord(value['fallback']) && (only === null || value['type'] === only)
      ? value['fallback']
      : value,
  ) as AdaptiveCard;
}

/** What the renderer leaves out or does not know by design. */
const NOT_COMPARED = new Set(['$schema', 'msteams', 'data', 'fallback']);
// The renderer drops values that are its defaults.
const DEFAULTS: Readonly<Record<string, unknown>> = {
  isVisible: true,
  isMultiline: false,
  wrap: false,
  mode: 'primary',
};

/** Walks what was given and what came back; a value that is gone was not understood. */
function unread(given: unknown, read: unknown, at: string): string[] {
  if (Array.isArray(given)) {
    if (!Array.isArray(read) || read.length !== given.length) return [`${at}: list is not read in full`];
    return given.flatMap((item, index) => unread(item, read[index], `${at}[${index}]`));
  }
  if (isRecord(given)) {
    if (!isRecord(read)) return [`${at}: not read`];
    return Object.entries(given).flatMap(([name, value]) => {
      if (NOT_COMPARED.has(name) || DEFAULTS[name] === value) return [];
      return unread(value, read[name], `${at}.${name}`);
    });
  }
  if (typeof given === 'string' && typeof read === 'string' && given.toLowerCase() === read.toLowerCase()) return [];
  return given === read || (read === undefined && isDefaultWord(given))
    ? []
    : [`${at}: ${JSON.stringify(given)} read as ${JSON.stringify(read)}`];
}

function isDefaultWord(value: unknown): boolean {
  return typeof value === 'string' && ['default', 'stretch', 'auto', 'compact'].includes(value.toLowerCase());
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

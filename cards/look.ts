import type { Cause } from '../src/model/catalog.ts';

/**
 * A line of `tellApart` without its first word: "there, the event names a framework" tells what the other one looks like.
 * @returns "the event names a framework"
 */
export function lookOf(by: string): string {
  return by.replace(/^there, /, '');
}

/** What `one` looks like beside `other`, as `other` tells the two apart; empty when the catalog does not say. */
export function lookBeside(one: Pick<Cause, 'id'>, other: Pick<Cause, 'tellApart'>): string {
  return lookOf(other.tellApart.find(({ from }) => from === one.id)?.by ?? '');
}

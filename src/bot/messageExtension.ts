import type { InvokeResponse } from 'botbuilder';
import type { Engine } from '../diagnosis/diagnose.ts';
import type { Contact } from '../model/contact.ts';
import { fetchDiagnosis, submitDiagnosis } from './diagnoseMessage.ts';
import { searchResults, selectedResult } from './searchExtension.ts';

/** The commands of the app manifest. */
export const DIAGNOSE_COMMAND = 'diagnoseMessage';
export const SEARCH_COMMAND = 'searchCatalog';

export interface ExtensionDeps {
  readonly engine: Engine;
  readonly contact: Contact | null;
  readonly clock: () => number;
}

/**
 * Answers an invoke of the message extension. Keeps nothing and knows no conversation.
 * @param value untrusted
 * @returns 200 with what Teams shows (or without: the dialog closes), 400 for what no client of ours sends; null: the invoke
 *          is none of the message extension
 */
export function answerExtension(name: string, value: unknown, deps: ExtensionDeps): InvokeResponse | null {
  const answer = ANSWERS[name];
  if (answer === undefined || !Object.hasOwn(ANSWERS, name)) return null;
  return isFields(value) ? (answer(value, deps) ?? REFUSED) : REFUSED;
}

const REFUSED: InvokeResponse = { status: 400 };

type Answer = (value: Readonly<Record<string, unknown>>, deps: ExtensionDeps) => InvokeResponse | null;

const ANSWERS: Readonly<Record<string, Answer>> = {
  'composeExtension/fetchTask': (value, deps) =>
    value['commandId'] === DIAGNOSE_COMMAND ? fetchDiagnosis(value['messagePayload'], deps) : null,
  'composeExtension/submitAction': (value, deps) =>
    value['commandId'] === DIAGNOSE_COMMAND && isUnset(value['botMessagePreviewAction'])
      ? submitDiagnosis(value['data'], value['messagePayload'], deps)
      : null,
  'composeExtension/query': (value, deps) =>
    value['commandId'] === SEARCH_COMMAND ? searchResults(value, deps) : null,
  'composeExtension/selectItem': (value, deps) => selectedResult(value, deps),
};

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity, InvokeResponse } from 'botbuilder';
import { knownType } from './activityTypes.ts';
import type { Answered, TurnAdapter } from './adapter.ts';
import { answerEmpty, answerJson, answerUnread } from './answers.ts';
import { whyNotAdmitted, type Tenants } from './auth/admitActivity.ts';
import type { ConnectorToken, TokenCheck } from './auth/connectorToken.ts';
import { checkActivity } from './checkActivity.ts';
import type { ServiceUrls } from './checkActivity.ts';
import { describeError } from './describeError.ts';
import { readBody } from './readBody.ts';
import { createRefusalNotes, type NoteRefusal } from './refusals.ts';
import { createTurnstile } from '../model/turnstile.ts';
import { UNCOUNTED, type Bot, type HttpLog, type HttpMetrics } from './seams.ts';

export interface MessagesOptions {
  readonly adapter: TurnAdapter;
  readonly bot: Bot;
  readonly serviceUrls: ServiceUrls;
  /** null: local use, nobody is asked for a token. */
  readonly callers: Callers | null;
  /** Most turns at one time; the next one is told to come back. */
  readonly turnsMax?: number;
  /** Longest time a caller waits for a turn, in milliseconds. */
  readonly turnMs?: number;
  readonly log: HttpLog;
  /** Left out: nothing is counted. */
  readonly metrics?: HttpMetrics;
}

/** Who may call. */
export interface Callers {
  readonly tokens: TokenCheck;
  readonly tenants: Tenants;
}

/** Beyond this many turns at once memory would be the next to give way. */
const TURNS_MAX = 500;
/** Teams sends an activity again after 15 seconds. */
const TURN_MS = 12_000;

export interface MessagesEndpoint {
  /** Answers one POST /api/messages; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** From now on new activities get 503; resolves when the running turns have ended, also those whose callers are gone. */
  drain(): Promise<void>;
}

/**
 * The Bot Framework endpoint: token, body, activity, turn, answer.
 * 200 the turn ran, or goes on after 12 seconds; an invoke carries its own status (501 not known, 504 too late);
 * 400, 401, 403, 408, 413, 415 refused, without a body; 503 stopping, too much to do, or no signing key is known.
 */
export function createMessagesEndpoint(options: MessagesOptions): MessagesEndpoint {
  const { turnsMax = TURNS_MAX } = options;
  /** Requests that are not answered yet. */
  const running = new Set<Promise<void>>();
  /** Turns whose callers did not wait any longer. */
  const late = new Set<Promise<unknown>>();
  const pass = createTurnstile();
  const refused = createRefusalNotes(options.log, options.metrics ?? UNCOUNTED);
  let stopping = false;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (stopping) {
      refused(503, 'stopping');
      return answerLater(request, response);
    }
    let token: ConnectorToken | null = null;
    if (options.callers !== null) {
      try {
        token = await options.callers.tokens.check(request.headers.authorization ?? '');
      } catch {
        // Why they could not be read is in the log already.
        refused(503, 'keys');
        return answerLater(request, response);
      }
      if (token === null) {
        refused(401, 'token');
        return answerUnread(request, response, 401);
      }
    }
    // Asked again: the keys may have been read meanwhile.
    if (stopping) {
      refused(503, 'stopping');
      return answerLater(request, response);
    }
    if (running.size + late.size >= turnsMax) {
      refused(503, 'busy');
      return answerLater(request, response);
    }
    const answered = handleOne(options, { token, pass, late, refused }, request, response)
      .catch((error: unknown) => {
        options.log.error('request-failed', describeError(error));
        answerEmpty(response, 500);
      })
      .then(() => handedOver(response));
    running.add(answered);
    await answered.finally(() => running.delete(answered));
  }

  return {
    handle,
    drain: async () => {
      stopping = true;
      while (running.size + late.size > 0) await Promise.allSettled([...running, ...late]);
    },
  };
}

/** What a request brings through the door. */
interface Admission {
  /** null: nobody was asked for one. */
  readonly token: ConnectorToken | null;
  readonly pass: () => Promise<void>;
  readonly late: Set<Promise<unknown>>;
  readonly refused: NoteRefusal;
}

async function handleOne(
  options: MessagesOptions,
  { token, pass, late, refused }: Admission,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, () => continueIfAsked(request, response));
  if (body.type === 'gone') return;
  if (body.type === 'refused') {
    refused(body.status, 'body');
    return body.drained ? answerEmpty(response, body.status) : answerUnread(request, response, body.status);
  }

  const checked = checkActivity(body.value, options.serviceUrls);
  if (checked.type === 'refused') {
    refused(checked.status, checked.reason);
    return answerEmpty(response, checked.status);
  }
  const { activity } = checked;
  const refusal =
    options.callers === null || token === null ? null : whyNotAdmitted(activity, token, options.callers.tenants);
  if (refusal !== null) {
    refused(403, refusal);
    return answerEmpty(response, 403);
  }
  // The bot's own message come back: answering it would never end.
  if (activity.type === 'message' && activity.from.id === activity.recipient.id) return answerEmpty(response, 200);

  await pass();
  const result = await inTime(options, activity, token, late);
  if (result === undefined) answerEmpty(response, 200);
  else if (result.body === undefined) answerEmpty(response, result.status);
  else answerJson(response, result.status, result.body);
}

/** The caller gets an answer in time; a turn that takes longer goes on, and what it says comes when it comes. */
async function inTime(
  options: MessagesOptions,
  activity: Activity,
  token: ConnectorToken | null,
  lateTurns: Set<Promise<unknown>>,
): Promise<InvokeResponse | undefined> {
  const { log, turnMs = TURN_MS } = options;
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  const turn = counted(options, activity, token, () => isLate);
  const late = new Promise<InvokeResponse | undefined>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      lateTurns.add(turn);
      const ref = randomBytes(4).toString('hex');
      log.warn('turn-too-long', { ref, activityType: knownType(activity.type), durationMs: turnMs });
      resolve(activity.type === 'invoke' ? lateAnswer(activity, ref) : undefined);
    }, turnMs);
  });
  try {
    return await Promise.race([turn, late]);
  } finally {
    clearTimeout(timer);
    turn
      .catch((error: unknown) => log.error('turn-failed-late', describeError(error)))
      .finally(() => lateTurns.delete(turn));
  }
}

async function counted(
  { adapter, bot, metrics = UNCOUNTED }: MessagesOptions,
  activity: Activity,
  token: ConnectorToken | null,
  isLate: () => boolean,
): Promise<InvokeResponse | undefined> {
  const startMs = performance.now();
  let outcome: Answered['outcome'] = 'failed';
  metrics.turnStarted();
  try {
    const answered = await adapter.answer(token, activity, bot);
    ({ outcome } = answered);
    return answered.response;
  } finally {
    const ended = isLate() && outcome === 'answered' ? 'late' : outcome;
    metrics.turnEnded(knownType(activity.type), ended, performance.now() - startMs);
  }
}

/** A click on a card is told with a reference, as Teams shows it under the card; other invokes get the status alone. */
function lateAnswer({ name }: Activity, ref: string): InvokeResponse {
  if (name !== 'adaptiveCard/action') return { status: 504 };
  const message = `This takes longer than Teams waits (ref ${ref}). Try again in a moment.`;
  const value = { code: 'InternalServerError', message };
  return { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value } };
}

function answerLater(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('retry-after', '5');
  answerUnread(request, response, 503);
}

/** Resolves when the answer is with the system, or the caller is gone. */
async function handedOver(response: ServerResponse): Promise<void> {
  if (response.writableFinished || response.destroyed) return;
  await new Promise<void>((resolve) => response.once('finish', resolve).once('close', resolve));
}

function continueIfAsked(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { AuthenticationError } from 'botframework-connector';
import type { TurnAdapter } from './adapter.ts';
import { answerEmpty, answerJson, answerUnread } from './answers.ts';
import { checkActivity } from './checkActivity.ts';
import type { ServiceUrls } from './checkActivity.ts';
import { describeError } from './describeError.ts';
import { readBody } from './readBody.ts';
import type { Bot, HttpLog } from './seams.ts';

export interface MessagesOptions {
  readonly adapter: TurnAdapter;
  readonly bot: Bot;
  readonly serviceUrls: ServiceUrls;
  /** True when the connector must show a token: requests without one are refused before their body is read. */
  readonly needsToken: boolean;
  readonly log: HttpLog;
}

export interface MessagesEndpoint {
  /** Answers one POST /api/messages; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** From now on new activities get 503; resolves when the running turns are answered. */
  drain(): Promise<void>;
}

/**
 * The Bot Framework endpoint: token, body, activity, turn, answer.
 * 200 the turn ran (an invoke carries its own status); 400, 401, 403, 408, 413, 415 refused, without a body; 503 stopping.
 */
export function createMessagesEndpoint(options: MessagesOptions): MessagesEndpoint {
  const running = new Set<Promise<void>>();
  let stopping = false;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (stopping) {
      response.setHeader('retry-after', '5');
      return answerUnread(request, response, 503);
    }
    const answered = handleOne(options, request, response)
      .catch((error: unknown) => {
        options.log.error('request-failed', describeError(error));
        answerEmpty(response, 500);
      })
      .then(() => handedOver(response));
    running.add(answered);
    await answered;
    running.delete(answered);
  }

  return {
    handle,
    drain: async () => {
      stopping = true;
      await Promise.allSettled(running);
    },
  };
}

async function handleOne(options: MessagesOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const authorization = request.headers.authorization ?? '';
  if (options.needsToken && !/^bearer [\w-]+\.[\w-]+\.[\w-]+$/i.test(authorization)) {
    options.log.warn('refused', { status: 401, reason: 'no-token' });
    return answerUnread(request, response, 401);
  }

  const body = await readBody(request, () => continueIfAsked(request, response));
  if (body.type === 'gone') return;
  if (body.type === 'refused') {
    options.log.warn('refused', { status: body.status, reason: 'body' });
    return body.drained ? answerEmpty(response, body.status) : answerUnread(request, response, body.status);
  }

  const checked = checkActivity(body.value, options.serviceUrls);
  if (checked.type === 'refused') {
    options.log.warn('refused', { status: checked.status, reason: checked.reason });
    return answerEmpty(response, checked.status);
  }
  const { from, recipient, type } = checked.activity;
  // The bot's own message come back: answering it would never end.
  if (type === 'message' && from.id === recipient.id) return answerEmpty(response, 200);

  const result = await runTurn(options, authorization, checked.activity);
  if (result.body === undefined) answerEmpty(response, result.status);
  else answerJson(response, result.status, result.body);
}

async function runTurn(
  options: MessagesOptions,
  authorization: string,
  activity: Parameters<TurnAdapter['answer']>[1],
): Promise<{ readonly status: number; readonly body?: unknown }> {
  try {
    const invoked = await options.adapter.answer(authorization, activity, options.bot);
    return invoked === undefined ? { status: 200 } : { status: invoked.status, body: invoked.body };
  } catch (error) {
    // Errors of the bot end in onTurnError, so this is about the token or its keys.
    const status = error instanceof AuthenticationError ? 401 : 500;
    options.log.warn('refused', { ...describeError(error), status, reason: 'token' });
    return { status };
  }
}

/** Resolves when the answer is with the system, or the caller is gone. */
async function handedOver(response: ServerResponse): Promise<void> {
  if (response.writableFinished || response.destroyed) return;
  await new Promise<void>((resolve) => response.once('finish', resolve).once('close', resolve));
}

function continueIfAsked(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
}

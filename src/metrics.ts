import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BotMetrics } from './bot/botMetrics.ts';
import type { HttpMetrics } from './http/seams.ts';
import type { StoreMetrics } from './measuredStore.ts';

/** Everything that is counted, and how it is shown to Prometheus. */
export interface Metrics extends HttpMetrics, BotMetrics, StoreMetrics {
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** Upper ends in seconds. A turn may take 12 s, a send 10 s, a storage call 2 s; a verdict on 28 KB takes about 10 ms. */
const TURN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 12];
const SEND_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];
const MATCH_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];
const STORE_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2];

/**
 * Makes the counters, in a registry of their own. Labels are words of the program, ids of the catalog and HTTP statuses:
 * their number is bounded, and none of them tells anything about a person, a tenant or a conversation.
 * Names: https://prometheus.io/docs/practices/naming/
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const turns = new Counter({
    name: 'hostmedic_turns_total',
    help: 'Turns that ended, by type of activity and outcome (answered, duplicate, failed, late).',
    labelNames: ['type', 'outcome'],
    registers,
  });
  const running = new Gauge({ name: 'hostmedic_turns_running', help: 'Turns that run now.', registers });
  const turnSeconds = new Histogram({
    name: 'hostmedic_turn_duration_seconds',
    help: 'Time of a turn, with its sends.',
    labelNames: ['type'],
    buckets: TURN_SECONDS,
    registers,
  });
  const refusals = new Counter({
    name: 'hostmedic_requests_refused_total',
    help: 'Requests that were turned away, by HTTP status and reason.',
    labelNames: ['status', 'reason'],
    registers,
  });
  const verdicts = new Counter({
    name: 'hostmedic_verdicts_total',
    help: 'Verdicts after something was pasted (certain, likely, possible, unknown, foreign).',
    labelNames: ['verdict'],
    registers,
  });
  const causes = new Counter({
    name: 'hostmedic_causes_total',
    help: 'First cause of these verdicts.',
    labelNames: ['cause'],
    registers,
  });
  const matchSeconds = new Histogram({
    name: 'hostmedic_match_duration_seconds',
    help: 'Time of one text (detect) and of one verdict on what was found (weigh).',
    labelNames: ['part'],
    buckets: MATCH_SECONDS,
    registers,
  });
  const sends = new Counter({
    name: 'hostmedic_sends_total',
    help: 'Requests to the connector that ended, by HTTP status of the last answer (none: there was no answer).',
    labelNames: ['status'],
    registers,
  });
  const sendsAgain = new Counter({
    name: 'hostmedic_send_retries_total',
    help: 'Retries of such requests, by the HTTP status that made them necessary.',
    labelNames: ['status'],
    registers,
  });
  const sendSeconds = new Histogram({
    name: 'hostmedic_send_duration_seconds',
    help: 'Time of such a request, with waits and retries.',
    buckets: SEND_SECONDS,
    registers,
  });
  const waitSeconds = new Histogram({
    name: 'hostmedic_send_wait_seconds',
    help: 'Part of that time in which the limits of Teams held the request back.',
    buckets: SEND_SECONDS,
    registers,
  });
  const storeSeconds = new Histogram({
    name: 'hostmedic_storage_duration_seconds',
    help: 'Time of a storage call.',
    labelNames: ['call'],
    buckets: STORE_SECONDS,
    registers,
  });
  const storeErrors = new Counter({
    name: 'hostmedic_storage_errors_total',
    help: 'Storage calls that failed, by code.',
    labelNames: ['call', 'code'],
    registers,
  });

  return {
    turnStarted: () => running.inc(),
    turnEnded: (type, outcome, durationMs) => {
      running.dec();
      turns.inc({ type, outcome });
      turnSeconds.observe({ type }, durationMs / 1000);
    },
    refused: (status, reason) => refusals.inc({ status: String(status), reason }),
    concluded: (verdict, cause) => {
      verdicts.inc({ verdict });
      if (cause !== null) causes.inc({ cause });
    },
    matched: (part, durationMs) => matchSeconds.observe({ part }, durationMs / 1000),
    sent: (status, durationMs, waitMs) => {
      sends.inc({ status: String(status ?? 'none') });
      sendSeconds.observe(durationMs / 1000);
      waitSeconds.observe(waitMs / 1000);
    },
    sentAgain: (status) => sendsAgain.inc({ status: String(status) }),
    stored: (call, durationMs, code) => {
      storeSeconds.observe({ call }, durationMs / 1000);
      if (code !== null) storeErrors.inc({ call, code });
    },
    text: async () => await registry.metrics(),
    contentType: registry.contentType,
  };
}

import http from 'node:http';

/** Answers that came, and how long they took. */
export class Tally {
  private readonly times: number[] = [];
  /** Answers with another status than the one that was expected, and requests without an answer. */
  failed = 0;

  add(durationMs: number, isGood: boolean): void {
    if (isGood) this.times.push(durationMs);
    else this.failed += 1;
  }

  get good(): number {
    return this.times.length;
  }

  /** @param share 0..1; 0.99 is p99, in milliseconds */
  percentile(share: number): number {
    const sorted = this.times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  }
}

/** Posts activities over connections that are kept, as long as the bot keeps them. */
export class Poster {
  private readonly agent: http.Agent;
  private readonly port: number;
  private readonly authorization: string | null;

  /**
   * @param authorization null: none is shown
   * @param connections   most at one time
   */
  constructor(port: number, authorization: string | null, connections: number) {
    this.port = port;
    this.authorization = authorization;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @returns false: another status, or no answer */
  async post(body: string, tally: Tally, expected = 200): Promise<boolean> {
    const startMs = performance.now();
    const isGood = (await this.status(body)) === expected;
    tally.add(performance.now() - startMs, isGood);
    return isGood;
  }

  /** 0: no answer. */
  private status(body: string): Promise<number> {
    const { port, agent, authorization } = this;
    const shown = authorization === null ? {} : { authorization };
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...shown };
    return new Promise((resolve) => {
      const options = { port, host: '127.0.0.1', method: 'POST', path: '/api/messages', headers, agent };
      http
        .request(options, (answer) => {
          answer.resume().once('close', () => resolve(answer.statusCode ?? 0));
        })
        .once('error', () => resolve(0))
        .end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Does work `first`, `first + 1`, ... with so many at one time, until `more` says no. */
export async function inParallel(
  width: number,
  more: (index: number) => boolean,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (more(next)) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** Begins work so many times a second, whether or not what began before has ended; resolves when all has. */
export async function atRate(
  perSecond: number,
  durationMs: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  const startMs = performance.now();
  const pending: Promise<unknown>[] = [];
  const all = Math.round((perSecond * durationMs) / 1000);
  while (pending.length < all) {
    const due = Math.min(all, Math.floor(((performance.now() - startMs) * perSecond) / 1000) + 1);
    while (pending.length < due) pending.push(work(pending.length));
    await pause(5);
  }
  await Promise.all(pending);
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

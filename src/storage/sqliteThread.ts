import type { Worker } from 'node:worker_threads';
import { HostmedicError } from '../model/errors.ts';
import { createTurnstile } from '../model/turnstile.ts';
import { TRY_MS } from './sessionStore.ts';
import { isReading, type Answer, type Call, type CallName, type CallResult, type Fault } from './sqliteCalls.ts';
import { startWorker } from './startWorker.ts';

export type ToThread =
  { readonly type: 'read' | 'write'; readonly calls: readonly Call[] } | { readonly type: 'close' };

export type FromThread =
  | { readonly type: 'opened'; readonly asides: readonly string[] }
  | { readonly type: 'not-opened'; readonly fault: Fault }
  | { readonly type: 'answers'; readonly answers: readonly Answer[] };

interface Waiting {
  readonly call: Call;
  /** When it was asked for, by performance.now. */
  readonly sinceMs: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: HostmedicError) => void;
}

/** Calls of one kind: a batch at a time is with the thread, the next one gathers meanwhile. */
interface Lane {
  readonly type: 'read' | 'write';
  waiting: Waiting[];
  readonly sent: Map<number, Waiting>;
}

/**
 * A SQLite file in a thread of its own, see sqliteWorker.ts. Writes that are asked for while the thread waits for the disk
 * go to it together, so many of them wait once. Reads do not wait for writes.
 */
export class SqliteThread {
  private readonly file: string;
  private readonly worker: Worker;
  private readonly lanes: readonly Lane[] = [
    { type: 'read', waiting: [], sent: new Map() },
    { type: 'write', waiting: [], sent: new Map() },
  ];
  private readonly pass = createTurnstile();
  private lastId = 0;
  private isClosing = false;
  private isOver = false;
  private readonly over: Promise<void>;

  /**
   * @param onPutAside told where a broken file is now
   * @throws STORAGE_UNAVAILABLE as openSqliteDatabase
   */
  static async start(file: string, onPutAside: (file: string) => void): Promise<SqliteThread> {
    const worker = startWorker(file);
    const thread = new SqliteThread(file, worker);
    const first = await new Promise<FromThread | Error>((resolve) => {
      worker.once('message', resolve);
      worker.once('error', resolve);
      void thread.over.then(() => resolve(new Error('its thread has ended')));
    });
    if (first instanceof Error) throw thread.failed(first.message);
    if (first.type === 'not-opened') throw new HostmedicError(first.fault.code, first.fault.message);
    if (first.type === 'opened') for (const aside of first.asides) onPutAside(aside);
    // A thread without work does not keep the process alive.
    worker.unref();
    return thread;
  }

  private constructor(file: string, worker: Worker) {
    this.file = file;
    this.worker = worker;
    worker.on('message', (message: FromThread) => {
      if (message.type === 'answers') this.take(message.answers);
    });
    // The exit follows, and tells those who wait.
    worker.on('error', () => undefined);
    this.over = new Promise((resolve) => worker.once('exit', () => resolve(this.lose())));
  }

  /** True when it ended, by itself or not; then nothing can be asked of it. */
  get ended(): boolean {
    return this.isOver;
  }

  /**
   * @param sinceMs when it was asked for, by performance.now
   * @throws as the call; STORAGE_UNAVAILABLE when it waited TRY_MS for the calls before it: then it was not tried
   */
  async run<Name extends CallName>(name: Name, args: Call<Name>['args'], sinceMs: number): Promise<CallResult<Name>> {
    if (this.isOver) throw this.failed('its thread has ended');
    this.lastId += 1;
    const call: Call = { id: this.lastId, name, args };
    const lane = this.lanes[isReading(name) ? 0 : 1]!;
    const answered = new Promise<unknown>((resolve, reject) => {
      lane.waiting.push({ call, sinceMs, resolve, reject });
    });
    if (lane.sent.size === 0) this.send(lane);
    return (await answered) as CallResult<Name>;
  }

  /** Lets what was asked for end. */
  async close(): Promise<void> {
    this.isClosing = true;
    this.closeWhenIdle();
    await this.over;
  }

  private send(lane: Lane): void {
    const now = performance.now();
    for (const one of lane.waiting) {
      // Whoever asked has given up, and a write now would surprise them.
      if (now - one.sinceMs > TRY_MS) one.reject(this.failed('its disk did not answer in time'));
      else lane.sent.set(one.call.id, one);
    }
    lane.waiting = [];
    if (lane.sent.size === 0) return;
    this.worker.ref();
    const calls = [...lane.sent.values()].map(({ call }) => call);
    this.worker.postMessage({ type: lane.type, calls } satisfies ToThread);
  }

  private take(answers: readonly Answer[]): void {
    for (const { id, value, fault } of answers) {
      for (const { sent } of this.lanes) {
        const one = sent.get(id);
        sent.delete(id);
        if (one !== undefined) void this.settle(one, value, fault);
      }
    }
    for (const lane of this.lanes) if (lane.sent.size === 0) this.send(lane);
    if (this.lanes.every(({ sent }) => sent.size === 0)) this.worker.unref();
    this.closeWhenIdle();
  }

  /** A turn that goes on computes for milliseconds: of answers that come together each gets a round of the event loop. */
  private async settle({ resolve, reject }: Waiting, value: unknown, fault: Fault | undefined): Promise<void> {
    await this.pass();
    if (fault === undefined) resolve(value);
    else reject(new HostmedicError(fault.code, fault.message));
  }

  private closeWhenIdle(): void {
    if (!this.isClosing || this.lanes.some(({ sent }) => sent.size > 0)) return;
    this.worker.ref();
    this.worker.postMessage({ type: 'close' } satisfies ToThread);
  }

  /** The thread is gone: nobody knows how far its last writes came. */
  private lose(): void {
    this.isOver = true;
    for (const lane of this.lanes) {
      for (const one of [...lane.sent.values(), ...lane.waiting]) one.reject(this.failed('its thread has ended'));
      lane.sent.clear();
      lane.waiting = [];
    }
  }

  private failed(reason: string): HostmedicError {
    return new HostmedicError('STORAGE_UNAVAILABLE', `HOSTMEDIC_STORAGE: the SQLite file ${this.file}: ${reason}`);
  }
}

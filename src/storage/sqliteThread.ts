import type { Worker } from 'node:worker_threads';
import { HostmedicError } from '../model/errors.ts';
import { TRY_MS } from './sessionStore.ts';
import type { Answer, Call, CallName, CallResult, Fault } from './sqliteCalls.ts';
import { startWorker } from './startWorker.ts';

export type ToThread = readonly Call[] | 'close';

export type FromThread =
  | { readonly type: 'opened'; readonly asides: readonly string[] }
  | { readonly type: 'not-opened'; readonly fault: Fault }
  | { readonly type: 'answers'; readonly answers: readonly Answer[] };

interface Waiting {
  readonly call: Call;
  readonly sinceMs: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: HostmedicError) => void;
}

/**
 * A SQLite file in a thread of its own, see sqliteWorker.ts. What is asked while the thread waits for the disk goes to it
 * together, so many writes wait once. A thread that ended by itself is started again with the next call.
 */
export class SqliteThread {
  private readonly file: string;
  private readonly onPutAside: (file: string) => void;
  private worker: Promise<Worker> | null = null;
  private waiting: Waiting[] = [];
  /** What the thread has and did not answer yet. */
  private readonly sent = new Map<number, Waiting>();
  private lastId = 0;

  constructor(file: string, onPutAside: (file: string) => void) {
    this.file = file;
    this.onPutAside = onPutAside;
  }

  /** @throws STORAGE_UNAVAILABLE as openSqliteDatabase */
  async open(): Promise<void> {
    await this.started();
  }

  /** @throws as the call; STORAGE_UNAVAILABLE when it waited TRY_MS for the calls before it: then it was not tried */
  async run<Name extends CallName>(name: Name, args: Call<Name>['args']): Promise<CallResult<Name>> {
    const worker = await this.started();
    this.lastId += 1;
    const call: Call = { id: this.lastId, name, args };
    const answered = new Promise<unknown>((resolve, reject) => {
      this.waiting.push({ call, sinceMs: performance.now(), resolve, reject });
    });
    if (this.sent.size === 0) this.send(worker);
    return (await answered) as CallResult<Name>;
  }

  /** Lets what was asked for end. */
  async close(): Promise<void> {
    if (this.worker === null) return;
    const worker = await this.worker;
    this.send(worker);
    worker.ref();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('close' satisfies ToThread);
    await ended;
  }

  private async started(): Promise<Worker> {
    this.worker ??= this.start();
    return await this.worker;
  }

  private async start(): Promise<Worker> {
    const worker = startWorker(this.file);
    try {
      await new Promise<void>((resolve, reject) => {
        worker.on('message', (message: FromThread) => {
          if (message.type === 'answers') return this.take(worker, message.answers);
          if (message.type === 'not-opened')
            return reject(new HostmedicError(message.fault.code, message.fault.message));
          for (const aside of message.asides) this.onPutAside(aside);
          resolve();
        });
        worker.once('error', (error) => this.lose(reject, error));
        worker.once('exit', () => this.lose(reject));
      });
    } catch (error) {
      this.worker = null;
      await worker.terminate();
      throw error;
    }
    // A thread without work does not keep the process alive.
    worker.unref();
    return worker;
  }

  private send(worker: Worker): void {
    const now = performance.now();
    const calls: Call[] = [];
    for (const one of this.waiting) {
      // Whoever asked has given up, and a write now would surprise them.
      if (now - one.sinceMs > TRY_MS) one.reject(this.failed('its disk did not answer in time'));
      else {
        this.sent.set(one.call.id, one);
        calls.push(one.call);
      }
    }
    this.waiting = [];
    if (calls.length === 0) return;
    worker.ref();
    worker.postMessage(calls satisfies ToThread);
  }

  private take(worker: Worker, answers: readonly Answer[]): void {
    for (const { id, value, fault } of answers) {
      const one = this.sent.get(id);
      this.sent.delete(id);
      if (fault === undefined) one?.resolve(value);
      else one?.reject(new HostmedicError(fault.code, fault.message));
    }
    if (this.sent.size > 0) return;
    worker.unref();
    this.send(worker);
  }

  /** The thread is gone: nobody knows how far its last writes came. */
  private lose(refuse: (error: HostmedicError) => void, cause?: Error): void {
    this.worker = null;
    const error = this.failed(cause === undefined ? 'its thread has ended' : cause.message);
    refuse(error);
    for (const one of [...this.sent.values(), ...this.waiting]) one.reject(error);
    this.sent.clear();
    this.waiting = [];
  }

  private failed(reason: string): HostmedicError {
    return new HostmedicError('STORAGE_UNAVAILABLE', `HOSTMEDIC_STORAGE: the SQLite file ${this.file}: ${reason}`);
  }
}

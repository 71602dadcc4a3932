// In: one call of request, uploadFile or downloadFile, as steps. Out: its task; the steps are run with the timer, the abort
// and the one end that R15 to R17 and U4 of the contract ask for.
// Shared by the two hosts; what their results look like they say themselves.

import { BadParameter } from './encode.ts';
import type { Exchange, Incoming, Watch } from './exchange.ts';
import type { Loopback } from './loopback.ts';
import { createEnd, readCallbacks, runIsolated, type Callback, type Report } from './settle.ts';

export interface HttpHost {
  readonly loopback: Loopback;
  readonly report: Report;
  /** The argument of fail. */
  failure(api: string, isParameter: boolean, reason: string): object;
  /** Milliseconds for the whole exchange. */
  timeout(api: string, options: Readonly<Record<string, unknown>>): number;
}

export interface HttpSteps<P> {
  /** Reads the options, within the call. @throws BadParameter */
  prepare(options: Readonly<Record<string, unknown>>): P;
  /** Begins the exchange, after the tick of the call. */
  start(prepared: P, watch: Watch): Exchange | Promise<Exchange>;
  /** The argument of success. */
  finish(incoming: Incoming, prepared: P): object | Promise<object>;
  /** Which direction progress is told about, and under which names. */
  readonly progress?: { readonly of: 'sent' | 'received'; readonly done: string; readonly total: string };
}

export interface HttpTask {
  abort(): void;
  onProgressUpdate(listener: unknown): void;
}

export function startHttpCall<P>(host: HttpHost, api: string, given: unknown, steps: HttpSteps<P>): HttpTask {
  const options = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const callbacks = readCallbacks(options);
  const end = createEnd(callbacks, host.report);
  const listeners: Callback[] = [];
  let exchange: Exchange | undefined;
  let lastProgress = -1;

  const timer = setTimeout(() => stop('timeout'), host.timeout(api, options));

  const fail = (error: unknown): void => {
    clearTimeout(timer);
    end.fail(host.failure(api, error instanceof BadParameter, error instanceof Error ? error.message : String(error)));
  };
  const stop = (reason: string): void => {
    if (end.isSettled()) return;
    fail(new Error(reason));
    exchange?.cut(reason);
  };
  const tell = (done: number, total: number, isEnd: boolean): void => {
    if (!steps.progress || end.isSettled() || lastProgress === 100) return;
    const progress = isEnd ? 100 : total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
    lastProgress = progress;
    const event = { progress, [steps.progress.done]: done, [steps.progress.total]: total || (isEnd ? done : 0) };
    for (const listener of listeners) runIsolated(listener, event, host.report);
  };

  try {
    if (callbacks.fault) throw callbacks.fault;
    const prepared = steps.prepare(options);
    setImmediate(() => {
      run(prepared).catch(fail);
    });
  } catch (error) {
    if (!(error instanceof BadParameter)) throw error;
    fail(error);
  }
  return {
    abort: () => stop('abort'),
    onProgressUpdate(listener) {
      if (typeof listener === 'function') listeners.push(listener as Callback);
    },
  };

  async function run(prepared: P): Promise<void> {
    if (end.isSettled()) return;
    let sent = 0;
    let received = 0;
    const watch: Watch = {
      sent(bytes, total) {
        sent = bytes;
        if (steps.progress?.of === 'sent') tell(bytes, total, false);
      },
      received(bytes, total) {
        received = bytes;
        if (steps.progress?.of === 'received') tell(bytes, total, false);
      },
    };
    const started = await steps.start(prepared, watch);
    exchange = started;
    if (end.isSettled()) started.cut('abort');
    const incoming = await started.answer;
    if (end.isSettled()) return;
    tell(steps.progress?.of === 'sent' ? sent : received, 0, true);
    const result = await steps.finish(incoming, prepared);
    clearTimeout(timer);
    end.succeed(result);
  }
}

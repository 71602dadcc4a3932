// In: runs, one after the other, as messages to a worker thread. Out: for each the program's trace, and word of its end,
// which is when nothing is left in the thread's event loop that could go on.
// Puts the globals back after each run. Knows nothing of what a world holds.

import { parentPort } from 'node:worker_threads';
import { snapshot } from './snapshot.ts';
import type { TraceEvent } from './wire.ts';
import { enterWorld, type WorldData } from './world.ts';

export type ThreadOrder =
  | { readonly kind: 'run'; readonly data: WorldData }
  | { readonly kind: 'ping' }
  | { readonly kind: 'reached'; readonly path: string };

export type ThreadMessage =
  | { readonly kind: 'trace'; readonly event: TraceEvent }
  | { readonly kind: 'started' }
  | { readonly kind: 'pong' }
  /** The program waits for the server to get `count` requests for `path`. */
  | { readonly kind: 'await'; readonly path: string; readonly count: number }
  | { readonly kind: 'end' };

const port = parentPort;
if (!port) throw new Error('this module is the start of a worker thread');
const post = (message: ThreadMessage): void => port.postMessage(message);

const record = (name: string, ...value: readonly unknown[]): void => {
  const event = value.length > 0 ? { name, value: snapshot(value[0]) } : { name };
  post({ kind: 'trace', event });
};
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  const write = (...values: readonly unknown[]): void => record(`console.${level}`, values);
  (console as unknown as Record<string, unknown>)[level] = write;
}

const waiting = new Map<string, () => void>();
/** Resolves when the server has got that many requests for the path, with all of their bodies. */
const reached = (path: string, count = 1): Promise<void> =>
  new Promise((resolve) => {
    waiting.set(path, resolve);
    post({ kind: 'await', path, count });
  });

const globals = Object.getOwnPropertyDescriptors(globalThis);
let state: 'free' | 'starting' | 'running' = 'free';
let leave: (() => void) | undefined;

process.on('uncaughtException', (error) => record('uncaught', error));
process.on('unhandledRejection', (reason) => record('unhandled', reason));
process.on('beforeExit', () => {
  if (state === 'starting') setImmediate(() => {});
  if (state !== 'running') return;
  leave?.();
  restoreGlobals();
  waiting.clear();
  state = 'free';
  port.ref();
  post({ kind: 'end' });
});

port.on('message', (order: ThreadOrder) => {
  if (order.kind === 'reached') waiting.get(order.path)?.();
  else if (order.kind === 'ping') setTimeout(() => post({ kind: 'pong' }), 20).unref();
  else void run(order.data);
});

async function run(data: WorldData): Promise<void> {
  state = 'starting';
  port?.unref();
  const world = await enterWorld(data, record);
  leave = world.leave;
  Object.assign(globalThis, { trace: record, reached });
  post({ kind: 'started' });
  try {
    await world.load();
  } catch (error) {
    record('uncaught', error);
  }
  world.launch();
  state = 'running';
}

function restoreGlobals(): void {
  for (const name of Reflect.ownKeys(globalThis)) {
    if (!(name in globals)) Reflect.deleteProperty(globalThis, name);
  }
  for (const [name, descriptor] of Object.entries(globals)) {
    const now = Object.getOwnPropertyDescriptor(globalThis, name);
    const isSame = now?.value === descriptor.value && now?.get === descriptor.get && now !== undefined;
    if (!isSame && (now?.configurable ?? true)) Object.defineProperty(globalThis, name, descriptor);
  }
}

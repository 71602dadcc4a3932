// In: CommonJS modules by name, as a page gets them from its test. Out: a user's walk through the pages of the example (scenario.ts) on the
// fetch and WebSocket of a browser, and the trace of it. Runs in the page.
// Knows nothing of the network, and nothing of what it is compared with.

import { createHostStubs } from '../reference/host-stubs.ts';
import type { TraceEvent } from '../reference/wire.ts';

export interface BrowserWalk {
  /** Runs `walk.js`, which begins the walk; comes back at its end, or at what ended it before. */
  walkFiles(files: Readonly<Record<string, string>>): Promise<readonly TraceEvent[]>;
}

const events: TraceEvent[] = [];
const record = (name: string, value?: unknown): void => {
  events.push(value === undefined ? { name } : { name, value: plain(value) });
};

const photo = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], 'photo.png', { type: 'image/png' });
const big = URL.createObjectURL(new Blob(['swan'.repeat(1000)]));

for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[level] = (...values: readonly unknown[]) => record(`console.${level}`, values);
}

async function walkFiles(files: Readonly<Record<string, string>>): Promise<readonly TraceEvent[]> {
  await new Promise<void>((resolve) => {
    Object.assign(globalThis, {
      setImmediate: (then: () => void) => setTimeout(then),
      swan: createHostStubs(record, () => [photo]),
      files: { photo, big },
      trace(name: string, value?: unknown) {
        record(name, value);
        if (name === 'walked') resolve();
      },
    });
    const end = (reason: unknown): void => {
      record('uncaught', reason);
      resolve();
    };
    addEventListener('error', ({ message }) => end(message));
    addEventListener('unhandledrejection', ({ reason }) => end(reason));
    requireIn(files)('./walk.js');
  });
  return events;
}

function requireIn(files: Readonly<Record<string, string>>): (specifier: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const requireFrom = (from: string) => (specifier: string) => {
    const { pathname } = new URL(specifier, `file://${from}`);
    const known = loaded.get(pathname);
    if (known) return known.exports;
    const code = files[pathname.slice(1)];
    if (code === undefined) throw new Error(`Cannot find module '${specifier}'`);
    const module = { exports: {} };
    loaded.set(pathname, module);
    new Function('exports', 'require', 'module', code)(module.exports, requireFrom(pathname), module);
    return module.exports;
  };
  return requireFrom('/');
}

/** As it is now, as far as it can leave the page. */
function plain(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  const text = JSON.stringify(value, (_, item: unknown) => {
    if (item instanceof Error) return { $: 'Error', message: item.message };
    return item instanceof Blob ? { $: 'Blob', size: item.size, type: item.type } : item;
  });
  return text === undefined ? { $: typeof value } : (JSON.parse(text) as unknown);
}

const walk: BrowserWalk = { walkFiles };
Object.assign(globalThis, { walk });

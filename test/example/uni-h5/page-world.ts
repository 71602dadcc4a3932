// In: nothing but a page of a browser in which uni-h5 is `wx`. Out: what the executed programs expect to find in their world:
// trace, reached, files, the pages of a mini-program and the APIs beside the network. Events wait in `events` to be read.
// Knows nothing of uni-h5 itself.

import { createHostStubs } from '../../reference/host-stubs.ts';
import { createPages } from '../../reference/pages.ts';
import type { TraceEvent } from '../../reference/wire.ts';

interface PageGlobals {
  events: TraceEvent[];
  taps: readonly string[];
  setImmediate: (callback: () => void) => void;
  swan: object;
  wx: object;
  launchPages(): void;
}

const globals = globalThis as unknown as PageGlobals;
globals.events = [];
globals.setImmediate = (callback) => void setTimeout(callback);

const record = (name: string, ...value: readonly unknown[]): void => {
  globals.events.push(value.length > 0 ? { name, value: snapshot(value[0], []) } : { name });
};
for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[level] = (...values: unknown[]) => record(`console.${level}`, values);
}
addEventListener('error', (event) => record('uncaught', event.error));
addEventListener('unhandledrejection', (event) => record('unhandled', event.reason));

const photo = Uint8Array.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  ...new TextEncoder().encode('sword-or-swan'),
]);
const place = (bytes: BlobPart, name: string, type = 'application/octet-stream'): string =>
  URL.createObjectURL(new File([bytes], name, { type }));
const files = {
  photo: place(photo, 'photo.png', 'image/png'),
  report: place('a report, in bytes', 'report.bin'),
  big: place('swan'.repeat(175_000), 'big.bin'),
  missing: 'blob:nothing',
  read: async (file: string | Blob) => (typeof file === 'string' ? (await fetch(file)).text() : file.text()),
};

const pages = createPages(record, globals.taps);
const stubs = createHostStubs(record, () => [files.photo]);
globals.launchPages = () => pages.launch();
Object.assign(globalThis, pages.globals, { trace: record, files, swan: stubs, wx: { ...stubs, ...globals.wx } });

/** As snapshot.ts of the reference has it, with what a page has for it. */
function snapshot(value: unknown, above: readonly object[]): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', text: String(value) };
  if (typeof value === 'bigint' || typeof value === 'symbol') return { $: typeof value, text: String(value) };
  if (typeof value === 'function') return { $: 'function' };
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return { $: 'cycle' };
  if (value instanceof Error || value instanceof DOMException) return { $: 'Error', message: value.message };
  if (value instanceof ArrayBuffer) return { $: 'ArrayBuffer', base64: base64(new Uint8Array(value)) };
  if (value instanceof Uint8Array) return { $: 'Uint8Array', base64: base64(value) };
  if (value instanceof Date) return { $: 'Date', text: String(value) };
  if (value instanceof Blob) return { $: 'Blob', size: value.size, type: value.type };
  if (value instanceof Promise) return { $: 'Promise' };
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item) => snapshot(item, inside));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, snapshot(item, inside)]));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

// In: any value of a program. Out: plain data that says what it was at that moment and can cross threads.
// What JSON cannot hold is spelled out under the key `$`. Knows nothing of traces.

import { types } from 'node:util';

/** Functions, symbols, cycles and depth included; getters are called. */
export function snapshot(value: unknown, above: readonly object[] = []): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', text: String(value) };
  if (typeof value === 'bigint' || typeof value === 'symbol') return { $: typeof value, text: String(value) };
  if (typeof value === 'function') return { $: 'function' };
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return { $: 'cycle' };
  if (types.isNativeError(value) || value instanceof DOMException) return { $: 'Error', message: value.message };
  if (types.isAnyArrayBuffer(value)) return { $: 'ArrayBuffer', base64: Buffer.from(value).toString('base64') };
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { $: value.constructor.name, base64: bytes.toString('base64') };
  }
  if (value instanceof Date) return { $: 'Date', text: String(value) };
  if (value instanceof Blob) return { $: 'Blob', size: value.size, type: value.type };
  if (value instanceof Promise) return { $: 'Promise' };
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item) => snapshot(item, inside));
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, item]) => [key, snapshot(item, inside)]),
  );
}

// In: a target and names. Out: the linked shim, loaded from a file as a program would load it.
// Knows nothing of what the shim does.

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { linkShim, shimExports, type ShimRequest } from '../../src/shim/shim.ts';
import type * as axiosShim from '../../src/runtime/axios.ts';
import type * as fetchShim from '../../src/runtime/fetch.ts';

export type FetchShim = typeof fetchShim;
export type AxiosShim = typeof axiosShim;
/** What both have. */
export type WebShim = Omit<FetchShim, 'send' | 'requestTask' | 'exchange' | 'payload'>;

/** Below node_modules, so that axios is found from there. */
const folder = path.join(import.meta.dirname, '../../node_modules/.cache/cygnet-shims');

/** The text of everything that a target has, or of some of it. */
export function shimText(target: ShimRequest['target'], request: Partial<ShimRequest> = {}): string {
  return linkShim({ target, names: shimExports(target), module: 'esm', typescript: false, ...request });
}

/** Writes a text to a file of its own and gives the file. `salt` makes a second instance of the same text. */
export function writeShim(text: string, ending: string, salt = ''): string {
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256')
    .update(text + salt)
    .digest('hex')
    .slice(0, 16);
  const file = path.join(folder, `${name}${ending}`);
  writeFileSync(file, text);
  return file;
}

export async function loadShim<Shim>(text: string, salt = ''): Promise<Shim> {
  return (await import(/* @vite-ignore */ pathToFileURL(writeShim(text, '.mjs', salt)).href)) as Shim;
}

export function requireShim<Shim>(text: string): Shim {
  return createRequire(import.meta.url)(writeShim(text, '.cjs')) as Shim;
}

// In: the id of a module, as a bundler has it. Out: the file that it comes from, and which part of it, where a component was taken
// apart: `App.vue?vue&type=script&setup=true&lang.ts`.
// Knows nothing of what is in the file.

import path from 'node:path';

export interface ModuleId {
  /** Absolute. */
  readonly path: string;
  /** Absent where the id names no part. */
  readonly block?: {
    readonly isScript: boolean;
    /** What the block would be called if it were a file: its language is the extension. */
    readonly name: string;
  };
}

/** A script by itself, and no component that holds one. */
export const scriptFile = /\.[cm]?[jt]sx?$/i;
const languages: ReadonlySet<string> = new Set(['js', 'jsx', 'ts', 'tsx', 'mjs', 'mts', 'cjs', 'cts']);

/** Nothing for what lies in no file. */
export function readModuleId(id: string): ModuleId | undefined {
  const at = id.indexOf('?');
  const file = at < 0 ? id : id.slice(0, at);
  // Rollup's sign for what a plugin has made up.
  if (file.startsWith('\0') || !path.isAbsolute(file)) return undefined;
  const normal = path.normalize(file);
  const query = new URLSearchParams(at < 0 ? '' : id.slice(at + 1));
  const type = query.get('type');
  // Only what can be taken apart has blocks: Vite asks for `worker.js?worker_file&type=module`.
  if (type === null || scriptFile.test(normal)) return { path: normal };
  // Some write the language as `lang=ts`, some as a key that ends like a file.
  const key = [...query.keys()].find((one) => one.startsWith('lang.'));
  const language = query.get('lang') ?? key?.slice('lang.'.length) ?? 'js';
  const name = `${normal}.${languages.has(language) ? language : 'js'}`;
  return { path: normal, block: { isScript: type === 'script', name } };
}

// In: the text of a linked shim. Out: its size as it reaches users: minified for ES2020 and compressed.
// Knows nothing of limits.

import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';

/** Bytes after esbuild and gzip -9; imports (axios) stay outside. */
export async function shippedSize(text: string): Promise<number> {
  const { code } = await transform(text, { minify: true, target: 'es2020', format: 'esm' });
  return gzipSync(code, { level: 9 }).length;
}

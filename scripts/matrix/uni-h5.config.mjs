// In: nothing. Out: how vitest runs the programs that have uni-h5 as their wx. They stand beside the tests and are no part of them.
// Used by uni-h5.mjs alone.

import path from 'node:path';

export default {
  root: path.resolve(import.meta.dirname, '../..'),
  cacheDir: 'node_modules/.cache/vite-matrix',
  test: { include: ['test/example/uni-h5/uni-h5-programs.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
};

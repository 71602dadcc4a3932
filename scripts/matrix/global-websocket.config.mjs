// In: nothing. Out: how vitest runs the socket tests of the shim with the WebSocket that the platform itself has, from
// Node 22 on, in the place of the package ws. The server stays the same.
// Used by nodes.mjs alone.

import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export default {
  root,
  cacheDir: 'node_modules/.cache/vite-matrix',
  plugins: [
    {
      name: 'global-websocket',
      enforce: 'pre',
      transform(code, id) {
        if (!id.endsWith('/test/runtime/sockets.test.ts')) return undefined;
        const wanted = "import { WebSocket } from 'ws';";
        if (!code.includes(wanted)) throw new Error(`${id} does not import WebSocket as it used to`);
        return { code: code.replace(wanted, 'const { WebSocket } = globalThis;'), map: null };
      },
    },
  ],
  test: { include: ['test/runtime/sockets.test.ts'], testTimeout: 30_000 },
};

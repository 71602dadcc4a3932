// In: the code of a bundle that exports `run(base)`. Out: what it asked a server on loopback, in the order of arrival, and what `run`
// came to. Knows nothing of bundlers.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly type: string;
  readonly body: string;
}

export interface Ran {
  readonly asked: readonly Asked[];
  readonly result: unknown;
}

interface Bundle {
  run(base: string): Promise<unknown>;
}

export async function runBundle(code: string): Promise<Ran> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, type: headers['content-type'] ?? '', body: Buffer.concat(parts).toString() });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ said: url }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const module: { exports: Bundle } = { exports: { run: () => Promise.reject(new Error('there is no run')) } };
    // A host that can do nothing: what is handed on is there, and what was not moved fails.
    new Function('module', 'exports', 'swan', code)(module, module.exports, {});
    const result = await module.exports.run(`http://127.0.0.1:${port}`);
    return { asked, result };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

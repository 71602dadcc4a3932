// In: how large it may be. Out: two tables for Node and for Chromium: what a request through the shim costs beside a bare one, and the heap
// while 20,000 of them are made. The server runs here, so its time is nobody's.

import http from 'node:http';
import path from 'node:path';
import { median, ratio, spread } from '../measure/figures.mjs';
import { measureProcess } from '../measure/process.mjs';
import { markdownTable } from '../report/markdown.mjs';
import { measureInChromium, pageScript } from '../inside/shim-in-chromium.mjs';
import { writeShims } from '../inside/shim-modules.mjs';

const names = ['fetch', 'fetch shim', 'axios', 'axios shim'];
const list = Array.from({ length: 10 }, (_, i) => ({ id: i, name: `item ${i}`, price: i * 1.5 }));
const answer = JSON.stringify({ id: 1, list });

export async function measureShim({ size, runs, tell }) {
  const inAll = 4 * Math.ceil(5000 * size);
  const inBlock = Math.ceil(500 * size);
  const blocks = Math.max(2, runs);
  const shims = await writeShims();
  const server = await startServer(await pageScript(shims));
  try {
    tell(`Node: ${blocks} blocks of ${inBlock} requests by each of four clients, then ${inAll} by each shim`);
    const inNode = await measureInNode(server.origin, { inBlock, blocks, inAll }, shims);
    tell('Chromium: the same');
    const inChromium = await measureInChromium(server.origin, { inBlock, blocks, inAll, names });
    return [
      `One request for ${answer.length} bytes of JSON on loopback, four at a time, ${blocks} blocks of ${inBlock} by each client in turn, after some that do not count.`,
      costTable({ [`Node ${process.version}`]: inNode, [`Chromium ${inChromium.version}`]: inChromium }),
      `The heap after a collection, in MB, before and while one shim makes ${inAll.toLocaleString('en')} requests:`,
      heapTable({ Node: inNode, Chromium: inChromium }, inAll),
    ].join('\n\n');
  } finally {
    server.close();
  }
}

async function measureInNode(origin, { inBlock, blocks, inAll }, { fetchShim, axiosShim }) {
  const program = path.resolve(import.meta.dirname, '../inside/shim-in-node.mjs');
  const args = [`${origin}/data`, inBlock, blocks, inAll, fetchShim, axiosShim].map(String);
  const { status, output, errors } = await measureProcess({
    file: process.execPath,
    args: ['--expose-gc', program, ...args],
  });
  if (status !== 0) throw new Error(errors);
  return JSON.parse(output);
}

function costTable(places) {
  const rows = Object.entries(places).flatMap(([place, { costs }]) =>
    names.map((name) => {
      const bare = median(costs[name.replace(' shim', '')]);
      const over = median(costs[name]) - bare;
      const isShim = name.endsWith('shim');
      return [place, name, spread(costs[name], 3), isShim ? over.toFixed(3) : '', isShim ? ratio(over / bare + 1) : ''];
    }),
  );
  return markdownTable(['', '', 'CPU a request, ms:', 'over the bare one, ms:', 'bare = 1:'], rows);
}

function heapTable(places, inAll) {
  const steps = [0, 1, 2, 3, 4].map((step) => `${((inAll / 4) * step).toLocaleString('en')}:`);
  const rows = Object.entries(places).flatMap(([place, { heaps }]) =>
    Object.entries(heaps).map(([name, sizes]) => [place, name, ...sizes.map((one) => one.toFixed(2))]),
  );
  return markdownTable(['', '', ...steps], rows);
}

/** Answers with the page, what it runs, and the data. */
async function startServer(script) {
  const bodies = {
    '/': ['text/html', '<!doctype html><title>bench</title><script src="/page.js"></script>'],
    '/page.js': ['text/javascript', script],
    '/data': ['application/json', answer],
  };
  const server = http.createServer((request, response) => {
    const [type, body] = bodies[request.url] ?? [];
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

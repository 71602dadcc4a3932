// In: a server's way to answer a page, how many requests in a block, how many blocks, and how many requests in all for the memory.
// Out: the same figures as shim-in-node.mjs for Chromium: the time of the processor is that of the page's process.

import { build } from 'esbuild';
import path from 'node:path';
import { importSources } from '../../scripts/import-sources.mjs';

/** What the page runs. */
export async function pageScript({ fetchShim, axiosShim }) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as fetchShim from ${JSON.stringify(fetchShim)};
        import * as axiosShim from ${JSON.stringify(axiosShim)};
        import axios from 'axios';
        import { askOften, clientsOf } from ${JSON.stringify(path.join(import.meta.dirname, 'clients.mjs'))};
        const clients = clientsOf({ fetchShim, axiosShim, axios });
        globalThis.bench = { ask: (name, count) => askOften(clients[name], '/data', count) };`,
      resolveDir: path.dirname(fetchShim),
    },
    ...{ bundle: true, format: 'iife', write: false, logLevel: 'error' },
  });
  return outputFiles[0].text;
}

export async function measureInChromium(origin, { inBlock, blocks, inAll, names }) {
  const { browsers } = await importSources('bench-browsers', `export { browsers } from './test/runtime/browsers.ts';`);
  const browser = await browsers[0].launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    await page.waitForFunction('globalThis.bench');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const ask = (name, count) => page.evaluate(([one, many]) => globalThis.bench.ask(one, many), [name, count]);
    const spentNow = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? NaN) * 1000;
    };
    const heapNow = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
    };
    const costs = Object.fromEntries(names.map((name) => [name, []]));
    for (const name of names) await ask(name, inBlock);
    for (let block = 0; block < blocks; block++) {
      for (const name of names) {
        const before = await spentNow();
        await ask(name, inBlock);
        costs[name].push(((await spentNow()) - before) / inBlock);
      }
    }
    const heaps = {};
    for (const name of names.filter((one) => one.endsWith('shim'))) {
      heaps[name] = [await heapNow()];
      for (let i = 0; i < 4; i++) {
        await ask(name, inAll / 4);
        heaps[name].push(await heapNow());
      }
    }
    return { version: browser.version(), costs, heaps };
  } finally {
    await browser.close();
  }
}

// In: a url, how many requests in a block, how many blocks, how many requests in all for the memory, and the files of the shims.
// Out: as JSON the milliseconds of the processor that a request takes by each client, block by block in turn, and the heap of each shim
// while it makes all of its requests. The server is another process. Wants --expose-gc.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { askOften, clientsOf } from './clients.mjs';

const [url, inBlock, blocks, inAll, fetchShim, axiosShim] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(file).href);
const { default: axios } = await import(pathToFileURL(createRequire(fetchShim).resolve('axios')).href);
const clients = clientsOf({ fetchShim: await load(fetchShim), axiosShim: await load(axiosShim), axios });

const costs = Object.fromEntries(Object.keys(clients).map((name) => [name, []]));
// Until Node has compiled what it runs often.
for (const client of Object.values(clients)) await askOften(client, url, Number(inBlock) * 4);
for (let block = 0; block < Number(blocks); block++) {
  for (const [name, client] of Object.entries(clients)) {
    const before = process.cpuUsage();
    await askOften(client, url, Number(inBlock));
    const { user, system } = process.cpuUsage(before);
    costs[name].push((user + system) / 1000 / Number(inBlock));
  }
}

const heaps = {};
for (const name of ['fetch shim', 'axios shim']) {
  heaps[name] = [heapNow()];
  for (let i = 0; i < 4; i++) {
    await askOften(clients[name], url, Number(inAll) / 4);
    heaps[name].push(heapNow());
  }
}
console.log(JSON.stringify({ costs, heaps }));

function heapNow() {
  globalThis.gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

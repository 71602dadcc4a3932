// In: the files of the example mini-program, before or after a rewrite, and the world for them. Out: the wire that the backend
// saw and the trace of a user's walk through the pages (scenario.ts).
// Knows nothing of what counts as equal.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build, transform } from 'esbuild';
import type { Run } from '../reference/run.ts';
import type { ThreadMessage, ThreadOrder } from '../reference/thread.ts';
import { withThread } from '../reference/thread-pool.ts';
import type { TraceEvent } from '../reference/wire.ts';
import type { WorldData, WorldName } from '../reference/world.ts';
import { exampleFolder, readProgramFiles } from './migrated.ts';
import { startTeaShop, type TeaShop } from './tea-shop.ts';

/**
 * @param folder the program's root
 * @param limit milliseconds, after which a walk that does not end is cut
 */
export async function walkThrough(folder: string, world: WorldName, limit = 60_000): Promise<Run> {
  return walk(await scripts(folder), world, limit);
}

/** @param files CommonJS modules by name; `walk.js` begins the walk with what `./scenario.js` exports */
export async function walkFiles(
  files: Readonly<Record<string, string>>,
  world: WorldName,
  limit = 60_000,
): Promise<Run> {
  return walk({ 'scenario.js': await scenarioScript(), ...files }, world, limit);
}

async function walk(files: Record<string, string>, world: WorldName, limit: number): Promise<Run> {
  const shop = await startTeaShop();
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'cygnet-run-'));
  try {
    const { networkTimeout } = JSON.parse(await readFile(path.join(exampleFolder, 'app.json'), 'utf8')) as Pick<
      Required<WorldData>,
      'networkTimeout'
    >;
    const trace = await runThread(shop, limit, {
      world,
      port: shop.port,
      folder: temporary,
      program: { files, entry: 'walk.js' },
      isBare: false,
      hasBothHosts: false,
      taps: [],
      networkTimeout,
    });
    return { wire: shop.wire, trace };
  } finally {
    await shop.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The program's own files, modules among them turned into scripts as a mini-program's build does, and the walk. */
async function scripts(folder: string): Promise<Record<string, string>> {
  const own = Object.entries(readProgramFiles(folder, /\.js$/)).map(async ([name, code]) => {
    const isModule = /^(import|export) /m.test(code);
    return [name, isModule ? (await transform(code, { format: 'cjs', target: 'esnext' })).code : code] as const;
  });
  return {
    ...Object.fromEntries(await Promise.all(own)),
    'scenario.js': await scenarioScript(),
    'walk.js': `void require('./scenario.js').walk(file => require(file));`,
  };
}

/** What begins a walk, as a CommonJS module. */
export async function scenarioScript(): Promise<string> {
  const scenario = await build({
    entryPoints: [path.join(import.meta.dirname, 'scenario.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'node20',
  });
  return scenario.outputFiles[0]?.text ?? '';
}

async function runThread(shop: TeaShop, limit: number, data: WorldData): Promise<TraceEvent[]> {
  const trace: TraceEvent[] = [];
  await withThread(
    (thread) =>
      new Promise((resolve, reject) => {
        const send = (order: ThreadOrder): void => thread.postMessage(order);
        const leave = (state: 'again' | 'spent'): void => {
          clearTimeout(timer);
          thread.off('message', hear);
          thread.off('error', reject);
          resolve(state);
        };
        const timer = setTimeout(() => {
          trace.push({ name: 'limit' });
          leave('spent');
        }, limit);
        const hear = (message: ThreadMessage): void => {
          if (message.kind === 'trace') trace.push(message.event);
          else if (message.kind === 'end') leave('again');
          else if (message.kind === 'await') {
            void shop.reached(message.path, message.count).then(() => send({ kind: 'reached', path: message.path }));
          }
        };
        thread.on('message', hear);
        thread.on('error', reject);
        send({ kind: 'run', data });
      }),
  );
  return trace;
}

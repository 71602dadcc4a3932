// In: runs to make. Out: threads to make them in, a few that are used again, each by one run at a time.
// A thread that did not come to an end of its own is thrown away. Knows nothing of what a run is.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const maxThreads = 3;

const free: Worker[] = [];
const queue: (() => void)[] = [];
let running = 0;
let script: Promise<string> | undefined;

/** Waits until a thread is free and uses it; `use` says whether the thread can be used again. */
export async function withThread(use: (thread: Worker) => Promise<'again' | 'spent'>): Promise<void> {
  while (running >= maxThreads) await new Promise<void>((resolve) => queue.push(resolve));
  running += 1;
  try {
    const thread = free.pop() ?? (await startThread());
    thread.ref();
    const state = await use(thread);
    if (state === 'again') {
      thread.unref();
      free.push(thread);
    } else await thread.terminate();
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

async function startThread(): Promise<Worker> {
  script ??= buildScript();
  return new Worker(await script, { env: withoutProxy(), stdout: true, stderr: true });
}

/** The code of the threads as one script, made once in each process. */
async function buildScript(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(import.meta.dirname, 'thread.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  });
  const code = result.outputFiles[0]?.text ?? '';
  const folder = path.join(import.meta.dirname, '../../node_modules/.cache/reference');
  const file = path.join(folder, `thread-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, file);
  return file;
}

/** A client that honours proxies would not reach the loopback server. */
function withoutProxy(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(https?|all|no)_proxy$/i.test(name)));
}

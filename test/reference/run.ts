// In: a program as text, and the world it shall run in. Out: the wire that a real server saw and the trace that the
// program left. Each run has a server, a folder and a thread of its own.
// Knows nothing of what swan means and of what counts as equal.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { startServer, type LoopbackServer } from './server.ts';
import type { NetworkTimeout } from './swan.ts';
import type { TraceEvent, WireEntry } from './wire.ts';
import { withThread } from './thread-pool.ts';
import type { ThreadMessage, ThreadOrder } from './thread.ts';
import type { WorldData, WorldName } from './world.ts';

export interface ProgramOptions {
  /** The program as one file, or as several by path (`/` between folders). */
  readonly code?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** The file to start; `program.js` for `code`. Its ending says whether it is TypeScript. */
  readonly entry?: string;
  readonly target: WorldName;
  readonly networkTimeout?: NetworkTimeout;
  readonly sockets?: 'one' | 'many';
  /** U2 on the reference swan. */
  readonly uploadData?: 'text' | 'parsed';
  /** The page that relative urls belong to, on the web and, when given, on the reference swan. */
  readonly page?: string;
  /** In the new world the other APIs of swan are gone too. */
  readonly isBare?: boolean;
  /** In the new world swan is there as a whole, its network too. */
  readonly hasBothHosts?: boolean;
  /** Page handlers to call after onLoad. */
  readonly taps?: readonly string[];
  /** `idle`: the run also ends when nothing happens any more though a socket is open. */
  readonly until?: 'quiet' | 'idle';
  /** Milliseconds after which a run that does not end is cut; the trace then ends with `limit`. */
  readonly limit?: number;
}

export interface Run {
  readonly wire: readonly WireEntry[];
  readonly trace: readonly TraceEvent[];
}

/** Turns of the program's own event loop without any event, after which it counts as idle. */
const idleTurns = 12;

export async function runProgram(options: ProgramOptions): Promise<Run> {
  const server = await startServer();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cygnet-run-'));
  try {
    const data: WorldData = {
      world: options.target,
      port: server.port,
      folder,
      program: await prepareProgram(options, folder),
      isBare: options.isBare ?? false,
      hasBothHosts: options.hasBothHosts ?? false,
      taps: options.taps ?? [],
      ...(options.networkTimeout ? { networkTimeout: options.networkTimeout } : {}),
      ...(options.sockets ? { sockets: options.sockets } : {}),
      ...(options.uploadData ? { uploadData: options.uploadData } : {}),
      ...(options.page === undefined ? {} : { page: options.page }),
    };
    const trace = await runThread(data, server, options.until ?? 'quiet', options.limit ?? 10_000);
    await server.drained();
    return { wire: server.wire, trace };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runThread(
  data: WorldData,
  server: LoopbackServer,
  until: 'quiet' | 'idle',
  limit: number,
): Promise<TraceEvent[]> {
  const trace: TraceEvent[] = [];
  await withThread(
    (thread) =>
      new Promise((resolve, reject) => {
        let turns = 0;
        let seen = '';
        const timer = setTimeout(() => {
          trace.push({ name: 'limit' });
          leave('spent');
        }, limit);
        const send = (order: ThreadOrder): void => thread.postMessage(order);
        const leave = (state: 'again' | 'spent'): void => {
          clearTimeout(timer);
          thread.off('message', hear);
          thread.off('error', reject);
          resolve(state);
        };
        const hear = (message: ThreadMessage): void => {
          if (message.kind === 'end') leave('again');
          else if (message.kind === 'trace') {
            trace.push(message.event);
            turns = 0;
          } else if (message.kind === 'await') {
            const answer: ThreadOrder = { kind: 'reached', path: message.path };
            void server.reached(message.path, message.count).then(() => send(answer));
          } else if (until === 'idle') {
            const activity = activityOf(server.wire);
            turns = seen === activity ? turns + 1 : 0;
            seen = activity;
            if (turns >= idleTurns) leave('spent');
            else send({ kind: 'ping' });
          }
        };
        thread.on('message', hear);
        thread.on('error', reject);
        send({ kind: 'run', data });
      }),
  );
  return trace;
}

function activityOf(wire: readonly WireEntry[]): string {
  return JSON.stringify(wire.map((entry) => (entry.kind === 'socket' ? entry.frames.length : entry.isWhole)));
}

/** Scripts run as they are; ES modules and TypeScript go through a bundler first, as they do in a project. */
async function prepareProgram(options: ProgramOptions, folder: string): Promise<WorldData['program']> {
  const entry = options.entry ?? 'program.js';
  const files = options.files ?? { [entry]: options.code ?? '' };
  if (!(entry in files)) throw new Error(`${entry} is not among the files of the program`);
  if (!isModule(entry, files[entry] ?? '') && !isTyped(entry)) {
    const scripts = await Promise.all(
      Object.entries(files).map(async ([name, code]) => {
        const isPlain = !isModule(name, code) && !isTyped(name);
        return [name, isPlain ? code : await toCommonJs(name, code)] as const;
      }),
    );
    return { files: Object.fromEntries(scripts), entry };
  }
  const esm = path.join(folder, 'program.mjs');
  await writeFile(esm, await bundle(files, entry, options.target));
  return { esm };
}

async function toCommonJs(name: string, code: string): Promise<string> {
  const result = await transform(code, { format: 'cjs', loader: isTyped(name) ? 'ts' : 'js', target: 'esnext' });
  return result.code;
}

async function bundle(files: Readonly<Record<string, string>>, entry: string, target: WorldName): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'esnext',
    logLevel: 'silent',
    plugins: [
      {
        name: 'program',
        setup(plugin) {
          plugin.onResolve({ filter: /.*/ }, ({ path: wanted, importer, kind }) => {
            if (kind === 'entry-point') return { path: wanted, namespace: 'program' };
            if (wanted === 'axios' && target === 'axios') return { path: wanted, namespace: 'client' };
            if (wanted.startsWith('node:')) return { path: wanted, external: true };
            const base = path.posix.join(path.posix.dirname(importer), wanted);
            const plain = base.replace(/\.[cm]?js$/, '');
            const found = [base, `${base}.ts`, `${base}.js`, `${plain}.ts`].find((name) => name in files);
            if (!wanted.startsWith('.') || found === undefined) {
              return { errors: [{ text: `Cannot find module '${wanted}'` }] };
            }
            return { path: found, namespace: 'program' };
          });
          plugin.onLoad({ filter: /.*/, namespace: 'client' }, () => ({
            contents: `module.exports = globalThis['axios of this world'];`,
          }));
          plugin.onLoad({ filter: /.*/, namespace: 'program' }, ({ path: name }) => ({
            contents: files[name] ?? '',
            loader: isTyped(name) ? 'ts' : 'js',
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text ?? '';
}

function isTyped(name: string): boolean {
  return /\.[cm]?ts$/.test(name);
}

function isModule(name: string, code: string): boolean {
  return /\.mjs$/.test(name) || (!/\.c[jt]s$/.test(name) && /^[ \t]*(import|export)\b(?!\s*\()/m.test(code));
}

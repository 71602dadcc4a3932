// In: compiled modules and the hosts that there are. Out: what the program did, line by line, and which host was asked.
// One realm serves all programs, one after the other; no server, no timer, no promise of this realm.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { linkShim, shimExports, type TargetName } from '../../src/index.ts';

export type World = 'swan' | 'rest of swan' | 'wx' | 'web';

/** A module of the program: a script whose value is the function that CommonJS makes of it. */
export interface Compiled {
  readonly name: string;
  readonly script: vm.Script;
}

export interface Run {
  /** Logged lines, requests by url, and errors by class. */
  readonly trace: string;
  /** For each request the host that was asked. */
  readonly hosts: string;
}

/** What goes through the linked shim itself; the rest is answered by the world, as files and sockets need a browser. */
const isRequestName = (name: string): boolean => !/File|Socket|WebSocket|useAxios/.test(name);

const inside = new vm.Script(readFileSync(path.join(import.meta.dirname, 'inside.js'), 'utf8'));
const turn = new vm.Script('$.turn()');

interface Realm {
  readonly context: vm.Context;
  readonly call: (text: string) => unknown;
}

let realm: Realm | undefined;
let runs = 0;

function openRealm(): Realm {
  const context = vm.createContext({ AbortController, TextDecoder, TextEncoder }, { microtaskMode: 'afterEvaluate' });
  inside.runInContext(context);
  const scripts = new Map<string, vm.Script>();
  const call = (text: string): unknown => {
    let script = scripts.get(text);
    if (!script) scripts.set(text, (script = new vm.Script(text)));
    return script.runInContext(context);
  };
  return { context, call };
}

const shims = new Map<TargetName, vm.Script>();

function shimFor(target: TargetName): vm.Script {
  let script = shims.get(target);
  if (!script) {
    const all = shimExports(target);
    const real = target === 'wx' ? all : all.filter(isRequestName);
    const stubs = all.filter((name) => !real.includes(name));
    const text = linkShim({ target, names: real, module: 'cjs', typescript: false });
    const stubbed = stubs.map(
      (name) => `exports.${name} = ${name === 'connectSocket' ? '$.socket()' : `$.stub('${name}')`};`,
    );
    script = new vm.Script(`(function (exports, require, module) {${text}\n${stubbed.join('\n')}\n})`);
    shims.set(target, script);
  }
  return script;
}

export async function run(
  modules: readonly Compiled[],
  entry: string,
  worlds: readonly World[],
  target?: TargetName,
): Promise<Run> {
  const rejected: string[] = [];
  const listeners = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason) => rejected.push(`unhandled ${nameOf(reason)}`));
  try {
    const { trace, hosts } = runInRealm(modules, entry, worlds, target);
    // By then it is known which promises nobody has handled.
    await new Promise((resolve) => setImmediate(resolve));
    return { trace: [trace, ...rejected].filter(Boolean).join('\n'), hosts };
  } finally {
    process.removeAllListeners('unhandledRejection');
    for (const listener of listeners) process.on('unhandledRejection', listener);
  }
}

/** An error of another realm is no Error of this one. */
function nameOf(reason: unknown): string {
  const { name } = Object(reason) as { name?: unknown };
  return typeof name === 'string' ? name : `a ${typeof reason}`;
}

function runInRealm(
  modules: readonly Compiled[],
  entry: string,
  worlds: readonly World[],
  target: TargetName | undefined,
): Run {
  // What one program leaves behind in the realm that cannot be taken away must not meet the next one.
  if (!realm || ++runs % 5_000 === 0) realm = openRealm();
  const { context, call } = realm;
  call(`$.start(${JSON.stringify(worlds)})`);
  const table = call('$.modules = {}') as Record<string, unknown>;
  for (const { name, script } of modules) table[name] = script.runInContext(context);
  if (target) table['swan-net'] = shimFor(target).runInContext(context);
  call(`$.load($.modules, ${JSON.stringify(entry)})`);
  while (turn.runInContext(context) === true);
  const { trace, hosts } = call('$.result()') as Run;
  const isClean = call('$.isClean()');
  if (isClean !== true) realm = undefined;
  return { trace, hosts };
}

// In: a program and the name of a world. Out: the globals of that world in this thread, and the way to load the program.
// Knows nothing of threads, of wire and of comparing.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { TargetName } from '../../src/index.ts';
import { runCommonJs } from './commonjs.ts';
import { createHostStubs } from './host-stubs.ts';
import { captureFetch, captureHttp, createLoopback } from './loopback.ts';
import { createPages } from './pages.ts';
import { createPickedFiles } from './picked-files.ts';
import { createSwan, type NetworkTimeout } from './swan.ts';
import { createWebSocketClass } from './web-socket.ts';
import { createWx } from './wx.ts';

export type WorldName = 'swan' | TargetName;

/** What there is besides the language: a target that is not here does not compile. */
const surroundings: Readonly<Record<WorldName, 'swan' | 'web' | 'wx'>> = {
  swan: 'swan',
  fetch: 'web',
  axios: 'web',
  wx: 'wx',
};

/** One run. */
export interface WorldData {
  readonly world: WorldName;
  readonly port: number;
  /** A folder of this run alone. */
  readonly folder: string;
  /** CommonJS modules by path, or one ES module that is written in `folder`. */
  readonly program:
    { readonly files: Readonly<Record<string, string>>; readonly entry: string } | { readonly esm: string };
  readonly networkTimeout?: NetworkTimeout;
  readonly sockets?: 'one' | 'many';
  readonly uploadData?: 'text' | 'parsed';
  /** Where relative urls belong to. */
  readonly page?: string;
  /** The other APIs of the old host are gone too. */
  readonly isBare: boolean;
  /** The old host is there as a whole. */
  readonly hasBothHosts: boolean;
  /** Page handlers to call after onLoad. */
  readonly taps: readonly string[];
}

export interface World {
  /** Runs the program's top level. Rejects with what it throws. */
  load(): Promise<void>;
  /** Brings the program's pages to life. */
  launch(): void;
  /** Takes back what is no global. */
  leave(): void;
}

type Recorder = (name: string, ...value: readonly unknown[]) => void;

/** Where the bundled program finds the client. */
export const axiosSlot = 'axios of this world';

export async function enterWorld(data: WorldData, record: Recorder): Promise<World> {
  const isWeb = surroundings[data.world] === 'web';
  const globals = globalThis as unknown as Record<string, unknown>;
  const pages = createPages(record, data.taps);
  const files = createPickedFiles(data.folder, isWeb);
  const stubs = createHostStubs(record, () => [files.photo]);
  const loopback = createLoopback(data.port);
  const leaving: (() => void)[] = [];
  const { folder, networkTimeout = {}, sockets = 'one', uploadData = 'text', page } = data;
  const shared = { loopback, folder, report: (error: unknown) => console.error(error), networkTimeout };
  const swan = { ...shared, sockets, uploadData, ...(page === undefined ? {} : { page }) };
  if (data.world === 'swan' || data.hasBothHosts) globals['swan'] = { ...stubs, ...createSwan(swan) };
  else if (!data.isBare) globals['swan'] = stubs;
  Object.assign(globals, pages.globals, { files });

  let axios: AxiosModule | undefined;
  if (isWeb) {
    captureHttp(loopback);
    leaving.push(await captureFetch(data.port));
    globals['WebSocket'] = createWebSocketClass(loopback);
    if (data.world === 'axios') {
      axios = createRequire(import.meta.url)('axios') as AxiosModule;
      leaving.push(keepDefaults(axios));
    }
    if (data.page !== undefined) leaving.push(placePage(data.page, axios));
  } else {
    for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'FormData']) delete globals[name];
    if (surroundings[data.world] === 'wx') globals['wx'] = { ...stubs, ...createWx(shared) };
  }
  globals[axiosSlot] = axios;

  return {
    async load() {
      if ('esm' in data.program) await import(pathToFileURL(data.program.esm).href);
      else runCommonJs(data.program.files, data.program.entry, axios ? { axios } : {});
    },
    launch: () => pages.launch(),
    leave() {
      for (const undo of leaving) undo();
    },
  };
}

type AxiosConstructor = new (defaults?: object) => object;

interface AxiosModule {
  readonly defaults: Record<string, unknown>;
  /** Instances of it stand for themselves: no default of the module reaches them. */
  Axios: AxiosConstructor;
}

/** Sees to it that what one program sets is not there for the next. */
function keepDefaults(axios: AxiosModule): () => void {
  const before = { ...axios.defaults };
  return () => {
    for (const name of Object.keys(axios.defaults)) delete axios.defaults[name];
    Object.assign(axios.defaults, before);
  };
}

/** A page has a place that relative urls belong to; Node has none, so both clients are told. */
function placePage(page: string, axios: AxiosModule | undefined): () => void {
  const platform = globalThis.fetch;
  globalThis.fetch = (input, init) => platform(typeof input === 'string' ? new URL(input, page).href : input, init);
  if (!axios) return () => {};
  const { Axios } = axios;
  axios.Axios = class extends Axios {
    constructor(defaults?: object) {
      super({ baseURL: page, ...defaults });
    }
  };
  return () => {
    axios.Axios = Axios;
  };
}

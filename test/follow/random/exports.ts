// In: a scope. Out: what a module exports, in the many ways to write it, as an ES module and as CommonJS.
// `default` and `=` (the whole of a CommonJS module) are names among the others.

import { api, host, maybe, surely, test } from './hosts.ts';
import type { Scope, Writer } from './writer.ts';

export type ExportKind = 'host' | 'api' | 'test' | 'namespace' | HolderKind;

/** What swan is got from by a step. */
export type HolderKind = 'getter' | 'list' | 'object' | 'class';

export type Exports = Map<string, ExportKind>;

export interface Exported {
  readonly lines: string[];
  readonly exports: Exports;
}

type Print = (writer: Writer, scope: Scope) => Exported;

const of = (lines: string[], ...names: [string, ExportKind][]): Exported => ({ lines, exports: new Map(names) });

export const esm: readonly [Print, ...Print[]] = [
  (w, s) => of([`export const request = ${api(w, s)}`], ['request', 'api']),
  (w, s) => of([`export const host = ${host(w, s)}`], ['host', 'host']),
  (w, s) => of([`export const { request } = ${host(w, s)}`], ['request', 'api']),
  (w, s) => of([`export const { request, uploadFile } = ${surely(w, s)}`], ['request', 'api']),
  (w, s) => of([`const { request } = ${host(w, s)}`, `export { request }`], ['request', 'api']),
  (w, s) =>
    of([`const h = ${host(w, s)}`, `export { h as host, h as default }`], ['host', 'host'], ['default', 'host']),
  (w, s) => of([`export default ${host(w, s)}`], ['default', 'host']),
  (w, s) => of([`export default { request: ${api(w, s)}, host: ${host(w, s)} }`], ['default', 'namespace']),
  (w, s) => of([`export default ${surely(w, s)}.request`], ['default', 'api']),
  (w, s) => of([`export function request(o) { return ${surely(w, s)}.request(o) }`], ['request', 'api']),
  (w, s) => of([`export const request = o => ${surely(w, s)}.request(o)`], ['request', 'api']),
  (w, s) =>
    of(
      [
        `export let host`,
        w.tape.of([
          `host = ${surely(w, s)}`,
          `if (on) host = ${surely(w, s)}`,
          `if (off) host = ${surely(w, s)}`,
          `later(() => { host = ${surely(w, s)} })`,
        ]),
      ],
      ['host', 'host'],
    ),
  (w, s) =>
    of([`export let host = ${surely(w, s)}`, `export function set(h) { host = h }`], ['host', 'host'], ['set', 'test']),
  (w, s) =>
    of(
      [
        `export let request = ${surely(w, s)}.request`,
        w.tape.of([
          `if (on) request = mock.request`,
          `if (off) request = mock.request`,
          `later(() => { request = mock.request })`,
        ]),
      ],
      ['request', 'api'],
    ),
  (w, s) =>
    of(
      [`export const request = ${w.tape.of(['on', 'off'])} ? ${surely(w, s)}.request : mock.request`],
      ['request', 'api'],
    ),
  (w, s) => of([`export const host = ${maybe(w, s)}`], ['host', 'host']),
  (w, s) =>
    of([`export const has = ${test(w, s)}`, `export const host = ${surely(w, s)}`], ['has', 'test'], ['host', 'host']),
  (w, s) =>
    of(
      [`export const hosts = { baidu: ${surely(w, s)}, other: mock }`, `export const host = hosts.baidu`],
      ['host', 'host'],
    ),
  (w, s) => of([`export function host() { return ${surely(w, s)} }`], ['host', 'getter']),
  (w, s) => of([`export const hosts = [${surely(w, s)}, mock]`], ['hosts', 'list']),
  (w, s) => of([`export const net = { ${hostMember(w, s)} }`], ['net', 'object']),
  (w, s) => of([`export class Client { ${classMember(w, s)} }`], ['Client', 'class']),
  (w, s) =>
    of(
      [`export const isSwan = () => ${test(w, s)}`, `export const { request } = ${surely(w, s)}`],
      ['isSwan', 'test'],
      ['request', 'api'],
    ),
  (w, s) =>
    of(
      [
        `export class Client { go(o) { return ${surely(w, s)}.request(o) } }`,
        `export const request = o => new Client().go(o)`,
      ],
      ['request', 'api'],
    ),
  (w, s) => of([`export default function (o) { return ${surely(w, s)}.request(o) }`], ['default', 'api']),
  (w, s) =>
    of(
      [
        `const api = { request: ${api(w, s)} }`,
        w.tape.of([
          `if (on) api.request = mock.request`,
          `if (off) api.request = mock.request`,
          `log(typeof api.request)`,
        ]),
        `export const { request } = api`,
      ],
      ['request', 'api'],
    ),
];

export const commonJs: readonly [Print, ...Print[]] = [
  (w, s) => of([`exports.request = ${api(w, s)}`], ['request', 'api']),
  (w, s) => of([`exports.host = ${host(w, s)}`], ['host', 'host']),
  (w, s) =>
    of([`module.exports = { request: ${api(w, s)}, host: ${host(w, s)} }`], ['request', 'api'], ['host', 'host']),
  (w, s) => of([`module.exports = { request: ${surely(w, s)}.request }`], ['request', 'api']),
  (w, s) => of([`module.exports = ${host(w, s)}`], ['=', 'host']),
  (w, s) => of([`module.exports = ${surely(w, s)}.request`], ['=', 'api']),
  (w, s) => of([`module.exports = function (o) { return ${surely(w, s)}.request(o) }`], ['=', 'api']),
  (w, s) =>
    of(
      [
        `function send(o) { ${surely(w, s)}.request(o) }`,
        `module.exports = send`,
        `module.exports.host = ${host(w, s)}`,
      ],
      ['=', 'api'],
      ['host', 'host'],
    ),
  (w, s) => of([`this.request = ${surely(w, s)}.request`], ['request', 'api']),
  (w, s) =>
    of(
      [`module.exports.request = ${surely(w, s)}.request`, `module.exports.host = ${host(w, s)}`],
      ['request', 'api'],
      ['host', 'host'],
    ),
  (w, s) =>
    of(
      [
        `if (${w.tape.of(['on', 'off', `process.env.NODE_ENV === 'production'`])}) module.exports = { request: ${surely(w, s)}.request }`,
        `else module.exports = { request: mock.request }`,
      ],
      ['request', 'api'],
    ),
  (w, s) =>
    of(
      [
        `exports.request = ${surely(w, s)}.request`,
        w.tape.of([
          `if (on) exports.request = mock.request`,
          `if (off) exports.request = mock.request`,
          `exports.request = mock.request`,
          `this.request = mock.request`,
          `later(() => { exports.request = mock.request })`,
          `Object.assign(exports, { request: mock.request })`,
        ]),
      ],
      ['request', 'api'],
    ),
  (w, s) => of([`exports.request = mock.request`, `exports.request = ${surely(w, s)}.request`], ['request', 'api']),
  (w, s) =>
    of(
      [`Object.assign(exports, { request: ${surely(w, s)}.request, host: ${host(w, s)} })`],
      ['request', 'api'],
      ['host', 'host'],
    ),
  (w, s) =>
    of([`Object.defineProperty(exports, 'request', { get: () => ${surely(w, s)}.request })`], ['request', 'api']),
  (w, s) => of([`exports.host = exports.swan = ${surely(w, s)}`], ['host', 'host'], ['swan', 'host']),
  (w, s) => of([`const { request } = ${host(w, s)}`, `module.exports = { request }`], ['request', 'api']),
  (w, s) => of([`exports.has = ${test(w, s)}`, `exports.host = ${surely(w, s)}`], ['has', 'test'], ['host', 'host']),
  (w, s) =>
    of(
      [`module.exports = { get host() { return ${surely(w, s)} }, request(o) { return this.host.request(o) } }`],
      ['host', 'host'],
    ),
  (w, s) => of([`const out = exports`, `out.host = ${surely(w, s)}`], ['host', 'host']),
  (w, s) => of([`exports.host = () => ${surely(w, s)}`], ['host', 'getter']),
  (w, s) => of([`exports.hosts = [${surely(w, s)}]`, `exports.hosts.push(mock)`], ['hosts', 'list']),
  (w, s) => of([`const net = {}`, `net.host = ${surely(w, s)}`, `exports.net = net`], ['net', 'object']),
  (w, s) => of([`exports.Client = class { ${classMember(w, s)} }`], ['Client', 'class']),
  (w, s) =>
    of(
      [`exports.isSwan = () => ${test(w, s)}`, `exports.request = ${surely(w, s)}.request`],
      ['isSwan', 'test'],
      ['request', 'api'],
    ),
  (w, s) =>
    of(
      [
        `const api = { request: ${api(w, s)} }`,
        `module.exports = api`,
        w.tape.of([
          `if (on) api.request = mock.request`,
          `if (off) api.request = mock.request`,
          `log(typeof api.request)`,
        ]),
      ],
      ['request', 'api'],
    ),
  (w, s) =>
    of(
      [
        `class Client { go(o) { return ${surely(w, s)}.request(o) } }`,
        `const client = new Client()`,
        `exports.request = o => client.go(o)`,
      ],
      ['request', 'api'],
    ),
];

function hostMember(writer: Writer, scope: Scope): string {
  const one = surely(writer, scope);
  return writer.tape.of([`host: ${one}`, `get host() { return ${one} }`]);
}

function classMember(writer: Writer, scope: Scope): string {
  const one = surely(writer, scope);
  return writer.tape.of([`host = ${one}`, `get host() { return ${one} }`, `constructor() { this.host = ${one} }`]);
}

/** swan, as it is got from an export. */
export function hostOf(name: string, kind: ExportKind | undefined): string | undefined {
  switch (kind) {
    case 'host':
      return name;
    case 'getter':
      return `${name}()`;
    case 'list':
      return `${name}[0]`;
    case 'object':
    case 'namespace':
      return `${name}.host`;
    case 'class':
      return `new ${name}().host`;
    default:
      return undefined;
  }
}

// In: a scope, and what a module exports. Out: a module that changes swan for everybody, or whose function changes what
// it is given; some change nothing that a call would show.

import { hostOf, type Exports } from './exports.ts';
import { host, options } from './hosts.ts';
import type { Module } from './modules.ts';
import { joined, type Scope, type Writer } from './writer.ts';

/** A module whose function changes what it is given, and its use. */
export function installerOf(
  writer: Writer,
  isEsm: boolean,
  end: string,
  scope: Scope,
): { lines: string[]; module: Module } {
  const { tape } = writer;
  const body = tape.of([
    `{ const old = h.request; h.request = o => old({ ...o, url: o.url + '?in' }) }`,
    `{ if (off) h.request = mock.request }`,
    `{ h.request(${options(writer)}) }`,
    `{ log(typeof h) }`,
    `{ Object.assign(h, { request: o => log('other', o.url) }) }`,
    `{ const { request } = h; request(${options(writer)}) }`,
  ]);
  const code = isEsm ? `export function install(h) ${body}\n` : `exports.install = function (h) ${body}\n`;
  const load = isEsm ? `import { install } from './patch${end}'` : `const { install } = require('./patch${end}')`;
  return { lines: [load, `install(${host(writer, scope)})`], module: { name: 'patch', code } };
}

/** A module that changes swan for everybody. */
export function patchOf(writer: Writer, exports: Exports, isEsm: boolean, end: string): Module {
  const { tape } = writer;
  const [name, kind] = [...exports].find(([one, kind]) => hostOf(one, kind) !== undefined) ?? [];
  const load = isEsm
    ? `import { ${name} as given } from './net${end}'`
    : `const given = require('./net${end}')${name === '=' ? '' : `.${name}`}`;
  const imported = name === undefined ? [`const h = swan`] : [load, `const h = ${hostOf('given', kind) ?? 'swan'}`];
  const start = tape.of([[`const h = swan`], imported, [`const h = window.swan`]]);
  const lines = tape.of([
    [`const old = h.request`, `h.request = o => old({ ...o, url: o.url + '?p' })`],
    [`const { request } = h`, `Object.assign(h, { request: o => request({ ...o, url: o.url + '?p' }) })`],
    [`patch(h)`],
    [`h.after({ request: {} })`],
    [`jest.spyOn(h, 'request')`],
    [`h.showToast = () => log('toast')`],
    [`globalThis.swan = { ...h, request: o => log('other', o.url) }`],
    [`if (off) h.request = mock.request`],
  ]);
  return { name: 'patch', code: joined(writer, [...start, ...lines, ...(isEsm ? ['export {}'] : [])]) };
}

// In: nothing. Out: programs that hand swan to code out of sight by a way of members, calls and modules, before a call of
// swan that this code changes. All of them send the same, and say who was handed swan.

import { to, type Kind } from './kind.ts';

const call = `swan.request(${to(1)});`;

/** The call is the last thing that the entry does. */
function handed(code: string | Readonly<Record<string, string>>): Kind['programs'][number] {
  const files = typeof code === 'string' ? { 'main.js': code } : code;
  const ended = Object.entries(files).map(([file, text]) => [file, file === 'main.js' ? `${text}\n${call}` : text]);
  return {
    code: Object.fromEntries(ended) as Record<string, string>,
    trace: 'request /1?patched | log end',
    outcome: 'kept',
    says: /handed|passed to/,
  };
}

/** There it is handed only when the promise is kept. */
function handedLater(code: string): Kind['programs'][number] {
  return { ...handed(''), code: `${code}\nlater(() => { ${call} });` };
}

export const held: readonly Kind[] = [
  {
    kind: 'swan that goes through members and calls of one file',
    programs: [
      `window.spare = swan;
patch(window.spare);`,
      `spare = swan;
patch(spare);`,
      `const o = {};
o.host = swan;
patch(o.host);`,
      `const o = { a: {} };
o.a.host = swan;
const { a } = o;
patch(a.host);`,
      `function Client() { this.host = swan; }
patch(new Client().host);`,
      `function Client() { this.host = swan; }
Client.prototype.go = function () { patch(this.host); };
new Client().go();`,
      `function hold(o) { o.host = swan; }
const a = {};
hold(a);
patch(a.host);`,
      `const f = () => ({ host: swan });
const { host } = f();
patch(host);`,
      `const f = () => [swan];
const [host] = f();
patch(host);`,
      `const f = () => swan;
const g = f;
patch(g.call(null));`,
      `const f = () => swan;
patch(f.bind(null)());`,
      `function* f() { yield swan; }
for (const h of f()) patch(h);`,
      `function* f() { yield swan; }
patch(f().next().value);`,
      `class A { get host() { return swan; } }
patch(new A().host);`,
      `class A { static get host() { return swan; } }
class B extends A {}
patch(B.host);`,
      `class A { host = swan; }
class B extends A { go() { patch(this.host); } }
new B().go();`,
      `class A { #host = swan; go() { patch(this.#host); } }
new A().go();`,
      `const list = [];
list[0] = swan;
patch(list[0]);`,
      `const list = [swan];
const [h] = [...list];
patch(h);`,
      `const list = [swan].map(h => h);
patch(list[0]);`,
      `const list = [1].map(() => swan);
patch(list[0]);`,
      `const o = { host: swan };
const p = Object.assign({}, o);
patch(p.host);`,
      `const o = { host: swan };
const p = Object.create(o);
patch(p.host);`,
      `const o = { host: swan };
patch(Reflect.get(o, 'host'));`,
      `const o = { host: swan };
for (const k in o) patch(o[k]);`,
      `const o = { host: swan };
for (const [, h] of Object.entries(o)) patch(h);`,
      `try { throw swan; } catch (e) { patch(e); }`,
      `let h;
[h] = [swan];
patch(h);`,
      `let h;
({ h } = { h: swan });
patch(h);`,
      `const o = {};
[o.h] = [swan];
patch(o.h);`,
      'const tag = (_, h) => patch(h);\ntag`${swan}`;',
      `label: { const o = { host: swan }; patch(o?.host); }`,
      `const f = (h => () => h)(swan);
patch(f());`,
      `switch (1) { case 1: { const o = { get h() { return swan; } }; patch(o.h); } }`,
      `var self2 = { host: null };
self2.host = self2.other = swan;
patch(self2.host);`,
    ].map(handed),
  },
  {
    kind: 'swan that goes through promises',
    programs: [
      `async function f() { return swan; }\nf().then(h => patch(h));`,
      `async function f() { return swan; }\n(async () => { patch(await f()); })();`,
    ].map(handedLater),
  },
  {
    kind: 'swan that goes through the exports of modules',
    programs: [
      {
        'main.js': `const { a } = require('./net');
patch(a);`,
        'net.js': `exports.a = exports.b = swan;`,
      },
      {
        'main.js': `const { a } = require('./net');
patch(a);`,
        'net.js': `exports.a = exports.b = exports.c = swan;`,
      },
      {
        'main.js': `const net = require('./net');
patch(net.host);`,
        'net.js': `module.exports = { get host() { return swan; } };`,
      },
      {
        'main.js': `const net = require('./net');
patch(net.host);`,
        'net.js': `const out = exports;
out.host = swan;`,
      },
      {
        'main.js': `const net = require('./net');
patch(net.host);`,
        'net.js': `const out = module.exports;
const two = out;
two.host = swan;`,
      },
      {
        'main.js': `const net = require('./net');
patch(net.host());`,
        'net.js': `exports.host = () => swan;`,
      },
      {
        'main.js': `import { host } from './net';
patch(host());`,
        'net.js': `export function host() { return swan; }`,
      },
      {
        'main.js': `import host from './net';
patch(host());`,
        'net.js': `export default () => swan;`,
      },
      {
        'main.js': `import host from './net';
patch(host());`,
        'net.js': `export default function () { return swan; }`,
      },
      {
        'main.js': `import { host } from './net';
patch(host);`,
        'net.js': `export const hosts = { baidu: swan };
export const host = hosts.baidu;`,
      },
      {
        'main.js': `import { hosts } from './net';
patch(hosts.baidu);`,
        'net.js': `export const hosts = { baidu: swan };`,
      },
      {
        'main.js': `import { hosts } from './net';
for (const h of hosts) patch(h);`,
        'net.js': `export const hosts = [swan];`,
      },
      {
        'main.js': `import { hosts } from './net';
hosts.forEach(patch);`,
        'net.js': `export const hosts = [swan];`,
      },
      {
        'main.js': `import { hosts } from './net';
Object.values(hosts).forEach(h => patch(h));`,
        'net.js': `export const hosts = { baidu: swan };`,
      },
      {
        'main.js': `import { Client } from './net';
patch(new Client().host);`,
        'net.js': `export class Client { host = swan; }`,
      },
      {
        'main.js': `import { Client } from './net';
patch(Client.host);`,
        'net.js': `export class Client { static host = swan; }`,
      },
      {
        'main.js': `import { Client } from './net';
new Client().go();`,
        'net.js': `export class Client { constructor() { this.host = swan; } go() { patch(this.host); } }`,
      },
      {
        'main.js': `import { Client } from './net';
patch(new Client().get());`,
        'net.js': `export class Client { get() { return swan; } }`,
      },
      {
        'main.js': `require('./patch');`,
        'net.js': `exports.host = () => swan;`,
        'patch.js': `const { host } = require('./net');
patch(host());`,
      },
      {
        'main.js': `import { host } from './index';
patch(host());`,
        'index.js': `export * from './net';`,
        'net.js': `export const host = () => swan;`,
      },
      {
        'main.js': `import { get } from './index';
patch(get());`,
        'index.js': `export { host as get } from './net';`,
        'net.js': `export const host = () => swan;`,
      },
      {
        'main.js': `import { net } from './index';
patch(net.host());`,
        'index.js': `export * as net from './net';`,
        'net.js': `export const host = () => swan;`,
      },
      {
        'main.js': `const { net } = require('./index');
patch(net.host());`,
        'index.js': `exports.net = require('./net');`,
        'net.js': `exports.host = () => swan;`,
      },
      {
        'main.js': `const { net } = require('./index');
patch(net().host);`,
        'index.js': `exports.net = () => require('./net');`,
        'net.js': `exports.host = swan;`,
      },
      {
        'main.js': `const o = { net: require('./net') };
patch(o.net.host);`,
        'net.js': `exports.host = swan;`,
      },
      {
        'main.js': `import * as net from './net';
const copy = { ...net };
patch(copy.host);`,
        'net.js': `export const host = swan;`,
      },
      {
        'main.js': `const { a } = require('./net');
patch(a);`,
        'net.js': `Object.defineProperty(exports, 'a', { get: () => swan });`,
      },
      {
        'main.js': `const { a } = require('./net');
patch(a);`,
        'net.js': `const api = {};
api.a = swan;
module.exports = api;`,
      },
      {
        'main.js': `const { a } = require('./net');
patch(a);`,
        'net.js': `const api = {};
module.exports = api;
api.a = swan;`,
      },
      {
        'main.js': `const { a } = require('./net');
patch(a);`,
        'net.js': `function api() {}
api.a = swan;
module.exports = api;`,
      },
      {
        'main.js': `const { make } = require('./net');
patch(make().host);`,
        'net.js': `exports.make = () => ({ host: swan });`,
      },
      {
        'main.js': `const { make } = require('./net');
make().patch();`,
        'net.js': `exports.make = () => ({ host: swan, patch() { patch(this.host); } });`,
      },
    ].map(handed),
  },
];

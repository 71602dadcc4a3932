// In: a scope. Out: statements that change what swan holds: by hand, through code out of sight, spies, hooks, proxies.
// Some of them never run, as they stand behind what is off.

import { host, receiver } from './hosts.ts';
import { type Make } from './statements.ts';
import { type Scope, type Writer } from './writer.ts';

export const interceptors: readonly [Make, ...Make[]] = [
  (writer, scope) => wrapper(writer, scope, (one, wrap) => [`${one}.request = ${wrap}`]),
  (writer, scope) => wrapper(writer, scope, (one, wrap) => [`Object.assign(${one}, { request: ${wrap} })`]),
  (writer, scope) =>
    wrapper(writer, scope, (one, wrap) => [
      `Object.defineProperty(${one}, 'request', { value: ${wrap}, configurable: true, writable: true })`,
    ]),
  (writer, scope) => wrapper(writer, scope, (one, wrap) => [`${one}['request'] = ${wrap}`]),
  (writer, scope) => wrapper(writer, scope, (one, wrap) => [`Reflect.set(${one}, 'request', ${wrap})`]),
  (writer, scope) => {
    const name = writer.fresh('intercept');
    return [
      `function ${name}(h) { const old = h.request; h.request = o => old({ ...o, url: o.url + '?in' }) }`,
      `${name}(${host(writer, scope)})`,
    ];
  },
  (writer, scope) => [`patch(${host(writer, scope)})`],
  (writer, scope) => [`jest.spyOn(${host(writer, scope)}, 'request')`],
  (writer, scope) => [`sinon.stub(${host(writer, scope)}, 'request')`],
  (writer, scope) => [`${receiver(writer, scope)}.after({ request: {} })`],
  (writer, scope) => {
    const name = writer.fresh('p');
    const value = host(writer, scope);
    scope.hosts.push(name);
    return [
      `const ${name} = new Proxy(${value}, { get: (t, k) => k === 'request' ? o => t[k]({ ...o, url: o.url + '?proxy' }) : t[k] })`,
    ];
  },
  (writer) => [
    writer.tape.of([
      `globalThis.swan = { ...swan, request: o => log('other', o.url) }`,
      `window.swan = mock`,
      `swan = mock`,
      `globalThis.swan = undefined`,
    ]),
  ],
  (writer, scope) => [`if (off) ${receiver(writer, scope)}.request = mock.request`],
  (writer, scope) => [`${receiver(writer, scope)}.request ||= mock.request`],
  (writer, scope) => [`delete ${receiver(writer, scope)}.request`],
  (writer, scope) => [`Object.freeze(${host(writer, scope)})`],
  (writer, scope) => [`[${receiver(writer, scope)}.request] = [mock.request]`],
  (writer, scope) => [`for (${receiver(writer, scope)}.request of [mock.request]) log('round')`],
  (writer, scope) => {
    const name = writer.fresh('s');
    scope.hosts.push(name);
    return [`const ${name} = Object.assign({}, ${host(writer, scope)})`, `${name}.request = o => log('copy', o.url)`];
  },
];

function wrapper(writer: Writer, scope: Scope, print: (one: string, wrap: string) => string[]): string[] {
  const old = writer.fresh('old');
  const one = receiver(writer, scope);
  const wrap = `o => ${old}({ ...o, url: o.url + '?w' })`;
  return [`const ${old} = ${one}.request`, ...print(one, wrap)];
}

// In: a scope. Out: declarations of names for swan and its APIs, and later writes to them.
// The names that they leave in scope are added to it; whether they hold swan there is not said.

import { api, call, host, maybe, options, receiver, surely, test } from './hosts.ts';
import { few, type Make } from './statements.ts';
import { nameAmong, type Scope, type Writer } from './writer.ts';

function word(writer: Writer): string {
  return writer.tape.of(['const', 'let', 'var']);
}

function declare(writer: Writer, scope: Scope, stem: string, value: string, kind: 'hosts' | 'apis'): string {
  const name = writer.fresh(stem);
  const how = word(writer);
  const type = writer.typed && writer.tape.isRare(4) ? ': any' : '';
  scope[kind].push(name);
  if (how !== 'const' && kind === 'hosts') scope.variables.push(name);
  return `${how} ${name}${type} = ${value}`;
}

export const declarations: readonly [Make, ...Make[]] = [
  (writer, scope) => [declare(writer, scope, 's', host(writer, scope), 'hosts')],
  (writer, scope) => [declare(writer, scope, 's', host(writer, scope), 'hosts')],
  (writer, scope) => [declare(writer, scope, 's', maybe(writer, scope), 'hosts')],
  (writer, scope) => [declare(writer, scope, 'r', api(writer, scope), 'apis')],
  (writer, scope) => [destructured(writer, scope)],
  (writer, scope) => [destructured(writer, scope)],
  // Several in one declaration.
  (writer, scope) => {
    const first = declare(writer, scope, 's', host(writer, scope), 'hosts');
    const name = writer.fresh('t');
    const own = nameAmong(writer, scope.hosts, 'swan');
    const second = writer.tape.of([
      `${name} = ${host(writer, scope)}`,
      `${name} = ${own}`,
      `{ request: ${name} } = ${own}`,
      `${name} = ${own}.request`,
      `${name} = 1`,
      `{ request: ${name}, ...rest${name} } = swan`,
    ]);
    scope[/request/.test(second) ? 'apis' : 'hosts'].push(name);
    return [`${first}, ${second}`];
  },
  (writer, scope) => {
    const [one, two] = [writer.fresh('r'), writer.fresh('up')];
    scope.apis.push(one);
    const way = receiver(writer, scope);
    const use = writer.tape.of([`${two}({ url: '${writer.url()}', filePath: 'f', name: 'n' })`, `log(typeof ${two})`]);
    return [`${word(writer)} ${one} = ${way}.request, ${two} = ${way}.uploadFile`, use];
  },
  // Declared first, given a value later.
  (writer, scope) => {
    const name = writer.fresh('s');
    const value = host(writer, scope);
    const between = writer.tape.isRare(3) ? few(writer, scope) : [];
    scope.hosts.push(name);
    scope.variables.push(name);
    return [`${writer.tape.of(['let', 'var'])} ${name}`, ...between, `${name} = ${value}`];
  },
  (writer, scope) => {
    const name = writer.fresh('s');
    const value = surely(writer, scope);
    const given = writer.tape.of([
      `if (on) ${name} = ${value}`,
      `if (off) ${name} = ${value}`,
      `if (off) /* never */\n  ${name} = ${value}`,
      `if (off) ${name} = ${value}; else ${name} = mock`,
      `if (off) ${name} = mock; else ${name} = ${value}`,
      `if (typeof swan !== 'undefined') ${name} = ${value}`,
      `if (typeof swan !== 'undefined') { ${name} = ${value} }`,
      `${name} = off ? ${value} : undefined`,
      `on && (${name} = ${value})`,
      `off && (${name} = ${value})`,
      `try { ${name} = ${value} } catch (e) { ${name} = mock }`,
      `for (const one of [${value}, mock]) ${name} = one`,
      `later(() => { ${name} = ${value} })`,
      `${name} = ${name} || ${value}`,
      `${name} ||= ${value}`,
      `${name} ??= ${value}`,
      `(${name} = ${value})`,
      `${name} = ${value}, log('both')`,
    ]);
    scope.hosts.push(name);
    scope.variables.push(name);
    return [`${writer.tape.of(['let', 'var'])} ${name}`, given];
  },
  (writer, scope) => {
    const name = writer.fresh('root');
    scope.roots.push(name);
    return [`${word(writer)} ${name} = ${writer.tape.of(['globalThis', 'window', 'globalThis || window'])}`];
  },
  // In an object or an array.
  (writer, scope) => {
    const name = writer.fresh('box');
    scope.hosts.push(`${name}.host`);
    scope.apis.push(`${name}.go`);
    return [`${word(writer)} ${name} = { host: ${host(writer, scope)}, go: ${api(writer, scope)} }`];
  },
  (writer, scope) => {
    const name = writer.fresh('box');
    const value = host(writer, scope);
    scope.hosts.push(`${name}.host`);
    return [`const ${name}${writer.typed ? ': any' : ''} = {}`, `${name}.host = ${value}`];
  },
  (writer, scope) => {
    const name = writer.fresh('s');
    const value = host(writer, scope);
    scope.hosts.push(name);
    return [
      writer.tape.of([
        `const [${name}] = [${value}]`,
        `const { a: ${name} } = { a: ${value} }`,
        `const [${name} = ${value}] = []`,
      ]),
    ];
  },
  (writer, scope) => {
    const name = writer.fresh('get');
    const value = host(writer, scope);
    scope.hosts.push(`${name}()`);
    return [writer.tape.of([`const ${name} = () => ${value}`, `function ${name}() { return ${value} }`])];
  },
  (writer, scope) => {
    const name = writer.fresh('has');
    const value = test(writer, scope);
    scope.tests.push(name);
    return [`${word(writer)} ${name} = ${value}`];
  },
  (writer, scope) => {
    const name = writer.fresh('s');
    const [one, other] = [host(writer, scope), writer.tape.of(['mock', host(writer, scope)])];
    scope.hosts.push(name);
    scope.variables.push(name);
    return [`var ${name} = ${one}`, `var ${name} = ${other}`];
  },
  (writer, scope) => {
    const [one, two] = [writer.fresh('s'), writer.fresh('t')];
    scope.hosts.push(one, two);
    scope.variables.push(one);
    return [`let ${one}`, `const ${two} = ${one} = ${host(writer, scope)}`];
  },
  (writer, scope) => {
    const name = writer.fresh('key');
    return [
      `const ${name} = ${writer.tape.of([`'request'`, `on ? 'request' : 'login'`, `off ? 'request' : 'login'`])}`,
      `${receiver(writer, scope)}[${name}](${options(writer)})`,
    ];
  },
  shadowed,
  // The name of swan itself.
  (writer, scope) =>
    scope.depth === 0 && writer.tape.isRare(2)
      ? [declare(writer, scope, 's', host(writer, scope), 'hosts')]
      : [
          `{ const swan = ${writer.tape.of(['mock', 'window.swan', 'globalThis.swan || mock'])}; swan.request(${options(writer)}) }`,
        ],
];

function shadowed(writer: Writer, scope: Scope): string[] {
  const { tape } = writer;
  const name = writer.fresh('own');
  const use = `swan.request(${options(writer)})`;
  const value = tape.of(['mock', 'swan', host(writer, scope)]);
  return tape.of([
    [`function ${name}(swan) { ${use} }`, `${name}(${value})`],
    [`const ${name} = ({ swan }) => ${use}`, `${name}({ swan: ${value} })`],
    [`try { throw ${value} } catch (swan) { ${use} }`],
    [`;(function swan(n) { log(typeof swan, n) })(1)`],
    [`for (const swan of [${tape.of(['mock', 'window.swan'])}]) ${use}`],
    [
      `class ${name} { swan() { return ${value} } request(o) { return this.swan().request(o) } }`,
      `new ${name}().request(${options(writer)})`,
    ],
  ]);
}

function destructured(writer: Writer, scope: Scope): string {
  const { tape } = writer;
  const name = writer.fresh('r');
  const value = host(writer, scope);
  const pattern = tape.of([
    `{ request: ${name} }`,
    `{ request: ${name}, login: login${name} }`,
    `{ login: login${name}, request: ${name} }`,
    `{ request: ${name} = none }`,
    `{ request: ${name} = o => log('default', o.url) }`,
    `{ request: ${name}, ...rest${name} }`,
    `{ request: ${name}, uploadFile: up${name} }`,
    `{ ['request']: ${name} }`,
    `{ 'request': ${name} }`,
    `{ missing: ${name} }`,
  ]);
  scope.apis.push(name);
  if (tape.isRare(5)) {
    const outer = tape.of([
      `{ swan: ${pattern} } = ${nameAmong(writer, scope.roots, 'window')}`,
      `{ a: ${pattern} } = { a: ${value} }`,
    ]);
    return `${word(writer)} ${outer}`;
  }
  return `${word(writer)} ${pattern} = ${value}`;
}

export const writes: readonly [Make, ...Make[]] = [
  (writer, scope) => {
    const name = nameAmong(writer, scope.variables, '');
    if (name === '') return [call(writer, scope)];
    const value = writer.tape.of([
      'mock',
      host(writer, scope),
      'null',
      'undefined',
      `${name} || swan`,
      `{ request: o => log('own', o.url) }`,
    ]);
    return [
      writer.tape.of([
        `${name} = ${value}`,
        `if (off) ${name} = ${value}`,
        `if (on) ${name} = ${value}`,
        `later(() => { ${name} = ${value} })`,
      ]),
    ];
  },
  (writer, scope) => {
    const name = writer.fresh('set');
    const variable = nameAmong(writer, scope.variables, '');
    if (variable === '') return [call(writer, scope)];
    return [`function ${name}(v) { ${variable} = v }`, `${name}(${writer.tape.of(['mock', 'swan', 'undefined'])})`];
  },
  (writer, scope) => {
    const variable = nameAmong(writer, scope.variables, '');
    if (variable === '') return [call(writer, scope)];
    return [
      writer.tape.of([
        `[${variable}] = [mock]`,
        `({ a: ${variable} } = { a: mock })`,
        `for (${variable} of [mock, swan]) log('round')`,
      ]),
    ];
  },
];

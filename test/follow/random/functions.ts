// In: a scope. Out: functions and classes that are handed swan, hand it on, or hold it, with calls of them.
// Bodies are statements of any kind.

import { api, call, host, options, receiver, surely } from './hosts.ts';
import { few, type Make } from './statements.ts';
import { block, inner, type Scope, type Writer } from './writer.ts';

export const functions: readonly [Make, ...Make[]] = [
  // Called with swan, and perhaps with something else as well.
  (writer, scope) => withParameter(writer, scope, (name, body) => `function ${name}(s) ${body}`),
  (writer, scope) => withParameter(writer, scope, (name, body) => `const ${name} = s => ${body}`),
  (writer, scope) => withParameter(writer, scope, (name, body) => `const ${name} = function (s) ${body}`),
  (writer, scope) => withParameter(writer, scope, (name, body) => `function ${name}(s = swan) ${body}`),
  (writer, scope) =>
    withParameter(writer, scope, (name, body) => `const ${name} = (s = ${surely(writer, scope)}) => ${body}`),
  (writer, scope) => withParameter(writer, scope, (name, body) => `function ${name}(s) { s = s || swan; ${body} }`),
  (writer, scope) => {
    const name = writer.fresh('go');
    const own = inner(scope, { isFunction: true, apis: [...scope.apis, 'request'] });
    const pattern = writer.tape.of(['{ request }', '{ request } = swan', '{ request, login }']);
    return [`function ${name}(${pattern}) ${block(writer, few(writer, own))}`, `${name}(${host(writer, scope)})`];
  },
  (writer, scope) => {
    const own = inner(scope, { isFunction: true, hosts: [...scope.hosts, 's', 's'] });
    const body = block(writer, few(writer, own));
    const value = host(writer, scope);
    return [
      writer.tape.of([
        `;(function (s) ${body})(${value})`,
        `;(s => ${body})(${value})`,
        `!function (s) ${body}(${value})`,
        `;(function (s) ${body}).call(null, ${value})`,
        `each([${value}], s => ${body})`,
        `[${value}].forEach(function (s) ${body})`,
        `[${value}, mock].map(s => ${body})`,
        `;((...all) => { const s = all[0]; ${body} })(${value})`,
      ]),
    ];
  },
  (writer, scope) => {
    const name = writer.fresh('send');
    const way = writer.tape.of([`${receiver(writer, scope)}.request(o)`, `${api(writer, scope)}(o)`]);
    const calls = [`${name}(${options(writer)})`, ...(writer.tape.isRare(2) ? [`${name}(${options(writer)})`] : [])];
    return [writer.tape.of([`function ${name}(o) { return ${way} }`, `const ${name} = o => ${way}`]), ...calls];
  },
  (writer, scope) => {
    const name = writer.fresh('api');
    const own = writer.tape.of([
      `{ host: ${host(writer, scope)}, go(o) { return this.host.request(o) } }`,
      `{ go(o) { ${call(writer, scope)} } }`,
      `{ go: ${api(writer, scope)} }`,
    ]);
    return [`const ${name} = ${own}`, `${name}.go(${options(writer)})`];
  },
  (writer, scope) => {
    const name = writer.fresh('Client');
    const field = host(writer, scope);
    const members = [
      writer.tape.of([
        `host = ${field}`,
        `constructor() { this.host = ${field} }`,
        `constructor(h = ${field}) { this.host = h }`,
        `get host() { return ${field} }`,
        `static host = ${field}`,
      ]),
      writer.tape.of([
        `go(o) { return this.host.request(o) }`,
        `go(o) { const { request } = this.host; return request(o) }`,
        `go(o) { const s = this.host; s.request(o) }`,
        `go(o) { ${call(writer, scope)} }`,
      ]),
    ];
    const typed = writer.typed ? `host: any; ` : '';
    const text = members[0]?.includes('host = ') && !members[0].includes('constructor') ? '' : typed;
    const use = members[0]?.startsWith('static')
      ? `${name}.host.request(${options(writer)})`
      : `new ${name}().go(${options(writer)})`;
    return [`class ${name} { ${text}${members.join('; ')} }`, use];
  },
  // A function that uses a name before its declaration has run.
  (writer, scope) => {
    const name = writer.fresh('early');
    const variable = writer.fresh('s');
    const declaration = writer.tape.of([
      `var ${variable} = ${surely(writer, scope)}`,
      `let ${variable} = ${surely(writer, scope)}`,
      `const ${variable} = ${surely(writer, scope)}`,
      `const { request: ${variable} } = swan`,
      `var ${variable} = swan.request`,
    ]);
    const isApi = declaration.includes('request');
    const body = `${variable}${isApi ? '' : '.request'}(${options(writer)})`;
    const before = writer.tape.isRare(2) ? [`${name}()`] : [];
    scope[isApi ? 'apis' : 'hosts'].push(variable);
    return [`function ${name}() { try { ${body} } catch (e) { log(e.name) } }`, ...before, declaration, `${name}()`];
  },
  // A function that hands swan to the one that it is given.
  (writer, scope) => {
    const name = writer.fresh('with');
    const value = host(writer, scope);
    const own = inner(scope, { isFunction: true, hosts: [...scope.hosts, 's', 's'] });
    const body = block(writer, few(writer, own));
    return [
      writer.tape.of([
        `function ${name}(run) { run(${value}) }`,
        `const ${name} = run => run(${value})`,
        `const ${name} = run => { if (on) return run(${value}); run(mock) }`,
      ]),
      writer.tape.of([
        `${name}(s => ${body})`,
        `${name}(function (s) ${body})`,
        `${name}(s => s.request(${options(writer)}))`,
      ]),
    ];
  },
  (writer, scope) => {
    const name = writer.fresh('pick');
    const value = host(writer, scope);
    return writer.tape.of([
      [`function ${name}(h) { return h.request }`, `${name}(${value})(${options(writer)})`],
      [`const ${name} = h => h`, `${name}(${value}).request(${options(writer)})`],
      [`function ${name}(h) { return { host: h } }`, `${name}(${value}).host.request(${options(writer)})`],
      [`function ${name}(r = ${api(writer, scope)}) { r(${options(writer)}) }`, `${name}()`],
      [`function ${name}(h) { return off ? h : mock }`, `${name}(${value}).request(${options(writer)})`],
    ]);
  },
  (writer, scope) => {
    const name = writer.fresh('Holder');
    const value = host(writer, scope);
    const typed = writer.typed ? 'host: any; ' : '';
    return writer.tape.of([
      [`class ${name} { #host = ${value}; go(o) { this.#host.request(o) } }`, `new ${name}().go(${options(writer)})`],
      [
        `class ${name} { ${typed}set(h) { this.host = h } go(o) { this.host.request(o) } }`,
        `const of${name} = new ${name}()`,
        `of${name}.set(${value})`,
        `of${name}.go(${options(writer)})`,
      ],
      [`class ${name} { go(s) { s.request(${options(writer)}) } }`, `new ${name}().go(${value})`],
      [
        `class ${name} { static go(s = ${value}) { s.request(${options(writer)}) } }`,
        `${name}.go()`,
        `${name}.go(mock)`,
      ],
    ]);
  },
  (writer, scope) => {
    const name = writer.fresh('wait');
    const body = block(writer, few(writer, inner(scope, { isFunction: true })));
    return [`async function ${name}() ${body}`, `${name}().catch(e => log(e.name))`];
  },
  (writer, scope) => {
    const name = writer.fresh('host');
    const value = host(writer, scope);
    scope.hosts.push(`${name}()`);
    return [
      `function ${name}() { ${writer.tape.of([`return ${value}`, `if (off) return mock; return ${value}`, `if (on) { return ${value} } return mock`])} }`,
    ];
  },
];

function withParameter(writer: Writer, scope: Scope, print: (name: string, body: string) => string): string[] {
  const name = writer.fresh('go');
  const own = inner(scope, {
    isFunction: true,
    hosts: [...scope.hosts, 's', 's', 's'],
    variables: [...scope.variables, 's'],
  });
  const text = print(name, block(writer, few(writer, own)));
  const values = [
    host(writer, scope),
    ...(writer.tape.isRare(2) ? [writer.tape.of(['', 'mock', 'swan', host(writer, scope)])] : []),
  ];
  const calls = values.map((value) =>
    writer.tape.isRare(4) ? `try { ${name}(${value}) } catch (e) { log(e.name) }` : `${name}(${value})`,
  );
  const isHoisted = text.startsWith('function') && writer.tape.isRare(4);
  return isHoisted ? [...calls, text] : [text, ...calls];
}

// In: what a module exports. Out: how another one imports it, and calls of what it was handed.
// Names that a module does not export are never imported by name, so that a program is one for an engine as well.

import { hostOf, type ExportKind, type Exports } from './exports.ts';
import { options } from './hosts.ts';
import type { Scope, Writer } from './writer.ts';

/** Calls of what was imported. */
export function calls(writer: Writer, scope: Scope): string[] {
  const { tape } = writer;
  return [
    ...scope.apis.map((name) =>
      tape.of([
        `${name}(${options(writer)})`,
        `try { ${name}(${options(writer)}) } catch (e) { log(e.name) }`,
        `dial(${name}, '${writer.url()}')`,
      ]),
    ),
    ...scope.hosts.map((name) =>
      tape.of([
        `${name}.request(${options(writer)})`,
        `const { request: of${name.replaceAll(/\W/g, '')} } = ${name}; of${name.replaceAll(/\W/g, '')}(${options(writer)})`,
        `if (${name}) ${name}.request(${options(writer)}); else log('no')`,
        `${name}.request(${options(writer)}); ${name}.login()`,
      ]),
    ),
    ...scope.tests.map((name) => `log(typeof ${name})`),
  ];
}

function enter(scope: Scope, kind: ExportKind | undefined, name: string): void {
  const host = hostOf(name, kind);
  if (host !== undefined) scope.hosts.push(host);
  if (kind === 'api') scope.apis.push(name);
  else if (kind === 'test') scope.tests.push(name);
  else if (kind === 'namespace') scope.apis.push(`${name}.request`);
}

export function esmImports(writer: Writer, exports: Exports, scope: Scope, specifier: string): string[] {
  const { tape } = writer;
  if (tape.isRare(4)) {
    for (const [name, kind] of exports) enter(scope, kind, `net.${name}`);
    return [`import * as net from '${specifier}'`];
  }
  const items = [...exports].map(([name, kind], i) => {
    const local = name === 'default' || tape.isRare(3) ? `from${i}` : name;
    enter(scope, kind, local);
    if (name === 'default') return tape.of(['', 'default as ']) + local;
    return local === name ? name : `${name} as ${local}`;
  });
  const plain = items.filter((item) => /^from\d+$/.test(item));
  const named = items.filter((item) => !plain.includes(item));
  const clause = [...plain, ...(named.length > 0 ? [`{ ${named.join(', ')} }`] : [])].join(', ');
  const split = tape.isRare(4) && scope.hosts.length > 0 ? [`export const again = ${scope.hosts[0]}`] : [];
  return [`import ${clause} from '${specifier}'`, ...split];
}

export function commonJsImports(writer: Writer, exports: Exports, scope: Scope, specifier: string): string[] {
  const { tape } = writer;
  const whole = exports.get('=');
  const names = [...exports].filter(([name]) => name !== '=');
  if (whole !== undefined && (names.length === 0 || tape.isRare(2))) {
    if (tape.isRare(4)) return [`require('${specifier}')${whole === 'host' ? '.request' : ''}(${options(writer)})`];
    enter(scope, whole, 'net');
    return [`${tape.of(['const', 'var'])} net = require('${specifier}')`];
  }
  return tape.of([
    () => {
      for (const [name, kind] of names) enter(scope, kind, `net.${name}`);
      return [`const net = require('${specifier}')`];
    },
    () => {
      for (const [name, kind] of names) enter(scope, kind, name);
      return [`const { ${names.map(([name]) => name).join(', ')} } = require('${specifier}')`];
    },
    () => {
      for (const [name, kind] of names) enter(scope, kind, `my${name}`);
      return names.map(([name]) => `const my${name} = require('${specifier}').${name}`);
    },
    () => {
      const [name, kind] = names[0] ?? ['request', 'api'];
      return [
        `require('${specifier}').${name}${kind === 'host' ? '.request' : ''}${kind === 'test' ? '' : `(${options(writer)})`}`,
      ];
    },
    () => {
      for (const [name, kind] of names) enter(scope, kind, `net.${name}`);
      const name = names[0]?.[0] ?? 'request';
      return [
        `const net = require('${specifier}')`,
        `${tape.of(['', 'if (off) ', 'if (on) '])}net.${name} = ${name === 'request' ? 'mock.request' : 'mock'}`,
      ];
    },
  ])();
}

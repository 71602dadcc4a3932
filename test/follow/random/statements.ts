// In: a scope. Out: statements of every kind that reach swan by other names, and statements that hold others.
// A list of statements belongs together; the names that they leave in scope are added to it.

import { declarations, writes } from './declarations.ts';
import { functions } from './functions.ts';
import { call, host, options, surely } from './hosts.ts';
import { interceptors } from './interceptors.ts';
import { tests, uses } from './uses.ts';
import { block, inner, type Scope, type Writer } from './writer.ts';

export type Make = (writer: Writer, scope: Scope) => string[];

const limit = 4;

export function scenes(writer: Writer, scope: Scope, count: number): string[] {
  return Array.from({ length: count }, () => scene(writer, scope)).flat();
}

function scene(writer: Writer, scope: Scope): string[] {
  const { tape } = writer;
  if (scope.depth >= limit) return [call(writer, scope)];
  const choice = tape.pick(20);
  if (choice < 6) return tape.of(declarations)(writer, scope);
  if (choice < 11) return tape.of(uses)(writer, scope);
  if (choice < 13) return tape.of(tests)(writer, scope);
  if (choice < 14) return tape.of(writes)(writer, scope);
  if (choice < 17) return tape.of(functions)(writer, scope);
  if (choice < 19) return tape.of(holders)(writer, scope);
  return tape.of(interceptors)(writer, scope);
}

export function few(writer: Writer, scope: Scope): string[] {
  return scenes(writer, scope, 1 + writer.tape.pick(2));
}

const holders: readonly [Make, ...Make[]] = [
  (writer, scope) => [block(writer, few(writer, inner(scope)))],
  (writer, scope) => [`if (${writer.tape.of(['on', 'off', 'none'])}) ${block(writer, few(writer, inner(scope)))}`],
  (writer, scope) => [`try ${block(writer, few(writer, inner(scope)))} catch (e) { log(e.name) }`],
  (writer, scope) => [
    `try ${block(writer, few(writer, inner(scope)))} catch { ${call(writer, scope)} } finally { log('finally') }`,
  ],
  (writer, scope) => {
    const value = host(writer, scope);
    const own = inner(scope, { hosts: [...scope.hosts, 's', 's'] });
    return [
      `for (const s of [${writer.tape.of([value, `${value}, mock`, `mock, ${value}`])}]) ${block(writer, few(writer, own))}`,
    ];
  },
  (writer, scope) => [`for (let i = 0; i < 2; i++) ${block(writer, few(writer, inner(scope)))}`],
  (writer, scope) => {
    const value = surely(writer, scope);
    const own = inner(scope, { hosts: [...scope.hosts, 's', 's'] });
    return [`for (let i = 0, s = ${value}; i < 1; i++) ${block(writer, few(writer, own))}`];
  },
  (writer, scope) => [
    `switch (${writer.tape.of(['1', '2'])}) {\n  case 1: ${call(writer, scope)}; break\n  default: ${call(writer, scope)}\n}`,
  ],
  (writer, scope) => {
    const name = writer.fresh('s');
    const value = surely(writer, scope);
    return [
      `switch (${writer.tape.of(['1', '2'])}) {\n  case 1: var ${name} = ${value}; break\n  default: var ${name} = mock\n}`,
      `${name}.request(${options(writer)})`,
    ];
  },
  (writer, scope) => [`later(() => ${block(writer, few(writer, inner(scope, { isFunction: true })))})`],
  (writer, scope) => {
    const name = writer.fresh('s');
    return [
      `let ${name}`,
      `try { ${name} = ${surely(writer, scope)}; ${writer.tape.of(['none.x', `log('fine')`])} } catch (e) { ${name} = mock }`,
      `${name}.request(${options(writer)})`,
    ];
  },
];

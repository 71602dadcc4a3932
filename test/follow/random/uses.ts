// In: a scope. Out: statements that use a name for swan or one of its APIs, or test it.
// Knows nothing of what the name holds.

import { api, call, host, negatedTest, receiver, surely, test } from './hosts.ts';
import { few, type Make } from './statements.ts';
import { block, inner } from './writer.ts';

export const uses: readonly [Make, ...Make[]] = [
  (writer, scope) => [call(writer, scope)],
  (writer, scope) => [call(writer, scope)],
  (writer, scope) => [call(writer, scope)],
  (writer, scope) => [`try { ${call(writer, scope)} } catch (e) { log(e.name) }`],
  (writer, scope) => [`later(() => ${call(writer, scope)})`],
  (writer, scope) => [`${receiver(writer, scope)}.login()`],
  (writer, scope) => [`const ${writer.fresh('task')} = ${call(writer, scope)}`],
  (writer, scope) => [`use(${host(writer, scope)})`],
  (writer, scope) => [`use(${api(writer, scope)})`],
  (writer, scope) => [`dialOn(${host(writer, scope)}, '${writer.url()}')`],
  (writer, scope) => [`log(typeof ${receiver(writer, scope)}.request)`],
  (writer, scope) => [`log(!!${receiver(writer, scope)})`],
  (writer, scope) => [`log(${receiver(writer, scope)} === ${surely(writer, scope)})`],
  (writer, scope) => {
    const one = receiver(writer, scope);
    const number = writer.url();
    return [
      `new Promise((ok, no) => ${one}.request({ url: '${number}', success: ok, fail: no })).then(r => log('then', r.statusCode), e => log(e.name))`,
    ];
  },
  (writer, scope) => [`on ? ${call(writer, scope)} : ${call(writer, scope)}`],
  (writer, scope) => [`if (off) ${call(writer, scope)}`],
  (writer, scope) => [`[1, 2].forEach(n => ${call(writer, scope)})`],
  (writer, scope) => [`;(${call(writer, scope)})`],
  (writer, scope) => [`log(Object.keys({ ...${host(writer, scope)} }).length > 0)`],
];

export const tests: readonly [Make, ...Make[]] = [
  (writer, scope) => [`if (${test(writer, scope)}) ${call(writer, scope)}`],
  (writer, scope) => [`if (${test(writer, scope)}) ${block(writer, few(writer, inner(scope)))}`],
  (writer, scope) => [
    `if (${test(writer, scope)}) ${block(writer, few(writer, inner(scope)))} else ${block(writer, [`log('no')`])}`,
  ],
  (writer, scope) => [`if (${negatedTest(writer, scope)}) log('no'); else ${call(writer, scope)}`],
  (writer, scope) => [`if (${negatedTest(writer, scope)}) ${block(writer, few(writer, inner(scope)))}`],
  (writer, scope) => [`${operand(test(writer, scope))} && ${call(writer, scope)}`],
  (writer, scope) => [`${operand(test(writer, scope))} ? ${call(writer, scope)} : log('no')`],
  (writer, scope) => [`${operand(negatedTest(writer, scope))} || ${call(writer, scope)}`],
  (writer, scope) => {
    const name = writer.fresh('early');
    const own = inner(scope, { isFunction: true });
    const leave = `if (${negatedTest(writer, own)}) return ${writer.tape.of([`log('no')`, 'false', ''])}`.trimEnd();
    return [`function ${name}() ${block(writer, [leave, ...few(writer, own)])}`, `${name}()`];
  },
  (writer, scope) => {
    const name = writer.fresh('has');
    const value = test(writer, scope);
    scope.tests.push(name);
    return [
      `const ${name} = ${value}`,
      `if (${name}) ${call(writer, scope)}`,
      ...(writer.tape.isRare(2) ? [`log(!!${name})`] : []),
    ];
  },
  (writer, scope) => [`log(${test(writer, scope)} ? 'yes' : 'no')`],
  (writer, scope) => [`const ${writer.fresh('way')} = ${operand(test(writer, scope))} ? ${api(writer, scope)} : none`],
];

function operand(text: string): string {
  return /&&|\|\||\?\?|[!=]==?/.test(text) ? `(${text})` : text;
}

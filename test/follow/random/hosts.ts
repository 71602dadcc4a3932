// In: a scope. Out: expressions that are swan, may be swan, or are one of its APIs, in the many ways to write them.
// Knows nothing of statements.

import { nameAmong, type Scope, type Writer } from './writer.ts';

/** At the level of an assignment expression. */
export function host(writer: Writer, scope: Scope): string {
  const { tape } = writer;
  const choice = tape.pick(10);
  if (choice < 4) return surely(writer, scope);
  if (choice < 7 && scope.hosts.length > 0) return nameAmong(writer, scope.hosts, 'swan');
  if (choice < 9) return surely(writer, scope);
  return maybe(writer, scope);
}

/** Swan, and nothing else, as long as nobody replaces it. */
export function surely(writer: Writer, scope: Scope): string {
  const { tape, typed } = writer;
  const root = nameAmong(writer, scope.roots, 'window');
  const plain = tape.of([
    'swan',
    'swan',
    'swan',
    'window.swan',
    'globalThis.swan',
    `${root}.swan`,
    '(swan)',
    "window['swan']",
    '(window?.swan)',
  ]);
  if (!typed) return plain;
  return tape.of([plain, `(${plain} as any)`, `${plain}!`, `(<any>${plain})`]);
}

/** Swan or something else, by what happens at run time. */
export function maybe(writer: Writer, scope: Scope): string {
  const one = surely(writer, scope);
  const name = nameAmong(writer, scope.hosts, 'none');
  return writer.tape.of([
    `(${name} || ${one})`,
    `(on ? ${one} : mock)`,
    `(off ? ${one} : mock)`,
    `(off ? ${one} : null)`,
    `(off && ${one})`,
    `(on && ${one})`,
    `(none || ${one})`,
    `(mock || ${one})`,
    `(none ?? ${one})`,
    `(${one} || {})`,
    `(${one} || mock)`,
    `(${one} ?? mock)`,
    `(window.swan || ${one})`,
    `(globalThis.swan || window.swan || {})`,
    `(typeof swan !== 'undefined' ? swan : mock)`,
    `(typeof swan === 'undefined' ? mock : ${one})`,
    `(0, ${one})`,
    `(log('effect'), ${one})`,
    `[${one}][0]`,
    `[mock, ${one}][1]`,
    `({ host: ${one} }).host`,
    `(() => ${one})()`,
    `Object(${one})`,
    `({ ...${one} })`,
    `Object.assign({}, ${one})`,
    `(h => h)(${one})`,
    `(on ? { host: ${one} } : {}).host`,
    `(${nameAmong(writer, scope.variables, 'window.spare')} = ${one})`,
    `Object.create(${one})`,
  ] as const);
}

/** What a member is taken of. */
export function receiver(writer: Writer, scope: Scope): string {
  const text = host(writer, scope);
  return text.startsWith('{') ? `(${text})` : text;
}

export function options(writer: Writer, at = writer.url()): string {
  const number = at.replace(/\D/g, '');
  return writer.tape.of([
    `{ url: '${at}' }`,
    `{ url: '${at}', success: r => log('ok ${number}', r.statusCode) }`,
    `{ url: '${at}', complete: () => log('end ${number}') }`,
    `{ url: '${at}', success() { log('ok ${number}') }, fail: () => log('fail ${number}') }`,
  ]);
}

/** An API as a value. */
export function api(writer: Writer, scope: Scope): string {
  const { tape } = writer;
  if (scope.apis.length > 0 && tape.pick(2) === 0) return nameAmong(writer, scope.apis, 'none');
  const one = receiver(writer, scope);
  return tape.of([
    `${one}.request`,
    `${one}.request`,
    `${one}['request']`,
    `${one}?.request`,
    `(${one}.request || none)`,
    `${one}.request.bind(${one})`,
    `(h => h.request)(${one})`,
    `(({ request }) => request)(${one})`,
    `[${one}.request][0]`,
  ]);
}

/** A call of an API. */
export function call(writer: Writer, scope: Scope): string {
  const { tape } = writer;
  const choice = tape.pick(12);
  if (choice < 3 && scope.apis.length > 0) return `${nameAmong(writer, scope.apis, 'none')}(${options(writer)})`;
  const one = receiver(writer, scope);
  if (choice < 9) return `${one}.request(${options(writer)})`;
  return tape.of([
    `${one}.request(${options(writer)})`,
    `${one}['request'](${options(writer)})`,
    `${one}?.request(${options(writer)})`,
    `${one}.request?.(${options(writer)})`,
    `${one}.request.call(${one}, ${options(writer)})`,
    `${one}.request.apply(${one}, [${options(writer)}])`,
    `Reflect.apply(${one}.request, ${one}, [${options(writer)}])`,
    `${one}.request.bind(${one})(${options(writer)})`,
    `${one}.uploadFile({ url: '${writer.url()}', filePath: 'f', name: 'n', complete: () => log('up') })`,
    `${one}.downloadFile(${options(writer)})`,
    `${one}.connectSocket({ url: '${writer.url()}' })`,
    `dial(${api(writer, scope)}, '${writer.url()}')`,
    `[${options(writer)}].forEach(${one}.request)`,
    `${one}[\`request\`](${options(writer)})`,
    `${one}[on ? 'request' : 'login'](${options(writer)})`,
    `(log('effect'), ${one}.request)(${options(writer)})`,
  ]);
}

/** The answer of a test for swan; the second is the test by which swan is not there. */
export function test(writer: Writer, scope: Scope): string {
  const { tape } = writer;
  const one = receiver(writer, scope);
  const function_ = nameAmong(writer, scope.apis, `${one}.request`);
  const answer = nameAmong(writer, scope.tests, `typeof swan !== 'undefined'`);
  return tape.of([
    `typeof swan !== 'undefined'`,
    one,
    `${one} && ${one}.request`,
    `${one}.request`,
    `'request' in ${one}`,
    `${one}.canIUse('request')`,
    `typeof ${one}.request === 'function'`,
    `typeof ${function_} === 'function'`,
    function_,
    answer,
    answer,
    `!!${one}`,
    `${one} !== undefined`,
    `${one} != null`,
    `on && ${one}`,
    `window.swan`,
    `typeof swan === 'object' && ${one}.request`,
    `off || typeof swan !== 'undefined'`,
  ]);
}

export function negatedTest(writer: Writer, scope: Scope): string {
  const one = receiver(writer, scope);
  const function_ = nameAmong(writer, scope.apis, `${one}.request`);
  const answer = nameAmong(writer, scope.tests, `typeof swan !== 'undefined'`);
  return writer.tape.of([
    `typeof swan === 'undefined'`,
    `!${one}`,
    `!${one}.request`,
    `!${one} || !${one}.request`,
    `!(${answer})`,
    `!${function_}`,
    `!('request' in ${one})`,
    `!${one}.canIUse('request')`,
    `${one} === undefined`,
  ]);
}

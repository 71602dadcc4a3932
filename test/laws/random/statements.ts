// In: a place in a random program. Out: statements: sites in every position where an expression can stand, code around
// them, and decoys: things that look like swan and are not.

import { expression, nameAt, operand } from './expressions.ts';
import { call, functionValue, hasSite, value } from './sites.ts';
import { deeper, inside, lineRemark, mark, quoted, remark, type Place, type Writer } from './writer.ts';

/** Statements between braces; the brace that opens stands on the line that is already begun. */
export function block(writer: Writer, place: Place): string {
  const { tape } = writer;
  const inner = deeper(writer, place);
  const count = tape.pick(3) + (place.level < 2 ? 1 : 0);
  if (count === 0 || place.level > 8) return tape.of(['{}', '{ }', `{\n${place.indent}}`, '{ /* nothing */ }']);
  const lines = Array.from({ length: count }, () => statement(writer, inner));
  return `{${lineRemark(writer, '', 20).trimEnd()}\n${lines.join('\n')}\n${place.indent}}`;
}

/** One statement with its indentation, without a line break at the end. */
export function statement(writer: Writer, place: Place): string {
  const { tape, look } = writer;
  const canHold = hasSite(writer, place);
  const text = canHold && tape.pick(8) < 7 ? siteStatement(writer, place) : otherStatement(writer, place);
  const above = tape.isRare(14)
    ? `${place.indent}${tape.of(['// swan.request(', '/* about */', '/** @see swan.request */'])}\n`
    : '';
  const behind = tape.isRare(14) ? ` ${tape.of(['// behind', '/* behind */'])}` : '';
  // Without semicolons a line must not begin with what could go on with the line before.
  const guard = !look.semicolons && /^[\uE000-\uEFFF]?[([`+\-/]/.test(text) && !/^\/[/*]/.test(text) ? ';' : '';
  return `${above}${place.indent}${guard}${text}${behind}`;
}

function end({ look }: Writer): string {
  return look.semicolons ? ';' : '';
}

type Make = (writer: Writer, place: Place) => string;

/** The call as part of something else. */
const positions: readonly [Make, ...Make[]] = [
  call,
  call,
  call,
  call,
  call,
  (writer, place) => `const ${writer.fresh('task')} = ${remark(writer)}${call(writer, place)}`,
  (writer, place) =>
    `const ${writer.fresh('task')} =${lineRemark(writer, place.indent, 2) || ' '}${call(writer, place)}`,
  (writer, place) => `${nameAt(writer, place)}.task = ${call(writer, place)}`,
  (writer, place) => `${call(writer, place)}.abort()`,
  (writer, place) => `${call(writer, place)}?.onProgressUpdate(${functionValue(writer, place)})`,
  (writer, place) => `${nameAt(writer, place)} && ${call(writer, place)}`,
  (writer, place) => `${operand(writer, place)} ? ${call(writer, place)} : ${call(writer, place)}`,
  (writer, place) => `${nameAt(writer, place)}++, ${call(writer, place)}, ${call(writer, place)}`,
  (writer, place) => `${nameAt(writer, place)}(${call(writer, place)}, ${expression(writer, place)})`,
  (writer, place) => `[${call(writer, place)}, ${value(writer, place)}].forEach(${nameAt(writer, place)})`,
  (writer, place) => `const ${writer.fresh('box')} = { run: ${call(writer, place)}, get: ${value(writer, place)} }`,
  (writer, place) => `const ${writer.fresh('run')} = () => ${call(writer, inside(place, 'arrow', []))}`,
  (writer, place) =>
    `const ${writer.fresh('run')} = async (options = ${call(writer, { ...place, async: false, generator: false })}) => options`,
  (writer, place) =>
    `const ${writer.fresh('wait')} = new Promise((resolve, reject) => ${call(writer, inside(place, 'arrow', ['resolve', 'reject']))})`,
  (writer, place) => {
    const body = inside(deeper(writer, place), 'arrow', ['resolve', 'reject']);
    const stop = end(writer);
    return `new Promise((resolve, reject) => {\n${body.indent}${call(writer, body)}${stop}\n${place.indent}})`;
  },
  (writer, place) => `void ${call(writer, place)}`,
  (writer, place) => `${nameAt(writer, place)}.name = \`\${${call(writer, place)}}\``,
  (writer, place) => (place.async ? `await ${call(writer, place)}` : `!${call(writer, place)}`),
  (writer, place) => (place.generator ? `yield ${call(writer, place)}` : `(${call(writer, place)})`),
  (writer, place) => (place.inFunction ? `return ${call(writer, place)}` : `;[${call(writer, place)}]`),
  (writer, place) =>
    place.inFunction ? `return (\n${place.indent}${call(writer, place)}\n${place.indent})` : `+${call(writer, place)}`,
  (writer, place) => (place.inFunction ? `throw ${call(writer, place)}` : `if (${call(writer, place)}) {}`),
  (writer, place) => `${nameAt(writer, place)}(${value(writer, place)})`,
  (writer, place) => `const ${writer.fresh('get')} = ${value(writer, place)} || ${operand(writer, place)}`,
  (writer, place) =>
    writer.look.typed ? `const ${writer.fresh('task')} = ${call(writer, place)} as any` : call(writer, place),
  (writer, place) =>
    writer.look.typed ? `const ${writer.fresh('task')}: unknown = ${call(writer, place)}!` : call(writer, place),
];

function siteStatement(writer: Writer, place: Place): string {
  const { tape } = writer;
  const choice = tape.pick(10);
  if (choice < 7) return `${tape.of(positions)(writer, place)}${end(writer)}`;
  return tape.of(holders)(writer, place);
}

/** Statements that hold sites in their parts. */
const holders: readonly [Make, ...Make[]] = [
  (writer, place) => {
    const head = `if (${expression(writer, place)})`;
    const then = `${call(writer, deeper(writer, place))}${end(writer)}`;
    const isBroken = writer.tape.isRare(2);
    const body = isBroken ? `\n${place.indent}${writer.look.step}${then}` : ` ${then}`;
    if (!writer.tape.isRare(2)) return `${head}${body}`;
    return `${head}${body}\n${place.indent}else ${call(writer, place)}${end(writer)}`;
  },
  (writer, place) => `for (const item of list) ${call(writer, place)}${end(writer)}`,
  (writer, place) =>
    `for (let i = 0; i < 2; i++)\n${place.indent}${writer.look.step}${call(writer, place)}${end(writer)}`,
  (writer, place) => `while (${operand(writer, place)}) ${block(writer, place)}`,
  (writer, place) => `do ${call(writer, place)}; while (${nameAt(writer, place)})${end(writer)}`,
  (writer, place) => {
    const names = writer.tape.of<readonly string[]>([
      [],
      ['signal'],
      ['fetch', 'http'],
      ['request', 'send'],
      ['JSON'],
      ['swan'],
    ]);
    const own = inside(place, 'function', names);
    return `function ${writer.fresh('load')}(${names.join(', ')}) ${block(writer, own)}`;
  },
  (writer, place) =>
    `async function ${writer.fresh('load')}() ${block(writer, inside(place, 'function', [], { async: true }))}`,
  (writer, place) =>
    `function* ${writer.fresh('steps')}() ${block(writer, inside(place, 'function', [], { generator: true }))}`,
  (writer, place) => {
    const inner = deeper(writer, place);
    const member = inside(inner, 'function', [], { hasArguments: false });
    const method = inside(inner, 'function', []);
    const stop = writer.look.semicolons ? ';' : '';
    const members = [
      `${inner.indent}task = ${call(writer, member)}${stop}`,
      `${inner.indent}static run = () => ${call(writer, member)}${stop}`,
      `${inner.indent}get swan() ${block(writer, method)}`,
      `${inner.indent}async *request(swan) ${block(writer, inside(inner, 'function', ['swan'], { async: true, generator: true }))}`,
      `${inner.indent}static ${block(writer, { ...member, inFunction: false })}`,
    ];
    const chosen = members.slice(0, 1 + writer.tape.pick(members.length));
    return `class ${writer.fresh('Page')} {\n${chosen.join('\n')}\n${place.indent}}`;
  },
  (writer, place) =>
    `try ${block(writer, place)} catch (swan) ${block(writer, inside(place, 'arrow', ['swan'], catchKeeps(place)))}`,
  (writer, place) =>
    `switch (${operand(writer, place)}) {\n${place.indent}case ${call(writer, place)}:\n${place.indent}default:\n${statement(writer, deeper(writer, place))}\n${place.indent}}`,
  (writer, place) => {
    const name = writer.fresh('host');
    const own = { ...place, aliases: [...place.aliases, { name }] };
    if (!place.isSwanFree) return `const ${name} = {}${end(writer)}`;
    const how = writer.tape.of(['const', 'var', 'let'] as const);
    return `${how} ${name} = ${writer.tape.of(['swan', 'swan', 'window.swan'])}${end(writer)}\n${statement(writer, own)}\n${statement(writer, own)}`;
  },
  (writer, place) => {
    if (!place.isSwanFree) return `const ${writer.fresh('host')} = {}${end(writer)}`;
    const up = writer.fresh('up');
    const get = writer.fresh('get');
    const own = {
      ...place,
      aliases: [...place.aliases, { name: get, api: 'request' as const }, { name: up, api: 'uploadFile' as const }],
    };
    const pattern = writer.tape.of([
      `{ request: ${get}, uploadFile: ${up} }`,
      `{ request: ${get} = noop, uploadFile: ${up} }`,
      `{ request: ${get}, showToast: ${writer.fresh('toast')}, uploadFile: ${up} }`,
    ]);
    return `const ${pattern} = swan${end(writer)}\n${statement(writer, own)}\n${statement(writer, own)}`;
  },
  (writer, place) => {
    if (!place.isSwanFree) return block(writer, place);
    const name = writer.fresh('get');
    const own = { ...place, aliases: [...place.aliases, { name, api: 'request' as const, isCalledOnly: true }] };
    const used = `${place.indent}${mark(writer, { api: 'request', kind: 'moved' })}${name}({ url: ${expression(writer, deeper(writer, place))} })`;
    return `const ${name} = swan.request${end(writer)}\n${used}${end(writer)}\n${statement(writer, own)}`;
  },
  guarded,
  wrapped,
  (writer, place) => {
    const name = writer.fresh('each');
    return `${name}: for (;;) ${block(writer, place)}`;
  },
  (writer, place) => {
    if (!place.isSwanFree) return block(writer, place);
    const name = mark(writer, { api: '*', kind: 'kept' });
    return `${name}swan[${writer.fresh('key')}](${quoted(writer, 'x')})${end(writer)}`;
  },
];

/** A test for swan around a site. */
function guarded(writer: Writer, place: Place): string {
  if (!place.isSwanFree) return block(writer, place);
  const test = writer.tape.of([
    "typeof swan !== 'undefined'",
    'swan',
    'swan.request',
    "'request' in swan",
    "swan.canIUse('request')",
    "typeof swan === 'object' && swan.uploadFile",
  ]);
  if (writer.tape.isRare(3)) return `${test} && ${call(writer, place)}${end(writer)}`;
  return `if (${test}) ${block(writer, place)}`;
}

/** The promise wrapper that most projects have one of. */
function wrapped(writer: Writer, place: Place): string {
  if (!place.isSwanFree) return block(writer, place);
  writer.budget--;
  const { tape, look } = writer;
  const own = inside(deeper(writer, place), 'arrow', ['resolve', 'reject']);
  const success = tape.of([
    'success: res => resolve(res.data)',
    'success: resolve',
    'success(res) { resolve(res) }',
    'success: function (res) { resolve(res.data) }',
    'success: ({ data }) => { resolve(data) /* done */ }',
    `success: res => resolve(${call(writer, own)})`,
  ]);
  const fail = tape.of(['fail: reject', 'fail: err => reject(err)', 'fail() {}', 'complete: resolve']);
  const start = mark(writer, { api: 'request', kind: 'moved' });
  const request = `${start}swan.request({ url: ${expression(writer, own)}, ${success},${remark(writer)} ${fail} })`;
  const name = writer.fresh('get');
  if (tape.isRare(2)) return `const ${name} = () => new Promise((resolve, reject) => ${request})${end(writer)}`;
  const keyword = tape.of(['', 'return '] as const);
  const body = `{\n${own.indent}${keyword}${request}${look.semicolons ? ';' : ''}\n${place.indent}}`;
  return `const ${name} = () => new Promise(function (resolve, reject) ${body})${end(writer)}`;
}

function catchKeeps({ async, generator, hasArguments, inFunction }: Place): Partial<Place> {
  return { async, generator, hasArguments, inFunction };
}

/** Not swan, whatever it looks like. */
const others: readonly [Make, ...Make[]] = [
  (writer, place) => `const ${writer.fresh('x')} = ${expression(writer, place)}${end(writer)}`,
  (writer, place) => `${nameAt(writer, place)}.swan.request({ url: ${expression(writer, place)} })${end(writer)}`,
  (writer) => `console.log(${quoted(writer, 'swan.request({})')})${end(writer)}`,
  (writer) => `{ const swan = {}; swan.request({ url: 1, success() {} })${end(writer)} }`,
  (writer, place) =>
    `function ${writer.fresh('f')}(swan) { swan.request({ url: ${expression(writer, inside(place, 'function', ['swan']))} }) }`,
  (writer, place) =>
    place.isSwanFree
      ? `swan.showToast({ title: ${expression(writer, place)} })${end(writer)}`
      : `swan.showToast({})${end(writer)}`,
  (writer) => `swan: for (;;) { break swan${end(writer)} }`,
  (writer) =>
    `const ${writer.fresh('o')} = { swan: { request() {} }, request: ${writer.look.quote}${writer.look.quote} }${end(writer)}`,
  (writer) => `class ${writer.fresh('C')} { swan() {} static request = 1${end(writer)} }`,
  (writer) => `const ${writer.fresh('g')} = (function swan(n) { return n ? swan.request(n) : 0 })${end(writer)}`,
  () => `try {} catch ({ swan }) { swan.request({}) }`,
  () => `{ class swan { static request() {} } swan.request({}) }`,
  (writer) => `for (const swan of list) swan.request({ url: ${quoted(writer, 'x')} })${end(writer)}`,
  (writer) =>
    writer.look.typed ? `type ${writer.fresh('T')} = { swan: string; request(): void }${end(writer)}` : 'debugger',
  (writer, place) =>
    writer.look.typed && place.isSwanFree
      ? `let ${writer.fresh('task')}: swan.RequestTask | undefined${end(writer)}`
      : `;`,
];

function otherStatement(writer: Writer, place: Place): string {
  return writer.tape.of(others)(writer, place);
}

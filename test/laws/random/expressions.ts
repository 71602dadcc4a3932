// In: a place in a random program. Out: an expression that is no site.
// Everything is at the level of an assignment expression; what stands beside an operator is put in parentheses.

import { deeper, inside, quoted, remark, type Place, type Writer } from './writer.ts';

const names = ['a', 'b', 'list', 'user', 'app'] as const;

/** A name that is no alias of swan here. */
export function nameAt(writer: Writer, place: Place): string {
  const { tape, clashes } = writer;
  const pool = [...names, ...clashes].filter((name) => !place.aliases.some((alias) => alias.name === name));
  const [head = 'a', ...rest] = pool;
  return tape.of([head, ...rest]);
}

type Make = (writer: Writer, place: Place) => string;

const makers: readonly Make[] = [
  nameAt,
  (writer, place) => `${nameAt(writer, place)}.${writer.tape.of(['id', 'request', 'swan', 'url'])}`,
  (writer) => quoted(writer, writer.tape.of(['x', '', 'swan.request({})', 'a b', '中文', "%'".slice(0, 1)])),
  (writer) => String(writer.tape.of([1, 0, 1.5, 1e21])),
  (writer, place) => `${nameAt(writer, place)}(${expression(writer, place)})`,
  (writer, place) => `${operand(writer, place)} + ${operand(writer, place)}`,
  (writer, place) => `\`${writer.tape.of(['t', 'swan.request(', 'line\n  two'])}\${${expression(writer, place)}}\``,
  (writer, place) => `(${expression(writer, place)}, ${expression(writer, place)})`,
  (writer, place) =>
    `${operand(writer, place)} ? ${expression(writer, place)} : ${remark(writer)}${expression(writer, place)}`,
  (writer, place) =>
    `{ ${nameAt(writer, place)}: ${expression(writer, place)}, swan: 1, ...${operand(writer, place)} }`,
  (writer, place) => `[${expression(writer, place)}, ...${operand(writer, place)}]`,
  (writer, place) => `${nameAt(writer, place)}?.${writer.tape.of(['id', 'swan', 'request'])}`,
  (writer, place) => `${operand(writer, place)} ${writer.tape.of(['||', '&&', '===', '-'])} ${operand(writer, place)}`,
  (writer, place) => `${writer.tape.of(['!', '-', 'typeof ', 'void '])}${operand(writer, place)}`,
  (writer, place) => `${nameAt(writer, place)}.count++`,
  (writer, place) => `${nameAt(writer, place)}.last = ${expression(writer, place)}`,
  (_writer, place) => (place.inFunction ? 'this.id' : 'null'),
  (_writer, place) => (place.hasArguments ? 'arguments[0]' : 'undefined'),
  () => '/swan\\.request\\(["\'`]/g',
  (writer, place) => (place.async ? `await ${operand(writer, place)}` : 'NaN'),
  (writer, place) => (place.generator ? `(yield ${operand(writer, place)})` : '[]'),
  (writer, place) => `(swan => swan.request({ url: ${expression(writer, inside(place, 'arrow', ['swan']))} }))`,
  (writer, place) => {
    const body = inside(place, 'function', []);
    return `function () { return ${expression(writer, body)} }`;
  },
  (writer, place) => `new ${nameAt(writer, place)}(${expression(writer, place)})`,
  (writer, place) => `${nameAt(writer, place)}\`swan.request(\${${expression(writer, place)}})\``,
  (writer, place) => (writer.look.typed ? `${operand(writer, place)} as unknown as string` : 'true'),
  (writer, place) => (writer.look.typed ? `${nameAt(writer, place)}!` : 'false'),
  (writer, place) => (writer.look.jsx ? `<view swan={${expression(writer, place)}}>swan.request()</view>` : '({})'),
];

export function expression(writer: Writer, place: Place): string {
  // Half of them are plain, so that programs hold more sites than anything else.
  if (place.level > 5 || writer.tape.pick(2) === 0) return nameAt(writer, place);
  const make = makers[writer.tape.pick(makers.length)] ?? nameAt;
  return make(writer, deeper(writer, place));
}

/** What may stand beside an operator. */
export function operand(writer: Writer, place: Place): string {
  const text = expression(writer, place);
  return /^[\w$.]+$/.test(text) && !/^(?:await|yield|void|typeof)/.test(text) ? text : `(${text})`;
}

// In: a place in a random program. Out: a call of a network API, or an API as a value, with its mark, in one of the many
// ways to write it. Its callbacks hold statements, and so further sites.

import type { ApiName } from '../../../src/index.ts';
import { expression, nameAt, operand } from './expressions.ts';
import { block } from './statements.ts';
import { deeper, inside, lineRemark, mark, quoted, remark, type Place, type Writer } from './writer.ts';

const apiChoices: readonly [ApiName, ...ApiName[]] = [
  'request',
  'request',
  'request',
  'request',
  'request',
  'request',
  'uploadFile',
  'downloadFile',
  'connectSocket',
  'onSocketOpen',
  'onSocketMessage',
  'onSocketError',
  'onSocketClose',
  'sendSocketMessage',
  'closeSocket',
];

/** True where a site can be written. */
export function hasSite(writer: Writer, place: Place): boolean {
  return writer.budget > 0 && place.depth < 3 && place.level < 6 && (place.isSwanFree || place.aliases.length > 0);
}

/** A call; it can stand wherever a call can, but not behind `new`. */
export function call(writer: Writer, place: Place): string {
  writer.budget--;
  const { tape, look } = writer;
  const { text: callee, api } = calleeAt(writer, place);
  const start = mark(writer, { api, kind: 'moved' });
  const types = look.typed && api === 'request' && tape.isRare(8) ? '<Reply>' : '';
  const open = tape.isRare(14) ? '?.' : '';
  // `?.<T>(` is right, `<T>?.(` is not.
  return `${start}${callee}${remark(writer, 20)}${open}${types}(${argumentsOf(writer, place, api)})`;
}

/** An API that is passed on. */
export function value(writer: Writer, place: Place): string {
  writer.budget--;
  const aliases = place.aliases.filter((alias) => !alias.isCalledOnly);
  if (!place.isSwanFree && aliases.length === 0) return nameAt(writer, place);
  const { text, api } = plainCallee(writer, { ...place, aliases });
  const isMember = text.includes('.');
  const start = mark(writer, { api, kind: 'moved' });
  return isMember && writer.tape.isRare(3)
    ? `${start}${text}.bind(${text.slice(0, text.lastIndexOf('.'))})`
    : `${start}${text}`;
}

interface Callee {
  readonly text: string;
  readonly api: ApiName;
}

function plainCallee(writer: Writer, place: Place): Callee {
  const { tape } = writer;
  const alias =
    place.aliases.length > 0 && (!place.isSwanFree || tape.isRare(2))
      ? place.aliases[tape.pick(place.aliases.length)]
      : undefined;
  if (alias?.api) return { text: alias.name, api: alias.api };
  const api = tape.of(apiChoices);
  return { text: `${alias?.name ?? 'swan'}.${api}`, api };
}

function calleeAt(writer: Writer, place: Place): Callee {
  const { tape, look } = writer;
  const plain = plainCallee(writer, place);
  const { text, api } = plain;
  const dot = text.lastIndexOf('.');
  if (dot < 0) return { api, text: tape.isRare(6) ? `(${text})` : text };
  const object = text.slice(0, dot);
  const forms: readonly [() => string, ...(() => string)[]] = [
    () => text,
    () => text,
    () => text,
    () => text,
    () => `${object}[${quoted(writer, api)}]`,
    () => `${object}[\`${api}\`]`,
    () => `${object}?.${api}`,
    () => `(${object}).${api}`,
    () => `(${text})`,
    () => `(0, ${text})`,
    () => `${object}${remark(writer, 2)}.${remark(writer, 2)}${api}`,
    () => `${object}\n${place.indent}${look.step}.${api}`,
    () => (object === 'swan' ? `window.${text}` : text),
    () => (object === 'swan' ? `globalThis.swan?.${api}` : text),
    () => (look.typed ? `${object}!.${api}` : text),
    () => (look.typed ? `(${object} as any).${api}` : text),
  ];
  return { api, text: tape.of(forms)() };
}

function argumentsOf(writer: Writer, place: Place, api: ApiName): string {
  const { tape } = writer;
  if (api.startsWith('on')) return tape.isRare(6) ? nameAt(writer, place) : functionValue(writer, place);
  const choice = tape.pick(16);
  if (choice === 15) return nameAt(writer, place);
  if (choice === 14) return expression(writer, deeper(writer, place));
  if (choice === 13) return '';
  if (choice === 12) return `${options(writer, place, api)}, ${nameAt(writer, place)}`;
  if (choice === 11) return `...${nameAt(writer, place)}`;
  const comma = tape.isRare(10) ? ',' : '';
  const before = tape.isRare(10) ? lineRemark(writer, place.indent, 2) || remark(writer, 1) : '';
  const wrapped = tape.isRare(14) ? `(${options(writer, place, api)})` : options(writer, place, api);
  return `${before}${wrapped}${remark(writer, 16)}${comma}`;
}

/** The options of a call as an object literal. */
function options(writer: Writer, place: Place, api: ApiName): string {
  const { tape, look } = writer;
  const isBroken = tape.pick(4) > 0;
  const inner = deeper(writer, place);
  const entries = entriesOf(writer, inner, api);
  if (entries.length === 0) return tape.of(['{}', '{ }', '{ /* none */ }', `{\n${place.indent}}`]);
  const isTrailing = tape.isRare(4);
  if (!isBroken) {
    const pad = tape.isRare(4) ? '' : ' ';
    return `{${pad}${entries.join(`${remark(writer, 20)}, ${remark(writer, 14)}`)}${isTrailing ? ',' : ''}${pad}}`;
  }
  const lines = entries.map((entry, index) => {
    const isLast = index === entries.length - 1;
    const comma = isLast && !isTrailing ? '' : `${remark(writer, 24)},`;
    const above = tape.isRare(12)
      ? `${inner.indent}${tape.of(['// above', '/* above */', '/**\n * of swan.request()\n */'])}\n`
      : '';
    const behind = tape.isRare(8) ? ` ${tape.of(['// behind', '/* behind */', '// `${'])}` : '';
    return `${above}${inner.indent}${entry}${comma}${behind}`;
  });
  const last = tape.isRare(12) ? `\n${inner.indent}// swan.request({ url: 1 })` : '';
  return `{${lineRemark(writer, '', 14).trimEnd()}\n${lines.join('\n')}${last}\n${look.semicolons && tape.isRare(30) ? '' : place.indent}}`;
}

type Entry = (writer: Writer, place: Place) => string;

function entriesOf(writer: Writer, place: Place, api: ApiName): string[] {
  const { tape } = writer;
  const own: Entry[] = [];
  if (!tape.isRare(20) && api !== 'sendSocketMessage' && api !== 'closeSocket') own.push(urlEntry);
  const optional = byApi[api] ?? [];
  for (const entry of optional) if (tape.isRare(2)) own.push(entry);
  for (const name of ['success', 'fail', 'complete']) {
    if (tape.isRare(2)) own.push((w, p) => callback(w, p, name));
  }
  if (tape.isRare(5)) own.splice(tape.pick(own.length + 1), 0, oddEntry);
  if (tape.isRare(6)) own.reverse();
  return own.map((entry) => entry(writer, place));
}

const urls: readonly [string, ...string[]] = [
  'https://example.com/a',
  'https://example.com/a?b=1',
  '/a',
  'https://example.com:8443/',
  '',
];

const urlEntry: Entry = (writer, place) => {
  const { tape } = writer;
  if (tape.pick(5) < 3) return property(writer, place, 'url', quoted(writer, tape.of(urls)));
  if (tape.isRare(3))
    return property(writer, place, 'url', `${quoted(writer, tape.of(urls))} + ${operand(writer, place)}`);
  return property(writer, place, 'url', expression(writer, place));
};

const methods: readonly [string, ...string[]] = [
  'POST',
  'GET',
  'post',
  'PUT',
  'HEAD',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'Get',
];

const byApi: { readonly [A in ApiName]?: readonly Entry[] } = {
  request: [
    (writer, place) => {
      const { tape } = writer;
      return property(
        writer,
        place,
        'method',
        tape.isRare(8) ? expression(writer, place) : quoted(writer, tape.of(methods)),
      );
    },
    headerEntry,
    dataEntry,
    (writer, place) => {
      const { tape } = writer;
      return property(
        writer,
        place,
        'dataType',
        tape.isRare(9) ? expression(writer, place) : quoted(writer, tape.of(['json', 'JSON', 'text'])),
      );
    },
  ],
  uploadFile: [
    (writer, place) => property(writer, place, 'filePath', expression(writer, place)),
    (writer, place) => property(writer, place, 'name', quoted(writer, 'file')),
    headerEntry,
  ],
  downloadFile: [headerEntry],
  connectSocket: [(writer, place) => property(writer, place, 'protocolsArray', `[${quoted(writer, 'chat')}]`)],
  sendSocketMessage: [(writer, place) => property(writer, place, 'data', expression(writer, place))],
  closeSocket: [
    (writer, place) => property(writer, place, 'code', writer.tape.of(['1000', "'1000'", 'code', '1001'])),
    (writer, place) => property(writer, place, 'reason', expression(writer, place)),
  ],
};

function headerEntry(writer: Writer, place: Place): string {
  const { tape } = writer;
  const type = quoted(writer, tape.of(['application/json', 'application/x-www-form-urlencoded', 'json']));
  const key = tape.of([quoted(writer, 'content-type'), quoted(writer, 'Content-Type'), 'token', 'cookie', 'Referer']);
  switch (tape.pick(8)) {
    case 7:
      return property(writer, place, 'header', expression(writer, place));
    case 6:
      return property(
        writer,
        place,
        'header',
        `{ ${key}: ${expression(writer, place)}, ...${operand(writer, place)} }`,
      );
    case 5:
      return property(writer, place, 'header', `{ token: ${expression(writer, place)} }`);
    case 4:
      return property(writer, place, 'header', '{}');
    default:
      return property(
        writer,
        place,
        'header',
        `{${lineRemark(writer, place.indent)} ${key}: ${type}${remark(writer)} }`,
      );
  }
}

function dataEntry(writer: Writer, place: Place): string {
  const { tape, look } = writer;
  switch (tape.pick(7)) {
    case 6:
      return property(writer, place, 'data', expression(writer, place));
    case 5:
      return property(writer, place, 'data', `${look.quote}a=1&b=2${look.quote}`);
    case 4:
      return property(writer, place, 'data', `JSON.stringify(${expression(writer, place)})`);
    case 3:
      return property(writer, place, 'data', `{ id: ${expression(writer, place)}, [${operand(writer, place)}]: 1 }`);
    case 2:
      return property(
        writer,
        place,
        'data',
        `{\n${place.indent}${look.step}page: 1,${lineRemark(writer, '', 3).trimEnd()}\n${place.indent}${look.step}id: ${expression(writer, place)}\n${place.indent}}`,
      );
    default:
      return property(writer, place, 'data', '{ page: 1, size: 20 }');
  }
}

/** What rewriters stumble over: spreads, getters, computed keys, the same key twice, options that mean nothing. */
const oddEntry: Entry = (writer, place) => {
  const { tape } = writer;
  const odd: readonly [() => string, ...(() => string)[]] = [
    () => `timeout: ${expression(writer, place)}`,
    () => `headers: { token: ${expression(writer, place)} }`,
    () => `error: ${functionValue(writer, place)}`,
    () => `...${operand(writer, place)}`,
    () => `get method() { return ${expression(writer, inside(place, 'function', []))} }`,
    () => `[${expression(writer, place)}]: ${expression(writer, place)}`,
    () => `method: ${quoted(writer, 'PUT')}`,
    () => `__proto__: ${nameAt(writer, place)}`,
    () => `get url() { return ${quoted(writer, 'https://example.com')} }`,
    () => `data: ${expression(writer, place)}`,
    () => 'data',
    () => `${quoted(writer, 'header')}: ${nameAt(writer, place)}`,
    () => '1: 2',
  ];
  return tape.of(odd)();
};

function property(writer: Writer, place: Place, key: string, text: string): string {
  const { tape } = writer;
  const form = tape.pick(12);
  const name = form === 11 ? quoted(writer, key) : form === 10 ? `[${quoted(writer, key)}]` : key;
  if (form === 9 && !place.aliases.some((alias) => alias.name === key)) return key;
  const space = tape.isRare(10) ? '' : ' ';
  return `${name}${remark(writer, 24)}:${lineRemark(writer, place.indent, 24) || space}${remark(writer, 20)}${text}`;
}

/** A function in a position where an expression stands. */
export function functionValue(writer: Writer, place: Place): string {
  const { tape } = writer;
  const result = tape.of(['res', 'err', '{ data, statusCode }', '', 'res, more', 'signal', 'swan', 'fetch']);
  const names = result.match(/\w+/g) ?? [];
  const typed = writer.look.typed && /^\w+$/.test(result) ? `${result}: any` : result;
  const arrow = (more: Partial<Place> = {}): Place => ({
    ...inside(place, 'arrow', names, more),
    depth: place.depth + 1,
  });
  const own = (more: Partial<Place> = {}): Place => ({
    ...inside(place, 'function', names, more),
    depth: place.depth + 1,
  });
  const forms: readonly [() => string, ...(() => string)[]] = [
    () => `function (${typed}) ${block(writer, own())}`,
    () => `(${typed}) => ${block(writer, arrow())}`,
    () =>
      /^\w+$/.test(result) ? `${result} => ${operand(writer, arrow())}` : `(${typed}) => ${operand(writer, arrow())}`,
    () => `async (${typed}) => ${block(writer, arrow({ async: true }))}`,
    () => `function* (${typed}) ${block(writer, own({ generator: true }))}`,
    () => `async function named(${typed}) ${block(writer, own({ async: true }))}`,
    () => nameAt(writer, place),
    () => `${nameAt(writer, place)}.done.bind(${place.inFunction ? 'this' : 'null'})`,
    () => (hasSite(writer, arrow()) ? `(${typed}) => ${call(writer, deeper(writer, arrow()))}` : `() => {}`),
    () => expression(writer, place),
  ];
  return tape.of(forms)();
}

function callback(writer: Writer, place: Place, key: string): string {
  const { tape } = writer;
  const isMethod = tape.isRare(5);
  if (!isMethod) return property(writer, place, key, functionValue(writer, place));
  const result = tape.of(['res', '{ errCode }', '']);
  const prefix = tape.of(['', 'async ', '*', 'async *']);
  const body = inside(place, 'function', ['res', 'errCode'], {
    async: prefix.includes('async'),
    generator: prefix.includes('*'),
  });
  return `${prefix}${key}${remark(writer, 20)}(${result}) ${block(writer, { ...body, depth: place.depth + 1 })}`;
}

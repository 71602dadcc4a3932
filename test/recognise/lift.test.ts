// What is known of a call: its options, its callbacks, its result, the promise around it.
// Each case is a call in its surroundings, and the facts that targets read about it.

import { describe, expect, it } from 'vitest';
import type { Expression, NetworkCall, ObjectLiteral } from '../../src/ir.ts';
import { find, type Found } from './find.ts';

function firstCall(code: string, filename?: string): { readonly call: NetworkCall; readonly found: Found } {
  const found = find(code, filename);
  const [call] = found.lifted.calls;
  if (!call) throw new Error(`no call in ${code}`);
  return { call, found };
}

function literalOf({ options }: NetworkCall): ObjectLiteral {
  if (options.kind !== 'literal') throw new Error(`the options are ${options.kind}`);
  return options.object;
}

/** The value of the only option, `data`. */
function dataOf(value: string, before = ''): Expression {
  const { call } = firstCall(`${before}swan.request({ data: ${value} });`);
  return literalOf(call).entries[0]!.value;
}

describe('options', () => {
  it.each([
    ['swan.request();', 'none'],
    ['swan.request({});', 'literal'],
    ['swan.request(({}));', 'literal'],
    ['swan.request(options);', 'opaque variable'],
    ['function f(options) { swan.request(options); }', 'opaque parameter'],
    ['swan.request(this.options);', 'opaque member'],
    ['swan.request(build());', 'opaque call'],
    ['swan.request(Object.assign({}, options));', 'opaque call'],
    ['swan.request(a ? b : c);', 'opaque expression'],
    ['swan.request(...list);', 'opaque spread'],
    ['swan.onSocketOpen(() => {});', 'callback'],
    ['swan.onSocketOpen(handler);', 'callback'],
  ])('%s', (code, kind) => {
    const { options } = firstCall(code).call;
    expect(options.kind === 'opaque' ? `opaque ${options.why}` : options.kind).toBe(kind);
  });

  it('through a cast', () => {
    const { call, found } = firstCall('swan.request({ url } as Options);', 'a.ts');
    expect(call.options.kind).toBe('literal');
    expect(found.text(literalOf(call).at)).toBe('{ url }');
    expect(call.options.kind === 'literal' && found.text(call.options.at)).toBe('{ url } as Options');
  });

  it.each([
    ['const o = { url }; swan.request(o);', true],
    ['function f() { const o = { url }; swan.request(o); o.url = 1; }', true],
    ['const o = { url }; list.forEach(() => swan.request(o));', true],
    ['const o = { url }; o.data = 1; swan.request(o);', false],
    ['const o = { url }; change(); swan.request(o); function change() { o.data = 1; }', false],
    ['const o = { url }; mock ? mock(o) : swan.request(o);', true],
    ['const o = { url }; if (mock) { mock(o); } else { swan.request(o); }', true],
    ['const o = { url }; mock(o) ? f() : swan.request(o);', false],
    ['const o = { url }; if (mock) { mock(o); } swan.request(o);', false],
    ['const o = { url }; swan.request(o); later(() => { o.data = 1; });', true],
    ['const o = { url }; use(o); swan.request(o);', false],
    ['let o = { url }; o = other; swan.request(o);', false],
    ['let o; o = { url }; swan.request(o);', false],
    ['const o = { url }; for (;;) { swan.request(o); o.url = 1; }', false],
    ['const o = { url }; list.forEach(() => swan.request(o)); o.url = 1;', false],
    ['swan.request(o); var o = { url };', false],
    ['const o = build(); swan.request(o);', false],
    ['const { o } = { o: {} }; swan.request(o);', false],
  ])('the literal behind the variable counts in %s: %s', (code, isKnown) => {
    const { options } = firstCall(code).call;
    expect(options.kind === 'opaque' && options.known !== undefined).toBe(isKnown);
  });

  it.each([
    ['swan.request({}, 1);', true],
    ['swan.request(...a);', true],
    ['swan.request({});', false],
    ['swan.request();', false],
  ])('extra arguments in %s: %s', (code, isExtra) => {
    expect(firstCall(code).call.extraArguments).toBe(isExtra);
  });
});

describe('entries', () => {
  const shown = (code: string): string[] => {
    const { call, found } = firstCall(`swan.request(${code});`);
    return literalOf(call).entries.map(
      ({ form, key, keyAt, at, value }) =>
        `${form} ${key ?? '-'} ‹${found.text(keyAt)}› ‹${found.text(at)}› ‹${found.text(value.at)}›`,
    );
  };

  it.each([
    ['{ url: (a, b) }', ['value url ‹url› ‹url: (a, b)› ‹(a, b)›']],
    ["{ 'url': 1 }", ["value url ‹'url'› ‹'url': 1› ‹1›"]],
    ["{ ['url']: 1 }", ["value url ‹['url']› ‹['url']: 1› ‹1›"]],
    ["{ [ 'u' + 'rl' /* ] */ ]: 1 }", ["value url ‹[ 'u' + 'rl' /* ] */ ]› ‹[ 'u' + 'rl' /* ] */ ]: 1› ‹1›"]],
    ['{ 1: a }', ['value 1 ‹1› ‹1: a› ‹a›']],
    ['{ url }', ['shorthand url ‹url› ‹url› ‹url›']],
    ['{ success(res) {} }', ['method success ‹success› ‹success(res) {}› ‹success(res) {}›']],
    ['{ async success() {} }', ['method success ‹success› ‹async success() {}› ‹async success() {}›']],
    ['{ get url() { return 1; } }', ['getter url ‹url› ‹get url() { return 1; }› ‹get url() { return 1; }›']],
    ['{ set url(a) {} }', ['setter url ‹url› ‹set url(a) {}› ‹set url(a) {}›']],
    ['{ [key]: 1 }', ['computed - ‹[key]› ‹[key]: 1› ‹1›']],
    ['{ [list[0]]: 1 }', ['computed - ‹[list[0]]› ‹[list[0]]: 1› ‹1›']],
    ['{ ...base, url }', ['spread - ‹...› ‹...base› ‹base›', 'shorthand url ‹url› ‹url› ‹url›']],
    ['{ header: a, header: b }', ['value header ‹header› ‹header: a› ‹a›', 'value header ‹header› ‹header: b› ‹b›']],
  ])('%s', (code, entries) => {
    expect(shown(code)).toEqual(entries);
  });

  it.each([
    ['{ url, data: 1, success() {} }', true],
    ['{}', true],
    ['{ ...a }', false],
    ['{ [key]: 1 }', false],
    ['{ get url() {} }', false],
    ['{ url: 1, url: 2 }', false],
    ['{ __proto__: a }', false],
  ])('%s is plain: %s', (code, isPlain) => {
    expect(literalOf(firstCall(`swan.request(${code});`).call).plain).toBe(isPlain);
  });

  it('each comment belongs to one entry', () => {
    const { call, found } = firstCall(
      [
        'swan.request({ // opens',
        '  // above url',
        '  /* too */ url: a, // behind url',
        '  data: /* inside */ b /* before the comma */,',
        '',
        '  // above header',
        '  header: c, /* of method */ method: d, /* one */ // two',
        '  success() { /* travels */ } // last',
        '  // dangling',
        '});',
      ].join('\n'),
    );
    expect(
      literalOf(call).entries.map(({ block, trailing, comma }) => [found.text(block), found.text(trailing), comma]),
    ).toEqual([
      ['// opens\n  // above url\n  /* too */ url: a', '// behind url', true],
      ['data: /* inside */ b', '/* before the comma */', true],
      ['// above header\n  header: c', '', true],
      ['/* of method */ method: d', '/* one */ // two', true],
      ['success() { /* travels */ }', '// last', false],
    ]);
    expect(call.comments.map((comment) => found.text(comment))).toEqual([
      '// opens',
      '// above url',
      '/* too */',
      '// behind url',
      '/* inside */',
      '/* before the comma */',
      '// above header',
      '/* of method */',
      '/* one */',
      '// two',
      '// last',
      '// dangling',
    ]);
  });
});

describe('values', () => {
  it.each([
    ["'a'", 'a'],
    ["'a' + 1 + `b${2}`", 'a1b2'],
    ['-1', -1],
    ['!0', true],
    ['void 0', undefined],
    ['undefined', undefined],
    ['null', null],
    ["{ a: 1, b: ['x', null] }", { a: 1, b: ['x', null] }],
    ['1 + 2', 3],
  ])('%s is constant', (code, value) => {
    expect(dataOf(code).constant).toEqual({ value });
  });

  it.each(['a', 'f()', '{ a }', '{ ...{} }', '[...a]', '`${a}`', '{ __proto__: null }', '1n', '/a/', '{ m() {} }'])(
    '%s is not constant',
    (code) => {
      expect(dataOf(code).constant).toBeUndefined();
    },
  );

  it('follows const bindings of primitives, and no others', () => {
    const before =
      "const host = 'https://a.com'; const path = host + '/x'; let y = 'y'; const o = { z: 1 }; const q = f();\n";
    expect(dataOf('path', before).constant).toEqual({ value: 'https://a.com/x' });
    expect(dataOf('y', before).constant).toBeUndefined();
    expect(dataOf('o', before).constant).toBeUndefined();
    expect(dataOf('q', before).constant).toBeUndefined();
    expect(dataOf('`${path}?${q}`', before).prefix).toBe('https://a.com/x?');
    expect(dataOf('path + q', before).prefix).toBe('https://a.com/x');
    expect(dataOf("q + 'x'", before).prefix).toBeUndefined();
  });

  it('constants that double from one to the next end somewhere', () => {
    const lines = ["const a0 = 'aaaaaaaaaa';"];
    for (let n = 1; n <= 60; n++) lines.push(`const a${n} = a${n - 1} + a${n - 1};`);
    expect(dataOf('a3', `${lines.join('\n')}\n`).constant).toEqual({ value: 'a'.repeat(80) });
    expect(dataOf('a60', `${lines.join('\n')}\n`).constant).toBeUndefined();
  });

  it('a long concatenation is read to its end', () => {
    expect(dataOf(Array.from({ length: 2000 }, (_, n) => `a${n}`).join(' + ')).effect).toBe('reads');
    expect(dataOf(Array.from({ length: 2000 }, () => 'f()').join(' + ')).effect).toBe('effects');
  });

  it('a const that refers to itself is no riddle', () => {
    expect(dataOf('a', 'const a = b; const b = a;\n').constant).toBeUndefined();
  });

  it.each([
    ['1', 'none'],
    ['() => f()', 'none'],
    ['{ a: [1, function () {}] }', 'none'],
    ['a', 'reads'],
    ['a.b[c]', 'reads'],
    ['this.x', 'reads'],
    ['`${a}` + (b ? c : !d)', 'reads'],
    ['{ ...a }', 'reads'],
    ['typeof a', 'reads'],
    ['f()', 'effects'],
    ['new A()', 'effects'],
    ['a.b?.()', 'effects'],
    ['a = 1', 'effects'],
    ['a++', 'effects'],
    ['delete a.b', 'effects'],
    ['[...a]', 'effects'],
    ['{ [f()]: 1 }', 'effects'],
    ['f`x`', 'effects'],
    ['class {}', 'effects'],
    ["import('x')", 'effects'],
  ])('the effect of %s is %s', (code, effect) => {
    expect(dataOf(code).effect).toBe(effect);
  });

  it.each([
    ['await a', true],
    ['{ x: [f(await a)] }', true],
    ['async () => { await a; }', false],
    ['f(async () => await a)', false],
    ['{ async m() { await a; } }', false],
    ['{ async [await a]() {} }', true],
    ['f()', false],
  ])('%s suspends: %s', (code, isSuspending) => {
    const { call } = firstCall(`async function g() { swan.request({ data: ${code} }); }`);
    expect(literalOf(call).entries[0]!.value.suspends).toBe(isSuspending);
  });

  it('yield suspends', () => {
    const { call } = firstCall('function* g() { swan.request({ data: yield a }); }');
    expect(literalOf(call).entries[0]!.value.suspends).toBe(true);
  });

  it.each([
    ["'a'", 'string', true, true],
    ["'a' + b", 'string', false, true],
    ['`${b}`', 'string', false, true],
    ["h + '/a'", 'string', true, true],
    ['1', 'number', true, true],
    ['+b', 'number', false, true],
    ['b - c', 'unknown', false, false],
    ['!b', 'boolean', false, true],
    ['b > c', 'boolean', false, true],
    ['String(b)', 'string', false, true],
    ['typeof b', 'string', false, true],
    ["b ? 'x' : 'y'", 'string', false, true],
    ["b || 'y'", 'unknown', false, false],
    ['{ a: 1, b: `${b}` }', 'object', false, true],
    ['{ a: 1 }', 'object', true, true],
    ['{ a: b }', 'object', false, false],
    ['{ toJSON: 1 }', 'object', true, false],
    ['{ ...b }', 'object', false, false],
    ['[1, b > 2]', 'array', false, true],
    ['[b]', 'array', false, false],
    ['() => 1', 'function', true, false],
    ['b', 'unknown', false, false],
    ['null', 'unknown', true, true],
  ])('%s: %s, stable %s, safe for JSON %s', (code, type, stable, jsonSafe) => {
    const value = dataOf(code, "const h = 'https://a.com';\n");
    expect([value.type, value.stable, value.jsonSafe]).toEqual([type, stable, jsonSafe]);
  });

  it.each([
    ["var v = b + 'x';", 'string'],
    ["let v = 'x'; v += b;", 'string'],
    ["let v = 'x'; v = b ? v : v + b;", 'string'],
    ["let v = 'x'; v ||= 'y';", 'string'],
    ["let v = 'x'; v = b;", 'unknown'],
    ["let v = 'x'; f = () => { v = b; };", 'unknown'],
    ["let v = 'x'; [v] = b;", 'unknown'],
    ["let v = 'x'; for (v of b) f(v);", 'unknown'],
    ["let v = 'x'; v++;", 'unknown'],
    ["let v = 'x'; f(() => { eval(b); });", 'unknown'],
    ["let v; v = 'x';", 'unknown'],
    ['var v = 1; var v = b;', 'unknown'],
    ["var w = 'x'; var v = w; w = v;", 'unknown'],
    ["if (b) { var v = 'x'; }", 'unknown'],
    ["try { var v = 'x'; } catch {}", 'unknown'],
    ["switch (b) { case 1: var v = 'x'; }", 'unknown'],
    ['let v = 1; v += 2;', 'number'],
    ["let v = 1; v += 'x';", 'unknown'],
    ['var v = { a: b }; v.c = b; use(v);', 'object'],
    ['let v = []; v.push(b);', 'array'],
    ['var v = {}; v = null;', 'unknown'],
  ])('the variable of %s is %s', (before, type) => {
    expect(dataOf('v', `${before}\n`).type).toBe(type);
  });

  it.each([
    ["function f() { swan.request({ data: v }); } var v = 'x';", 'unknown'],
    ["f(); var v = 'x'; function f() { swan.request({ data: v }); }", 'unknown'],
    ["var v = 'x'; const f = () => { swan.request({ data: v }); };", 'string'],
    ["var v = 'x'; if (b) { for (;;) { swan.request({ data: v }); } }", 'string'],
    ["export let v = 'x'; class A { m() { swan.request({ data: v }); } }", 'string'],
    ["function f(v) { var v = v || 'x'; swan.request({ data: v }); }", 'unknown'],
  ])('where it is read in %s it is %s', (code, type) => {
    expect(literalOf(firstCall(code, 'a.js').call).entries[0]!.value.type).toBe(type);
  });

  it.each([
    ["let v = '';", true],
    ["let v = ''; if (b) v = 'x';", true],
    ["let v = ''; if (b) v = 'x'; else v = 'y';", false],
    ["let v = ''; if (b) { v = 'x'; } else { throw b; }", false],
    ["let v = ''; v = 'x';", false],
    ["let v = 'x'; if (b) v = '';", true],
    ["const v = b ? '' : 'x';", true],
  ])('the variable of %s may be empty: %s', (before, mayBeEmpty) => {
    expect(dataOf('v', `${before}\n`).mayBeEmpty).toBe(mayBeEmpty);
  });
});

describe('callbacks', () => {
  const callbackOf = (code: string) => {
    const { call, found } = firstCall(`swan.request({ success${code} });`);
    const callback = literalOf(call).entries[0]!.value.callback;
    if (!callback) throw new Error('no callback');
    return { callback, found };
  };

  it.each([
    [': function (a) {}', 'function'],
    [': a => {}', 'arrow'],
    ['(a) {}', 'method'],
  ])('the form of %s is %s', (code, form) => {
    expect(callbackOf(code).callback).toMatchObject({ form, params: 1, async: false, generator: false });
  });

  it('async and generator', () => {
    expect(callbackOf(': async () => {}').callback).toMatchObject({ async: true, generator: false, params: 0 });
    expect(callbackOf(': function* () {}').callback).toMatchObject({ async: false, generator: true });
  });

  it.each([
    ['() { this.a; }', true, false],
    ['() { f(() => this.a); }', true, false],
    ['() { f(function () { this.a; }); }', false, false],
    ['() { f({ m() { this.a; } }); }', false, false],
    ['() { f({ [this.a]() {} }); }', true, false],
    ['() { class A { b = this.c; } }', false, false],
    ['() { arguments[0]; }', false, true],
    ['() { f(() => arguments); }', false, true],
    ['() { f(function () { arguments; }); }', false, false],
    ['() { a.arguments; ({ arguments: 1 }); }', false, false],
    ['() { eval(a); }', true, true],
    ["() { 'this'; /* arguments */ }", false, false],
    ['(a = this) {}', true, false],
  ])('%s: this %s, arguments %s', (code, usesThis, usesArguments) => {
    expect(callbackOf(code).callback).toMatchObject({ usesThis, usesArguments });
  });

  it.each([
    ['(res) { f(res.data); }', ['data value ‹res.data› ‹.data›']],
    ["(res) { f(res['data']); }", ["data value ‹res['data']› ‹['data']›"]],
    ['(res) { f(res.data.list[0].id); }', ['data.list.0.id value ‹res.data.list[0].id› ‹.id›']],
    ['(res) { f(res.data[i].id); }', ['data.*.id value ‹res.data[i].id› ‹.id›']],
    ['(res) { f(res?.data?.list); }', ['data.list value ‹res?.data?.list› ‹?.list›']],
    ['(res) { JSON.parse(res.data); }', ['data parsed ‹res.data› ‹.data›']],
    ['(res) { if (res.statusCode === 200) f(); }', ['statusCode compared ‹res.statusCode› ‹.statusCode›']],
    ['(res) { switch (res.statusCode) { case 1: } }', ['statusCode compared ‹res.statusCode› ‹.statusCode›']],
    ['(res) { res.data.map(f); }', ['data.map called ‹res.data.map› ‹.map›']],
    ['(res) { res.data = 1; }', ['data written ‹res.data› ‹.data›']],
    ['(res) { res.data.n++; }', ['data.n written ‹res.data.n› ‹.n›']],
    ['({ data }) { f(data.id); }', ['data bound ‹data› ‹data›', 'data.id value ‹data.id› ‹.id›']],
    [
      '({ data: { list }, statusCode: s = 1 }) {}',
      ['data.list bound ‹list› ‹list›', 'statusCode bound ‹statusCode: s = 1› ‹statusCode: s = 1›'],
    ],
    ['(res) { const { data } = res; }', ['data bound ‹data› ‹data›']],
    ['(res) { const { list } = res.data; }', ['data.list bound ‹list› ‹list›']],
    ['(res) { const d = res.data; f(d.id); }', ['data value ‹res.data› ‹.data›', 'data.id value ‹d.id› ‹.id›']],
    ['(res) { const r = res; f(r.data); }', ['data value ‹r.data› ‹.data›']],
    ['(res) { f(() => res.data); }', ['data value ‹res.data› ‹.data›']],
    ['(res) { f(function (res) { res.other; }); }', []],
  ])('reads of %s', (code, reads) => {
    const { callback, found } = callbackOf(code);
    expect(
      callback.result.reads.map(
        ({ path, use, at, memberAt }) => `${path.join('.')} ${use} ‹${found.text(at)}› ‹${found.text(memberAt)}›`,
      ),
    ).toEqual(reads);
    expect(callback.result.escapes).toBe(false);
  });

  it.each([
    ['(res) { f(res); }', true, false],
    ['(res) { this.res = res; }', true, false],
    ['(res) { return res; }', true, false],
    ['(res) { f({ ...res }); }', true, false],
    ['(res) { f(() => res); }', true, false],
    ['(res) { res = JSON.parse(res.data); }', true, false],
    ['(res) { var res = res.data; }', true, false],
    ['({ data, ...rest }) {}', true, false],
    ['([a]) {}', true, false],
    ['() { f(arguments); }', true, false],
    ['(res) { for (const k in res) f(k); }', true, false],
    ['(res) { console.log(res); }', true, true],
    ["(res) { console.error('x', JSON.stringify(res)); }", true, true],
    ['(res) { console.log(`x ${res}`, { res }); }', true, true],
    ['(res) { console.log(res); f(res); }', true, false],
    ['(res) { f(JSON.stringify(res)); }', true, false],
    ['(res, console) { console.log(res); }', true, false],
    ['(res) { if (res) f(); }', false, false],
    ['(res) { f((res || {}).data); }', false, false],
    ['(res) { const r = res || {}; f(r.data); }', false, false],
    ['(res) { f(res || {}); }', true, false],
    ['(res) { res && res.data && f(res.data); }', false, false],
    ['(res) { if (!res || res === null) f(); }', false, false],
    ['(res) {}', false, false],
    ['() {}', false, false],
  ])('%s: escapes %s, only into the console %s', (code, escapes, loggedOnly) => {
    expect(callbackOf(code).callback.result).toMatchObject({ escapes, loggedOnly });
  });

  it('a write to a member is seen', () => {
    expect(callbackOf('(res) { res.data.seen = true; }').callback.result.written).toBe(true);
    expect(callbackOf('(res) { delete res.data; }').callback.result.written).toBe(true);
    expect(callbackOf('(res) { this.data = res.data; }').callback.result.written).toBe(false);
  });
});

describe('results', () => {
  const call = 'swan.request({})';
  it.each([
    [`${call};`, 'unused'],
    [`void ${call};`, 'unused'],
    [`!${call};`, 'unused'],
    [`(${call});`, 'unused'],
    [`${call}, a();`, 'unused'],
    [`a(), ${call};`, 'unused'],
    [`a && ${call};`, 'unused'],
    [`a || ${call};`, 'unused'],
    [`a ? ${call} : b();`, 'unused'],
    [`if (a) ${call};`, 'unused'],
    [`for (${call}; ; ${call}) ;`, 'unused'],
    [`for (;;) ${call};`, 'unused'],
    [`new Promise((a, b) => ${call});`, 'unused'],
    [`new Promise((a) => { return ${call}; });`, 'unused'],
    [`list.forEach((a) => ${call});`, 'unused'],
    [`setTimeout(() => ${call}, 1);`, 'unused'],
    [`setTimeout(function () { return ${call}; }, 1);`, 'unused'],
    [`const f = () => ${call};`, 'escapes'],
    [`list.map(() => ${call});`, 'escapes'],
    [`new Promise(async () => { return ${call}; });`, 'escapes'],
    [`function f() { return ${call}; }`, 'escapes'],
    [`f(${call});`, 'escapes'],
    [`this.task = ${call};`, 'escapes'],
    [`const { abort } = ${call};`, 'escapes'],
    [`if (${call}) a();`, 'escapes'],
    [`async () => { await ${call}; };`, 'awaited'],
    [`${call}.abort();`, 'task abort'],
    [`${call}?.abort();`, 'task abort'],
    [`swan.uploadFile({}).onProgressUpdate(f), a();`, 'task onProgressUpdate'],
    [`const abort = ${call}.abort;`, 'escapes'],
    [`${call}[method]();`, 'escapes'],
    [`const t = ${call};`, 'task '],
    [`const t = ${call}; t.abort(); t.onHeadersReceived(f);`, 'task abort onHeadersReceived'],
    [`const t = ${call}; setTimeout(() => t.abort(), 1);`, 'task abort'],
    [`let t = null; function f() { if (t) t.abort(); t = ${call}; }`, 'task abort'],
    [`let t; t = ${call}; t && t.abort(); t = undefined;`, 'task abort'],
    [`let t = ${call}; t = ${call}; t.abort();`, 'task abort'],
    [`const t = ${call}; if (t.abort) t.abort();`, 'task abort'],
    [`const t = ${call}; f(t);`, 'escapes'],
    [`let t = ${call}; t = other; t.abort();`, 'escapes'],
    [`export const t = ${call};`, 'escapes'],
    [`const t = ${call}; export { t };`, 'escapes'],
    [`const t = ${call}; t.abort = f;`, 'escapes'],
    [`const t = ${call}; f(t.abort);`, 'escapes'],
    [`t = ${call};`, 'escapes'],
    [`for (const t = ${call}; ; ) t.abort();`, 'task abort'],
  ])('%s', (code, expected) => {
    const { result } = firstCall(code).call;
    expect(result.kind === 'task' ? `task ${result.methods.join(' ')}` : result.kind).toBe(expected);
  });

  it.each([
    ['swan.request({});', true],
    ['  swan.request({})', true],
    ['a, swan.request({});', false],
    ['(swan.request({}));', false],
    ['const t = swan.request({});', false],
  ])('%s is a statement: %s', (code, isStatement) => {
    expect(firstCall(code).call.statement).toBe(isStatement);
  });

  it('the indentation of its line, as written', () => {
    expect(firstCall('{\n\t  swan.request({});\n}').call.indent).toBe('\t  ');
    expect(firstCall('{\r\n    const t = swan.request({});\r\n}').call.indent).toBe('    ');
    expect(firstCall('\uFEFF  swan.request({});').call.indent).toBe('  ');
  });
});

describe('the promise around a call', () => {
  const wrap = (body: string): string => `const p = ${body};`;
  it.each([
    ['new Promise((resolve, reject) => swan.request({ success: resolve, fail: reject }))', 'resolve reject'],
    ['new Promise((resolve) => { swan.request({ success: (res) => resolve(res.data) }); })', 'resolve'],
    ['new Promise(function (ok, no) { return swan.request({ success: ok, fail(err) { no(err); } }); })', 'ok no'],
    ['new Promise((resolve, reject) => (swan.request({ success: resolve })))', 'resolve reject'],
  ])('%s', (code, names) => {
    const { call, found } = firstCall(wrap(code));
    const { promise } = call;
    expect(promise && `${promise.resolve} ${promise.reject ?? ''}`.trim()).toBe(names);
    expect(promise && found.text(promise.at)).toBe(code);
  });

  it.each([
    'new Promise((resolve) => { log(); swan.request({ success: resolve }); })',
    'new Promise((resolve) => { setTimeout(() => swan.request({ success: resolve })); })',
    'new Promise((resolve) => { const t = swan.request({ success: resolve }); })',
    'new Promise((resolve) => swan.request({ url: resolve.name, success: resolve }))',
    'new Promise(async (resolve) => swan.request({ success: resolve }))',
    'new Promise(function (resolve) { swan.request({ success: () => this.a(resolve) }); })',
    'new Promise(function self(resolve) { swan.request({ success: resolve }); })',
    'new Promise(({ resolve }) => swan.request({ success: resolve }))',
    'new Promise((resolve = f) => swan.request({ success: resolve }))',
    'new Promise((resolve) => swan.request({ success() { resolve = 1; } }))',
    'new Promise((...args) => swan.request({ success: args[0] }))',
    'new Bluebird((resolve) => swan.request({ success: resolve }))',
    'Promise((resolve) => swan.request({ success: resolve }))',
    'new Promise((resolve) => swan.request(options(resolve)))',
    'new Promise((resolve) => swan.request({ success: resolve }), 1)',
  ])('none in %s', (code) => {
    expect(firstCall(wrap(code)).call.promise).toBeUndefined();
  });

  it('a Promise of the program is another matter', () => {
    const code = 'import Promise from "x"; new Promise((resolve) => swan.request({ success: resolve }));';
    expect(firstCall(code).call.promise).toBeUndefined();
  });
});

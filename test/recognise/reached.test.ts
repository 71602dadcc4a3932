// Every way in which a program can reach a network API of swan, and how it is recognised.
// Each case is a program and the sites in it, in source order: the API and the road that led to it.

import { describe, expect, it } from 'vitest';
import { countsOf } from '../../src/resolve/others.ts';
import { find, sitesIn } from './find.ts';

type Case = readonly [code: string, ...sites: string[]];

const direct: Case[] = [
  ["swan.request({ url: 'x' });", 'request global'],
  ["swan['request']({});", 'request global'],
  ['swan[`request`]({});', 'request global'],
  ["swan['req' + 'uest']({});", 'request global'],
  ["const name = 'uploadFile'; swan[name]({});", 'uploadFile global'],
  ["const part = 'File'; swan[`download${part}`]({});", 'downloadFile global'],
  ['swan?.request({});', 'request global'],
  ['swan?.request?.({});', 'request global'],
  ["swan?.['request']?.({});", 'request global'],
  ['(swan).request({});', 'request global'],
  ['((swan.request))({});', 'request global'],
  ['(0, swan.request)({});', 'request global'],
  ['(log(), swan).request({});', 'kept request callee-effect'],
  ['swan . /* here */ request ({});', 'request global'],
  ['swan\n  .request({});', 'request global'],
  ['new Page({ onLoad() { swan.request({}); } });', 'request global'],
  ['sw\\u0061n.request({});', 'request global'],
  ['swan.\\u0072equest({});', 'request global'],
  ['swan.request`x`;', 'value request global'],
  [
    'swan.request({ success() { swan.request({ success() { swan.request({}); } }); } });',
    'request global',
    'request global',
    'request global',
  ],
  [
    'swan.connectSocket({}); swan.onSocketOpen(f); swan.onSocketError(f); swan.onSocketMessage(f); swan.onSocketClose(f);',
    'connectSocket global',
    'onSocketOpen global',
    'onSocketError global',
    'onSocketMessage global',
    'onSocketClose global',
  ],
  ['swan.sendSocketMessage({}); swan.closeSocket({});', 'sendSocketMessage global', 'closeSocket global'],
  ['export default () => swan.request({});', 'request global'],
  ['label: swan.request({});', 'request global'],
  ['if (ok) swan.request({}); else swan.request({});', 'request global', 'request global'],
  ['class A { url = swan.request({}); static { swan.request({}); } }', 'request global', 'request global'],
  ['class A { [swan.request({})]() {} }', 'request global'],
  ['function f(a = swan.request({})) {}', 'request global'],
  ['tag`${swan.request({})}`;', 'request global'],
];

const hosts: Case[] = [
  ['window.swan.request({});', 'request host'],
  ['self.swan.request({});', 'request host'],
  ['global.swan.request({});', 'request host'],
  ['globalThis.swan.request({});', 'request host'],
  ['globalThis?.swan?.request?.({});', 'request host'],
  ["window['swan']['request']({});", 'request host'],
  ['window[`swan`].request({});', 'request host'],
  ['window.self.swan.request({});', 'request host'],
  ["const key = 'swan'; window[key].request({});", 'request host'],
  ['(window.swan || {}).request({});', 'request host'],
  ['(window.swan || swan).request({});', 'request global'],
];

const aliases: Case[] = [
  ['const s = swan; s.request({});', 'request alias'],
  ['var swan = window.swan; swan.request({});', 'request alias'],
  ['var swan = swan || window.swan; swan.request({});', 'request alias'],
  ['let s; s = swan; s.request({});', 'request alias'],
  ['const a = swan; const b = a; const c = b; c.request({});', 'request alias'],
  ['const a = swan, b = a; b.request({});', 'request alias'],
  ['let a; const b = (a = swan); a.request({}); b.request({});', 'request alias', 'request alias'],
  ['const s = swan; function f() { return () => s.uploadFile({}); }', 'uploadFile alias'],
  ["const s = typeof swan !== 'undefined' ? swan : {}; s.request({});", 'request alias'],
  ["const s = typeof swan !== 'undefined' && swan; s.request({});", 'request alias'],
  ['const s = swan || {}; s.request({});', 'request alias'],
  ['const s = swan ?? null; s?.request({});', 'request alias'],
  ['(function (s) { s.request({}); })(swan);', 'request alias'],
  ['!function (s) { s.request({}); }(window.swan);', 'request alias'],
  ['((a, s) => s.request({}))(1, swan);', 'request alias'],
  ['(function (s) { s.request({}); }).call(this, swan);', 'request alias'],
  ['(function (swan) { swan.request({}); })(swan);', 'request alias'],
  ['(({ request }) => request({}))(swan);', 'request destructured'],
  ['(function (s = {}) { s.request({}); })(swan);', 'request alias'],
];

const destructured: Case[] = [
  ['const { request } = swan; request({});', 'request destructured'],
  [
    'const { request, uploadFile: up = noop } = swan; request({}); up({});',
    'request destructured',
    'uploadFile destructured',
  ],
  [
    "const { 'request': r, ['upload' + 'File']: u } = swan; r({}); u({});",
    'request destructured',
    'uploadFile destructured',
  ],
  ['const { swan: { request } } = window; request({});', 'request destructured'],
  ['const { swan } = globalThis; swan.request({});', 'request alias'],
  ['const { swan: s = {} } = window; s.request({});', 'request alias'],
  ['let request; ({ request } = swan); request({});', 'request destructured'],
  ['const s = swan; const { request } = s; request({});', 'request destructured'],
  ['const { request, showToast } = swan; showToast({}); request({});', 'request destructured'],
  ['function f() { const { request } = swan; return request({}); }', 'request destructured'],
  ['for (const { request } = swan; ;) { request({}); break; }', 'request destructured'],
];

const values: Case[] = [
  ['promisify(swan.request);', 'value request global'],
  ['const f = promisify(swan.request);', 'value request global'],
  ['const r = swan.request.bind(swan); r({});', 'value request global'],
  ['swan.request.call(swan, {});', 'value request global'],
  ['swan.request.apply(swan, args);', 'value request global'],
  ['this.send = swan.request;', 'value request global'],
  ['module.exports = { request: swan.request };', 'value request global'],
  ['module.exports = swan.request;', 'value request global'],
  ['export default swan.request;', 'value request global'],
  ['export const request = swan.request; request({});', 'value request global'],
  ['const table = { request: () => swan.request };', 'value request global'],
  ['function f() { return swan.request; }', 'value request global'],
  ['const r = swan.request; r({});', 'request value'],
  ['n = swan.request; n({});', 'value request global'],
  ['let n; n = swan.request; n({});', 'request value'],
  ['const r = swan.request; r({}); list.push(r);', 'value request global'],
  ['let r = swan.request; r = other; r({});', 'value request global'],
  ['const r = wx ? swan.request : wx.request; r({});', 'value request global'],
  ['const send = swan.request || noop; send({});', 'value request global'],
  ['const { request } = swan; wrap(request);', 'value request destructured'],
  ['const { request } = swan; module.exports = { request };', 'value request destructured'],
  ['const s = swan; wrap(s.request);', 'value request alias'],
  ['Promise(swan.request, {});', 'value request global'],
  [
    'swan.request.mock ? swan.request.mock(p) : swan.request(p);',
    'value request global',
    'value request global',
    'request global',
  ],
  ['swan.request.mock = f;', 'value request global'],
  ['[swan.request, swan.uploadFile].map(wrap);', 'value request global', 'value uploadFile global'],
];

const typescript: Case[] = [
  ['swan!.request({});', 'request global'],
  ['swan!.request!({});', 'request global'],
  ['(swan as any).request({});', 'request global'],
  ['(<any>swan).request({});', 'request global'],
  ['(swan satisfies object).request({});', 'request global'],
  ['(swan.request as Function)({});', 'request global'],
  ['swan.request<Item[]>({});', 'request global'],
  ['swan?.request<Item[]>?.({});', 'request global'],
  ['(window as any).swan.request({});', 'request host'],
  ['const s = swan as unknown as Host; s.request({});', 'request alias'],
  ['const s: typeof swan = swan; s.request({});', 'request alias'],
  ['const r = swan.request<Item>; r({});', 'request value'],
  ['declare const swan: any; swan.request({});', 'request global'],
  ['declare let swan: any, other: any; swan.request({});', 'request global'],
  ['declare var swan: any; function f() { swan.request({}); }', 'request global'],
  ['declare namespace swan { function request(o: object): void; } swan.request({});', 'request global'],
  ['declare global { const swan: any; } swan.request({}); export {};', 'request global'],
  ['declare global { interface Window { swan: any } } window.swan.request({}); export {};', 'request host'],
  ['declare function swan(): void; declare module swan { let a: 1 } swan.request({});', 'request global'],
  ["import type swan from './types'; swan.request({});", 'request global'],
  ["import { type swan } from './types'; swan.request({});", 'request global'],
  ['interface swan { a: 1 } swan.request({});', 'request global'],
  ['type swan = 1; swan.request({});', 'request global'],
  ['function f<swan>() { swan.request({}); }', 'request global'],
  ['function f(this: swan) { swan.request({}); }', 'request global'],
  ['namespace swan { export interface A { b: 1 } } swan.request({});', 'request global'],
  ['declare enum swan { a } swan.request({});', 'request global'],
  ['declare class swan {} swan.request({});', 'request global'],
  ['function f(a: (swan: number) => void) { swan.request({}); }', 'request global'],
];

describe.each([
  ['the name itself', direct],
  ['the global object', hosts],
  ['aliases', aliases],
  ['destructuring', destructured],
  ['values', values],
])('%s', (_title, cases) => {
  it.each(cases)('%s', (code, ...sites) => {
    expect(sitesIn(code)).toEqual(sites);
  });
});

describe('TypeScript', () => {
  it.each(typescript)('%s', (code, ...sites) => {
    expect(sitesIn(code, 'a.ts')).toEqual(sites);
  });
});

describe('Flow and JSX', () => {
  it.each([
    ['// @flow\nimport type { A } from "a"; (swan: any).request({});', 'request global'],
    ['// @flow\nimport typeof swan from "a"; swan.request({});', 'request global'],
    ['// @flow\ndeclare var swan: any; swan.request({});', 'request global'],
    ['const a = <A onClick={() => swan.request({})} />;', 'request global'],
  ] satisfies Case[])('%s', (code, ...sites) => {
    expect(sitesIn(code, 'a.jsx')).toEqual(sites);
  });
});

describe('what is known of a site', () => {
  it('the receiver of bind, call and apply is swan', () => {
    const { lifted, text } = find(
      'swan.request.bind(swan); const s = swan; s.request.call(s, o); swan.request.call(null, o);',
    );
    expect(lifted.values.map(({ receiver }) => receiver && text(receiver))).toEqual(['swan', 's', undefined]);
  });

  it('a value in a shorthand says so', () => {
    const { lifted } = find('const { request } = swan; const a = { request }; const b = { request: request };');
    expect(lifted.values.map(({ isShorthand }) => isShorthand ?? false)).toEqual([true, false]);
  });

  it('spans hold parentheses, optional calls and type arguments apart', () => {
    const { lifted, text } = find("(swan as any)['request']?.<Item>({ url });", 'a.ts');
    const [call] = lifted.calls;
    expect(
      call && [text(call.at), text(call.callee), text(call.open), text(call.object!), text(call.typeArguments!)],
    ).toEqual([
      "(swan as any)['request']?.<Item>({ url })",
      "(swan as any)['request']",
      '?.<Item>(',
      '(swan as any)',
      '<Item>',
    ]);
  });

  it('offsets count a BOM and a hashbang', () => {
    const bom = find('\uFEFFswan.request({});');
    expect(bom.lifted.calls.map(({ at }) => at.start)).toEqual([1]);
    const bang = find('#!/usr/bin/env node\nswan.request({});');
    expect(bang.lifted.calls.map(({ at }) => bang.text(at))).toEqual(['swan.request({})']);
    expect(bang.unit.hashbangEnd).toBe(19);
  });

  it('the other members of swan are counted', () => {
    const { resolution } = find(
      'swan.login(); swan.showToast(); swan.login(); const s = swan; s.login(); x.swan.pay(); const { scan } = swan;',
    );
    expect(countsOf(resolution)).toEqual({ login: 3, showToast: 1, scan: 1 });
  });
});

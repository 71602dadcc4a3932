// What only looks like swan is never a site: shadowed names, properties, labels, types, text.
// Each case is a program in which no site may be found; the last ones are their nearest neighbours, with one.

import { describe, expect, it } from 'vitest';
import { sitesIn } from './find.ts';

const shadowed = [
  'function f(swan) { swan.request({}); }',
  'const f = (swan) => swan.request({});',
  'const f = swan => swan.request({});',
  'function f({ swan }) { swan.request({}); }',
  'function f({ a: [swan] }) { swan.request({}); }',
  'function f(...swan) { swan.request({}); }',
  'function f(swan = {}) { swan.request({}); }',
  'function f(swan, a = swan.request({})) {}',
  'const swan = require("x"); swan.request({});',
  'let swan; swan.request({});',
  'var swan; swan.request({});',
  'swan.request({}); var swan;',
  'function f() { swan.request({}); if (x) { var swan = 1; } }',
  'function f() { swan.request({}); for (var swan of list) ; }',
  'import swan from "x"; swan.request({});',
  'import { swan } from "x"; swan.request({});',
  'import { a as swan } from "x"; swan.request({});',
  'import * as swan from "x"; swan.request({});',
  'swan.request({}); import swan from "x";',
  'function swan() {} swan.request({});',
  'swan.request({}); function swan() {}',
  'class swan {} swan.request({});',
  '(class swan { m() { swan.request({}); } });',
  '(function swan() { swan.request({}); });',
  'try {} catch (swan) { swan.request({}); }',
  'try {} catch ({ swan }) { swan.request({}); }',
  '{ let swan = 1; swan.request({}); }',
  '{ const swan = 1; { swan.request({}); } }',
  '{ swan.request({}); let swan; }',
  'for (let swan = 1; ; ) { swan.request({}); }',
  'for (const swan of list) { swan.request({}); }',
  'for (const swan in list) swan.request({});',
  'switch (x) { case 1: let swan = 1; swan.request({}); }',
  'class A { static { var swan = 1; swan.request({}); } }',
  '{ class swan {} swan.request({}); }',
  '{ function swan() {} swan.request({}); }',
  // In sloppy code the function's name leaves its block.
  'if (x) { function swan() {} } swan.request({});',
  'function f() { { function swan() {} } swan.request({}); }',
  'switch (x) { case 1: function swan() {} } swan.request({});',
  'const { swan } = require("x"); swan.request({});',
  'const [swan] = list; swan.request({});',
  'const { a: { swan } } = window; swan.request({});',
  'function f(window) { window.swan.request({}); }',
  'const self = this; self.swan.request({});',
  'const global = {}; const { swan } = global; swan.request({});',
];

const notNames = [
  'wx.swan.request({});',
  'this.swan.request({});',
  'app.swan.request({});',
  'app?.swan?.request({});',
  'getApp().swan.request({});',
  'window.wx.swan.request({});',
  '({ swan: 1 }).swan.request({});',
  'const o = { swan: { request() {} } };',
  'class A { swan() {} get request() {} static swan = 1; #swan; m() { this.#swan.request({}); } }',
  'swan: for (;;) { break swan; }',
  "'swan.request({})';",
  '`swan.request({})`;',
  '// swan.request({})',
  '/* swan.request({}) */',
  '/swan.request/.test(x);',
  'request({});',
  'const { request } = wx; request({});',
  'swan.cloud.uploadFile({});',
  'swan.requestPayment({}); swan.cloud.callFunction({});',
  'swan.showToast({}); swan.getStorage.request({});',
  'swanRequest({}); $swan.request({}); swan_.request({}); 天swan.request({});',
  'export { request } from "swan"; export * as swan from "x";',
  'swan();',
];

const typescript = [
  'enum swan { a } swan.request({});',
  'const enum swan { a } swan.request({});',
  'enum E { swan, b = swan.request({}) }',
  'namespace swan { export const a = 1; } swan.request({});',
  'namespace A { const swan = 1; swan.request({}); }',
  'import swan = require("x"); swan.request({});',
  'import swan = A.B; swan.request({});',
  'class A { constructor(private swan: B) { swan.request({}); } }',
  'abstract class swan {} swan.request({});',
  'function swan(a: 1): void; function swan(a: any) {} swan.request({});',
  'type A = swan.RequestTask; let a: typeof swan.request;',
  'let a: { swan: { request(): void } };',
  'declare module "x" { const swan: any; export function f(): typeof swan; }',
  'declare function f(swan: any, a: typeof swan.request): void;',
];

describe('shadowed names', () => {
  it.each(shadowed)('%s', (code) => {
    expect(sitesIn(code)).toEqual([]);
  });
});

describe('no names at all', () => {
  it.each(notNames)('%s', (code) => {
    expect(sitesIn(code)).toEqual([]);
  });
});

describe('TypeScript', () => {
  it.each(typescript)('%s', (code) => {
    expect(sitesIn(code, 'a.ts')).toEqual([]);
  });

  it('a declaration file holds no sites', () => {
    expect(sitesIn('declare const swan: { request(o: object): void }; export default swan;', 'a.d.ts')).toEqual([]);
  });
});

describe('what ends before the reference hides nothing', () => {
  it.each([
    '{ let swan = 1; } swan.request({});',
    'for (let swan of list) ; swan.request({});',
    'try {} catch (swan) {} swan.request({});',
    'function f(swan) {} swan.request({});',
    '(function swan() {}); swan.request({});',
    '(class swan {}); swan.request({});',
    '"use strict"; { function swan() {} } swan.request({});',
    '{ async function swan() {} } swan.request({});',
    '{ function* swan() {} } swan.request({});',
    'import "x"; { function swan() {} } swan.request({});',
    'function f() { "use strict"; { function swan() {} } swan.request({}); }',
    'switch (swan.request({})) { case 1: let swan; }',
    'function f(a = swan.request({})) { var swan; }',
    '({ [swan.request({})](swan) {} });',
    'class A extends f(swan.request({})) { m(swan) {} }',
  ])('%s', (code) => {
    expect(sitesIn(code)).toEqual(['request global']);
  });
});

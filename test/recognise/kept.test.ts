// Places that stay as they are, each with its reason, and their nearest neighbours that do not.
// Each case is a program and its sites in source order, the kept ones with their code.

import { describe, expect, it } from 'vitest';
import { find, sitesIn } from './find.ts';

type Case = readonly [code: string, ...sites: string[]];

const dynamicName: Case[] = [
  ['swan[name]({});', 'kept * dynamic-name'],
  ['swan?.[name]?.({});', 'kept * dynamic-name'],
  ['let name = "request"; swan[name]({});', 'kept * dynamic-name'],
  ["swan[ok ? 'request' : 'uploadFile']({});", 'kept * dynamic-name'],
  ['const f = swan[name]; f({});', 'kept * dynamic-name'],
  ['const { [name]: f } = swan; f({});', 'kept * dynamic-name'],
  ['const s = swan; s[name]({});', 'kept * dynamic-name'],
  ["swan['showToast']({});"],
];

const assigned: Case[] = [
  ['swan.request = f;', 'kept request api-assigned'],
  ['swan.request = f; swan.request({});', 'kept request api-assigned', 'kept request api-assigned'],
  [
    'swan.request({}); swan.uploadFile({}); swan.request = f;',
    'kept request api-assigned',
    'uploadFile global',
    'kept request api-assigned',
  ],
  ['const old = swan.request; swan.request = (o) => old(o);', 'kept request api-assigned', 'kept request api-assigned'],
  ["swan['request'] = f;", 'kept request api-assigned'],
  ['swan.request ||= f;', 'kept request api-assigned'],
  ['delete swan.request;', 'kept request api-assigned'],
  ['[swan.request] = list; ({ a: swan.uploadFile } = o);', 'kept request api-assigned', 'kept uploadFile api-assigned'],
  ['for (swan.request of list) ;', 'kept request api-assigned'],
  ['swan[name] = f; swan.request({});', 'kept * api-assigned', 'kept request api-assigned'],
  [
    "Object.defineProperty(swan, 'request', d); swan.request({});",
    'kept request api-assigned',
    'kept request api-assigned',
  ],
  ['Object.defineProperty(swan, name, d); swan.request({});', 'kept * api-assigned', 'kept request api-assigned'],
  ["Reflect.set(swan, 'request', f);", 'kept request api-assigned'],
  ['Object.assign(swan, { request: f }); swan.uploadFile({});', 'kept request api-assigned', 'uploadFile global'],
  [
    'Object.assign(swan, { request: f, closeSocket: g }); swan.closeSocket({});',
    'kept request api-assigned',
    'kept closeSocket api-assigned',
  ],
  ['Object.assign(swan, mocks);', 'kept * api-assigned'],
  ['Object.defineProperties(swan, mocks);', 'kept * api-assigned'],
  ["Object.defineProperty(swan, 'login', d); swan.request({});", 'request global'],
  ['Object.assign(swan, { login: f }); swan.request({});', 'request global'],
  ['swan.login = f; swan.request({});', 'request global'],
  ['const s = swan; s.request = f; swan.request({});', 'kept request api-assigned', 'kept request api-assigned'],
  // What is hung on the function itself is not an assignment to swan.
  ['swan.request.mock = f; swan.request({});', 'value request global', 'request global'],
];

const after: Case[] = [
  [
    'swan.after({ request: { success: f } }); swan.request({}); swan.uploadFile({});',
    'kept * swan-after',
    'kept request swan-after',
    'uploadFile global',
  ],
  ['swan.after(hooks); swan.request({});', 'kept * swan-after', 'kept request swan-after'],
  ['swan.after({ ...hooks }); swan.request({});', 'kept * swan-after', 'kept request swan-after'],
  ['swan.after({ login: { success: f } }); swan.request({});', 'request global'],
];

const reassigned: Case[] = [
  ['let s = swan; s = other; s.request({});', 'kept request alias-reassigned'],
  ['let s; if (a) s = swan; else s = other; s.request({});', 'kept request alias-reassigned'],
  [
    'let { request } = swan; request = wrap(request); request({});',
    'kept request alias-reassigned',
    'kept request alias-reassigned',
  ],
  ['var s = swan; var s = other; s.request({});', 'kept request alias-reassigned'],
  ['(function (s) { s = s || other; s.request({}); })(swan);', 'kept request mixed-host'],
  ['swan = swan || wx; swan.request({});', 'kept * mixed-host', 'kept request swan-replaced'],
  ['s.request({}); var s = swan; s.request({});', 'kept request mixed-host', 'request alias'],
  ['(function () { s.request({}); })(); var s = swan;', 'kept request mixed-host'],
  ['function f() { s.request({}); } var s = swan; f();', 'request alias'],
  ['let s; init(); s.request({}); function init() { s = swan; }', 'kept request mixed-host'],
  ['window.swan = mock; swan.request({});', 'kept request swan-replaced'],
  ['swan = mock; window.swan.request({});', 'kept request swan-replaced'],
  ['const s = swan; { let s = 1; s = 2; } s.request({});', 'request alias'],
  ['let s = other; s = swan; s.request({});', 'request alias'],
  ['function f(s) { s = swan; s.request({}); }', 'request alias'],
];

const mixed: Case[] = [
  ['let s = null; function init() { s = swan; } s.request({});', 'kept request mixed-host'],
  ["(typeof wx !== 'undefined' ? wx : swan).request({});", 'kept request mixed-host'],
  [
    "const host = typeof wx !== 'undefined' ? wx : swan; host.request({}); host.showToast({});",
    'kept request mixed-host',
  ],
  ['(wx || swan).request({});', 'kept request mixed-host'],
  ['const { request } = wx || swan; request({});', 'kept request mixed-host'],
  ['const host = swan || wx; promisify(host.request);', 'kept request mixed-host'],
  ['function f(host = swan) { host.request({}); }', 'kept request mixed-host'],
  ['const host = a ? wx : b ? my : swan; host.uploadFile({});', 'kept uploadFile mixed-host'],
  ['const host = swan || {}; host.request({});', 'request alias'],
  ['const host = a ? swan : undefined; host.request({});', 'kept request mixed-host'],
];

const escapes: Case[] = [
  ['init(swan);', 'kept * swan-escapes'],
  ['new Client(swan);', 'kept * swan-escapes'],
  ['this.host = swan;', 'kept * swan-escapes'],
  ['const o = { host: swan };', 'kept * swan-escapes'],
  ['const o = { swan };', 'kept * swan-escapes'],
  ['const o = { ...swan };', 'kept * swan-escapes'],
  ['const { request, ...rest } = swan; request({});', 'kept * swan-escapes', 'request destructured'],
  ['function f() { return swan; }', 'kept * swan-escapes'],
  ['const f = () => swan;', 'kept * swan-escapes'],
  ['export default swan;', 'kept * swan-escapes'],
  ['module.exports = swan;', 'kept * swan-escapes'],
  ['exports.host = swan;', 'kept * swan-escapes'],
  ['export const s = swan; s.request({});', 'kept * swan-escapes', 'request alias'],
  ['const s = swan; export { s };', 'kept * swan-escapes'],
  ['const s = swan; use(s);', 'kept * swan-escapes'],
  ['host = swan;', 'kept * swan-escapes'],
  ['for (const k in swan) log(k);', 'kept * swan-escapes'],
  ['other.call(swan);', 'kept * swan-escapes'],
  ['(function self(s) { s.request({}); self(other); })(swan);', 'kept request mixed-host'],
  ['console.log(swan); Object.keys(swan); swan; `${swan}`;'],
  ['swan.login.call(swan, {}); const { login } = swan; login.call(swan);'],
  ['void swan; if (a === swan) b();'],
];

const hazards: Case[] = [
  ['with (o) { swan.request({}); }', 'kept request with-statement'],
  ['with (o) { f(function () { swan.request({}); }); }', 'kept request with-statement'],
  ['with (swan.request({})) { a(); } swan.request({});', 'request global', 'request global'],
  ['function f(code) { eval(code); swan.request({}); }', 'kept request direct-eval'],
  ['function f(code) { eval(code); return () => swan.request({}); }', 'kept request direct-eval'],
  ['eval(code); swan.request({});', 'kept request direct-eval'],
  ['function f(code) { if (a) { eval(code); } promisify(swan.request); }', 'kept request direct-eval'],
  ['function f(code) { (0, eval)(code); swan.request({}); }', 'request global'],
  ['function f(code) { eval(code); } swan.request({});', 'request global'],
  ['function f(eval) { eval(code); swan.request({}); }', 'request global'],
  ['"use strict"; eval(code); swan.request({});', 'request global'],
  ['function f() { "use strict"; eval(code); swan.request({}); }', 'request global'],
  ['import "x"; eval(code); swan.request({});', 'request global'],
  ['swan.request({ success(res) { eval(res.data); } });', 'request global'],
];

const unclear: Case[] = [
  // The two analyses do not agree on the name of a function expression that its own body declares again.
  ['const load = function host() { var host = swan; host.request({}); };', 'kept request scope-unclear'],
  ['const load = function () { var host = swan; host.request({}); };', 'request alias'],
  ['const load = function host() { swan.request({}); };', 'request global'],
];

describe.each([
  ['scope-unclear', unclear],
  ['dynamic-name', dynamicName],
  ['api-assigned', assigned],
  ['swan-after', after],
  ['alias-reassigned', reassigned],
  ['mixed-host', mixed],
  ['swan-escapes', escapes],
  ['with-statement and direct-eval', hazards],
])('%s', (_code, cases) => {
  it.each(cases)('%s', (code, ...sites) => {
    expect(sitesIn(code)).toEqual(sites);
  });
});

describe('details', () => {
  it.each([
    ['swan[ name ]({});', 'swan[ name ]({})', { name: 'name' }],
    ['\nswan.request = f;', 'swan.request', { api: 'request', place: { line: 2 } }],
    ['let s = swan; s = other; s.request({});', 's.request({})', { name: 's' }],
    ['(wx || swan).request({});', '(wx || swan).request({})', { text: 'wx || swan' }],
    ['createClient(swan);', 'swan', { how: { by: 'passed', to: 'createClient' } }],
    ['function f() { this.host = swan; }', 'swan', { how: { by: 'stored', name: 'this.host' } }],
  ])('%s', (code, place, details) => {
    const { resolution, text } = find(code);
    expect(resolution.kept.map((kept) => [text(kept.at), kept.details])).toEqual([[place, details]]);
  });

  it.each([
    ['import s = swan; s.request({});', ['kept * swan-escapes']],
    ['import request = swan.request; request({});', ['kept * swan-escapes']],
  ])('a namespace import in TypeScript: %s', (code, sites) => {
    expect(sitesIn(code, 'a.ts')).toEqual(sites);
  });

  it('facts of the project count as well', () => {
    const interceptors = [{ code: 'api-assigned', api: 'request', place: { file: 'mock.js', line: 3 } }] as const;
    const facts = { modules: new Map(), interceptors };
    expect(sitesIn('swan.request({}); swan.uploadFile({});', 'a.js', facts)).toEqual([
      'kept request api-assigned',
      'uploadFile global',
    ]);
  });
});

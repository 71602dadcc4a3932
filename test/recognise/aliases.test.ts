// Other names for swan and its APIs: what is known of each declaration and of every reference.
// Also what a module exports, as other files follow it from there.

import { describe, expect, it } from 'vitest';
import type { AliasDeclaration } from '../../src/resolve/resolve.ts';
import { find, type Found } from './find.ts';

function aliasesIn(code: string): string[] {
  const found = find(code);
  return found.resolution.aliases.map((alias) => show(alias, found));
}

function show(alias: AliasDeclaration, { text }: Found): string {
  const flags = [
    alias.isAlone && 'alone',
    alias.isAssignment && 'assignment',
    alias.isExported && 'exported',
    alias.isNetworkOnly && 'network',
  ].filter(Boolean);
  const names = alias.names.map(({ name, stands, hasDefault }) => `${name}=${stands}${hasDefault ? '?' : ''}`);
  const uses = alias.references.map(({ use }) => use.kind);
  return `${alias.kind} of ${alias.of} ‹${text(alias.source)}› in ‹${text(alias.declaration)}› ${names.join(' ')} [${uses.join(' ')}] ${flags.join(' ')}`;
}

describe('alias declarations', () => {
  it.each([
    ['const s = swan;\ns.request({});', 'object of swan ‹swan› in ‹const s = swan;› s=swan [call] alone'],
    [
      'const a = 1, s = window.swan; s.login();',
      'object of swan ‹window.swan› in ‹const a = 1, s = window.swan;› s=swan [other] ',
    ],
    ['let s; s = swan; s.request({});', 'object of swan ‹swan› in ‹s = swan;› s=swan [call] alone assignment'],
    [
      'const { request } = swan; request({}); wrap(request);',
      'destructured of swan ‹swan› in ‹const { request } = swan;› request=request [call value] alone network',
    ],
    [
      'const { request: r = noop, login } = swan; r({});',
      'destructured of swan ‹swan› in ‹const { request: r = noop, login } = swan;› r=request? login=other [call] alone',
    ],
    [
      'const r = swan.request; r({}); if (r) a();',
      'value of request ‹swan.request› in ‹const r = swan.request;› r=request [call guard] alone network',
    ],
    [
      '(function (s) { s.request({}); s.login(); })(swan);',
      'argument of swan ‹swan› in ‹(function (s) { s.request({}); s.login(); })(swan)› s=swan [call other] ',
    ],
    [
      'const { swan } = window; swan.request({});',
      'destructured of host ‹window› in ‹const { swan } = window;› swan=swan [call] alone',
    ],
    [
      'export const { request } = swan;',
      'destructured of swan ‹swan› in ‹export const { request } = swan;› request=request [] alone exported network',
    ],
    [
      'const { request } = swan; export { request };',
      'destructured of swan ‹swan› in ‹const { request } = swan;› request=request [export] alone exported network',
    ],
    [
      'const s = swan; if (s) s.request.bind(s);',
      'object of swan ‹swan› in ‹const s = swan;› s=swan [guard value receiver] alone',
    ],
    ['for (const s = swan; ; ) { s.request({}); }', 'object of swan ‹swan› in ‹const s = swan› s=swan [call] '],
  ])('%s', (code, ...aliases) => {
    expect(aliasesIn(code)).toEqual(aliases);
  });

  it('an alias of an alias is a reference of the first', () => {
    const [first, second] = aliasesIn('const a = swan; const b = a; b.request({});');
    expect(first).toContain('a=swan [alias]');
    expect(second).toContain('‹a› in ‹const b = a;› b=swan [call]');
  });

  it('a value that is also passed on is no alias', () => {
    expect(aliasesIn('const r = swan.request; r({}); list.push(r);')).toEqual([]);
  });

  it('the site that a reference makes is named by its place', () => {
    const { resolution, lifted } = find('const { request } = swan; request({ url });');
    expect(resolution.aliases[0]?.references[0]?.use).toEqual({
      kind: 'call',
      api: 'request',
      at: lifted.calls[0]?.at,
    });
  });
});

describe('exports', () => {
  it.each([
    ['export default swan;', ['default swan']],
    ['export const s = swan;', ['s swan']],
    ['const s = swan; export { s as host };', ['host swan']],
    ['const { request } = swan; export { request as send };', ['send request']],
    ['export const send = swan.request;', ['send request']],
    ['module.exports = swan;', ['= swan']],
    ['module.exports.host = swan; exports.send = swan.request;', ['host swan', 'send request']],
    ['module.exports = { swan, send: swan.request };', ['swan swan', 'send request']],
    ['export default { send: swan.request };', ['default.send request']],
    ['export default swan.request;', ['default request']],
    ['function f(module) { module.exports = swan; }', []],
  ])('%s', (code, exports) => {
    const { resolution } = find(code);
    expect(resolution.exports.map(({ name, stands }) => `${name} ${stands}`)).toEqual(exports);
  });
});

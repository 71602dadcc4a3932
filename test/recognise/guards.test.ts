// Tests for swan being there: what they answer while it is, and which sites stand behind them.
// Each line of a result is: kind, API, the answer while swan is there, the text, protected sites, reads of swan there.

import { describe, expect, it } from 'vitest';
import { find } from './find.ts';

/** `kind api present ‹text› protected sites, reads of swan behind it`; `seen` where others get the answer. */
function guardsIn(code: string): string[] {
  const { resolution, text } = find(code);
  return resolution.guards.map(
    ({ kind, api, at, present, protects, reads, isPrivate }) =>
      `${kind} ${api} ${String(present)} ‹${text(at)}› ${protects.length} ${reads.length}${isPrivate ? '' : ' seen'}`,
  );
}

describe('guards', () => {
  it.each([
    ["if (typeof swan !== 'undefined') swan.request({});", "typeof * true ‹typeof swan !== 'undefined'› 1 1"],
    [
      "if (typeof swan === 'undefined') a(); else swan.request({});",
      "typeof * false ‹typeof swan === 'undefined'› 1 1",
    ],
    [
      "if ('undefined' == typeof swan) { return; } swan.request({});",
      "typeof * false ‹'undefined' == typeof swan› 1 1",
    ],
    ["if (typeof swan === 'object') swan.request({});", "typeof * true ‹typeof swan === 'object'› 1 1"],
    ['if (typeof swan < "u") swan.request({});', 'typeof * true ‹typeof swan < "u"› 1 1'],
    ['if (typeof swan > "u") a(); else swan.request({});', 'typeof * false ‹typeof swan > "u"› 1 1'],
    [
      "const isSwan = typeof swan !== 'undefined'; if (isSwan) { swan.request({}); swan.login(); }",
      "typeof * true ‹typeof swan !== 'undefined'› 1 2",
    ],
    ['switch (typeof swan) {}', 'typeof * undefined ‹typeof swan› 0 0 seen'],
    ['if (window.swan) window.swan.request({});', 'test * true ‹window.swan› 1 1'],
    ['window.swan && window.swan.request({});', 'test * true ‹window.swan› 1 1'],
    ['if (!window.swan) throw 1; swan.request({});', 'test * true ‹window.swan› 1 1'],
    [
      'if (!window.swan || !swan.request) return; swan.request({});',
      'test * true ‹window.swan› 1 2',
      'test request true ‹swan.request› 1 1',
    ],
    ['while (swan.request) { swan.request({}); }', 'test request true ‹swan.request› 1 1'],
    ['if (swan.request) swan.request({}); else wx.request({});', 'test request true ‹swan.request› 1 1'],
    ['swan.request && swan.request({});', 'test request true ‹swan.request› 1 1'],
    ['swan.request ? swan.request({}) : swan.login();', 'test request true ‹swan.request› 1 1'],
    [
      "if (typeof swan.request === 'function') swan.request({});",
      "typeof request true ‹typeof swan.request === 'function'› 1 1",
    ],
    ['if (swan.request != null) swan.request({});', 'compare request true ‹swan.request != null› 1 1'],
    [
      'if (swan.request === undefined) a(); else swan.request({});',
      'compare request false ‹swan.request === undefined› 1 1',
    ],
    ['if (void 0 !== window.swan) swan.login();', 'compare * true ‹void 0 !== window.swan› 0 1'],
    ["if ('request' in swan) swan.request({});", "in request true ‹'request' in swan› 1 1"],
    [
      "if (swan.canIUse('request.object.url')) swan.request({});",
      "canIUse request true ‹swan.canIUse('request.object.url')› 1 1",
    ],
    [
      "if (swan.hasOwnProperty('uploadFile')) swan.uploadFile({});",
      "in uploadFile true ‹swan.hasOwnProperty('uploadFile')› 1 1",
    ],
    ['if (a && swan.request && b) swan.request({});', 'test request true ‹swan.request› 1 1'],
    ['if (a || swan.request) swan.request({});', 'test request true ‹swan.request› 0 0'],
    ['const { request } = swan; if (request) request({});', 'test request true ‹request› 1 1'],
    ['const s = swan; if (s.request) s.request({});', 'test request true ‹s.request› 1 1'],
  ])('%s', (code, ...guards) => {
    expect(guardsIn(code)).toEqual(guards);
  });

  it.each([
    "if (typeof swan.login === 'function') swan.login();",
    "if ('login' in swan) swan.login();",
    "if (swan.canIUse('login')) swan.login();",
    'function f(swan) { if (swan) a(); if (typeof swan === "object") b(); }',
    'if (swan.request({})) a();',
  ])('none in %s', (code) => {
    expect(guardsIn(code)).toEqual([]);
  });
});

describe('what a test for an API leads to', () => {
  const body = 'const send = () => swan.request({}); function load() { send(); }';
  it.each([
    ["if (swan.canIUse('request')) load();", 1],
    ["if (swan.canIUse('request')) list.forEach(load);", 1],
    ["if (!swan.canIUse('request')) throw 1; setTimeout(() => send());", 1],
    ["if (swan.canIUse('request')) { swan.request({}); }", 0],
    ["if (swan.canIUse('request')) { const load = other; load(); }", 0],
    ["if (!swan.canIUse('request')) { load(); }", 0],
    ['class A { go() { if (swan.request) this.b(); } b = () => { this.c(); }; c() { swan.request({}); } }', 1],
    ['class A { go() { if (swan.request) this.b(); } } class B { b() { swan.request({}); } }', 0],
    [
      'Page({ go() { const p = this; swan.request && p.b(); }, methods: { b: function () { swan.request({}); } } });',
      1,
    ],
    ['Page({ go() { swan.request && app.b(); }, b() { swan.request({}); } });', 0],
    ["Page({ go() { if (typeof swan !== 'undefined') this.b(); }, b() { swan.request({}); } });", 0],
  ])('%s', (code, count) => {
    const isOwn = /class|Page/.test(code);
    const [guard] = find(isOwn ? code : `${body} ${code}`).resolution.guards;
    expect(guard?.leadsTo).toHaveLength(count);
  });
});

// Kinds that were found by looking for programs that break the follower: what it had not thought of before.
// Out: small programs of these kinds, with what each does on swan and what should become of it.

import { to, type Kind } from './kind.ts';

const sent = 'request /1 | log end';

export const found: readonly Kind[] = [
  {
    kind: 'swan taken apart where it is read from the global object',
    programs: [
      { code: `let { swan: {} } = window;\nlog('x');`, trace: 'log x', outcome: 'told', says: /swan/ },
      {
        code: `const { swan: { request: r } } = window;\nr(${to(1)});`,
        trace: sent,
        outcome: 'told',
        says: /swan/,
      },
      {
        code: `let r;\n({ swan: { request: r } } = window);\nr(${to(1)});`,
        trace: sent,
        outcome: 'told',
        says: /swan/,
      },
    ],
  },
  {
    kind: 'a name that a direct eval sees',
    programs: [
      { code: `const s = swan;\neval("s.request({ url: 'https://a.b/1' })");`, trace: 'request /1', outcome: 'kept' },
      {
        code: `let s = swan;\nfunction f() { eval('s = mock'); }\nf();\ns.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `let s = swan;\nfunction f() { 'use strict'; eval('s = mock'); }\nf();\ns.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'the exports of a module are handed over',
    programs: [
      "patch(require('./a'));",
      "Object.assign(require('./a'), mock);",
      "const a = require('./a');\nObject.assign(a, { request: mock.request });",
      "Object.defineProperty(require('./a'), 'request', { value: mock.request });",
    ].map((main, i) => ({
      code: {
        'main.js': `${main}\nrequire('./b');`,
        'a.js': `exports.request = swan.request;`,
        'b.js': `const { request } = require('./a');\nrequest(${to(1)});`,
      },
      trace: i === 0 ? 'request /1?patched | log end' : 'mock https://a.b/1',
      outcome: 'moved' as const,
    })),
  },
  {
    kind: 'swan is replaced on the global object by a function of the language',
    programs: [
      'Object.assign(window, { swan: mock });',
      "Object.defineProperty(window, 'swan', { value: mock, configurable: true });",
      "Reflect.set(globalThis, 'swan', mock);",
    ].map((code) => ({
      code: `${code}\nswan.request(${to(1)});`,
      trace: 'mock https://a.b/1',
      outcome: 'kept' as const,
    })),
  },
  {
    kind: 'what hands its argument back',
    programs: [
      { code: `const s = Object.freeze(swan);\ns.request(${to(1)});`, trace: sent, outcome: 'told', says: /'s'/ },
      {
        code: `const s = Object.assign(swan, mock);\ns.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const s = Object.defineProperty(swan, 'x', { value: 1 });\ns.request(${to(1)});`,
        trace: sent,
        outcome: 'told',
        says: /'s'/,
      },
    ],
  },
  {
    kind: 'swan that was stored is written to by way of a copy',
    programs: [
      {
        code: {
          'main.js': `const { host } = require('./net');\nObject.assign(host, { request: mock.request });\nswan.request(${to(1)});`,
          'net.js': 'module.exports = { get host() { return swan; } };',
        },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `Object.assign([mock, swan][1], { request: mock.request });\nwindow.swan.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `patch({ host: swan }.host);\nswan.request(${to(1)});`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'a constructor that is called without its name',
    programs: [
      {
        code: `class A { constructor(s) { s.request(${to(1)}); } again() { return new this.constructor(mock); } }\nnew A(swan).again();`,
        trace: `mock https://a.b/1 | ${sent}`,
        outcome: 'kept',
      },
      {
        code: `class A { constructor(s) { s.request(${to(1)}); } static { new this(mock); } }\nnew A(swan);`,
        trace: `mock https://a.b/1 | ${sent}`,
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'places that had no rule',
    programs: [
      { code: `let o = {};\n({ request: o.r } = swan);\no.r(${to(1)});`, trace: sent, outcome: 'kept' },
      { code: `const tag = (_, s) => s.request(${to(1)});\ntag` + '`${swan}`' + `;`, trace: sent, outcome: 'kept' },
      { code: `new swan.request(${to(1)});`, trace: sent, outcome: 'kept' },
      { code: `const host = window[on ? 'swan' : 'my'];\nhost.request(${to(1)});`, trace: sent, outcome: 'kept' },
      {
        code: `const r = swan.request;\nlog(typeof r);\nr.call(swan, ${to(1)});`,
        trace: `log function | ${sent}`,
        outcome: 'told',
      },
    ],
  },
  {
    kind: 'a name in its own initialiser',
    programs: [
      { code: `let s = s || swan;\ns.request(${to(1)});`, trace: 'thrown ReferenceError', outcome: 'kept' },
      { code: `var s = s || swan;\ns.request(${to(1)});`, trace: sent, outcome: 'moved' },
    ],
  },
  {
    kind: 'an export that may be none',
    programs: [
      {
        code: {
          'main.mjs': `import { request } from './net.mjs';\nrequest(${to(1)});`,
          'net.mjs': 'export const { request } = off && swan;',
        },
        trace: 'thrown TypeError',
        outcome: 'kept',
      },
      {
        code: {
          'main.mjs': `import { request } from './net.mjs';\nrequest(${to(1)});`,
          'net.mjs': 'var s = swan;\nconst { request } = s;\nexport { request };',
        },
        trace: sent,
        outcome: 'moved',
        without: /\bs\b/,
        targets: ['fetch', 'axios'],
      },
    ],
  },
  {
    kind: 'one assignment within another',
    programs: [
      {
        code: `let s;\nconst t = s = swan;\nconst api = { go: t.request };\nconst send = () => s.request(${to(1)});\nsend();\nlog(typeof api.go);`,
        trace: `log function | ${sent}`,
        outcome: 'moved',
      },
    ],
  },
  {
    kind: 'a line that would go on with the one before',
    programs: [
      `'use strict'\nconst s = swan;\n[1].forEach(() => swan.request(${to(1)}))`,
      `'use strict'\nif (typeof swan !== 'undefined') [1].forEach(() => swan.request(${to(1)}))`,
      `log(0)\nif (!swan.request) return;\n(() => swan.request(${to(1)}))()`,
      `log(0)\nif (!swan.request) return\n;(() => swan.request(${to(1)}))()`,
      `let x = 0\nlog(x)\nif (!swan) { return }\n/a/.test('b') || swan.request(${to(1)})`,
      `log(0)\nconst s = swan;\nif (!s) return;\nconst t = s;\n[1].forEach(() => t.request(${to(1)}))`,
      `log(0)\nif (swan) { swan.request(${to(1)}) }\n[1].forEach(() => {})`,
      `swan && [1].forEach(() => swan.request(${to(1)}))\nlog(0)\nlog(0)`,
    ].map((code) => ({
      code,
      trace:
        (code.match(/log\(/g) ?? [])
          .slice(1)
          .map(() => 'log 0 | ')
          .join('') + sent,
      outcome: 'moved' as const,
    })),
  },
  {
    kind: 'a declaration that is all that a test protects',
    programs: [
      {
        code: `if (swan.request) {\n  var s = window?.swan\n}\nswan.request(${to(1)});`,
        trace: 'request /1 | log end',
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'a constant that is assigned to',
    programs: [
      {
        code: `for (const s of [mock]) {\n  function set(v) { s = v }\n  try { set(swan) } catch (e) { log(e.name) }\n}\nswan.request(${to(1)});`,
        trace: 'log TypeError | request /1 | log end',
        outcome: 'told',
      },
    ],
  },
  {
    kind: 'a name that its neighbour still needs',
    programs: [
      {
        code: `let s;\nconst t = s = swan;\nt.request(${to(1)});\nlog(typeof s.request);`,
        trace: `log function | ${sent}`,
        outcome: 'told',
      },
      {
        code: `let s, t;\nt = (s = swan);\nt.request(${to(1)});\ns.request;`,
        trace: sent,
        outcome: 'moved',
      },
    ],
  },
  {
    kind: 'a line that would go on with the one before a test whose branch goes too',
    programs: [
      {
        code: `let x = 0\nlog(x)\nif (swan.canIUse('request')) var s = swan;\n[1].forEach(() => swan.request(${to(1)}))`,
        trace: `log 0 | ${sent}`,
        outcome: 'told',
      },
      {
        code: `let x = log(0)\nif (swan.request) { var s = swan }\n[1].forEach(() => s.request(${to(1)}))`,
        trace: `log 0 | ${sent}`,
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'a doubt that a module hands on',
    programs: [
      {
        code: {
          'main.js': `const { host } = require('./index');\nhost.request(${to(1)});`,
          'net.js': 'module.exports = { host: mock || swan };',
          'index.js': `module.exports = require('./net');`,
        },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `const { net } = require('./index');\nnet.host.request(${to(1)});`,
          'net.js': 'module.exports = { host: mock || swan };',
          'index.js': `exports.net = require('./net');`,
        },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'swan that is handed on by way of a call, a list or an assignment',
    programs: [
      {
        code: `patch((() => swan)());\nswan.request(${to(1)});`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
        says: /passed to 'patch'/,
      },
      {
        code: `patch((window.spare = swan));\nswan.request(${to(1)});`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
        says: /passed to 'patch'/,
      },
      {
        code: `patch((h => h)(swan));\nswan.request(${to(1)});`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
        says: /passed to 'patch'/,
      },
      {
        code: `for (const s of [swan]) patch(s);\nswan.request(${to(1)});`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
        says: /passed to 'patch'/,
      },
      {
        code: `[swan].forEach(s => { patch(s); });\nswan.request(${to(1)});`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
        says: /passed to 'patch'/,
      },
      {
        code: `function host() { return swan; }\nconst h = host();\npatch(h);\nswan.request(${to(1)});`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
        says: /passed to 'patch'/,
      },
      {
        code: `const host = () => on && swan;\npatch(host());\nswan.request(${to(1)});`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
        says: /passed to 'patch'/,
      },
      {
        code: `function host() { return swan; }\nlog(typeof host());\nconst all = [swan];\nlog(all.length);\nswan.request(${to(1)});`,
        trace: `log object | log 1 | ${sent}`,
        outcome: 'kept',
      },
    ],
  },
];

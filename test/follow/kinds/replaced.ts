// In: nothing. Out: programs that put something else in the place of swan itself, or do something before they take it apart.
// Each is small, and is judged by what it does before and after.

import { to, type Kind } from './kind.ts';

const sent = 'request /1 | log end';
const mocked = 'mock https://a.b/1';

export const replaced: readonly Kind[] = [
  {
    kind: 'swan that is taken apart when it may be nothing',
    programs: [
      { code: `swan = undefined;\nvar {} = swan;`, trace: 'thrown TypeError', outcome: 'told' },
      {
        code: `function go() { var {} = swan; swan = undefined; }\ngo();\ngo();`,
        trace: 'thrown TypeError',
        outcome: 'told',
      },
      {
        code: { 'main.js': `require('./net');\nvar { request } = swan;`, 'net.js': 'swan = undefined;' },
        trace: 'thrown TypeError',
        outcome: 'told',
      },
      {
        code: { 'main.js': `require('./net');\nconst { swan: {} } = window;`, 'net.js': 'window.swan = undefined;' },
        trace: 'thrown TypeError',
        outcome: 'told',
      },
      { code: 'var {} = swan;', trace: '', outcome: 'moved', without: /swan/ },
    ],
  },
  {
    kind: 'a name that strict code puts something into',
    programs: [
      { code: { 'main.mjs': 'swan = mock;' }, trace: '', outcome: 'told', says: /swan is replaced/ },
      { code: `'use strict';\nswan = mock;`, trace: '', outcome: 'told', says: /swan is replaced/ },
      { code: `(function () { 'use strict'; swan = mock; })();`, trace: '', outcome: 'told', says: /swan is replaced/ },
      {
        code: 'class A { go() { swan = mock; } }\nnew A().go();',
        trace: '',
        outcome: 'told',
        says: /swan is replaced/,
      },
      {
        code: { 'main.mjs': `swan = mock;\nswan.request(${to(1)});` },
        trace: mocked,
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'swan that another file replaces',
    programs: [
      {
        code: {
          'main.js': `swan = mock;\nrequire('./net')();`,
          'net.js': `module.exports = () => swan.request(${to(1)});`,
        },
        trace: mocked,
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `swan = mock;\nconst { host } = require('./net');\nhost().request(${to(1)});`,
          'net.js': 'exports.host = () => swan;',
        },
        trace: mocked,
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `import { host } from './net';\nhost().request(${to(1)});`,
          'net.js': 'export function host() { return swan; }\nswan = mock;',
        },
        trace: mocked,
        outcome: 'kept',
      },
      {
        code: { 'main.js': `import './net';\nswan.login();`, 'net.js': 'swan = mock;' },
        trace: 'mock login',
        outcome: 'told',
      },
    ],
  },
  {
    kind: 'what is done before swan is taken apart for others',
    programs: [
      ['import { request as r }', 'export const { request } = (log(1), swan);'],
      ['import { request as r }', 'const { request } = (log(1), swan);\nexport { request };'],
      ['import { r }', 'let request;\n({ request } = (log(1), (0, swan)));\nexport { request as r };'],
    ].map(([load, net]) => ({
      code: { 'main.js': `${load} from './net';\nr(${to(1)});`, 'net.js': String(net) },
      trace: 'log 1 | request /1 | log end',
      outcome: 'moved' as const,
      targets: ['fetch' as const, 'axios' as const],
    })),
  },
  {
    kind: 'a name that is read, and that something else is written to',
    programs: [
      { code: `function go(s) { s = s; s = null; }\ngo(swan);`, trace: '', outcome: 'told', says: /'s' still stands/ },
      { code: 'let s = swan;\ns = s;\ns = null;', trace: '', outcome: 'told', says: /'s' still stands/ },
      { code: 'let { request } = swan;\nrequest = request;\nrequest = null;', trace: '', outcome: 'kept' },
    ],
  },
  {
    kind: 'the value of an assignment that is compared',
    programs: [
      { code: `function go(s) { s = s; log((s = swan) === swan); }\ngo(swan);`, trace: 'log true', outcome: 'told' },
      { code: `let s;\nlog((s = swan) === swan);\ns.request(${to(1)});`, trace: `log true | ${sent}`, outcome: 'told' },
      { code: `let s;\nif ((s = swan) === swan) s.request(${to(1)});`, trace: sent, outcome: 'told' },
      { code: `let s;\nswitch (s = swan) { case swan: s.request(${to(1)}); }`, trace: sent, outcome: 'told' },
      {
        code: `function go(s) { s = s; (s = swan).request = mock.request; }\ngo(swan);\nswan.request(${to(1)});`,
        trace: mocked,
        outcome: 'kept',
      },
      {
        code: `let s;\n(s = swan).request(${to(1)});\ns.request(${to(2)});`,
        trace: 'request /1 | request /2 | log end | log end',
        outcome: 'told',
      },
    ],
  },
  {
    kind: 'swan is the `this` of a function that replaces an API',
    programs: [
      `const f = function () { this.request = mock.request; };\nf.call(swan);\nswan.request(${to(1)});`,
      `const f = function () { this.request = mock.request; };\nf.bind(swan)();\nswan.request(${to(1)});`,
      `function f() { this.request = mock.request; }\nReflect.apply(f, swan, []);\nswan.request(${to(1)});`,
      `const o = { patch() { this.request = mock.request; } };\no.patch.call(swan);\nswan.request(${to(1)});`,
      `swan.install = function () { this.request = mock.request; };\nswan.install();\nswan.request(${to(1)});`,
      `with (swan) { request = mock.request; }\nswan.request(${to(1)});`,
      `swan.__defineGetter__('request', () => mock.request);\nswan.request(${to(1)});`,
    ].map((code) => ({ code, trace: 'mock https://a.b/1', outcome: 'kept' as const })),
  },
  {
    kind: 'swan is the `this` of a function that replaces nothing',
    programs: [
      { code: `swan.login.call(swan);\nswan.request(${to(1)});`, trace: 'login | request /1 | log end' },
      {
        code: `const { login } = swan;\nlogin.call(swan);\nswan.request(${to(1)});`,
        trace: 'login | request /1 | log end',
      },
      {
        code: `const fn = swan.login;\nfn.apply(swan, []);\nswan.request(${to(1)});`,
        trace: 'login | request /1 | log end',
      },
      {
        code: `const f = function (u) { log(u); };\nf.call(swan, 1);\nswan.request(${to(1)});`,
        trace: 'log 1 | request /1 | log end',
      },
      {
        code: `log({}.toString.call(swan));\nswan.request(${to(1)});`,
        trace: 'log [object Object] | request /1 | log end',
      },
      {
        code: `swan.enter = function () { return this.login(); };\nswan.enter();\nswan.request(${to(1)});`,
        trace: 'login | request /1 | log end',
      },
    ].map((one) => ({ ...one, outcome: 'told' as const, without: /swan\.request/ })),
  },
  {
    kind: 'a descriptor hands out the API',
    programs: [
      {
        code: `const d = Object.getOwnPropertyDescriptor(swan, 'request');\nd.value(${to(1)});\nswan.request({ url: 'https://a.b/2' });`,
        trace: 'request /1 | request /2 | log end',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'a member that the program puts on an API',
    programs: [
      {
        code: `swan.request.mock = true;\nif (swan.request.mock) log('m');\nswan.request(${to(1)});`,
        trace: 'log m | request /1 | log end',
      },
      { code: `swan.request.count = 0;\nswan.request.count++;\nlog(swan.request.count);`, trace: 'log 1' },
      {
        code: `const { request } = swan;\nrequest.mock = true;\nif (request.mock) log('m'); else request(${to(1)});`,
        trace: 'log m',
      },
    ].map((one) => ({ ...one, outcome: 'moved' as const })),
  },
];

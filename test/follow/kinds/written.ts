// In: nothing. Out: programs that write to swan, or take it out of the global object, where it comes by a detour;
// and what only TypeScript can say.

import { to, type Kind } from './kind.ts';

const call = `swan.request(${to(1)});`;

export const written: readonly Kind[] = [
  {
    kind: 'an API that is replaced where swan comes by a detour',
    programs: [
      {
        code: {
          'main.js': `require('./a');\n${call}`,
          'a.js': `const b = require('./b');\nObject.assign(b.get(), mock);`,
          'b.js': `exports.get = () => swan;`,
        },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `require('./a');\n${call}`,
          'a.js': `const b = require('./b');\nconst k = 'req' + 'uest';\nb.get()[k] = mock.request;`,
          'b.js': `exports.get = () => swan;`,
        },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `require('./a');\n${call}`,
          'a.js': `const b = require('./b');\nfor (const k of Object.keys(mock)) b.get()[k] = mock[k];`,
          'b.js': `exports.get = () => swan;`,
        },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const f = () => swan;\nfor (const k of Object.keys(mock)) f()[k] = mock[k];\n${call}`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const f = () => swan;\nconst h = f();\nfor (const k in mock) h[k] = mock[k];\n${call}`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const f = () => swan;\nconst { after } = f();\nafter({ request: {} });\n${call}`,
        trace: 'after request | request /1 | log end',
        outcome: 'kept',
      },
      {
        code: `const f = () => swan;\nObject.assign(f(), { ...mock });\n${call}`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const f = () => swan;\nconst more = { request: mock.request };\nObject.assign(f(), more);\n${call}`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `import set from './net';\nset(mock);\n${call}`,
          'net.js': `import { host } from './host';\nexport default m => Object.assign(host(), m);`,
          'host.js': `export const host = () => swan;`,
        },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: { 'main.js': `import './net';\n${call}`, 'net.js': `for (const k of ['swan', 'x']) window[k] = mock;` },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'the global object that comes by a detour',
    programs: [
      {
        code: { 'main.js': `import './net';\n${call}`, 'net.js': `const g = (() => window)();\ng.swan = mock;` },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: { 'main.js': `import './net';\n${call}`, 'net.js': `const g = { w: window };\ng.w.swan = mock;` },
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const g = { w: window };\npatch(g.w.swan);\n${call}`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
      },
      {
        code: `const g = () => window;\npatch(g().swan);\n${call}`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
      },
      {
        code: `const g = () => window;\ng().swan.request = mock.request;\n${call}`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const { w } = { w: window };\nw.swan.request = mock.request;\n${call}`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'swan in a property of a parameter, and in a namespace',
    programs: [
      {
        code: { 'main.ts': `namespace N { export const host = swan; }\npatch(N.host);\n${call}` },
        trace: 'request /1?patched | log end',
        outcome: 'kept',
      },
      {
        code: {
          'main.ts': `class A { constructor(private host = swan) {} go() { patch(this.host); } }\nnew A().go();\n${call}`,
        },
        trace: 'request /1?patched | log end',
        outcome: 'kept',
      },
      {
        code: {
          'main.ts': `class A { constructor(public host: any) {} go() { this.host.request({ url: 'https://a.b/1', complete: () => log('end') }); } }\nnew A(swan).go();`,
        },
        trace: 'request /1 | log end',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'an export takes swan apart on its way into another name',
    programs: [
      {
        code: { 'main.mjs': `let s;\nexport const { request } = (s = swan);\ns.login();\nrequest(${to(1)});` },
        trace: 'login | request /1 | log end',
        outcome: 'told',
      },
      {
        code: {
          'main.mjs': `let s, t;\nexport const { request, uploadFile } = (s = t = swan);\ns.request(${to(1)});\nt.login();`,
        },
        trace: 'login | request /1 | log end',
        outcome: 'told',
      },
      {
        code: { 'main.mjs': `var s = swan\nexport const { request } = (s = window['swan']);\nrequest(${to(1)});` },
        trace: 'request /1 | log end',
        outcome: 'moved',
        without: /\bs\b|window/,
      },
      {
        code: { 'main.mjs': `let s;\nconst { request } = (s = swan);\ns.login();\nrequest(${to(1)});` },
        trace: 'login | request /1 | log end',
        outcome: 'told',
        without: /\{ *\}/,
      },
    ],
  },
];

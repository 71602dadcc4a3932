// Declarations of other names for swan: they go, move or stay as a whole, and so do the uses that stand before them.
// Out: small programs of these kinds, with what each does on swan and what should become of it.

import { to, type Kind } from './kind.ts';

const sent = 'request /1 | log end';
const upload = (path: number): string =>
  `{ url: 'https://a.b/${path}', filePath: 'f', name: 'n', complete: () => log('up') }`;

export const declarations: readonly Kind[] = [
  {
    kind: 'a cast',
    programs: [
      { code: { 'main.ts': `const { request } = (swan as any);\nrequest(${to(1)});` }, trace: sent, outcome: 'moved' },
      { code: { 'main.ts': `const { request } = (<any>swan);\nrequest(${to(1)});` }, trace: sent, outcome: 'moved' },
      { code: { 'main.ts': `const s = swan!;\ns.request(${to(1)});` }, trace: sent, outcome: 'moved' },
      { code: `const s = (swan);\ns.request(${to(1)});`, trace: sent, outcome: 'moved' },
      {
        code: { 'main.ts': `const request = (swan as any).request;\nrequest(${to(1)});` },
        trace: sent,
        outcome: 'moved',
      },
      { code: { 'main.ts': `(window as any).swan.request(${to(1)});` }, trace: sent, outcome: 'moved' },
      {
        code: { 'main.ts': `const s = (globalThis as any).swan;\ns.request(${to(1)});` },
        trace: sent,
        outcome: 'moved',
      },
      {
        code: { 'main.ts': `const request = swan.request as (o: object) => void;\nrequest(${to(1)});` },
        trace: sent,
        outcome: 'moved',
      },
      {
        code: { 'main.ts': `const up = (swan as any).uploadFile;\nup(${upload(1)});` },
        trace: 'uploadFile /1 | log up',
        outcome: 'moved',
      },
    ],
  },
  {
    kind: 'two names in one declaration',
    programs: [
      {
        code: `var request = swan.request, uploadFile = swan.uploadFile;\nrequest(${to(1)});\nuploadFile(${upload(2)});`,
        trace: 'request /1 | uploadFile /2 | log end | log up',
        outcome: 'moved',
      },
      {
        code: `const s = swan, t = swan;\ns.request(${to(1)});\nt.request(${to(2)});`,
        trace: 'request /1 | request /2 | log end | log end',
        outcome: 'moved',
      },
      {
        code: `const s = swan, { request } = swan;\ns.request(${to(1)});\nrequest(${to(2)});`,
        trace: 'request /1 | request /2 | log end | log end',
        outcome: 'moved',
      },
      {
        code: `let s = swan, up = s.uploadFile;\ns.request(${to(1)});\nup(${upload(2)});`,
        trace: 'request /1 | uploadFile /2 | log end | log up',
        outcome: 'moved',
      },
      { code: `let s = swan, n = 1;\ns.request(${to(1)});\nlog(n);`, trace: `log 1 | ${sent}`, outcome: 'moved' },
      {
        code: `const a = 1, s = swan, b = 2;\ns.request(${to(1)});\nlog(a + b);`,
        trace: `log 3 | ${sent}`,
        outcome: 'moved',
      },
      { code: `const s = swan, t = s;\ns.request(${to(1)});\nt.login();`, trace: `login | ${sent}`, outcome: 'told' },
      {
        code: `const { request, ...rest } = swan;\nrequest(${to(1)});\nrest.login();`,
        trace: `login | ${sent}`,
        outcome: 'told',
      },
    ],
  },
  {
    kind: 'used before its declaration has run',
    programs: [
      {
        code: `function early() { try { s.request(${to(0)}); } catch (e) { log(e.name); } }\nearly();\nvar s = swan;\ns.request(${to(1)});`,
        trace: `log TypeError | ${sent}`,
        outcome: 'either',
      },
      {
        code: `function early() { try { s.request(${to(0)}); } catch (e) { log(e.name); } }\nearly();\nconst s = swan;\ns.request(${to(1)});`,
        trace: `log ReferenceError | ${sent}`,
        outcome: 'either',
      },
      {
        code: `try { request(${to(0)}); } catch (e) { log(e.name); }\nvar { request } = swan;\nrequest(${to(1)});`,
        trace: `log TypeError | ${sent}`,
        outcome: 'either',
      },
      { code: `function late() { s.request(${to(1)}); }\nconst s = swan;\nlate();`, trace: sent, outcome: 'either' },
      { code: `const go = () => r(${to(1)});\nlater(go);\nconst r = swan.request;`, trace: sent, outcome: 'either' },
    ],
  },
  {
    kind: 'a declaration that its neighbours lean on',
    programs: [
      {
        code: `let s, n = 0;\nif (off) /* never */\n  s = swan;\nn++;\nlog(n);\nif (off) s.request(${to(1)});`,
        trace: 'log 1',
        outcome: 'either',
      },
      {
        code: `var s\nif (off) s = swan\nelse log('else')\nif (s) s.request(${to(1)})`,
        trace: 'log else',
        outcome: 'either',
      },
      {
        code: `var s\nfor (const n of []) s = swan\nlog('after')\nif (s) s.request(${to(1)})`,
        trace: 'log after',
        outcome: 'either',
      },
      {
        code: `let n = 1\nconst s = swan\n;[n].forEach(n => log(n))\ns.request(${to(1)})`,
        trace: `log 1 | ${sent}`,
        outcome: 'moved',
      },
      {
        code: `let n = 1\nconst s = swan;\n[n].forEach(n => log(n))\ns.request(${to(1)})`,
        trace: `log 1 | ${sent}`,
        outcome: 'moved',
      },
      {
        code: `let n = 1\nconst s = swan;\n(() => log(n))()\ns.request(${to(1)})`,
        trace: `log 1 | ${sent}`,
        outcome: 'moved',
      },
      { code: `if (on) var s = swan\nlog('one')\ns.request(${to(1)})`, trace: `log one | ${sent}`, outcome: 'either' },
      { code: `const s = swan; log('behind'); s.request(${to(1)})`, trace: `log behind | ${sent}`, outcome: 'moved' },
    ],
  },
  {
    kind: 'a name for the global object',
    programs: [
      { code: `const root = globalThis;\nroot.swan.request(${to(1)});`, trace: sent, outcome: 'either' },
      { code: `var root = window;\nconst s = root.swan;\ns.request(${to(1)});`, trace: sent, outcome: 'either' },
      { code: `(function (root) { root.swan.request(${to(1)}); })(globalThis);`, trace: sent, outcome: 'either' },
      { code: `const { swan: s } = globalThis;\ns.request(${to(1)});`, trace: sent, outcome: 'moved' },
      { code: `const root = globalThis || window;\nroot['swan'].request(${to(1)});`, trace: sent, outcome: 'either' },
    ],
  },
  {
    kind: 'an alias that something else needs as well',
    programs: [
      { code: `const s = swan;\ns.request(${to(1)});\ns.login();`, trace: `login | ${sent}`, outcome: 'told' },
      { code: `const s = swan;\ns.request(${to(1)});\nuse(s);`, trace: `use object | ${sent}`, outcome: 'kept' },
      { code: `const s = swan;\nconst box = { s };\nbox.s.request(${to(1)});`, trace: sent, outcome: 'kept' },
      {
        code: `const { request, login } = swan;\nrequest(${to(1)});\nlogin();`,
        trace: `login | ${sent}`,
        outcome: 'told',
      },
      {
        code: `class Client {\n  constructor() { this.host = swan; }\n  load() { this.host.request(${to(1)}); }\n}\nnew Client().load();`,
        trace: sent,
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'a name that only looks like swan',
    programs: [
      {
        code: {
          'main.ts': `namespace N { export const swan = { request: (o: any) => log('mine', o.url) }; }\nnamespace N { export function go() { swan.request({ url: 'b' }); } }\nN.go();`,
        },
        trace: 'log mine b',
        outcome: 'untouched',
      },
      { code: { 'main.ts': `enum E { swan = 1 }\nlog(E.swan);` }, trace: 'log 1', outcome: 'untouched' },
      { code: `function go(swan) { swan.request({ url: 'b' }); }\ngo(mock);`, trace: 'mock b', outcome: 'untouched' },
      {
        code: `const box = { swan: mock };\nbox.swan.request({ url: 'b' });\nconst { swan } = box;\nswan.request({ url: 'c' });`,
        trace: 'mock b | mock c',
        outcome: 'untouched',
      },
    ],
  },
];

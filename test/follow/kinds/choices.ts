// Names that hold swan or something else, or nothing: what is decided when the program runs stays decided then.
// Out: small programs of these kinds, with what each does on swan and what should become of it.

import { to, type Kind } from './kind.ts';

const sent = 'request /1 | log end';

export const choices: readonly Kind[] = [
  {
    kind: 'a parameter that falls back on swan',
    programs: [
      { code: `function call(s) { s = s || swan; s.request(${to(1)}); }\ncall();`, trace: sent, outcome: 'either' },
      {
        code: `function call(s) { s = s || swan; s.request(${to(1)}); }\ncall(mock);`,
        trace: 'mock https://a.b/1',
        outcome: 'either',
      },
      {
        code: `function call(s) { s ||= swan; s.request(${to(1)}); }\ncall(); call(mock);`,
        trace: `mock https://a.b/1 | ${sent}`,
        outcome: 'either',
      },
      { code: `function call(s) { if (!s) s = swan; s.request(${to(1)}); }\ncall();`, trace: sent, outcome: 'either' },
      {
        code: `const call = (s = swan) => s.request(${to(1)});\ncall(); call(mock);`,
        trace: `mock https://a.b/1 | ${sent}`,
        outcome: 'kept',
      },
      {
        code: `const call = ({ host = swan } = {}) => host.request(${to(1)});\ncall(); call({ host: mock });`,
        trace: `mock https://a.b/1 | ${sent}`,
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'swan by two ways',
    programs: [
      { code: `const api = globalThis.swan || swan;\napi.request(${to(1)});`, trace: sent, outcome: 'either' },
      { code: `var api = api || swan;\napi.request(${to(1)});`, trace: sent, outcome: 'either' },
      {
        code: `const api = window.swan || globalThis.swan || {};\napi.request(${to(1)});`,
        trace: sent,
        outcome: 'either',
      },
      { code: `(swan || window.swan).request(${to(1)});`, trace: sent, outcome: 'either' },
      {
        code: `const api = swan ?? globalThis.swan;\nconst { request } = api;\nrequest(${to(1)});`,
        trace: sent,
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'an alias that is given under a condition',
    programs: [
      {
        code: `let host;\nif (off) host = swan;\nif (host) host.request(${to(1)}); else log('off');`,
        trace: 'log off',
        outcome: 'either',
      },
      {
        code: `let host;\nif (on) host = swan;\nif (host) host.request(${to(1)}); else log('off');`,
        trace: sent,
        outcome: 'either',
      },
      {
        code: `var host = null;\nswitch (1) { case 2: host = swan; }\nhost && host.request(${to(1)});\nlog(host === null);`,
        trace: 'log true',
        outcome: 'either',
      },
      {
        code: `let host;\ntry { none.x; host = swan; } catch { log('no'); }\nif (host) host.request(${to(1)});`,
        trace: 'log no',
        outcome: 'either',
      },
      {
        code: `let host;\nfunction enable() { host = swan; }\nif (off) enable();\nif (host) host.request(${to(1)}); else log('off');`,
        trace: 'log off',
        outcome: 'either',
      },
      {
        code: `let host;\noff && (host = swan);\nhost?.request(${to(1)});\nlog('done');`,
        trace: 'log done',
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'an alias that may be nothing',
    programs: [
      {
        code: `const s = off && swan;\nif (s) s.request(${to(1)}); else log('off');`,
        trace: 'log off',
        outcome: 'either',
      },
      {
        code: `const s = off ? swan : null;\nif (s) s.request(${to(1)}); else log('off');`,
        trace: 'log off',
        outcome: 'either',
      },
      { code: `const s = on && swan;\nif (s) s.request(${to(1)}); else log('off');`, trace: sent, outcome: 'either' },
      {
        code: `const { request } = off ? swan : {};\nif (request) request(${to(1)}); else log('off');`,
        trace: 'log off',
        outcome: 'either',
      },
      {
        code: `const request = off && swan.request;\nif (typeof request === 'function') request(${to(1)}); else log('off');`,
        trace: 'log off',
        outcome: 'either',
      },
      {
        code: `try { (off ? swan : null).request(${to(1)}); } catch (e) { log(e.name); }`,
        trace: 'log TypeError',
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'swan among other hosts',
    programs: [
      {
        code: `for (const host of [() => wx.request, () => swan.request, () => tt.request]) {\n  try { host()(${to(1)}); break; } catch (e) { log(e.name); }\n}`,
        trace: `log ReferenceError | ${sent}`,
        outcome: 'kept',
        targets: ['fetch', 'axios'],
      },
      {
        code: `const host = typeof tt !== 'undefined' ? tt : swan;\nhost.request(${to(1)});`,
        trace: sent,
        outcome: 'kept',
      },
      {
        code: `const hosts = { a: mock, b: swan };\nhosts.a.request({ url: 'x' });\nhosts.b.request(${to(1)});`,
        trace: `mock x | ${sent}`,
        outcome: 'either',
      },
      {
        code: `for (const host of [mock, swan]) host.request(${to(1)});`,
        trace: `mock https://a.b/1 | ${sent}`,
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'an API that may be none',
    programs: [
      {
        code: `function open(type) {\n  var go = 'showToast';\n  if (type) go = 'login';\n  swan[go]({});\n}\nopen(1);`,
        trace: 'login',
        outcome: 'told',
      },
      { code: `const go = on ? 'request' : 'login';\nswan[go](${to(1)});`, trace: sent, outcome: 'kept' },
      { code: `for (const go of ['login', 'showToast']) swan[go]();`, trace: 'login | showToast', outcome: 'told' },
    ],
  },
];

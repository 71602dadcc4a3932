// Whoever can replace an API keeps every site that may see it.
// Out: small programs of these kinds, with what each does on swan and what should become of it.

import { to, type Kind } from './kind.ts';

const patched = 'request /1?p | log end';
const wrap = `old({ ...o, url: o.url + '?p' })`;

export const interceptors: readonly Kind[] = [
  {
    kind: 'swan is handed to a function that replaces its request',
    programs: [
      {
        code: `function intercept(host) { const old = host.request; host.request = o => ${wrap}; }\nintercept(swan);\nswan.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      {
        code: `const intercept = host => { const { request: old } = host; host.request = o => ${wrap}; };\nintercept(swan);\nconst { request } = swan;\nrequest(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      {
        code: `function set(host, name, f) { host[name] = f; }\nconst old = swan.request;\nset(swan, 'request', o => ${wrap});\nswan.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      { code: `patch(swan);\nswan.request(${to(1)});`, trace: 'request /1?patched | log end', outcome: 'kept' },
      {
        code: `const s = swan;\npatch(s);\nswan.request(${to(1)});`,
        trace: 'request /1?patched | log end',
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `const { install } = require('./patch');\ninstall(swan);\nswan.request(${to(1)});`,
          'patch.js': `exports.install = host => { const old = host.request; host.request = o => ${wrap}; };`,
        },
        trace: patched,
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'an interceptor through another name, in another file',
    programs: [
      {
        code: {
          'main.js': `require('./patch');\nswan.request(${to(1)});`,
          'patch.js': `const host = swan;\nconst old = host.request;\nhost.request = o => ${wrap};`,
        },
        trace: patched,
        outcome: 'kept',
        says: /patch\.js/,
      },
      {
        code: {
          'main.js': `require('./patch');\nswan.request(${to(1)});`,
          'patch.js': `const old = swan.request;\nswan.request = o => ${wrap};`,
        },
        trace: patched,
        outcome: 'kept',
        says: /patch\.js/,
      },
      {
        code: {
          'main.js': `import './patch.js';\nconst s = swan;\ns.request(${to(1)});`,
          'patch.js': `const { request: old } = window.swan;\nObject.assign(window.swan, { request: o => ${wrap} });\nexport {};`,
        },
        trace: patched,
        outcome: 'kept',
        says: /patch\.js/,
      },
      {
        code: {
          'main.js': `import './patch.js';\nimport { request } from './net.js';\nrequest(${to(1)});`,
          'patch.js': `import { host } from './net.js';\nconst old = host.request;\nhost.request = o => ${wrap};`,
          'net.js': `export const host = swan;\nexport const request = o => swan.request(o);`,
        },
        trace: patched,
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `require('./patch');\nswan.request(${to(1)});`,
          'patch.js': `const old = swan.request;\nglobalThis.swan = { ...swan, request: o => ${wrap} };`,
        },
        trace: patched,
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `require('./setup');\nrequire('./page').load();`,
          'setup.js': `swan.request = jest.fn ? jest.fn() : o => log('faked', o.url);`,
          'page.js': `exports.load = () => swan.request({ url: 'x' });`,
        },
        trace: 'log faked x',
        outcome: 'kept',
        says: /setup\.js/,
      },
    ],
  },
  {
    kind: 'an interceptor by another way',
    programs: [
      {
        code: `const old = swan.request;\nObject.defineProperty(swan, 'request', { value: o => ${wrap} });\nswan.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      {
        code: `const s = swan;\nconst old = s.request;\nObject.assign(s, { request: o => ${wrap} });\nswan.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      {
        code: `const old = swan.request;\nReflect.set(swan, 'request', o => ${wrap});\nswan.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      {
        code: `const old = swan.request;\n({ a: swan.request } = { a: o => ${wrap} });\nswan.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      {
        code: `swan.after({ request: {} });\nswan.request(${to(1)});`,
        trace: 'after request | request /1 | log end',
        outcome: 'kept',
      },
      {
        code: `const { after } = swan;\nafter({ request: {} });\nswan.request(${to(1)});`,
        trace: 'after request | request /1 | log end',
        outcome: 'kept',
      },
      {
        code: `const s = new Proxy(swan, { get: (t, k) => k === 'request' ? o => t[k]({ ...o, url: o.url + '?p' }) : t[k] });\ns.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      {
        code: `const old = swan.request;\nwindow['swan'].request = o => ${wrap};\nswan.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      {
        code: `if (off) swan.request = mock.request;\nswan.request(${to(1)});`,
        trace: 'request /1 | log end',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'a spy or a stub',
    programs: [
      {
        code: `const spy = jest.spyOn(swan, 'request');\nswan.request(${to(1)});\nspy.mockRestore();\nswan.request(${to(2)});`,
        trace: 'spied request | request /1 | request /2 | log end | log end',
        outcome: 'kept',
      },
      {
        code: `vi.spyOn(swan, 'request');\nconst s = swan;\ns.request(${to(1)});`,
        trace: 'spied request | request /1 | log end',
        outcome: 'kept',
      },
      { code: `sinon.stub(swan, 'request');\nswan.request({ url: 'x' });`, trace: 'stub x', outcome: 'kept' },
      {
        code: `const s = swan;\njest.spyOn(s, 'request');\nswan.request(${to(1)});\nswan.request.name;`,
        trace: 'spied request | request /1 | log end',
        outcome: 'kept',
      },
      {
        code: {
          'main.js': `const { load } = require('./load');\njest.spyOn(swan, 'request');\nload();`,
          'load.js': `exports.load = () => { swan.request(${to(1)}); };`,
        },
        trace: 'spied request | request /1 | log end',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'swan itself is replaced',
    programs: [
      {
        code: `globalThis.swan = { ...swan, request: o => log('other', o.url) };\nswan.request({ url: 'x' });`,
        trace: 'log other x',
        outcome: 'kept',
      },
      { code: `swan = mock;\nswan.request({ url: 'x' });`, trace: 'mock x', outcome: 'kept' },
      { code: `window.swan = mock;\nconst s = swan;\ns.request({ url: 'x' });`, trace: 'mock x', outcome: 'kept' },
      {
        code: `function start() { log('started'); }\nglobalThis.swan = { requestPolymerPayment: start };\nstart();`,
        trace: 'log started',
        outcome: 'told',
      },
      {
        code: `function start() { log('started'); }\ndelete globalThis.swan;\nstart();`,
        trace: 'log started',
        outcome: 'told',
      },
    ],
  },
  {
    kind: 'what no interceptor can reach moves all the same',
    programs: [
      {
        code: `swan.showToast = () => log('own');\nswan.showToast();\nswan.request(${to(1)});`,
        trace: 'log own | request /1 | log end',
        outcome: 'told',
        without: /swan\.request/,
      },
      {
        code: `const copy = { ...mock };\ncopy.request = o => log('copy', o.url);\ncopy.request({ url: 'x' });\nswan.request(${to(1)});`,
        trace: 'log copy x | request /1 | log end',
        outcome: 'moved',
      },
      { code: `function go(s) { s.request(${to(1)}); }\ngo(swan);`, trace: 'request /1 | log end', outcome: 'moved' },
      {
        code: `function go(s) { s.request(${to(1)}); }\ngo(swan);\ngo(mock);`,
        trace: 'mock https://a.b/1 | request /1 | log end',
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'a member of what swan was stored in is replaced',
    programs: [
      {
        code: `const o = { host: swan };\nconst old = swan.request;\nObject.assign(o.host, { request: o => ${wrap} });\nswan.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
      {
        code: `const o = { host: swan };\nconst old = swan.request;\nconst request = o => ${wrap};\nObject.assign(o.host, { request });\nswan.request(${to(1)});`,
        trace: patched,
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'a name that is worked out',
    programs: [
      {
        code: `const app = {};\napp.host = swan;\nconst name = 'request';\napp.host[name] = mock.request;\nswan.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const app = { host: swan };\nfor (const name of Object.keys(mock)) app.host[name] = mock[name];\nswan.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
        says: /main\.js:2|line 2/,
      },
      {
        code: `class App { host = swan; put(name) { this.host[name] = mock[name]; } }\nnew App().put('request');\nswan.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const app = { host: swan }, list = [];\nlist[list.length] = app;\nlog(list.length);\nswan.request(${to(1)});`,
        trace: 'log 1 | request /1 | log end',
        outcome: 'kept',
        says: /stored in/,
      },
    ],
  },
  {
    kind: 'code that is a text',
    programs: [
      {
        code: `new Function('swan.request = mock.request')();\nswan.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
        says: /run as code/,
      },
      {
        code: `const patch = 'swan.request = ' + 'mock.request';\n(0, eval)(patch);\nswan.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `window.Function(\`swan.\${'request'} = mock.request\`)();\nswan.request(${to(1)});`,
        trace: 'mock https://a.b/1',
        outcome: 'kept',
      },
      {
        code: `const add = new Function('a', 'b', 'return a + b');\nswan.request({ url: 'https://a.b/' + add(0, 1), complete: () => log('end') });`,
        trace: 'request /1 | log end',
        outcome: 'moved',
      },
    ],
  },
];

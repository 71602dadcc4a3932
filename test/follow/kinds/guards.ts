// Tests for swan: rewritten when all that they protect moves and nobody else sees their answer, and what is left reads
// like code that a person wrote.

import { to, type Kind } from './kind.ts';

const sent = 'request /1 | log end';
const dead = /true && true|!true|!false|if \((?:true|false)\)|= undefined|= \{\}/;

export const guards: readonly Kind[] = [
  {
    kind: 'a test around an alias',
    programs: [
      {
        code: `var api;\nif (typeof swan !== 'undefined') { api = swan; }\nif (!api) log('no api'); else api.request(${to(1)});`,
        trace: sent,
        outcome: 'either',
      },
      {
        code: `let api = null;\nif (window.swan) api = window.swan;\nif (api) api.request(${to(1)});`,
        trace: sent,
        outcome: 'either',
      },
      {
        code: `const api = typeof swan !== 'undefined' ? swan : undefined;\napi && api.request(${to(1)});`,
        trace: sent,
        outcome: 'either',
      },
      {
        code: `function host() { if (typeof swan !== 'undefined') return swan; return mock; }\nhost().request(${to(1)});`,
        trace: sent,
        outcome: 'kept',
      },
    ],
  },
  {
    kind: 'nothing dead is left',
    programs: [
      {
        code: `function match() {\n  if (typeof swan === 'undefined') return false;\n  if (!swan.request) return false;\n  swan.request(${to(1)});\n  return true;\n}\nlog(match());`,
        trace: 'log true | request /1 | log end',
        outcome: 'told',
        without: dead,
      },
      {
        code: `if (typeof swan !== 'undefined' && swan.request) swan.request(${to(1)});`,
        trace: sent,
        outcome: 'moved',
        without: dead,
      },
      { code: `swan && swan.request && swan.request(${to(1)});`, trace: sent, outcome: 'moved', without: dead },
      {
        code: `if (typeof swan !== 'undefined') {\n  swan.request(${to(1)});\n}`,
        trace: sent,
        outcome: 'moved',
        without: dead,
      },
      {
        code: `if (typeof swan !== 'undefined') {\n  swan.request(${to(1)});\n} else {\n  log('no swan');\n}`,
        trace: sent,
        outcome: 'moved',
      },
      { code: `const host = swan; // baidu\nhost.request(${to(1)});`, trace: sent, outcome: 'moved', without: dead },
      { code: `let again = swan.request; again(${to(1)});`, trace: sent, outcome: 'moved', without: dead },
      {
        code: `function q() { const { request } = swan; request(${to(1)}); }\nq();`,
        trace: sent,
        outcome: 'moved',
        without: /\/\/ baidu/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `const g = () => { const api = swan; api.request(${to(1)}); };\ng();`,
        trace: sent,
        outcome: 'moved',
        without: dead,
      },
      { code: `let s;\ns = swan;\ns.request(${to(1)});`, trace: sent, outcome: 'moved', without: dead },
      {
        code: `const canUpload = !!swan.uploadFile;\nlog(canUpload);\nswan.request(${to(1)});`,
        trace: `log true | ${sent}`,
        outcome: 'told',
        without: /!!true|!true/,
      },
    ],
  },
  {
    kind: 'a test whose answer somebody else sees',
    programs: [
      {
        code: {
          'main.js': `import { isSwan } from './env.js';\nlog(isSwan);\nif (isSwan) swan.request(${to(1)});`,
          'env.js': `export const isSwan = typeof swan !== 'undefined';`,
        },
        trace: `log true | ${sent}`,
        outcome: 'told',
      },
      {
        code: `const env = { isSwan: typeof swan !== 'undefined' };\nif (env.isSwan) swan.request(${to(1)});\nlog(env.isSwan);`,
        trace: `log true | ${sent}`,
        outcome: 'told',
      },
      {
        code: `const isSwan = typeof swan !== 'undefined';\nif (isSwan) { swan.login(); swan.request(${to(1)}); }`,
        trace: `login | ${sent}`,
        outcome: 'told',
      },
      {
        code: `log(typeof swan !== 'undefined');\nswan.request(${to(1)});`,
        trace: `log true | ${sent}`,
        outcome: 'told',
      },
    ],
  },
  {
    kind: 'a test that protects what is not seen',
    programs: [
      {
        code: `const page = { load() { this.host.request(${to(1)}); } };\nif (typeof swan !== 'undefined') page.host = swan;\npage.load();`,
        trace: sent,
        outcome: 'kept',
      },
      { code: `if (typeof swan !== 'undefined') use(swan);\nelse log('no');`, trace: 'use object', outcome: 'kept' },
      {
        code: `function get() { if (typeof swan === 'undefined') return null; return swan; }\nlog(typeof get());\nget().request(${to(1)});`,
        trace: `log object | ${sent}`,
        outcome: 'kept',
      },
      {
        code: `if (swan) later(() => swan.login());\nswan.request(${to(1)});`,
        trace: 'request /1 | login | log end',
        outcome: 'told',
      },
    ],
  },
  {
    kind: 'canIUse',
    programs: [
      {
        code: `if (!swan.canIUse('connectSocket')) swan.showToast({ title: 'too old' });\nswan.request(${to(1)});`,
        trace: sent,
        outcome: 'told',
      },
      { code: `log(swan.canIUse('none.object.timeout'));`, trace: 'log false', outcome: 'told' },
      { code: `if (swan.canIUse('request')) swan.request(${to(1)}); else log('no');`, trace: sent, outcome: 'told' },
      { code: `swan.canIUse('request.object.url') && swan.request(${to(1)});`, trace: sent, outcome: 'told' },
    ],
  },
  {
    kind: 'code that is compiled for swan alone',
    programs: [
      {
        code: `function send(o) {\n  if (process.env.TARO_ENV === 'weapp') return wx.request(o);\n  if (process.env.TARO_ENV === 'swan') return swan.request(o);\n}\nsend(${to(1)});`,
        trace: sent,
        outcome: 'told',
        says: /TARO_ENV|compiled/,
      },
      {
        code: `if (typeof __PLATFORM__ !== 'undefined' && __PLATFORM__ === 'swan' && swan.request) swan.request(${to(1)});\nlog('end');`,
        trace: 'log end',
        outcome: 'told',
        says: /__PLATFORM__|compiled/,
        without: /&& true/,
      },
      {
        code: `// #ifdef MP-BAIDU\nswan.request(${to(1)});\n// #endif`,
        trace: sent,
        outcome: 'told',
        says: /MP-BAIDU|compiled/,
      },
      {
        code: `switch (process.env.TARO_ENV) {\n  case 'swan': swan.request(${to(1)}); break;\n  default: log('other');\n}`,
        trace: sent,
        outcome: 'told',
        says: /TARO_ENV|compiled/,
      },
    ],
  },
  {
    kind: 'the branch that runs is left without the other one',
    programs: [
      {
        code: `if (typeof swan !== 'undefined') swan.request(${to(1)});\nelse if (typeof my !== 'undefined') my.request(${to(2)});\nelse log('none');`,
        trace: sent,
        outcome: 'moved',
        without: /true|else|\bmy\b/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `if (!swan.request) {\n  log('none');\n} else if (!swan.uploadFile) {\n  log('old');\n} else {\n  swan.request(${to(1)});\n}`,
        trace: sent,
        outcome: 'moved',
        without: /true|false|else|log\('(?:none|old)/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `function send() {\n  if (typeof swan !== 'undefined') {\n    return swan.request(${to(1)});\n  }\n  // elsewhere\n  log('none');\n  return null;\n}\nsend();`,
        trace: sent,
        outcome: 'moved',
        without: /none|elsewhere/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `send();\nfunction send() {\n  if (swan.request) {\n    return swan.request(${to(1)});\n  }\n  return late();\n  function late() { log('late'); }\n}`,
        trace: sent,
        outcome: 'moved',
        without: /late/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `function send() {\n  early();\n  if (swan.request) return swan.request(${to(1)});\n  log('none');\n  function early() { log('early'); }\n}\nsend();`,
        trace: `log early | ${sent}`,
        outcome: 'moved',
      },
      {
        code: `if (swan.canIUse('request')) {\n  swan.request(${to(1)});\n} else {\n  swan.showModal({ title: 'too old' });\n}`,
        trace: sent,
        outcome: 'moved',
        without: /showModal|true/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `const s = swan;\nfunction go() {\n  if (s.canIUse('request')) return s.request(${to(1)});\n  s.showModal({ title: 'too old' });\n}\ngo();`,
        trace: sent,
        outcome: 'moved',
        without: /\bs\b|showModal/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `const go = swan.request ? swan.request : () => log('none');\ngo(${to(1)});\nswan.uploadFile || log('old');`,
        trace: sent,
        outcome: 'moved',
        without: /none|old|true/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `for (const on of [1]) if (on) if (swan.request) swan.request(${to(1)}); else log('none'); else log('off');`,
        trace: sent,
        outcome: 'moved',
        without: /none|true/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `switch (1) {\n  case 1:\n    if (swan.request) {\n      const one = 1;\n      swan.request({ url: 'https://a.b/' + one, complete: () => log('end') });\n      break;\n    }\n    log('none');\n    break;\n  default:\n    log('other');\n}`,
        trace: sent,
        outcome: 'moved',
        without: /none|true/,
        targets: ['fetch', 'axios'],
      },
    ],
  },
  {
    kind: 'what a branch declares',
    programs: [
      {
        code: `if (swan.request) {\n  swan.request(${to(1)});\n} else {\n  var timer = 1, rest = [2];\n}\nlog(timer);`,
        trace: `log undefined | ${sent}`,
        outcome: 'moved',
        without: /true|rest/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `var timer = 2;\nif (swan.request) swan.request(${to(1)});\nelse { var timer = 1; }\nlog(timer);`,
        trace: `log 2 | ${sent}`,
        outcome: 'moved',
        without: /true|else/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `if (!swan.request) { function late() { log('late'); } } else swan.request(${to(1)});\nlog(typeof late);`,
        trace: `log undefined | ${sent}`,
        outcome: 'moved',
      },
      {
        code: `const id = 1;\nif (swan.request) {\n  const id = 2;\n  swan.request({ url: 'https://a.b/' + id, complete: () => log(id) });\n}\nlog(id);`,
        trace: 'log 1 | request /2 | log 2',
        outcome: 'moved',
        without: /true/,
        targets: ['fetch', 'axios'],
      },
      {
        code: `function send(id) {\n  if (swan.request) {\n    const id = 2;\n    swan.request({ url: 'https://a.b/' + id, complete: () => log(id) });\n  }\n}\nsend(1);`,
        trace: 'request /2 | log 2',
        outcome: 'moved',
      },
      {
        code: `try { throw 1; } catch (id) {\n  if (swan.request) {\n    let id = 2;\n    swan.request({ url: 'https://a.b/' + id, complete: () => log(id) });\n  }\n}`,
        trace: 'request /2 | log 2',
        outcome: 'moved',
      },
      {
        code: `log(typeof later);\nif (swan.request) {\n  function later() {}\n  swan.request(${to(1)});\n}`,
        trace: `log undefined | ${sent}`,
        outcome: 'moved',
      },
      {
        code: `const all = [];\nfor (const n of [1, 2]) {\n  if (swan.request) {\n    let m = n;\n    all.push(() => m);\n    swan.request({ url: 'https://a.b/' + m, complete: () => log(m) });\n  } else {\n    let m = 0;\n    all.push(() => m);\n  }\n}\nlog(all.map((one) => one()).join());`,
        trace: 'log 1,2 | request /1 | request /2 | log 1 | log 2',
        outcome: 'moved',
        without: /true|else/,
        targets: ['fetch', 'axios'],
      },
    ],
  },
];

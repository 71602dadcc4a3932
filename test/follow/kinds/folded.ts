// Conditions that lose their tests for swan: what is left of them stands where another kind of statement might begin, or where
// the line before would go on with it.

import { to, type Kind } from './kind.ts';

const sent = 'request /1 | log end';
const dead = /\b(?:true|false)\b/;

export const folded: readonly Kind[] = [
  {
    kind: 'what is left of a condition begins like something else',
    programs: [
      `const a = log\nswan && [1].forEach(() => swan.request(${to(1)}))`,
      `const a = log\n!swan || [1].forEach(() => swan.request(${to(1)}))`,
      `const a = log\nswan && (() => swan.request(${to(1)}))()`,
      `const a = log\nswan && \`\${swan.request(${to(1)})}\``,
      `const a = log\nswan ? [swan.request(${to(1)})].map(String) : log('none')`,
      `const a = log\nswan && function () { swan.request(${to(1)}) }()`,
      `swan && { a: swan.request(${to(1)}) }.a;`,
      `swan ? { a: swan.request(${to(1)}) }.a : log('none');`,
      `swan && function () { swan.request(${to(1)}); }();`,
      `swan && async function () { swan.request(${to(1)}); }();`,
      `swan && class { static a = swan.request(${to(1)}); };`,
      `swan && swan.request && [1].forEach(() => swan.request(${to(1)}));`,
      `log, swan && [1].forEach(() => swan.request(${to(1)}));`,
      `const f = () => swan ? { a: swan.request(${to(1)}) } : null;\nf();`,
      `const f = () => swan && { a: swan.request(${to(1)}) };\nf().a.abort;`,
      `const f = (a = swan ? { b: swan.request(${to(1)}) } : null) => a.b;\nf();`,
    ].map((code) => ({ code, trace: sent, outcome: 'moved' as const, without: dead })),
  },
  {
    kind: 'what is left of a condition is a call that began like something else',
    programs: [
      `const a = log\nswan && (swan).request(${to(1)})`,
      `const a = log\nswan && (swan.request)(${to(1)})`,
      `const a = log\n!swan || (swan).request(${to(1)}).abort`,
      `const a = log\nswan ? (swan).request(${to(1)}) : log('none')`,
    ].map((code) => ({ code, trace: sent, outcome: 'moved' as const, without: /true|false|\n;/ })),
  },
  {
    kind: 'a default export is left of a choice',
    programs: [
      {
        code: {
          'main.mjs': `import f from './f.mjs';\nf();`,
          'f.mjs': `export default typeof swan !== 'undefined' ? function () { swan.request(${to(1)}); } : null;`,
        },
        trace: sent,
        outcome: 'moved',
        without: dead,
      },
    ],
  },
  {
    kind: 'a test asks the global object for swan',
    programs: [
      `if ('swan' in window) swan.request(${to(1)});`,
      `if (!('swan' in globalThis)) log('none'); else swan.request(${to(1)});`,
      `if ("swan" in window && swan.request) swan.request(${to(1)});`,
      `const key = 'swan';\nif (key in window) swan.request(${to(1)});`,
      `if (window.hasOwnProperty('swan')) swan.request(${to(1)});`,
      `if (window.hasOwnProperty("swan") && swan.request) swan.request(${to(1)});`,
      `if (Object.hasOwn(window, 'swan')) swan.request(${to(1)});`,
      `if (Reflect.has(window, 'swan')) swan.request(${to(1)});`,
      `if (Object.prototype.hasOwnProperty.call(window, 'swan')) swan.request(${to(1)});`,
      `const has = Object.prototype.hasOwnProperty;\nif (has.call(window, 'swan')) swan.request(${to(1)});`,
    ].map((code) => ({ code, trace: sent, outcome: 'moved' as const, without: /true|false/ })),
  },
  {
    kind: 'the global object is asked for swan by a call',
    programs: [
      { code: `Reflect.get(window, 'swan').request(${to(1)});`, trace: sent, outcome: 'kept' },
      { code: `const s = Reflect.get(window, 'swan');\ns.request(${to(1)});`, trace: sent, outcome: 'told' },
    ],
  },
  {
    kind: 'a test asks swan for an API, by a function of the language',
    programs: [
      `if (Object.hasOwn(swan, 'request')) swan.request(${to(1)});`,
      `if (Reflect.has(swan, 'request')) swan.request(${to(1)});`,
      `if (Object.prototype.hasOwnProperty.call(swan, 'request')) swan.request(${to(1)});`,
      `if (swan.hasOwnProperty('request')) swan.request(${to(1)});`,
    ].map((code) => ({ code, trace: sent, outcome: 'moved' as const, without: /true|false/ })),
  },
  {
    kind: 'the global object is looked at, and swan replaced by nobody',
    programs: [
      `if (Object.getOwnPropertyDescriptor(window, 'swan')) swan.request(${to(1)});`,
      `const own = Object.getOwnPropertyDescriptor(window, 'swan');\nif (own) swan.request(${to(1)});`,
    ].map((code) => ({ code, trace: sent, outcome: 'told' as const })),
  },
  {
    kind: 'a build constant is compared by another name',
    programs: [
      `const { TARO_ENV } = process.env;\nif (TARO_ENV === 'swan') swan.request(${to(1)});`,
      `const { TARO_ENV: env } = process.env;\nconst isSwan = env === 'swan';\nif (isSwan) swan.request(${to(1)});`,
      `const env = process.env.TARO_ENV;\nif ('swan' === env) swan.request(${to(1)});`,
      `const env = process.env;\nif (env.TARO_ENV === 'swan') swan.request(${to(1)});`,
      `const ours = 'swan';\nif (process.env.TARO_ENV === ours) swan.request(${to(1)});`,
      `const env = process.env.TARO_ENV;\nswitch (env) {\n  case 'swan': swan.request(${to(1)}); break;\n  default: log('other');\n}`,
    ].map((code) => ({ code, trace: sent, outcome: 'kept' as const, says: /compiled/ })),
  },
  {
    kind: 'what is compared is no build constant, or not with one platform alone',
    programs: [
      `const env = 'swan';\nif (env === 'swan') swan.request(${to(1)});`,
      `const { TARO_ENV } = { TARO_ENV: 'swan' };\nif (TARO_ENV === 'swan') swan.request(${to(1)});`,
      `const env = process.env.TARO_ENV;\nif (env === 'swan' || env === 'weapp') swan.request(${to(1)});`,
    ].map((code) => ({ code, trace: sent, outcome: 'moved' as const })),
  },
  {
    kind: 'a choice between the two hosts',
    programs: [
      `const host = typeof swan !== 'undefined' ? swan : wx;\nhost.request(${to(1)});`,
      `const host = typeof swan === 'undefined' ? wx : swan;\nhost.request(${to(1)});`,
      `const host = window.swan ? window.swan : window.wx;\nhost.request(${to(1)});`,
      `const host = typeof swan !== 'undefined' ? swan : typeof wx !== 'undefined' ? wx : mock;\nhost.request(${to(1)});`,
      `const send = typeof swan !== 'undefined' ? swan.request : wx.request;\nsend(${to(1)});`,
    ].map((code) => ({ code, trace: sent, outcome: 'moved' as const, without: /\bwx\b.*\? *wx\b.*: *wx\b/ })),
  },
];

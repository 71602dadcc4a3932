// In: nothing. Out: programs in which a block loses its test, and what stands first or last in it goes as well.
// Each is small, and is judged by what it does before and after.

import { to, type Kind } from './kind.ts';

const sent = 'request /1 | log end';
const call = `swan.request(${to(1)})`;

export const blocks: readonly Kind[] = [
  {
    kind: 'a block whose first or last lines go with its test',
    programs: [
      `if (swan) {\n  const s = swan;\n  s.request(${to(1)});\n}`,
      `if (swan) {\n  const s = swan;\n  const t = swan;\n  s.request(${to(1)});\n}`,
      `if (swan) {\n  if (!swan.request) log(1);\n  ${call};\n}`,
      `if (swan) {\n  ${call};\n  if (!swan.request) log(1);\n} else { log(2) }`,
      `if (swan) {\n  ${call};\n  const t = swan;\n  if (!swan.request) log(1);\n}`,
      `if (swan) {\n  if (!swan.request) log(1);\n  const s = swan;\n  s.request(${to(1)});\n  const t = swan;\n  if (!swan.request) log(1);\n}`,
      `function go() {\n  if (swan) {\n    ${call};\n    if (!swan.request) [] = [];\n  }\n}\ngo();`,
    ].map((code) => ({
      code,
      trace: sent,
      outcome: 'moved' as const,
      without: /swan\.|\n\n {2}|\n\s*\n\s*\}|\n\n$/,
    })),
  },
  {
    kind: 'a line that would go on with the one before, once what stands between them is gone',
    programs: [
      `let x = 1\nif (swan.request) if ('request' in swan) [1].forEach(() => ${call})`,
      `let x = log\nif (swan) { if (swan.request) { [1].forEach(() => ${call}) } }`,
      `let x = log\nif (swan) {\n  ${call}\n}\nlet s1 = swan;\n[2].forEach(n => {});`,
      `if (swan) {\n  ${call}\n} else { log(1) }\nlet s1 = swan\n;[2].forEach(n => {});`,
      `if (swan)\n  ${call}\nlet s1 = swan;\n(function () {})()`,
      `let x = log\nif (!swan) {} else if (swan.request) [1].forEach(() => ${call})`,
      `let x = log\nif (swan) { const s = swan; if (s) { [1].forEach(() => s.request(${to(1)})) } }`,
      `let x = log\nif (swan.request) {\n  const y = x\n}\n!swan.request || [1].forEach(() => ${call})`,
      `let x = log\nconst s = swan\nswan && [1].forEach(() => s.request(${to(1)}))`,
      `let x = log\nswan.request || log(1)\n;[1].forEach(() => ${call})`,
      `let x = log\nif (swan) { const t = swan; [1].forEach(() => t.request(${to(1)})) }`,
    ].map((code) => ({ code, trace: sent, outcome: 'moved' as const, without: /;;/ })),
  },
  {
    kind: 'a comment in front of a last line that goes with its test',
    programs: [
      `if (swan) {\n  ${call}; // c\n  const t = swan;\n} log(1)`,
      `if (swan) {\n  ${call}; // c\n  if (!swan.request) log(2);\n} log(1)`,
    ].map((code) => ({ code, trace: `log 1 | ${sent}`, outcome: 'moved' as const })),
  },
  {
    kind: 'a test in a file of which no call is rewritten any more',
    programs: [
      {
        code: `function go() {\n  if (!('request' in swan)) return;\n  if (!window.swan.request) {\n    async function wait() {\n      swan.request(${to(1)});\n    }\n    swan.login();\n  }\n}`,
        trace: '',
        outcome: 'told',
      },
      {
        code: {
          'main.js': `import { request } from './net.js';\nfunction go() {\n  if (!('request' in swan)) return;\n  let r = request;\n}`,
          'net.js': 'export const { request } = swan;',
        },
        trace: '',
        outcome: 'told',
      },
    ],
  },
];

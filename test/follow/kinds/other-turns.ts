// Wrong turns beside the names: what is evaluated, when, and in which shape an API is used.
// Out: small programs of these kinds, with what each does on swan and what should become of it.

import { to, type Kind } from './kind.ts';

const sent = 'request /1 | log end';

export const otherTurns: readonly Kind[] = [
  {
    kind: 'the receiver moves with the function, or neither',
    programs: [
      {
        code: `const call = ([host, f], ...given) => f.apply(host, given);\ncall([swan, swan.request], ${to(1)});`,
        trace: sent,
        outcome: 'either',
      },
      { code: `Reflect.apply(swan.request, swan, [${to(1)}]);`, trace: sent, outcome: 'moved' },
      { code: `swan.request.call(swan, ${to(1)});`, trace: sent, outcome: 'moved' },
      { code: `const s = swan;\nconst go = s.request.bind(s);\ngo(${to(1)});`, trace: sent, outcome: 'moved' },
      { code: `Function.prototype.call.call(swan.request, swan, ${to(1)});`, trace: sent, outcome: 'either' },
    ],
  },
  {
    kind: 'a callee with an effect',
    programs: [
      { code: `let n = 0;\n(n++, swan).request(${to(1)});\nlog(n);`, trace: `log 1 | ${sent}`, outcome: 'either' },
      { code: `(log('first'), swan.request)(${to(1)});`, trace: `log first | ${sent}`, outcome: 'either' },
      {
        code: `const get = () => (log('got'), swan);\nget().request(${to(1)});`,
        trace: `log got | ${sent}`,
        outcome: 'either',
      },
      { code: `swan[(log('key'), 'request')](${to(1)});`, trace: `log key | ${sent}`, outcome: 'either' },
    ],
  },
  {
    kind: 'options that inherit what they hold',
    programs: [
      {
        code: `class Load { constructor(path) { this.url = 'https://a.b/' + path; } success(r) { log(r.statusCode); } complete() { log('end'); } }\nswan.request(new Load(1));`,
        trace: 'request /1 | log 200 | log end',
        outcome: 'either',
      },
      {
        code: `const defaults = { url: 'https://a.b/1', complete() { log('end'); } };\nswan.request(Object.create(defaults));`,
        trace: sent,
        outcome: 'either',
      },
      {
        code: `const defaults = { url: 'https://a.b/1', complete() { log('end'); } };\nswan.request({ __proto__: defaults });`,
        trace: sent,
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'methods among the options',
    programs: [
      {
        code: `swan.request({ url: 'https://a.b/fail', async /* note */ fail(e) { log('fail', typeof e.errCode); } });`,
        trace: 'request /fail | log fail number',
        outcome: 'either',
      },
      {
        code: `swan.request({ url: 'https://a.b/fail', fail(e) { log(typeof super.toString, typeof e.errCode); } });`,
        trace: 'request /fail | log function number',
        outcome: 'either',
      },
      {
        code: `swan.request({ url: 'https://a.b/fail', *fail() { log('never'); }, complete: () => log('end') });`,
        trace: 'request /fail | log end',
        outcome: 'either',
      },
      {
        code: `swan.request({ url: 'https://a.b/fail', ['fail'](e) { log('fail', typeof e.errCode); } });`,
        trace: 'request /fail | log fail number',
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'a close code that is a string',
    programs: [
      {
        code: `const t = swan.connectSocket({ url: 'wss://x.y/1' });\nt.onOpen(() => t.close({ code: '3001', reason: 'r', fail: () => log('fail') }));`,
        trace: 'connectSocket wss://x.y/1 | close 3001',
        outcome: 'told',
        targets: ['wx'],
      },
      {
        code: `let t;\nt = swan.connectSocket({ url: 'wss://x.y/1' });\nt.onOpen(() => { const { close } = t; close({ code: '3001', fail: () => log('fail') }); });`,
        trace: 'connectSocket wss://x.y/1 | close 3001',
        outcome: 'told',
        targets: ['wx'],
      },
    ],
  },
  {
    kind: 'a promise whose options throw',
    programs: [
      {
        code: `const load = p => new Promise((resolve, reject) => swan.request({ url: 'https://a.b/1', dataType: p.cfg.type, success: resolve, fail: reject }));\ntry { load({}).catch(e => log('rejected', e.name)); } catch (e) { log('thrown', e.name); }`,
        trace: 'log rejected TypeError',
        outcome: 'either',
      },
      {
        code: `const load = p => new Promise(function (resolve, reject) { swan.request({ url: p.cfg.url, success: resolve, fail: reject }); });\ntry { load({}).catch(e => log('rejected', e.name)); } catch (e) { log('thrown', e.name); }`,
        trace: 'log rejected TypeError',
        outcome: 'either',
      },
      {
        code: `const load = async p => new Promise((resolve, reject) => swan.request({ url: 'https://a.b/1', header: p.cfg.header, success: resolve, fail: reject }));\nload({}).catch(e => log('rejected', e.name));`,
        trace: 'log rejected TypeError',
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'an HTML comment',
    programs: [
      { code: `swan <!-- note\n.request(${to(1)});`, trace: sent, outcome: 'either', style: 'dropin' },
      { code: `swan <!-- note\n.request(${to(1)});`, trace: sent, outcome: 'either' },
      {
        code: `log('a');\n--> note\nconst s = swan; <!-- swan.request(1)\ns.request(${to(1)});`,
        trace: `log a | ${sent}`,
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'names that are something else',
    programs: [
      {
        code: `function go(s) { arguments[0] = mock; s.request({ url: 'x' }); }\ngo(swan);`,
        trace: 'mock x',
        outcome: 'either',
      },
      {
        code: `function go(globalThis) { swan.request(${to(1)}); log(globalThis); }\ngo(1);`,
        trace: `log 1 | ${sent}`,
        outcome: 'either',
      },
      { code: `function go(fetch, globalThis) { swan.request(${to(1)}); }\ngo(1, 2);`, trace: sent, outcome: 'either' },
      {
        code: `const list = { forEach(f) { f(mock); } };\nlist.forEach(s => s.request({ url: 'x' }));\n[swan].forEach(s => s.request(${to(1)}));`,
        trace: `mock x | ${sent}`,
        outcome: 'either',
      },
      {
        code: `const bag = { forEach: f => f(mock) };\nbag.forEach.call([swan], s => s.request({ url: 'x' }));`,
        trace: 'mock x',
        outcome: 'either',
      },
    ],
  },
];

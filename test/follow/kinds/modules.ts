// What modules hand to each other is what all writes to an export come to.
// Out: small programs of these kinds, with what each does on swan and what should become of it.

import { to, type Kind } from './kind.ts';

const sent = 'request /1 | log end';

export const modules: readonly Kind[] = [
  {
    kind: 'an API of a module under a name',
    programs: [
      {
        code: {
          'main.js': `const request = require('./api').request;\nrequest(${to(1)});`,
          'api.js': `module.exports = { request: swan.request };`,
        },
        trace: sent,
        outcome: 'either',
      },
      {
        code: { 'main.js': `require('./api').request(${to(1)});`, 'api.js': `exports.request = swan.request;` },
        trace: sent,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import api from './api.js';\nconst request = api.request;\nrequest(${to(1)});`,
          'api.js': `export default { request: swan.request };`,
        },
        trace: sent,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import { request } from './api.js';\nconst go = request;\ngo(${to(1)});`,
          'api.js': `export const request = swan.request;`,
        },
        trace: sent,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import * as api from './api.js';\nconst { request } = api;\nrequest(${to(1)});`,
          'api.js': `export const { request } = swan;`,
        },
        trace: sent,
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'a module that hands on swan or a mock',
    programs: [
      {
        code: {
          'main.js': `const { request } = require('./net');\nrequest({ url: 'x' });`,
          'net.js': `if (process.env.NODE_ENV === 'production') module.exports = { request: swan.request };\nelse module.exports = { request: () => log('mock') };`,
        },
        trace: 'log mock',
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const { request } = require('./net');\nrequest({ url: 'x' });`,
          'net.js': `exports.request = swan.request;\nif (on) exports.request = mock.request;`,
        },
        trace: 'mock x',
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const net = require('./net');\nnet.request({ url: 'x' });`,
          'net.js': `exports.request = swan.request;\nthis.request = mock.request;`,
        },
        trace: 'mock x',
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import { host } from './net.js';\nhost.request({ url: 'x' });`,
          'net.js': `export let host = swan;\nhost = mock;`,
        },
        trace: 'mock x',
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const net = require('./net');\nnet.request = mock.request;\nnet.request({ url: 'x' });`,
          'net.js': `exports.request = swan.request;`,
        },
        trace: 'mock x',
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import { host, set } from './net.js';\nset(mock);\nhost.request({ url: 'x' });`,
          'net.js': `export let host = swan;\nexport function set(h) { host = h; }`,
        },
        trace: 'mock x',
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const { request } = require('./net');\nrequest({ url: 'x' });`,
          'net.js': `module.exports = { request: swan.request };\nObject.assign(module.exports, { request: mock.request });`,
        },
        trace: 'mock x',
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'a module that hands on all but its own',
    programs: [
      {
        code: {
          'main.js': `import { request } from './index.js';\nrequest(${to(1)});`,
          'index.js': `import { request as base } from './base.js';\nexport * from './base.js';\nexport function request(o) { log('wrapped'); return base({ ...o, url: o.url + '?w' }); }`,
          'base.js': `export const request = swan.request;`,
        },
        trace: 'log wrapped | request /1?w | log end',
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const { request } = require('./index');\nrequest(${to(1)});`,
          'index.js': `const old = require('./base').request;\nmodule.exports = require('./base');\nmodule.exports.request = o => old({ ...o, url: o.url + '?w' });`,
          'base.js': `exports.request = swan.request;`,
        },
        trace: 'request /1?w | log end',
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import * as net from './index.js';\nnet.request({ url: 'x' });`,
          'index.js': `export * from './base.js';\nexport const request = mock.request;`,
          'base.js': `export const { request } = swan;`,
        },
        trace: 'mock x',
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const net = require('./index');\nnet.request({ url: 'x' });`,
          'index.js': `module.exports = { ...require('./base'), request: mock.request };`,
          'base.js': `exports.request = swan.request;`,
        },
        trace: 'mock x',
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'a host module moves with its importers',
    programs: [
      {
        code: {
          'main.js': `import { request } from './net.js';\nrequest(${to(1)});`,
          'net.js': `export const { request, uploadFile } = swan;`,
        },
        trace: sent,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import { request } from './net.js';\nrequest(${to(1)});`,
          'net.js': `const { request } = swan;\nexport { request };`,
        },
        trace: sent,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const { request } = require('./net');\nrequest(${to(1)});`,
          'net.js': `const { request } = swan;\nmodule.exports = { request };`,
        },
        trace: sent,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import { host } from './net.js';\nhost.request(${to(1)});\nhost.login();`,
          'net.js': `export const host = swan;`,
        },
        trace: `login | ${sent}`,
        outcome: 'told',
      },
      {
        code: {
          'main.js': `import host from './net.js';\nhost.request(${to(1)});`,
          'net.js': `const host = swan;\nexport default host;`,
        },
        trace: sent,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const net = require('./net');\nnet.request(${to(1)});`,
          'net.js': `module.exports = swan;`,
        },
        trace: sent,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const send = require('./net');\nsend(${to(1)});`,
          'net.js': `module.exports = function (o) { return swan.request(o); };`,
        },
        trace: sent,
        outcome: 'moved',
      },
    ],
  },
  {
    kind: 'a circle of modules',
    programs: [
      {
        code: {
          'main.js': `import { request } from './net.js';\nexport const here = 1;\nrequest(${to(1)});`,
          'net.js': `import './main.js';\nexport const request = swan.request;`,
        },
        trace: sent,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import { host } from './net.js';\nexport function late() { host.request(${to(1)}); }\nlate();`,
          'net.js': `import { late } from './main.js';\ntry { late(); } catch (e) { log('early'); }\nexport const host = swan;`,
        },
        trace: `log early | ${sent}`,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `exports.load = () => require('./net').request(${to(1)});\nrequire('./net');\nexports.load();`,
          'net.js': `const main = require('./main');\nlog(typeof main.load);\nexports.request = swan.request;`,
        },
        trace: `log function | ${sent}`,
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'a module whose loading does something',
    programs: [
      {
        code: {
          'main.js': `require('./net').request(${to(1)});`,
          'net.js': `log('loaded');\nexports.request = swan.request;`,
        },
        trace: `log loaded | ${sent}`,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `const request = require('./net').request;\nlog('main');\nrequest(${to(1)});`,
          'net.js': `log('loaded');\nmodule.exports = { request: swan.request };`,
        },
        trace: `log loaded | log main | ${sent}`,
        outcome: 'either',
      },
      {
        code: {
          'main.js': `import { request } from './net.js';\nlog('main');\nrequest(${to(1)});`,
          'net.js': `log('loaded');\nexport const request = swan.request;`,
        },
        trace: `log loaded | log main | ${sent}`,
        outcome: 'either',
      },
    ],
  },
  {
    kind: 'a function that a circle of modules calls before its own module has run',
    programs: [
      {
        code: {
          'main.js': `import './other.js';\nexport function send() { swan.request(${to(1)}); }`,
          'other.js': `import { send } from './main.js';\nsend();`,
        },
        trace: sent,
        outcome: 'either',
      },
    ],
  },
];

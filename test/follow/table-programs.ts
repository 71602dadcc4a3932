// In: nothing. Out: programs that between them need every cell of the table, and every doubt and interceptor, with what is
// found in each. Three modules can be imported: `./net` exports request, swan as `host` and an object `deep` with request;
// `./either` exports swan as `host` and as `module.exports`, or something else; `./getter` exports a function `get` that
// gives back swan.

export interface TableProgram {
  readonly code: string;
  /** In any order. */
  readonly found: readonly string[];
}

export const tablePrograms: readonly TableProgram[] = [
  { code: 'swan();', found: ['swan, for nothing'] },
  { code: 'new swan();', found: ['swan, for nothing'] },
  { code: 'new swan.request({ url: 1 });', found: ['kept request swan-escapes: called with new'] },
  { code: `new window();\nwindow.swan.request({ url: 1 });`, found: ['call request'] },
  { code: `import * as net from './net';\nnew net();\nnet.request({ url: 1 });`, found: ['call request'] },
  { code: 'swan.request({ url: 1 });', found: ['call request'] },
  {
    code: `swan.login();\nswan.canIUse('request');\nswan[name]({ url: 1 });`,
    found: ['kept * dynamic-name', 'other login 1', 'test request, protects 0'],
  },
  { code: 'swan.request.call(swan, { url: 1 });', found: ['value request of swan'] },
  { code: 'const send = swan.request.mock;', found: ['value request'] },
  {
    code: 'window.swan.request({ url: 1 });\nself.window.swan.request({ url: 2 });',
    found: ['call request', 'call request'],
  },
  { code: `require('./net').request({ url: 1 });`, found: [] },
  {
    code: `import * as net from './net';\nnet.request({ url: 1 });\nnet.deep.request({ url: 2 });\nnet.other({ url: 3 });`,
    found: ['call request', 'call request'],
  },
  { code: `import * as net from './net';\nnet.request = mock;`, found: ['write request of ./net'] },
  {
    code: 'const load = host => host.request({ url: 1 });\nload(swan);',
    found: ['argument host for call', 'call request'],
  },
  {
    code: 'swan.request({ url: 1 });\nmonitor(swan);',
    found: [
      "kept * swan-escapes: passed to 'monitor'",
      "kept request swan-handed: passed to 'monitor'",
      "swan-handed *: passed to 'monitor'",
    ],
  },
  {
    code: `swan.request({ url: 1 });\njest.spyOn(swan, 'request');\nObject.assign(swan, { uploadFile: mock });`,
    found: [
      'api-assigned request',
      'api-assigned uploadFile',
      'kept request api-assigned',
      'kept request api-assigned',
      'kept uploadFile api-assigned',
    ],
  },
  { code: 'load(swan.request);', found: ['value request'] },
  { code: '(win => win.swan.request({ url: 1 }))(window);', found: ['call request'] },
  { code: `import * as net from './net';\n(one => one.request({ url: 1 }))(net);`, found: ['call request'] },
  { code: 'const host = swan;\nhost.request({ url: 1 });', found: ['call request', 'object host for call'] },
  {
    code: 'const { request, login } = swan;\nrequest({ url: 1 });',
    found: ['call request', 'destructured request login for call', 'other login 1'],
  },
  { code: 'const send = swan.request;\nsend({ url: 1 });', found: ['call request', 'value send for call'] },
  { code: 'const send = swan.request;\nlog(send);', found: ['value request'] },
  { code: 'const win = window;\nwin.swan.request({ url: 1 });', found: ['call request'] },
  {
    code: 'const { swan: host } = window;\nhost.request({ url: 1 });',
    found: ['call request', 'destructured host for call'],
  },
  {
    code: `const net = require('./net');\nconst { request } = net;\nrequest({ url: 1 });`,
    found: ['call request', 'destructured request for call'],
  },
  { code: 'if (swan) { swan.request({ url: 1 }); }', found: ['call request', 'test *, protects 1'] },
  { code: 'if (swan.request) { swan.request({ url: 1 }); }', found: ['call request', 'test request, protects 1'] },
  { code: `if ('swan' in window) { window.swan.request({ url: 1 }); }`, found: ['call request', 'test *, protects 1'] },
  { code: `import * as net from './net';\nif (net) net.request({ url: 1 });`, found: ['call request'] },
  {
    code: 'const host = window.swan || swan;\nhost.request({ url: 1 });',
    found: ['call request', 'object host for call'],
  },
  {
    code: 'const host = flag ? swan : mock;\nhost.request({ url: 1 });',
    found: ['kept request mixed-host', 'object host for call'],
  },
  { code: 'const send = swan.request || mock;', found: ['value request'] },
  { code: '(window || self).swan.request({ url: 1 });', found: ['call request'] },
  {
    code: `import * as net from './net';\n(flag ? net : mock).request({ url: 1 });`,
    found: ['kept request mixed-host'],
  },
  {
    code: 'window.swan = mock;\nswan.request({ url: 1 });',
    found: ['kept request swan-replaced', 'swan, for nothing', 'swan-replaced *'],
  },
  {
    code: 'swan.request = mock;\nswan.request({ url: 1 });\nswan.uploadFile({ url: 2 });',
    found: ['api-assigned request', 'call uploadFile', 'kept request api-assigned', 'kept request api-assigned'],
  },
  { code: 'export default swan;', found: ['export default = swan', 'kept * swan-escapes: exported'] },
  { code: 'export default swan.request;', found: ['export default = request', 'value request'] },
  {
    code: `module.exports = require('./net');`,
    found: ['export deep.request = request', 'export host = swan', 'export request = request'],
  },
  {
    code: 'module.exports = swan;\nif (off) module.exports = mock;',
    found: ['export = = perhaps swan', 'kept * swan-escapes: exported'],
  },
  { code: 'page.host = swan;', found: ["kept * swan-escapes: stored in 'page.host'"] },
  {
    code: 'swan.request({ url: 1 });\nmonitor({ host: swan });',
    found: [
      "kept * swan-escapes: stored in 'host'",
      "kept request swan-handed: passed to 'monitor'",
      "swan-handed *: passed to 'monitor'",
    ],
  },
  { code: 'page.send = swan.request;', found: ['value request'] },
  { code: 'const host = () => swan;', found: ['kept * swan-escapes: returned'] },
  { code: 'const send = () => swan.request;', found: ['value request'] },
  { code: 'const copy = { ...swan };', found: ['kept * swan-escapes: copied'] },
  { code: 'const copy = { ...swan.request };', found: ['value request'] },
  { code: 'for (const key in swan) log(key);', found: ['kept * swan-escapes: walked through, property by property,'] },
  { code: 'for (const key in swan.request) log(key);', found: ['value request'] },
  { code: 'swan;\nlog(swan === mock);', found: ['swan, for nothing', 'swan, for nothing'] },
  { code: 'swan.request;', found: ['value request'] },
  { code: 'throw swan;', found: ['kept * swan-escapes: passed on'] },
  { code: 'throw swan.request;', found: ['value request'] },
  {
    code: 'window.swan.request({ url: 1 });\nwindow();\nwindow.window = mock;\npage.win = window;\nconst get = () => window;\nconst copy = { ...window };\nfor (const key in window) log(key);\nif (window) log(1);\nwindow;\nexport default window;\nthrow window;',
    found: ['call request', 'hands out default.swan of window'],
  },
  {
    code: 'const globals = { win: window };\nglobals.win.swan.request({ url: 1 });',
    found: ['kept request mixed-host'],
  },
  { code: 'const win = () => window;\nwin().swan.request({ url: 1 });', found: ['kept request mixed-host'] },
  {
    code: `const net = require('./net');\nnet();\npage.net = net;\nconst get = () => net;\nconst copy = { ...net };\nfor (const key in net) log(key);\nif (net) log(1);\nnet;\ndelete require('./net');\nthrow net;`,
    found: [],
  },
  {
    code: 'swan.after({ request: { success: log } });\nswan.request({ url: 1 });',
    found: ['kept * swan-after', 'kept request swan-after', 'swan-after request'],
  },
  {
    code: 'const call = (host = swan) => host.request({ url: 1 });\ncall(mock);',
    found: ['argument host for call', 'kept request mixed-host'],
  },
  {
    code: 'const load = host => host.request({ url: 1 });\nload(swan);\nload(mock);',
    found: ['argument host for call', 'kept request mixed-host'],
  },
  {
    code: 'let host = swan;\nhost = mock;\nhost.request({ url: 1 });',
    found: ['kept request alias-reassigned', 'object host for call'],
  },
  {
    code: 'let host;\nif (flag) host = swan;\nhost.request({ url: 1 });',
    found: ['kept request mixed-host', 'object host for call'],
  },
  {
    code: 'const host = flag ? swan : mock;\nconst { request } = host;\nrequest({ url: 1 });',
    found: ['destructured request for call', 'kept request mixed-host', 'object host for alias'],
  },
  {
    code: `import { host } from './either';\nhost.request({ url: 1 });`,
    found: ['import host for call', 'kept request mixed-host'],
  },
  { code: `require('./either').request({ url: 1 });`, found: ['kept request mixed-host'] },
  {
    code: 'const host = () => swan;\nmonitor(host());',
    found: ['kept * swan-escapes: returned', "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'const hosts = { baidu: swan };\nmonitor(hosts.baidu);\nlog(hosts.other);',
    found: ["kept * swan-escapes: stored in 'baidu'", "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'const hand = host => monitor(host);\nconst hosts = { baidu: swan };\nhand(hosts.baidu);',
    found: ["kept * swan-escapes: stored in 'baidu'", "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'const { baidu, other } = { baidu: swan };\nmonitor(baidu);\nlog(other);',
    found: ["kept * swan-escapes: stored in 'baidu'", "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'const hosts = { baidu: swan };\nif (hosts) log(1);\nhosts;\nhosts.baidu = mock;',
    found: ["kept * swan-escapes: stored in 'baidu'"],
  },
  {
    code: 'const hosts = { baidu: swan };\nmonitor((off || hosts).baidu);',
    found: ["kept * swan-escapes: stored in 'baidu'", "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'export const host = () => swan;\nconst hosts = { baidu: swan };\nexport { hosts };',
    found: [
      'hands out host.()',
      'hands out hosts.baidu',
      'kept * swan-escapes: returned',
      "kept * swan-escapes: stored in 'baidu'",
    ],
  },
  {
    code: 'const host = () => swan;\npage.host = host;\nmonitor(page.host());',
    found: ['kept * swan-escapes: returned', "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'const hosts = () => [swan];\nconst all = () => hosts();\nmonitor(all()[0]);',
    found: ['kept * swan-escapes: stored in a list', "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'const hosts = [swan];\nmonitor(...hosts);',
    found: ['kept * swan-escapes: stored in a list', "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'const hosts = [swan];\nfor (const host of hosts) monitor(host);',
    found: ['kept * swan-escapes: stored in a list', "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'class Client { host = swan; }\nmonitor(new Client().host);',
    found: ["kept * swan-escapes: stored in 'host'", "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'const load = async () => swan;\nasync function start() { monitor(await load()); }',
    found: ['kept * swan-escapes: returned', "swan-handed *: passed to 'monitor'"],
  },
  {
    code: 'const view = <Client host={swan} />;\nswan.request({ url: 1 });',
    found: [
      'kept * swan-escapes: passed on',
      "kept request swan-handed: passed to 'Client'",
      "swan-handed *: passed to 'Client'",
    ],
  },
  {
    code: `const { get } = require('./getter');\nmonitor(get());`,
    found: ["swan-handed *: passed to 'monitor'"],
  },
];

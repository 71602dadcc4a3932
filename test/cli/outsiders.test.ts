// What strangers met when they tried the tool on programs of their own, each as a small program: what becomes of it and what
// is said of it, on every target. On the real binary, in one run per target over all of them.

import { beforeAll, describe, expect, it } from 'vitest';

import { type Files, cygnet, makeProject, read } from './command-line.ts';

const targets = ['fetch', 'axios', 'wx'] as const;
type Target = (typeof targets)[number];

/** Promises around a call by what else they do; see "When a promise is taken off a call" in docs/correctness.md. */
const wrappers = Object.fromEntries(
  Object.entries({
    plain: 'swan.request({ url, success: resolve, fail: reject });',
    data: 'swan.request({ url, success: res => resolve(res.data), fail: err => reject(err.errMsg) });',
    chosen: "swan.request({ url, method: more ? 'POST' : 'PUT', success: resolve, fail: reject });",
    looks: 'swan.request({ url, success: res => resolve(res.data.list), fail: reject });',
    stores: 'swan.request({ url, success: res => { last = res; resolve(res); }, fail: reject });',
    shows: 'swan.showLoading(); swan.request({ url, success: resolve, fail: reject });',
    counts: 'loading++; swan.request({ url, success: resolve, fail: reject });',
    hides: 'swan.request({ url, success: resolve, fail: reject, complete: () => swan.hideLoading() });',
    late: 'swan.request({ url, method: more.method, success: resolve, fail: reject });',
    waits: 'swan.request({ url, success: resolve });',
    logs: 'swan.request({ url, success: resolve, fail: err => console.log(err) });',
    keeps: 'const task = swan.request({ url, success: resolve, fail: reject }); more.push(task);',
    uploads: "swan.uploadFile({ url, filePath: more, name: 'file', success: resolve, fail: reject });",
    downloads: 'swan.downloadFile({ url, success: resolve, fail: reject });',
  }).map(([name, executor]) => [
    `wrappers/${name}.js`,
    `export const load = (id, more) => new Promise((resolve, reject) => { ${executor.replace('url', 'url: `https://example.com/${id}`')} });\n`,
  ]),
);

const inputs: Files = {
  'build-time/env.js': `export function send(options) {
  if (process.env.TARO_ENV === 'swan') return swan.request(options)
  if (__PLATFORM__ === 'swan' && swan.request) swan.request({ url: 'https://example.com/z' })
}
`,
  'build-time/ifdef.js': `export function track(event) {
  // #ifdef MP-WEIXIN
  wx.request({ url: 'https://example.com/track', data: { event } })
  // #endif
  // #ifdef MP-BAIDU
  swan.request({ url: 'https://example.com/track', data: { event } })
  // #endif
}
`,
  'mock/setup.js': 'swan.request = jest.fn();\n',
  'mock/a.js': "swan.request({ url: 'https://example.com/a' });\n",
  'spy/load.js': "exports.load = () => { swan.request({ url: 'https://example.com/list' }); };\n",
  'spy/load.test.js': `const spy = jest.spyOn(swan, 'request');
expect(swan.request).toHaveBeenCalledTimes(1);
`,
  'leftovers/guards.js': `if (typeof swan !== 'undefined' && swan.request) swan.request({ url: 'https://example.com/a' });
swan && swan.request && swan.request({ url: 'https://example.com/b' });
`,
  'leftovers/aliases.js': `const host = swan; // baidu
host.request({ url: 'https://example.com/q' });
function q() { const { request } = swan; request({ url: 'https://example.com/r' }); }
module.exports = { q };
`,
  'this/a.js': `yieldTo(call([swan, swan.request], { url: 'https://example.com/1' }));
Reflect.apply(swan.request, swan, [{ url: 'https://example.com/2' }]);
`,
  'applied/a.js': "Reflect.apply(swan.request, swan, [{ url: 'https://example.com/2' }]);\n",
  'bind/a.js': "const go = ::swan.request;\ngo({ url: 'https://example.com/a' });\n",
  'path/a.js': `swan.downloadFile({
    url: 'https://example.com/a.png',
    filePath: to,
    success: res => console.log(res.tempFilePath)
});
`,
  'ignored/a.js': `swan.request({
    url: 'https://example.com/login',
    headers: { Authorization: 'x' },
    credentials: 'include',
    timeout: 3000,
    success: res => console.log(res.data)
});
`,
  'unread/a.js': `import { wait } from './env';
const TIMEOUT = 5000, twice = 2;
export const handedOn = 1;
swan.request({ url: 'https://example.com/a', timeout: TIMEOUT });
swan.request({ url: 'https://example.com/b', timeout: wait });
swan.request({ url: 'https://example.com/c', timeout: twice, body: twice, headers: handedOn });
export function ask(timeout) { swan.request({ url: 'https://example.com/d', timeout }); }
`,
  'can-i-use/negated.js': `if (!swan.canIUse('connectSocket')) swan.showModal({ title: 'too old' });
swan.connectSocket({ url: 'wss://example.com' });
`,
  'can-i-use/none.js': "exports.has = () => swan.canIUse('uploadFile.object.timeout');\n",
  'can-i-use/asked.js': "if (swan.canIUse('request')) swan.request({ url: 'https://example.com/a' });\n",
  'stub/test.js': 'global.swan = { requestPolymerPayment: stub };\ndelete global.swan;\n',
  'header/a.js': "swan.request({ url: 'https://example.com/list', header: 'application/json' });\n",
  'platforms/uma.js': `// #ifdef MP-WEIXIN
import uma from 'umtrack-wx';
// #endif
// #ifdef MP-BAIDU
import uma from './libs/umtrack-swan/uma.min.js';
// #endif
export default uma;
`,
  'constants/a.js': `function open(url, type) {
    var go = 'navigateTo';
    if (type === 'redirect') go = 'redirectTo';
    swan[go]({ url: url });
}
`,
  'hosts/a.js': `for (const host of [() => wx.request, () => swan.request, () => tt.request]) {
  try { host()(); } catch (error) { /* not this host */ }
}
`,
  'guards/a.js': `if (typeof swan === 'undefined') show(); else { swan.request({ url: 'https://example.com/a' }); swan.login(); }
export function b() { if (window.swan) { swan.request({ url: 'https://example.com/b' }); swan.login(); } }
export function c() { if (!swan) return; swan.request({ url: 'https://example.com/c' }); swan.login(); }
`,
  'aliases/a.js': `const { request, showToast } = swan, host = swan, send = swan.request;
request({ url: 'https://example.com/a' });
send({ url: 'https://example.com/b' });
host.request({ url: 'https://example.com/c' });
host.login({ success: showToast });
`,
  'bodies/a.js': `const header = { 'content-type': 'multipart/form-data; boundary=x' };
swan.request({ url: 'https://example.com/a', method: 'POST', data: new ArrayBuffer(8) });
swan.request({ url: 'https://example.com/b', method: 'POST', header, data: '--x' });
swan.request({ url: 'https://example.com/c', method: 'POST', header: { 'content-type': 'multipart/form-data; boundary=x' }, data: new ArrayBuffer(8) });
`,
  'sockets/a.js': 'swan.closeSocket();\n',
  'jar/package.json': '{ "dependencies": { "jar": "1" } }',
  'jar/node_modules/jar/index.js': 'const own = swan.request;\nswan.request = options => own(withCookies(options));\n',
  'jar/a.js': "import 'jar';\nswan.request({ url: 'https://example.com/a' });\n",
  'put/a.js': "swan.request.mock = answers;\nswan.request({ url: 'https://example.com/a' });\n",
  'handlers/a.js': `Page({ tap(event) { swan.uploadFile({ url: 'https://example.com/up', filePath: '', name: 'a', success: event.done }); } });
export const store = done => swan.uploadFile({ url: 'https://example.com/up', filePath: '', name: 'a', success: done });
`,
  'places/a.js': `page.host = swan;
const hosts = { baidu: swan }, list = [swan];
let other = swan;
other = mock;
other.login();
patch(swan);
`,
  ...wrappers,
};

interface Report {
  readonly sites: readonly { readonly file: string; readonly verdict: string; readonly codes: readonly string[] }[];
  readonly diagnostics: readonly { readonly file: string; readonly code: string; readonly message: string }[];
  readonly unread?: readonly { readonly file: string; readonly message: string }[];
}

interface Moved {
  readonly text: (file: string) => string;
  readonly verdicts: (folder: string) => readonly string[];
  readonly messages: (folder: string, code: string) => readonly string[];
  readonly unread: Report['unread'];
}

async function move(target: Target): Promise<Moved> {
  const programs = [...new Set(Object.keys(inputs).map((file) => file.split('/')[0] ?? ''))];
  const cwd = makeProject({ ...inputs, ...Object.fromEntries(programs.map((name) => [`${name}/app.json`, '{}'])) });
  await cygnet(['migrate', '--to', target, '--write', '--report', 'json=report.json'], { cwd });
  const report = JSON.parse(read(cwd, 'report.json')) as Report;
  return {
    text: (file) => read(cwd, file),
    verdicts: (folder) =>
      report.sites
        .filter(({ file }) => file.startsWith(`${folder}/`))
        .map(({ verdict, codes }) => [verdict, ...(verdict === 'kept' ? codes : [])].join(' ')),
    messages: (folder, code) =>
      report.diagnostics.flatMap((one) =>
        one.file.startsWith(`${folder}/`) && one.code === code ? [one.message] : [],
      ),
    unread: report.unread,
  };
}

describe.each(targets)('what strangers met, on %s', { timeout: 120_000 }, (target) => {
  let moved: Moved;
  beforeAll(async () => {
    moved = await move(target);
  });
  const isUnchanged = (file: string) => expect(moved.text(file)).toBe(inputs[file]);
  const host = { fetch: 'send(signal => fetch(', axios: 'send(signal => http.get(', wx: 'wx.request(' }[target];

  it('a branch that is compiled for swan alone is warned about and stays', () => {
    expect(moved.verdicts('build-time')).toEqual(Array(3).fill('kept built-for-swan'));
    isUnchanged('build-time/env.js');
    isUnchanged('build-time/ifdef.js');
  });

  it('a mock or a spy keeps the calls of its program, and is named with file and line', () => {
    for (const [folder, place] of [
      ['mock', 'mock/setup.js:1'],
      ['spy', 'spy/load.test.js:1'],
    ] as const) {
      expect(new Set(moved.verdicts(folder))).toEqual(new Set(['kept api-assigned']));
      const message = `(${place}), so what runs here may not be swan's own. Where that is the set-up of a test, exclude its file.`;
      expect(moved.messages(folder, 'api-assigned').join()).toContain(message);
    }
    isUnchanged('spy/load.test.js');
  });

  it('nothing is left of a test or a name that nobody needs', () => {
    expect(moved.verdicts('leftovers').filter((verdict) => verdict.startsWith('kept'))).toEqual([]);
    const text = moved.text('leftovers/guards.js') + moved.text('leftovers/aliases.js');
    expect(text).not.toMatch(/\bswan\b(?!-net)|true|undefined'? &&.*true|= \{\}|= undefined|^\s*\/\/ baidu/m);
  });

  it('both halves of a function and its `this` move, or neither', () => {
    expect(moved.verdicts('this')).toEqual(['kept swan-escapes', 'kept swan-handed', 'kept swan-handed']);
    isUnchanged('this/a.js');
    expect(moved.verdicts('applied')).toEqual(['shim']);
    expect(moved.text('applied/a.js')).not.toMatch(/\bswan\b(?!-net)/);
  });

  it('the bind operator is kept with a reason', () => {
    expect(moved.verdicts('bind')).toEqual(['kept bind-operator']);
  });

  it('a download to a path is noted where the path is all that it gives', () => {
    expect(moved.messages('path', 'download-has-path')).toHaveLength(target === 'wx' ? 1 : 0);
  });

  it('options that swan ignores are left out with a note each', () => {
    expect(moved.text('ignored/a.js')).not.toMatch(/headers|credentials|timeout/);
    const codes = ['ignored-option', 'host-option'];
    expect(codes.flatMap((code) => moved.messages('ignored', code))).toHaveLength(3);
  });

  it('a name that nothing reads any more is named in the note of its option', () => {
    const notes = ['ignored-option', 'host-option'].flatMap((code) => moved.messages('unread', code));
    expect(notes).toHaveLength(6);
    const unread = notes.flatMap((message) => /nothing else in this script reads '(\w+)'/.exec(message)?.[1] ?? []);
    expect(unread.sort()).toEqual(['TIMEOUT', 'wait']);
  });

  it('canIUse is answered where a call hangs on it, and left alone elsewhere', () => {
    expect(moved.text('can-i-use/negated.js')).toContain("if (!swan.canIUse('connectSocket')) swan.showModal");
    isUnchanged('can-i-use/none.js');
    expect(moved.text('can-i-use/asked.js')).toContain(target === 'wx' ? "if (wx.canIUse('request'))" : `\n${host}`);
    expect(moved.messages('can-i-use', 'can-i-use')).toHaveLength(1);
  });

  it('swan that is replaced or deleted in a test is no call: one sentence says what a test needs', () => {
    expect(moved.verdicts('stub')).toEqual([]);
    expect(moved.messages('stub', 'swan-stubbed')).toHaveLength(2);
    expect(moved.messages('stub', 'swan-stubbed').join()).toContain('a test that stubs swan needs another stub');
  });

  it('a header that is no object is left out with a note', () => {
    expect(moved.text('header/a.js')).not.toContain('application/json');
    expect(moved.messages('header', 'header-not-object')).toHaveLength(1);
  });

  it('a file for several platforms, and a name of a set of constants, are left alone without a word', () => {
    for (const folder of ['platforms', 'constants']) expect(moved.verdicts(folder)).toEqual([]);
    expect(moved.messages('platforms', 'parse-error')).toEqual([]);
  });

  it('hosts that are tried one after another are kept', () => {
    expect(moved.verdicts('hosts')).toEqual(['kept mixed-host']);
    expect(moved.messages('hosts', 'mixed-host').join()).toContain('may reach swan, something else, or nothing');
  });

  it('a test for swan is told with the answer that it gives where there is none', () => {
    const behind = 'where there is no swan, and the network code behind it does not run there.';
    expect(moved.messages('guards', 'swan-guard')).toEqual([
      `'typeof swan === 'undefined'' is true ${behind}`,
      `'window.swan' is false ${behind}`,
      `'swan' throws ${behind}`,
    ]);
  });

  it('of the names for swan those are told that stay', () => {
    expect(moved.messages('aliases', 'swan-alias-left').map((message) => message.split(' ')[0])).toEqual(["'host'"]);
    expect(moved.text('aliases/a.js')).toContain('const { showToast } = swan, host = swan');
  });

  it('a text or bytes that say they are multipart go out as they are, and so it is told', () => {
    const messages = moved.messages('bodies', 'hand-made-multipart');
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toContain('text and bytes go out as they are, other data as JSON');
    expect(moved.text('bodies/a.js')).not.toContain('JSON.');
  });

  it('an empty fail that wx needs explains itself, and is added nowhere else', () => {
    const isWx = target === 'wx';
    expect(moved.text('sockets/a.js').includes('fail')).toBe(isWx);
    expect(moved.messages('sockets', 'empty-fail-added')).toHaveLength(isWx ? 1 : 0);
  });

  it('a package that puts itself in front of swan is named with what that means', () => {
    const jar = moved.unread?.find(({ file }) => file === 'jar/node_modules/jar');
    expect(jar?.message).toContain("what it puts in front of swan's APIs is not in front of a rewritten call");
  });

  it('a member that the program puts on an API is not said to be missing', () => {
    expect(moved.messages('put', 'api-member')).toEqual([]);
    expect(moved.verdicts('put')).toHaveLength(2);
  });

  it('a handler that the host calls has no callers to ask', () => {
    const [handler, wrapper] = moved.messages('handlers', 'upload-result-hidden');
    expect(handler).not.toContain('callers of');
    expect(wrapper).toContain('callers of store');
  });

  it('names of the program stand in quotes', () => {
    expect(moved.messages('places', 'swan-escapes').map((message) => message.split(' here:')[0])).toEqual([
      "swan is stored in 'page.host'",
      "swan is stored in 'baidu'",
      'swan is stored in a list',
      "swan is passed to 'patch'",
    ]);
  });

  it('a promise is taken off a call where that is the same, and nowhere else', () => {
    const files = Object.keys(wrappers);
    const bare = files.filter((file) => !moved.text(file).includes('new Promise'));
    const names = target === 'wx' ? [] : ['plain', 'data', 'chosen'];
    expect(bare).toEqual(names.map((name) => `wrappers/${name}.js`));
    expect(files.filter((file) => /\bswan\.(?:request|\w+File)/.test(moved.text(file)))).toEqual([]);
  });
});

// The inventory, and the check with its baseline. On the command line.
// Each case makes a small project of its own.

import { describe, expect, it } from 'vitest';

import { addFiles, brokenFile, makeProject, plainCall, read, snapshot } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

describe('cygnet scan', { concurrent: true }, () => {
  const program = {
    'app.json': '{}',
    'pages/a.js': `${plainCall}swan.showToast({ title: 'a' });\nswan.showToast({ title: 'b' });\nswan.login();\n`,
    'utils/request.js': `module.exports = function send(options) {
    return swan.request(Object.assign({ url: 'https://api.example.com/' }, options));
};
`,
    'sockets.js': "swan.connectSocket({ url: 'wss://example.net/s' });\n",
    'let.js': 'let a;\n',
    'no-network.js': 'swan.login();\nswan.getUserInfo();\n',
    'no-network-and-broken.js': 'swan.login(;\n',
    'only-a-comment.js': '// for swan.login\n',
  };

  it('lists every call with its form, the hosts, the wrappers and the rest of swan', async () => {
    const cwd = makeProject(program);
    const before = snapshot(cwd);
    const { code, stdout } = await cygnetHere(['scan'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^pages\/a\.js:1:1 {2}request {2}on swan, options written out$/m);
    expect(stdout).toMatch(/^utils\/request\.js:2:12 {2}request {2}on swan, options from elsewhere$/m);
    expect(stdout).toMatch(/^calls +3: 2 request, 1 connectSocket$/m);
    expect(stdout).toMatch(/^hosts +request: .*https:\/\/example\.com/m);
    expect(stdout).toMatch(/^hosts +connectSocket: wss:\/\/example\.net$/m);
    expect(stdout).toMatch(/^wrapper +send \(request\) {2}utils\/request\.js:1:\d+$/m);
    expect(stdout).toMatch(/^others +2 login, 2 showToast, 1 getUserInfo/m);
    expect(stdout).toMatch(/^files +7 looked at, 4 with swan in them$/m);
    expect(snapshot(cwd)).toEqual(before);
  });

  it('gives all of it as json, too', async () => {
    const { stdout } = await cygnetHere(['scan', '--report', 'json'], { cwd: makeProject(program) });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      target: null,
      sites: [
        { file: 'pages/a.js', api: 'request', form: { through: 'global', options: 'literal' } },
        { file: 'sockets.js', api: 'connectSocket' },
        { file: 'utils/request.js', api: 'request', form: { options: 'variable' } },
      ],
      wrappers: [{ file: 'utils/request.js', name: 'send', api: 'request', line: 1 }],
      others: { login: 2, showToast: 2, getUserInfo: 1 },
      summary: { files: 4, failed: 0, sites: 3 },
    });
  });

  it('says nothing of what a move would leave behind', async () => {
    const test = "if (typeof swan !== 'undefined' && swan.request) {\n  swan.request({ url });\n  swan.login();\n}\n";
    const cwd = makeProject({ 'a.js': test });
    const { stdout } = await cygnetHere(['scan', '--report', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ sites: [{ api: 'request', codes: [] }], diagnostics: [] });
  });

  it('ends with 1 when a file does not parse, and shows the others', async () => {
    const { code, stdout } = await cygnetHere(['scan'], {
      cwd: makeProject({ 'a.js': plainCall, 'broken.js': brokenFile }),
    });
    expect(code).toBe(1);
    expect(stdout).toContain('a.js:1:1');
    expect(stdout).toContain('broken.js:4:1');
  });

  it('takes --only', async () => {
    const { stdout } = await cygnetHere(['scan', '--only', 'connectSocket'], { cwd: makeProject(program) });
    expect(stdout).toMatch(/^calls +1: 1 connectSocket$/m);
  });
});

describe('cygnet check', { concurrent: true }, () => {
  it('says where calls are left and ends with 1; without any with 0', async () => {
    const cwd = makeProject({ 'a.js': plainCall, 'b.js': 'fetch("x");\n' });
    const left = await cygnetHere(['check'], { cwd });
    expect(left).toMatchObject({ code: 1, stdout: 'a.js:1:1  request\n' });
    expect(left.stderr).toContain('1 swan network call is left');
    await cygnetHere(['migrate', '--to', 'wx', '--write'], { cwd });
    const done = await cygnetHere(['check'], { cwd });
    expect(done).toMatchObject({ code: 0, stdout: '' });
    expect(done.stderr).toContain('No swan network call is left.');
  });

  it('with a baseline counts new calls only, wherever the old ones moved in their file', async () => {
    const cwd = makeProject({ 'pages/a.js': plainCall, 'b.js': 'let a;\n' });
    const update = await cygnetHere(['check', '--baseline', 'ci/known.json', '--update-baseline'], { cwd });
    expect(update.code).toBe(0);
    expect(JSON.parse(read(cwd, 'ci/known.json'))).toEqual({ version: 1, calls: { '../pages/a.js': { request: 1 } } });
    addFiles(cwd, { 'pages/a.js': `// one\n// two\n${plainCall}` });
    const known = ['check', '--baseline', 'ci/known.json'];
    expect((await cygnetHere(known, { cwd })).code).toBe(0);
    addFiles(cwd, { 'pages/a.js': `${plainCall}${plainCall}`, 'b.js': 'swan.closeSocket();\n' });
    const more = await cygnetHere(known, { cwd });
    expect(more.code).toBe(1);
    expect(more.stdout).toBe('b.js:1:1  closeSocket\npages/a.js:5:1  request\n');
    expect(more.stderr).toContain('2 new swan network calls are left');
  });

  it('takes the baseline from the config file', async () => {
    const cwd = makeProject({ 'cygnet.config.json': '{ "baseline": "known.json" }', 'a.js': plainCall });
    expect((await cygnetHere(['check', '--update-baseline'], { cwd })).code).toBe(0);
    expect((await cygnetHere(['check'], { cwd })).code).toBe(0);
  });

  it('refuses a baseline that is none', async () => {
    const cwd = makeProject({ 'a.js': plainCall, 'known.json': '{ "version": 2 }' });
    const { code, stderr } = await cygnetHere(['check', '--baseline', 'known.json'], { cwd });
    expect(stderr).toContain('cannot be understood');
    expect(code).toBe(2);
  });
});

describe('wrappers and hosts', { concurrent: true }, () => {
  it('a handler that only the host calls wraps nothing; what the program calls does', async () => {
    const page = `Page({
  onLoad(query) { swan.request({ url: 'https://example.com/a', data: { id: query.id } }); },
  onTap: event => swan.request({ url: 'https://example.com/b', data: event.detail }),
  load(id) { swan.request({ url: 'https://example.com/c', data: { id } }); },
  onShow() { this.load(1); }
});
Component({ methods: { onPick(event) { swan.request({ url: 'https://example.com/d', data: event.detail }); } } });
module.exports = { get(data) { swan.request({ url: 'https://example.com/e', data }); } };
`;
    const { stdout } = await cygnetHere(['scan', '--report', 'json'], {
      cwd: makeProject({ 'app.json': '{}', 'a.js': page }),
    });
    const { wrappers } = JSON.parse(stdout) as { wrappers: { name: string }[] };
    expect(wrappers.map(({ name }) => name)).toEqual(['load', 'get']);
  });

  it('counts the calls whose origin no list can name, and names no header that a browser keeps to itself', async () => {
    const text = `swan.request({ url: 'https://example.com/a', header: { Cookie: 'a', token: 'b' } });
swan.request({ url: host + '/b' });
swan.request(options);
swan.uploadFile({ url: host, filePath: '', name: 'file' });
swan.request({ url: '/relative' });
swan.request({ url: 'http://example.net/c' });
`;
    const cwd = makeProject({ 'app.json': '{}', 'a.js': text });
    const { stdout } = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'json'], { cwd });
    const { needs } = JSON.parse(stdout) as { needs: { origins: { headers: string[] }[]; unknownOrigins: unknown } };
    expect(needs.unknownOrigins).toEqual({ request: 2, uploadFile: 1 });
    expect(needs.origins.flatMap(({ headers }) => headers)).toEqual(['token']);
    const sentence = '2 calls of request and 1 of uploadFile go to an origin that is known at run time only';
    const web = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'markdown'], { cwd });
    expect(web.stdout).toContain(sentence);
    const wx = await cygnetHere(['migrate', '--to', 'wx', '--report', 'markdown'], { cwd });
    expect(wx.stdout).toContain(sentence);
    expect(wx.stdout).toContain('```text\nrequest 合法域名: https://example.com\n```');
    expect((await cygnetHere(['scan'], { cwd })).stdout).toContain(
      '2 calls of request and 1 of uploadFile to an origin',
    );
  });
});

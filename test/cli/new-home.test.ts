// The options that shape the output, and what the reports say of the program's new home. On the real binary.
// Each case makes a small project of its own.

import { describe, expect, it } from 'vitest';

import { cygnet, makeProject, read } from './command-line.ts';

const keptCall = 'module.exports = (name, options) =>\n    swan[name](options);\n';
const wrapper = `module.exports = id =>
    new Promise((resolve, reject) => swan.request({ url: 'https://a.example.com/' + id, success: resolve, fail: reject }));
`;

describe('cygnet migrate, the shape of the output', { concurrent: true }, () => {
  it('--mark writes one comment above a kept site, and none on the second run', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': keptCall });
    const write = ['migrate', '--to', 'fetch', '--mark', '--write'];
    expect((await cygnet(write, { cwd })).code).toBe(1);
    const marked = keptCall.replace('    swan', '    // TODO(cygnet: dynamic-name)\n    swan');
    expect(read(cwd, 'a.js')).toBe(marked);
    await cygnet(write, { cwd });
    expect(read(cwd, 'a.js')).toBe(marked);
  });

  it('takes a promise off a request that it only wraps, and leaves it with --no-unwrap', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': wrapper });
    const unwrapped = await cygnet(['migrate', '--to', 'fetch'], { cwd });
    expect(unwrapped.stdout).toContain('exchange(signal => fetch(');
    const left = await cygnet(['migrate', '--to', 'fetch', '--no-unwrap'], { cwd });
    expect(left.stdout).toContain('new Promise((resolve, reject) => send(signal => fetch(');
  });
});

describe('what the new home needs', { concurrent: true }, () => {
  const files = {
    'app.json': '{"networkTimeout":{"request":5000}}',
    'a.js': `swan.request({ url: 'https://a.example.com/x', method: 'put', data: { a: 1 }, header: { 'X-Token': t } });
swan.request({ url: 'https://a.example.com/y?' + id });
swan.uploadFile({ url: 'https://b.example.com/up', filePath: p, name: 'f', header: { 'content-type': 'x', sid: s } });
swan.connectSocket({ url: 'wss://c.example.com' });
swan.showToast({ title: 'ok' });
`,
  };

  it('stands in the JSON report: origins with methods and header fields, timeouts, other APIs by file', async () => {
    const cwd = makeProject(files);
    const { stdout } = await cygnet(['migrate', '--to', 'fetch', '--report', 'json'], { cwd });
    expect((JSON.parse(stdout) as { needs: unknown }).needs).toEqual({
      origins: [
        {
          origin: 'https://a.example.com',
          apis: ['request'],
          methods: ['GET', 'PUT'],
          headers: ['content-type', 'x-token'],
        },
        { origin: 'https://b.example.com', apis: ['uploadFile'], methods: ['POST'], headers: ['sid'] },
        { origin: 'wss://c.example.com', apis: ['connectSocket'], methods: [], headers: [] },
      ],
      networkTimeout: { request: 5000 },
      others: { 'a.js': { showToast: 1 } },
    });
  });

  it('stands in the Markdown report: CORS for the web, domain lists for wx', async () => {
    const cwd = makeProject(files);
    const web = await cygnet(['migrate', '--to', 'axios', '--report', 'markdown'], { cwd });
    expect(web.stdout).toContain('| `https://a.example.com` | `GET`, `PUT` | `content-type`, `x-token` |');
    expect(web.stdout).toContain('`networkTimeout` of app.json: `request` 5000 ms.');
    expect(web.stdout).toContain('Other swan APIs remain in 1 file: 1 `swan.showToast`.');
    const wx = await cygnet(['migrate', '--to', 'wx', '--report', 'markdown'], { cwd });
    expect(wx.stdout).toContain('- Domain list for `uploadFile`: `https://b.example.com`');
  });
});

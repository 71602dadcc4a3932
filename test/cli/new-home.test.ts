// The options that shape the output, and what the reports say of the program's new home. On the command line.
// Each case makes a small project of its own.

import { describe, expect, it } from 'vitest';

import { makeProject, read } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

const keptCall = 'module.exports = (name, options) =>\n    swan[name](options);\n';
const wrapper = `module.exports = id =>
    new Promise((resolve, reject) => swan.request({ url: 'https://a.example.com/' + id, success: resolve, fail: reject }));
`;

describe('cygnet migrate, the shape of the output', { concurrent: true }, () => {
  it('--mark writes one comment above a kept site, and none on the second run', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': keptCall });
    const write = ['migrate', '--to', 'fetch', '--mark', '--write'];
    expect((await cygnetHere(write, { cwd })).code).toBe(1);
    const marked = keptCall.replace('    swan', '    // TODO(cygnet: dynamic-name)\n    swan');
    expect(read(cwd, 'a.js')).toBe(marked);
    await cygnetHere(write, { cwd });
    expect(read(cwd, 'a.js')).toBe(marked);
  });

  it('--mark writes one comment above a line with several kept sites', async () => {
    const line = 'if (x) { delete swan.request; a = swan; a.request(o); }\n';
    const cwd = makeProject({ 'app.json': '{}', 'a.js': line });
    await cygnetHere(['migrate', '--to', 'fetch', '--mark', '--write'], { cwd });
    expect(read(cwd, 'a.js')).toBe(`// TODO(cygnet: api-assigned)\n${line}`);
  });

  it('takes a promise off a request that it only wraps, and leaves it with --no-unwrap', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': wrapper });
    const unwrapped = await cygnetHere(['migrate', '--to', 'fetch'], { cwd });
    expect(unwrapped.stdout).toContain('exchange(signal => fetch(');
    const left = await cygnetHere(['migrate', '--to', 'fetch', '--no-unwrap'], { cwd });
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

  it('has the origins that constants of other modules show, on every domain list, and changes no file for it', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      'config.js':
        "module.exports = { host: 'https://a.example.com', uploadUrl: 'https://b.example.com/up', ws: { url: 'wss://c.example.com' } };\n",
      'pages/a.js': `const { uploadUrl } = require('../config');
const config = require('../config');
swan.request({ url: config.host + '/x', method: 'POST', header: { token: t } });
swan.uploadFile({ url: uploadUrl, filePath: p, name: 'f' });
swan.connectSocket({ url: \`\${config.ws.url}/room\` });
swan.request({ url: other.host + '/x' });
`,
    });
    const wx = await cygnetHere(['migrate', '--to', 'wx', '--report', 'json'], { cwd });
    const { needs, hosts } = JSON.parse(wx.stdout) as { needs: Record<string, unknown>; hosts: unknown };
    expect(needs).toMatchObject({
      origins: [
        { origin: 'https://a.example.com', apis: ['request'], methods: ['POST'], headers: ['token'] },
        { origin: 'https://b.example.com', apis: ['uploadFile'], methods: ['POST'], headers: [] },
        { origin: 'wss://c.example.com', apis: ['connectSocket'], methods: [], headers: [] },
      ],
      unknownOrigins: { request: 1 },
    });
    expect(hosts).toMatchObject({ request: ['https://a.example.com'], uploadFile: ['https://b.example.com'] });
    const form = await cygnetHere(['migrate', '--to', 'wx', '--report', 'markdown'], { cwd });
    expect(form.stdout).toContain(
      'request 合法域名: https://a.example.com\nsocket 合法域名: wss://c.example.com\nuploadFile',
    );
    expect((await cygnetHere(['scan'], { cwd })).stdout).toMatch(/^hosts +uploadFile: https:\/\/b\.example\.com$/m);
    const diff = await cygnetHere(['migrate', '--to', 'fetch', '--diff'], { cwd });
    expect(diff.stdout).not.toContain('https://');
  });

  it('stands in the JSON report: origins with methods and header fields, timeouts, other APIs by file', async () => {
    const cwd = makeProject(files);
    const { stdout } = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'json'], { cwd });
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
      programs: [{ app: 'app.json', networkTimeout: { request: 5000 } }],
      shims: ['swan-net.js'],
      packages: [],
      others: { 'a.js': { showToast: 1 } },
    });
  });

  it('stands in the Markdown report: CORS for the web, domain lists for wx', async () => {
    const cwd = makeProject(files);
    const web = await cygnetHere(['migrate', '--to', 'axios', '--report', 'markdown'], { cwd });
    expect(web.stdout).toContain('| `https://a.example.com` | `GET`, `PUT` | `content-type`, `x-token` |');
    expect(web.stdout).toContain('`networkTimeout` of app.json: `request` 5000 ms.');
    expect(web.stdout).toContain('Other swan APIs remain in 1 file: 1 `swan.showToast`.');
    const wx = await cygnetHere(['migrate', '--to', 'wx', '--report', 'markdown'], { cwd });
    expect(wx.stdout).toContain('- Domain list for `uploadFile`: `https://b.example.com`');
  });
});

describe('axios, which the shim needs', { concurrent: true }, () => {
  const migrate = (cwd: string, ...more: string[]) => cygnetHere(['migrate', '--to', 'axios', ...more], { cwd });
  const call = "swan.request({ url: 'https://a.example.com/' });\n";
  const listing = (lists: object) => JSON.stringify({ name: 'x', ...lists });

  it.each([
    ['no package.json', {}, 'needs  axios (for swan-net.js), which no package.json lists: npm install axios'],
    [
      'a package.json without it',
      { 'package.json': listing({ dependencies: { lodash: '4' } }) },
      'needs  axios (for swan-net.js), which package.json does not list: npm install axios',
    ],
    [
      'a package.json that is nearer than the one that lists it',
      { 'mini/package.json': listing({}), 'package.json': listing({ dependencies: { axios: '1.0.0' } }) },
      'needs  axios (for swan-net.js), which package.json does not list: npm install axios',
    ],
    [
      'an old one',
      { 'package.json': listing({ dependencies: { axios: '^0.21.1' } }) },
      'needs  axios 1.x (for swan-net.js), where package.json lists ^0.21.1: npm install axios@1',
    ],
  ])('is named by the summary: %s', async (_, files, sentence) => {
    const isBelow = Object.keys(files).some((name) => name.startsWith('mini/'));
    const folder = isBelow ? 'mini/' : '';
    const top = makeProject({ ...files, [`${folder}app.json`]: '{}', [`${folder}a.js`]: call });
    const { stderr } = await migrate(isBelow ? `${top}/mini` : top);
    expect(stderr).toContain(`  ${sentence}\n`);
  });

  it.each(['dependencies', 'devDependencies', 'peerDependencies'])('is not when the %s list it', async (list) => {
    const cwd = makeProject({ 'package.json': listing({ [list]: { axios: '^1.7.0' } }), 'a.js': call });
    const { stderr } = await migrate(cwd);
    expect(stderr).toContain('swan-net.js');
    expect(stderr).not.toContain('needs');
    expect(stderr).not.toContain('npm install');
  });

  it('is not when the shim does without it, or for another target', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': "swan.connectSocket({ url: 'wss://a.example.com' });\n" });
    expect((await migrate(cwd)).stderr).not.toContain('npm install');
    const other = makeProject({ 'app.json': '{}', 'a.js': call });
    expect((await cygnetHere(['migrate', '--to', 'fetch'], { cwd: other })).stderr).not.toContain('npm install');
  });

  it('stands in the reports, by package.json and with the shims that need it', async () => {
    const cwd = makeProject({
      'one/app.json': '{}',
      'one/a.js': call,
      'two/app.json': '{}',
      'two/a.js': call,
      'own/app.json': '{}',
      'own/package.json': '{}',
      'own/a.js': call,
      'package.json': '{}',
    });
    const { stdout } = await migrate(cwd, '--report', 'json', '--report', 'markdown=x.md');
    expect((JSON.parse(stdout) as { needs: { packages: unknown } }).needs.packages).toEqual([
      {
        name: 'axios',
        shims: ['one/swan-net.js', 'two/swan-net.js'],
        packageJson: 'package.json',
        install: 'npm install axios',
      },
      { name: 'axios', shims: ['own/swan-net.js'], packageJson: 'own/package.json', install: 'npm install axios' },
    ]);
    expect(read(cwd, 'x.md')).toContain(
      'Needs `axios` (for `own/swan-net.js`), which `own/package.json` does not list: `npm install axios` in `own`.',
    );
  });
});

describe('the type of require, which a script in TypeScript needs for its shim', { concurrent: true }, () => {
  const script = "swan.request({ url: 'https://a.example.com/' });\n";
  const config = (compilerOptions: object = {}) => JSON.stringify({ compilerOptions, include: ['**/*.ts'] });
  const manifest = JSON.stringify({ name: 'x' });
  const nodeTypes = {
    'node_modules/@types/node/package.json': JSON.stringify({ name: '@types/node', version: '20.0.0' }),
    'node_modules/@types/node/index.d.ts': 'declare var require: (id: string) => any;\n',
  };
  const sentence =
    'needs  a type for require (in a.ts, b.ts), which nothing that is compiled with them declares: ' +
    'declare it in a .d.ts file (declare function require(id: string): any;), or npm install --save-dev @types/node';
  const needing = { 'a.ts': script, 'b.ts': script, 'package.json': manifest };
  const migrate = (files: Record<string, string>, ...more: string[]) =>
    cygnetHere(['migrate', '--to', 'fetch', ...more], { cwd: makeProject({ ...needing, ...files }) });

  it.each([
    ['nothing declares it', { 'tsconfig.json': config() }, ''],
    [
      'the types of Node are there, and the tsconfig lists others',
      { ...nodeTypes, 'tsconfig.json': config({ types: [] }) },
      ' and name node among the types of tsconfig.json',
    ],
    [
      'the compiler sees only what is listed',
      {
        ...nodeTypes,
        'tsconfig.json': config(),
        'node_modules/typescript/package.json': JSON.stringify({ name: 'typescript', version: '6.0.3' }),
      },
      ' and name node among the types of tsconfig.json',
    ],
    ['a module has one of its own', { 'tsconfig.json': config(), 'c.ts': 'export declare const require: any;\n' }, ''],
  ])('is named by the summary: %s', async (_, files, more) => {
    expect((await migrate(files)).stderr).toContain(`  ${sentence}${more}\n`);
  });

  it.each([
    ['the types of Node are there', { ...nodeTypes, 'tsconfig.json': config() }],
    ['they are listed', { ...nodeTypes, 'tsconfig.json': config({ types: ['node'] }) }],
    [
      'the program declares it',
      { 'tsconfig.json': config(), 'types/host.d.ts': 'declare function require(id: string): unknown;\n' },
    ],
    [
      'a module declares it',
      { 'tsconfig.json': config(), 'c.ts': 'declare global { var require: any; }\nexport {};\n' },
    ],
    ['no tsconfig is about the files', { 'tsconfig.json': config().replace('**/*.ts', 'src/*.ts') }],
    ['there is none', {}],
    [
      'the files are modules',
      { 'tsconfig.json': config(), 'a.ts': `${script}export {};\n`, 'b.ts': `${script}export {};\n` },
    ],
  ])('is not: %s', async (_, files) => {
    const { stderr } = await migrate(files);
    expect(stderr).toContain('2 changed');
    expect(stderr).not.toContain('needs');
  });

  it('stands in the reports', async () => {
    const { stdout } = await migrate({ 'tsconfig.json': config({ types: [] }) }, '--report', 'json');
    expect((JSON.parse(stdout) as { needs: { packages: unknown } }).needs.packages).toEqual([
      {
        name: '@types/node',
        shims: [],
        files: ['a.ts', 'b.ts'],
        packageJson: 'package.json',
        tsconfig: 'tsconfig.json',
        declaration: 'declare function require(id: string): any;',
        install: 'npm install --save-dev @types/node',
      },
    ]);
  });

  it('and the types of wx are to be named where the tsconfig lists types', async () => {
    const files = { ...needing, 'tsconfig.json': config({ types: ['baidu-app'] }) };
    const { stderr } = await cygnetHere(['migrate', '--to', 'wx'], { cwd: makeProject(files) });
    expect(stderr).toContain(
      'npm install --save-dev miniprogram-api-typings and name miniprogram-api-typings among the types of tsconfig.json\n',
    );
  });
});

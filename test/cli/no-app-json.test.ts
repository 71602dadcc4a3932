// Programs without an app.json: in a uni-app project manifest.json and pages.json, both with comments, say where the program
// is, which timeouts it has and what is packed alone; elsewhere code says so, which is not run.
// On the command line; each case makes a small project of its own.

import { describe, expect, it } from 'vitest';

import { type Files, makeProject, plainCall, read, snapshot } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

const migrate = (cwd: string, ...more: string[]) =>
  cygnetHere(['migrate', '--to', 'fetch', '--write', '--report', 'json=report.json', ...more], { cwd });
const shims = (cwd: string) => Object.keys(snapshot(cwd)).filter((file) => /swan-net\.\w+$/.test(file));
const programs = (cwd: string) =>
  (JSON.parse(read(cwd, 'report.json')) as { needs: { programs: unknown } }).needs.programs;

const component = `<script setup lang="ts">
const load = (options: object) => swan.request(options as SwanOptions);
</script>
`;

const manifest = `\ufeff{
  "name": "shop", // as people see it
  /* of all platforms */
  "networkTimeout": { "request": 5000, "uploadFile": 7000 },
  "mp-baidu": { "appid": "http://x" },
}
`;

const project: Files = {
  'package.json': '{ "name": "shop" }',
  'src/manifest.json': manifest,
  'src/pages.json': '{ "pages": [{ "path": "pages/a/a" }] }',
  'src/pages/a/a.vue': component,
  'src/api/list.js': `import '../b.js';\n${plainCall}`,
  'tools/ask.js': plainCall,
};

describe('a uni-app project', { concurrent: true }, () => {
  it('has its shim inside of its sources, with the timeouts of its manifest', async () => {
    const cwd = makeProject(project);
    const { code, stderr } = await migrate(cwd);
    expect({ code, warns: stderr.includes('warning') }).toEqual({ code: 0, warns: false });
    expect(shims(cwd)).toEqual(['src/swan-net.ts', 'swan-net.js']);
    expect(read(cwd, 'src/pages/a/a.vue')).toMatch(/from ["']\.\.\/\.\.\/swan-net["']/);
    expect(read(cwd, 'src/swan-net.ts')).toContain('request: 5000');
    expect(programs(cwd)).toEqual([{ app: 'src/manifest.json', networkTimeout: { request: 5000, uploadFile: 7000 } }]);
    expect((await migrate(cwd)).stderr).toContain('no file changes');
  });

  it('takes the timeouts of the platform in place of all others, and with sources at the root as well', async () => {
    const cwd = makeProject({
      'manifest.json': '{ "networkTimeout": { "uploadFile": 1 }, "mp-baidu": { "networkTimeout": { "request": 42 } } }',
      'pages.json': '{}',
      'pages/a.js': plainCall,
    });
    await cygnetHere(['migrate', 'pages', '--to', 'fetch', '--write', '--report', 'json=report.json'], { cwd });
    expect(shims(cwd)).toEqual(['swan-net.js']);
    expect(read(cwd, 'swan-net.js')).toContain('request: 42');
    expect(programs(cwd)).toEqual([{ app: 'manifest.json', networkTimeout: { request: 42 } }]);
  });

  it('without a package.json is found from a folder of its own', async () => {
    const cwd = makeProject({ 'manifest.json': manifest, 'pages.json': '{}', 'pages/a.js': plainCall });
    await cygnetHere(['migrate', '--to', 'fetch', '--write'], { cwd: `${cwd}/pages` });
    expect(shims(cwd)).toEqual(['swan-net.js']);
  });

  it('has one for each independent subpackage', async () => {
    const pages = `{
      "pages": [{ "path": "pages/a" }], // the tab bar
      "subPackages": [
        // #ifdef MP-BAIDU || MP-WEIXIN
        { "root": "alone", "pages": [{ "path": "b" }], "independent": true },
        // #endif
        { "root": "usual", "pages": [{ "path": "c" }] },
      ]
    }`;
    const own = { 'src/pages.json': pages, 'src/alone/b.js': plainCall, 'src/usual/c.js': plainCall };
    const cwd = makeProject({ ...project, ...own });
    await migrate(cwd);
    expect(shims(cwd)).toEqual(['src/alone/swan-net.js', 'src/swan-net.ts', 'swan-net.js']);
    expect(read(cwd, 'src/usual/c.js')).toContain("'../swan-net'");
  });

  it('whose files are not understood is told what that means', async () => {
    const cwd = makeProject({ ...project, 'src/manifest.json': '{ nonsense', 'src/pages.json': '{ "pages": [' });
    const { stderr } = await migrate(cwd);
    expect(stderr).toMatch(
      /src\/manifest\.json was not understood \(.+\): for it src\/swan-net\.ts has the default timeouts/,
    );
    expect(stderr).toMatch(/src\/pages\.json was not understood \(.+\): a subpackage that is independent by it/);
  });

  it('is none where one of its two files is missing', async () => {
    const { 'src/pages.json': _, ...extension } = project;
    const cwd = makeProject(extension);
    await migrate(cwd);
    expect(programs(cwd)).toEqual([]);
    expect(shims(cwd)).toEqual(['swan-net.ts']);
  });
});

describe('a program that is configured by code', { concurrent: true }, () => {
  it.each([
    ['Taro', { 'src/app.config.ts': 'export default defineAppConfig({ pages: [] })', 'src/app.tsx': '' }],
    ['mpx', { 'src/app.mpx': '<script>createApp({})</script>' }],
    ['wepy', { 'src/app.wpy': '<script>export default class extends wepy.app {}</script>' }],
  ])('has its shim among its sources: %s', async (_name, app: Files) => {
    const cwd = makeProject({ 'package.json': '{ "name": "a" }', ...app, 'src/pages/a.js': plainCall });
    const { code, stderr } = await migrate(cwd);
    expect({ code, warns: stderr.includes('warning') }).toEqual({ code: 0, warns: false });
    expect(shims(cwd)).toEqual(['src/swan-net.js']);
  });

  it('is told of timeouts that are not read', async () => {
    const config = 'export default { networkTimeout: { request: limits.request } }';
    const files = { 'src/app.config.js': config, 'src/app.js': '', 'src/a.js': plainCall };
    const { stderr } = await migrate(makeProject({ 'package.json': '{}', ...files }));
    expect(stderr).toContain(
      'src/app.config.js was not understood (its networkTimeout is code): for it src/swan-net.js has the default timeouts',
    );
  });

  it('is none where the config is that of something else', async () => {
    const cwd = makeProject({ 'package.json': '{}', 'web/app.config.js': '', 'web/a.js': plainCall });
    await migrate(cwd);
    expect(shims(cwd)).toEqual(['swan-net.js']);
  });
});

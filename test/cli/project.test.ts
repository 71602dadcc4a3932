// Sites that are reached across files, on the command line.
// Each case makes a small project of its own.

import { describe, expect, it } from 'vitest';

import { makeProject, read } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

const files = {
  'app.json': '{}',
  'utils/host.js': 'module.exports = swan;\n',
  'pages/a.js': "const host = require('../utils/host.js');\nhost.request({ url: 'https://example.com/' });\n",
  'pages/b.js': "const host = require('./other.js');\nhost.request({ url: 'https://example.com/' });\n",
};

describe('--project', { concurrent: true }, () => {
  it('follows swan into the files that are handed it, and into no others', async () => {
    const cwd = makeProject(files);
    const plain = await cygnetHere(['scan', '--report', 'json'], { cwd });
    const followed = await cygnetHere(['scan', '--project', '.', '--report', 'json'], { cwd });
    const sitesOf = (stdout: string) =>
      (JSON.parse(stdout) as { sites: { file: string; api: string }[] }).sites.map(({ file, api }) => `${file} ${api}`);
    // Without it, the files of the run are looked across all the same.
    for (const { stdout } of [plain, followed]) {
      expect(sitesOf(stdout)).toContain('pages/a.js request');
      expect(sitesOf(stdout)).not.toContain('pages/b.js request');
    }
  });

  it('rewrites there, also when the run is for that folder only, and a second run changes nothing', async () => {
    const cwd = makeProject({ ...files, 'tsconfig.json': '{}' });
    const args = ['migrate', 'pages', '--to', 'wx', '--project', 'tsconfig.json', '--write'];
    await cygnetHere(args, { cwd });
    expect(read(cwd, 'pages/a.js')).toMatch(/const host = wx;|wx\.request\(/);
    expect(read(cwd, 'pages/b.js')).toBe(files['pages/b.js']);
    expect((await cygnetHere(args, { cwd })).stderr).toContain('no file changes');
  });

  it('gives the same with --jobs, which has no effect', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      'utils/host.mjs': 'export default swan;\n',
      'pages/a.mjs': "import host from '../utils/host.mjs';\nhost.request({ url: 'https://example.com/' });\n",
    });
    const args = ['migrate', '--to', 'fetch', '--project', '.'];
    const one = await cygnetHere(args, { cwd });
    const two = await cygnetHere([...args, '--jobs', '2'], { cwd });
    expect(two.stdout).toBe(one.stdout);
    expect(one.stdout).toContain('+++ b/pages/a.mjs');
  });

  it('with a tsconfig that cannot be read is an error', async () => {
    const cwd = makeProject({ ...files, 'broken.json': '{ "extends": "./nothing.json" }' });
    const { code, stderr } = await cygnetHere(['migrate', '--to', 'wx', '--project', 'broken.json'], { cwd });
    expect(stderr).toContain('cannot be read as a tsconfig');
    expect(code).toBe(2);
  });
});

describe('across files, with several programs in the root', { concurrent: true }, () => {
  const call = "host.request({ url: 'https://example.com/' });\n";

  it('counts a path that begins with / from the folder of the program', async () => {
    const cwd = makeProject({
      'one/app.json': '{}',
      'one/utils/host.js': 'module.exports = swan;\n',
      'one/pages/a.js': `const host = require('/utils/host.js');\n${call}`,
      'two/app.json': '{}',
      'two/utils/host.js': 'module.exports = {};\n',
      'two/pages/a.js': `const host = require('/utils/host.js');\n${call}`,
    });
    const { stdout } = await cygnetHere(['scan'], { cwd });
    expect(stdout).toContain('one/pages/a.js:2:1  request');
    expect(stdout).not.toContain('two/pages/a.js');
  });

  it("lets an API that one program replaces be that program's own affair", async () => {
    const plain = "swan.request({ url: 'https://example.com/' });\n";
    const replaces = 'swan.request = function (options) { console.log(options.url); };\n';
    const files = { 'one/app.json': '{}', 'one/a.js': plain, 'two/app.json': '{}', 'two/a.js': plain };
    const own = makeProject({ ...files, 'one/app.js': replaces });
    await cygnetHere(['migrate', '--to', 'wx', '--write'], { cwd: own });
    expect(read(own, 'one/a.js')).toBe(plain);
    expect(read(own, 'two/a.js')).toBe(plain.replace('swan', 'wx'));
    const shared = makeProject({ ...files, 'shared/mock.js': replaces });
    await cygnetHere(['migrate', '--to', 'wx', '--write'], { cwd: shared });
    expect(read(shared, 'one/a.js') + read(shared, 'two/a.js')).toBe(plain + plain);
  });
});

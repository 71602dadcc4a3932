// Files that hold their program among other things: components and templates. On the command line.
// Each case makes a small project of its own.

import { describe, expect, it } from 'vitest';

import { cygnet, makeProject, read } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

const call = "swan.request({ url: 'https://example.com/list' });";
const component = `<template><view>{{ a <b }}</view></template>\n<script>\nexport default { created() { ${call} } };\n</script>\n`;

describe('components', { concurrent: true }, () => {
  it.each(['vue', 'nvue', 'uvue', 'mpx', 'san', 'wpy'])(
    '.%s is rewritten inside its script, and taken back',
    async (kind) => {
      const file = `pages/index.${kind}`;
      const cwd = makeProject({ 'app.json': '{}', [file]: component });
      const scan = await cygnetHere(['scan'], { cwd });
      expect(scan.stdout).toContain(`${file}:3:30  request`);
      const { code } = await cygnetHere(['migrate', '--to', 'fetch', '--write'], { cwd });
      expect(code).toBe(0);
      const written = read(cwd, file);
      expect(written).toContain("<script>\nimport { send } from '../swan-net.js';\n\nexport default");
      expect(written.split('<script>')[0]).toBe(component.split('<script>')[0]);
      expect(read(cwd, 'swan-net.js')).toContain('export');
      expect((await cygnetHere(['check'], { cwd })).code).toBe(0);
      await cygnetHere(['undo'], { cwd });
      expect(read(cwd, file)).toBe(component);
    },
  );

  it('get a shim in TypeScript when their script is in TypeScript', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.vue': component.replace('<script>', '<script lang="ts">') });
    await cygnetHere(['migrate', '--to', 'axios', '--write'], { cwd });
    expect(read(cwd, 'a.vue')).toContain("from './swan-net';");
    expect(read(cwd, 'swan-net.ts')).toContain('export');
  });

  it('are followed into: what a module hands them is found', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      'net.js': 'export const { request } = swan;\n',
      'a.vue':
        "<template><p>don't `</p></template>\n<script>\nimport { request } from './net';\nrequest({ url: 'https://example.com/' });\n</script>\n",
    });
    const { stdout } = await cygnetHere(['migrate', '--to', 'wx', '--report', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      sites: [
        { file: 'a.vue', line: 4, verdict: 'renamed' },
        { file: 'net.js', line: 1, verdict: 'shim' },
      ],
    });
  });

  it('go through standard input', async () => {
    const args = ['migrate', '--to', 'wx', '--stdin', '--stdin-filename', 'a.vue'];
    const { stdout, code } = await cygnet(args, { cwd: makeProject(), input: component });
    expect(code).toBe(0);
    expect(stdout).toBe(component.replace('swan.request', 'wx.request'));
  });

  it('in a language that is not read are reported', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.vue': '<script lang="coffee">\nswan.request url: 1\n</script>\n' });
    const { code, stdout } = await cygnetHere(['check'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('its script is written in coffee');
  });
});

describe('templates and modules of the page', { concurrent: true }, () => {
  it('are read, and their calls kept', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      'a.swan': `<view class="swan"/>\n<import-sjs module="m">\n${call}\n</import-sjs>\n`,
      'b.sjs': `${call}\n`,
      'c.swan': '<view class="swan">request</view>\n',
    });
    const { code, stdout } = await cygnetHere(['migrate', '--to', 'wx', '--report', 'json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      sites: [
        { file: 'a.swan', line: 3, verdict: 'kept', codes: ['view-module'] },
        { file: 'b.sjs', line: 1, verdict: 'kept', codes: ['view-module'] },
      ],
    });
  });
});

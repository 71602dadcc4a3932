// The program as a person meets it: standard input and a terminal. A terminal is made with `script`, where it exists.
// Times are never asserted.

import { closeSync, existsSync, openSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

import { describe, expect, it } from 'vitest';

import { atTerminal, hasTerminal } from './at-terminal.ts';
import { cygnet, ended, makeProject, plainCall, read, snapshot, start } from './command-line.ts';

describe('--stdin', { concurrent: true }, () => {
  const args = ['migrate', '--to', 'fetch', '--stdin', '--stdin-filename'];

  it('takes code in and gives code out, and writes no file', async () => {
    const cwd = makeProject({ 'app.json': '{}' });
    const { code, stdout, stderr } = await cygnet([...args, 'pages/x/a.js'], { cwd, input: `\ufeff${plainCall}` });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\ufeffconst \{ \w+ \} = require\('\.\.\/\.\.\/swan-net\.js'\);/);
    expect(stdout).toContain("fetch('https://example.com/list'");
    expect(stderr).toContain('from swan-net.js');
    expect(Object.keys(snapshot(cwd))).toEqual(['app.json']);
  });

  it('gives the same as a run over the file', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'pages/a.js': plainCall });
    const { stdout } = await cygnet([...args, 'pages/a.js'], { cwd, input: plainCall });
    await cygnet(['migrate', '--to', 'fetch', '--write'], { cwd });
    expect(read(cwd, 'pages/a.js')).toBe(stdout);
  });

  it('gives code that does not parse back as it is, and ends with 1', async () => {
    const { code, stdout, stderr } = await cygnet([...args, 'a.js'], { cwd: makeProject(), input: 'swan.request({ ;' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'swan.request({ ;' });
    expect(stderr).toContain('a.js:1:');
  });

  it('gives code without swan back byte for byte', async () => {
    const input = '\ufeffa\r\nb\n\tc';
    const { code, stdout } = await cygnet([...args, 'a.ts'], { cwd: makeProject(), input });
    expect({ code, stdout }).toEqual({ code: 0, stdout: input });
  });

  it('refuses what is not UTF-8, and a report where the code goes', async () => {
    const bytes = await cygnet([...args, 'a.js'], { cwd: makeProject(), input: Buffer.from([0xff, 0xfe, 0xfd]) });
    expect(bytes.stderr).toContain('not UTF-8');
    expect(bytes.code).toBe(2);
    const report = await cygnet([...args, 'a.js', '--report', 'json'], { cwd: makeProject(), input: '' });
    expect(report.stderr).toContain('--report json=FILE');
    expect(report.code).toBe(2);
  });
});

describe.skipIf(!existsSync('/dev/full'))('standard output on a full disk', () => {
  it.each([[['migrate', '--to', 'wx']], [['migrate', '--to', 'wx', '--report', 'json']], [['scan']]])(
    '%j is a failure with its reason, and no fault of ours',
    async (args) => {
      const cwd = makeProject({ 'a.js': plainCall });
      const full = openSync('/dev/full', 'w');
      const { code, stderr } = await ended(start(args, { cwd }, ['ignore', full, 'pipe']));
      closeSync(full);
      expect(stderr).toContain('error: standard output took not all of it\n  the disk is full.\n');
      expect(stderr).not.toContain('    at ');
      expect(code).toBe(2);
    },
  );
});

describe.skipIf(!hasTerminal)('at a terminal', { concurrent: true }, () => {
  it('the diff and the summary have colours, unless NO_COLOR is set', async () => {
    const cwd = makeProject({ 'a.js': plainCall });
    const coloured = atTerminal(['migrate', '--to', 'wx'], cwd);
    await coloured.end();
    expect(coloured.raw()).toContain('\u001b[32m+wx.request');
    const plain = atTerminal(['migrate', '--to', 'wx'], cwd, { NO_COLOR: '1' });
    await plain.end();
    expect(plain.raw()).not.toContain('\u001b[32m');
  });

  it('long runs have a progress bar, and a pipe has none', async () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 600; i++) files[`f${i}.js`] = plainCall;
    const cwd = makeProject(files);
    const terminal = atTerminal(['scan', '--report', 'json=r.json'], cwd);
    await terminal.end();
    expect(stripVTControlCharacters(terminal.raw())).toMatch(/\d+\/600 files/);
    const pipe = await cygnet(['scan', '--report', 'json=r.json'], { cwd });
    expect(pipe.stderr).toBe('');
  }, 60_000);
});

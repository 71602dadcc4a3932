// `--watch` on the real program: what starts another run, and what does not. Files are saved as editors save them.
// Times are never asserted.

import type { ChildProcess } from 'node:child_process';
import { renameSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, describe, expect, it } from 'vitest';

import { addFiles, ended, git, makeProject, plainCall, read, snapshot, start } from './command-line.ts';

const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

describe('--watch', { concurrent: true }, () => {
  async function until(child: ChildProcess, seen: () => boolean): Promise<void> {
    while (!seen()) {
      if (child.exitCode !== null) throw new Error('it ended');
      await delay(10);
    }
  }

  /** As editors save: aside first, then over the old file in one step. */
  function save(cwd: string, name: string, text: string): void {
    addFiles(cwd, { [`${name}~`]: text });
    renameSync(path.join(cwd, `${name}~`), path.join(cwd, name));
  }

  async function watching(args: readonly string[], cwd: string) {
    const child = start(['migrate', '--watch', ...args], { cwd });
    started.push(child);
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const end = ended(child);
    await until(child, () => output.includes('Watching'));
    return {
      output: () => output,
      rounds: () => output.split('Ctrl-C ends it.\n')[1]?.trimEnd().split('\n') ?? [],
      until: (seen: () => boolean) => until(child, seen),
      stop: async (signal: 'SIGINT' | 'SIGTERM') => {
        child.kill(signal);
        return (await end).code;
      },
    };
  }

  it('runs again when a file changes, and ends on Ctrl-C', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'pages/a.js': plainCall });
    const watch = await watching(['--to', 'wx', '--write'], cwd);
    expect(read(cwd, 'pages/a.js')).toContain('wx.request');
    save(cwd, 'pages/a.js', `${plainCall}// saved\n`);
    await watch.until(() => read(cwd, 'pages/a.js').includes('wx.request'));
    save(cwd, 'new/folder/new.js', plainCall);
    await watch.until(() => read(cwd, 'new/folder/new.js').includes('wx.request'));
    save(cwd, 'pages/broken.js', 'swan.request({');
    await watch.until(() => watch.output().includes('pages/broken.js:1:'));
    expect(await watch.stop('SIGINT')).toBe(1);
    expect(Object.keys(snapshot(cwd))).toEqual(['app.json', 'new/folder/new.js', 'pages/a.js', 'pages/broken.js']);
    // One line for each, and none for what it wrote itself.
    expect(watch.rounds()).toEqual([
      'pages/a.js changed: 1 site; 1 file written',
      'new/folder/new.js changed: 1 site; 1 file written',
      expect.stringMatching(/^pages\/broken\.js changed: 0 sites; pages\/broken\.js:1:\d+ /),
    ]);
  }, 60_000);

  it('leaves alone what a run leaves out', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      '.gitignore': 'generated\n*.gen.js\n',
      'node_modules/p/index.js': '',
      'generated/a.js': '',
      'pages/a.js': '',
    });
    git(cwd, 'init', '--quiet');
    const watch = await watching(['--to', 'wx'], cwd);
    for (const folder of ['node_modules/p', 'generated', 'generated/new', '.git', 'dist']) {
      save(cwd, `${folder}/index.js`, plainCall);
    }
    save(cwd, 'pages/a.gen.js', plainCall);
    save(cwd, 'pages/readme.txt', plainCall);
    await delay(300); // what is seen at all is seen by then, and would be a run of its own
    save(cwd, 'pages/a.js', plainCall);
    await watch.until(() => watch.output().includes('1 file would change'));
    await watch.stop('SIGINT');
    expect(watch.rounds()).toEqual(['pages/a.js changed: 1 site; 1 file would change']);
  }, 60_000);

  it('watches a file that editors replace', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': '', 'b.js': '' });
    const watch = await watching(['a.js', '--to', 'wx', '--write'], cwd);
    for (const round of ['one', 'two']) {
      save(cwd, 'a.js', `${plainCall}// ${round}\n`);
      await watch.until(() => /wx\.request[^]*\/\/ /.test(read(cwd, 'a.js')));
    }
    await watch.stop('SIGTERM');
    expect(read(cwd, 'a.js')).toContain('// two');
  }, 60_000);

  it('looks at app.json and the config as well, and waits while the config is broken', async () => {
    const files = { 'app.json': '{}', 'pages/a.js': plainCall, 'pages/b.js': plainCall };
    const cwd = makeProject({ ...files, 'cygnet.config.json': '{ "to": "fetch" }' });
    const watch = await watching(['pages/a.js', '--locale', 'en', '--patch', 'p.diff'], cwd);
    save(cwd, 'app.json', '{ "networkTimeout": { "request": 4321 } }');
    await watch.until(() => read(cwd, 'p.diff').includes('4321'));
    save(cwd, 'cygnet.config.json', '{ "to": ');
    await watch.until(() => watch.output().includes('not valid JSON'));
    save(cwd, 'cygnet.config.json', '{ "to": "wx" }');
    await watch.until(() => read(cwd, 'p.diff').includes('wx.request'));
    await watch.stop('SIGINT');
    expect(watch.output()).toContain('app.json changed: 1 site; 1 file would change\n');
    expect(watch.output()).toContain('cygnet.config.json changed, and nothing was run:\n');
    expect(watch.output()).toContain('cygnet.config.json changed: 1 site; 1 file would change\n');
    expect(read(cwd, 'p.diff')).not.toContain('b.js');
  }, 60_000);
});

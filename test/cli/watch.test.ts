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
    const child = start(['migrate', '--to', 'wx', '--watch', ...args], { cwd });
    started.push(child);
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const end = ended(child);
    await until(child, () => output.includes('Watching'));
    return {
      output: () => output,
      until: (seen: () => boolean) => until(child, seen),
      stop: async (signal: 'SIGINT' | 'SIGTERM') => {
        child.kill(signal);
        return (await end).code;
      },
    };
  }

  it('runs again when a file changes, and ends on Ctrl-C', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'pages/a.js': plainCall });
    const watch = await watching(['--write'], cwd);
    expect(read(cwd, 'pages/a.js')).toContain('wx.request');
    save(cwd, 'pages/a.js', `${plainCall}// saved\n`);
    await watch.until(() => read(cwd, 'pages/a.js').includes('wx.request'));
    save(cwd, 'new/folder/new.js', plainCall);
    await watch.until(() => read(cwd, 'new/folder/new.js').includes('wx.request'));
    save(cwd, 'pages/broken.js', 'swan.request({');
    await watch.until(() => watch.output().includes('pages/broken.js:1:'));
    expect(await watch.stop('SIGINT')).toBe(1);
    expect(Object.keys(snapshot(cwd))).toEqual(['app.json', 'new/folder/new.js', 'pages/a.js', 'pages/broken.js']);
    expect(watch.output().match(/A file changed/g)).toHaveLength(3); // and not for what it wrote itself
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
    const watch = await watching([], cwd);
    for (const folder of ['node_modules/p', 'generated', 'generated/new', '.git', 'dist']) {
      save(cwd, `${folder}/index.js`, plainCall);
    }
    save(cwd, 'pages/a.gen.js', plainCall);
    save(cwd, 'pages/readme.txt', plainCall);
    await delay(300); // what is seen at all is seen by then, and would be a run of its own
    save(cwd, 'pages/a.js', plainCall);
    await watch.until(() => watch.output().includes('would change 1 file'));
    await watch.stop('SIGINT');
    expect(watch.output().match(/A file changed/g)).toHaveLength(1);
  }, 60_000);

  it('watches a file that editors replace', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': '', 'b.js': '' });
    const watch = await watching(['a.js', '--write'], cwd);
    for (const round of ['one', 'two']) {
      save(cwd, 'a.js', `${plainCall}// ${round}\n`);
      await watch.until(() => /wx\.request[^]*\/\/ /.test(read(cwd, 'a.js')));
    }
    await watch.stop('SIGTERM');
    expect(read(cwd, 'a.js')).toContain('// two');
  }, 60_000);
});

// In: a program on the disk, and Neovim without a screen, where there is one. Out: whether a real editor shows the call, offers its
// rewrite, applies it and saves what the command line would write, byte for byte.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cygnet, program } from '../cli/command-line.ts';
import { projectOf } from './projects.ts';

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;
const script = path.join(import.meta.dirname, 'neovim.lua');

describe.skipIf(!hasNeovim)('in Neovim (where nvim is installed)', () => {
  it('the call at the cursor is shown, rewritten and saved, with its shim', async () => {
    const texts = {
      'app.json': '{ "networkTimeout": { "request": 5000 } }',
      'a.js': "/* 你好 🦢 */ swan.request({ url: 'https://a.example/x', success: show });\n// 再见\n",
    };
    const folder = projectOf(texts);
    const wanted = projectOf(texts);
    await cygnet(['migrate', '--to', 'fetch', '--write', '--allow-dirty'], { cwd: wanted });
    const env = { ...process.env, NODE: process.execPath, CYGNET_PROGRAM: program, XDG_STATE_HOME: folder };
    const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-n', '-c', `luafile ${script}`], {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 100_000,
    });
    const found = JSON.parse(readFileSync(path.join(folder, 'found.json'), 'utf8')) as object;
    expect(found, run.stderr).toEqual({
      // Neovim counts columns in bytes.
      shown: [{ line: 0, column: 18, code: 'swan-network-call' }],
      offered: [
        'Rewrite swan.request for fetch',
        'Rewrite swan.request for axios',
        'Rewrite swan.request for wx',
        'Rewrite all network calls of this file for fetch',
      ],
    });
    for (const name of ['a.js', 'swan-net.js']) {
      const [own, theirs] = [folder, wanted].map((at) => readFileSync(path.join(at, name), 'utf8'));
      expect(own, name).toBe(theirs);
    }
  });
});

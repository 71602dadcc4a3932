// Writing, undoing, and every fault in between: kills, full disks, two runs at once. On the real binary.
// Each case makes a small project of its own.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import {
  addFiles,
  commitAll,
  cygnet,
  ended,
  git,
  makeProject,
  plainCall,
  read,
  snapshot,
  start,
} from './command-line.ts';

const write = ['migrate', '--to', 'fetch', '--write'];
const three = { 'app.json': '{}', 'a.js': plainCall, 'pages/b.js': plainCall, 'pages/c.js': plainCall };

function leftovers(cwd: string): string[] {
  return readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.cygnet'));
}

describe('cygnet migrate --write', { concurrent: true }, () => {
  it('writes what the preview showed, and a second run changes nothing', async () => {
    const cwd = makeProject(three);
    const first = await cygnet(write, { cwd });
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toContain('wrote 3 files');
    const after = snapshot(cwd);
    const second = await cygnet(write, { cwd });
    expect(second.code).toBe(0);
    expect(second.stderr).toContain('no file changes');
    expect(snapshot(cwd)).toEqual(after);
  });

  it('keeps line endings, byte order mark, missing final newline and permissions', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      'a.js': `\ufeff// 一\r\n${plainCall.replaceAll('\n', '\r\n').trimEnd()}\r\n// 二`,
    });
    chmodSync(path.join(cwd, 'a.js'), 0o751);
    expect((await cygnet(write, { cwd })).code).toBe(0);
    const text = read(cwd, 'a.js');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text.endsWith('\r\n// 二')).toBe(true);
    expect(statSync(path.join(cwd, 'a.js')).mode & 0o7777).toBe(0o751);
  });

  it.skipIf(process.getuid?.() !== 0)('keeps the owner of a file when root runs it', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall });
    chownSync(path.join(cwd, 'a.js'), 1234, 2345);
    expect((await cygnet(write, { cwd })).code).toBe(0);
    expect(statSync(path.join(cwd, 'a.js'))).toMatchObject({ uid: 1234, gid: 2345 });
  });

  it('writes through a link inside the root to the file behind it', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'real/a.js': plainCall });
    symlinkSync('real/a.js', path.join(cwd, 'link.js'));
    expect((await cygnet([...write, 'link.js'], { cwd })).code).toBe(0);
    expect(read(cwd, 'real/a.js')).not.toContain('swan.request');
    expect(spawnSync('readlink', ['link.js'], { cwd, encoding: 'utf8' }).stdout.trim()).toBe('real/a.js');
  });

  it('keeps its journal in a folder that git does not see', async () => {
    const cwd = makeProject(three);
    commitAll(cwd);
    await cygnet(write, { cwd });
    expect(existsSync(path.join(cwd, '.cygnet/runs'))).toBe(true);
    expect(git(cwd, 'status', '--porcelain').split('\n').sort().join('|')).not.toContain('.cygnet');
  });
});

describe('nothing is written outside of the root', { concurrent: true }, () => {
  it('not the shim, through a folder that is a link', async () => {
    const outside = makeProject();
    const cwd = makeProject(three);
    symlinkSync(outside, path.join(cwd, 'lib'));
    const { code, stderr } = await cygnet([...write, '--shim', 'lib/net.js'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('outside of the root');
    expect(snapshot(outside)).toEqual({});
    expect(read(cwd, 'a.js')).toBe(plainCall);
  });

  it('not the journal, when its folder is a link or a file', async () => {
    const outside = makeProject();
    const cwd = makeProject(three);
    symlinkSync(outside, path.join(cwd, '.cygnet'));
    const link = await cygnet(write, { cwd });
    expect(link.code).toBe(2);
    expect(link.stderr).toContain('.cygnet is there already, and is no folder');
    expect(readdirSync(outside)).toEqual([]);
    const file = makeProject({ ...three, '.cygnet': 'mine' });
    expect((await cygnet(write, { cwd: file })).code).toBe(2);
    expect(read(file, 'a.js')).toBe(plainCall);
  });
});

describe('the git guard', { concurrent: true }, () => {
  it('refuses files with uncommitted changes, and no others', async () => {
    const cwd = makeProject(three);
    commitAll(cwd);
    addFiles(cwd, { 'notes.txt': 'mine', 'pages/other.js': 'let a;\n' });
    addFiles(cwd, { 'pages/b.js': `${plainCall}// edited\n`, '中 文.js': plainCall });
    const before = snapshot(cwd);
    const refused = await cygnet(write, { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('2 of the files to be written have uncommitted changes');
    expect(refused.stderr).toContain('pages/b.js');
    expect(refused.stderr).toContain('中 文.js');
    expect(refused.stderr).not.toContain('notes.txt');
    expect(refused.stderr).toContain('--allow-dirty');
    expect(snapshot(cwd)).toEqual(before);
    const others = await cygnet([...write, 'a.js', 'pages/c.js'], { cwd });
    expect(others.code).toBe(0);
    const preview = await cygnet(['migrate', '--to', 'wx', 'pages/b.js'], { cwd });
    expect(preview.code).toBe(0);
  });

  it.each(['.git', 'the whole path'])('asks the repository of the files, whatever GIT_DIR says (%s)', async (how) => {
    const top = makeProject({ 'mini/app.json': '{}', 'mini/a.js': plainCall, 'mini/b.js': plainCall });
    commitAll(top);
    const env = { GIT_DIR: how === '.git' ? how : path.join(top, '.git'), GIT_INDEX_FILE: '.git/index' };
    addFiles(top, { 'mini/b.js': `${plainCall}// edited\n` });
    const refused = await cygnet([...write, 'mini'], { cwd: top, env });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('1 of the files to be written has uncommitted changes');
    expect((await cygnet([...write, 'mini/a.js'], { cwd: top, env })).code).toBe(0);
  });

  it('asks the repository that GIT_DIR names where there is none around', async () => {
    const top = makeProject({ 'app.json': '{}', 'a.js': plainCall, 'b.js': plainCall });
    commitAll(top);
    renameSync(path.join(top, '.git'), path.join(top, 'kept'));
    addFiles(top, { 'b.js': `${plainCall}// edited\n` });
    const refused = await cygnet(write, { cwd: top, env: { GIT_DIR: 'kept' } });
    expect(refused.stderr).toContain('1 of the files to be written has uncommitted changes');
    expect((await cygnet(write, { cwd: top })).code).toBe(0);
  });

  it('sees what is staged, too, and steps aside with --allow-dirty', async () => {
    const cwd = makeProject(three);
    commitAll(cwd);
    addFiles(cwd, { 'a.js': `${plainCall}// staged\n` });
    git(cwd, 'add', 'a.js');
    expect((await cygnet(write, { cwd })).code).toBe(2);
    expect((await cygnet([...write, '--allow-dirty'], { cwd })).code).toBe(0);
    expect(read(cwd, 'a.js')).toContain('// staged');
    expect(read(cwd, 'a.js')).not.toContain('swan.request');
  });

  it('works in a folder below the top of the work tree', async () => {
    const top = makeProject({ 'mini/app.json': '{}', 'mini/a.js': plainCall });
    commitAll(top);
    addFiles(top, { 'mini/a.js': `${plainCall}// edited\n` });
    expect((await cygnet(write, { cwd: path.join(top, 'mini') })).code).toBe(2);
  });
});

describe('cygnet undo', { concurrent: true }, () => {
  it('brings every byte and mode back, and leaves nothing behind', async () => {
    const cwd = makeProject({ ...three, '中 文/x y.js': `\ufeff${plainCall.replaceAll('\n', '\r\n')}` });
    chmodSync(path.join(cwd, 'a.js'), 0o755);
    const before = snapshot(cwd);
    await cygnet(write, { cwd });
    expect(snapshot(cwd)).not.toEqual(before);
    const { code, stderr } = await cygnet(['undo'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('restored  中 文/x y.js');
    expect(stderr).toContain('removed   swan-net.js');
    expect(snapshot(cwd)).toEqual(before);
    expect(statSync(path.join(cwd, 'a.js')).mode & 0o777).toBe(0o755);
    expect(leftovers(cwd)).toEqual([]);
    expect((await cygnet(['undo'], { cwd })).code).toBe(2);
  });

  it('refuses when a file was edited since, and then takes nothing back', async () => {
    const cwd = makeProject(three);
    await cygnet(write, { cwd });
    addFiles(cwd, { 'pages/b.js': `${read(cwd, 'pages/b.js')}// mine\n` });
    const before = snapshot(cwd);
    const { code, stderr } = await cygnet(['undo'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('1 file was edited since the last write');
    expect(stderr).toContain('pages/b.js');
    expect(snapshot(cwd)).toEqual(before);
  });

  it('refuses when a file is gone or became a folder', async () => {
    const cwd = makeProject(three);
    await cygnet(write, { cwd });
    rmSync(path.join(cwd, 'a.js'));
    mkdirSync(path.join(cwd, 'a.js'));
    const { code, stderr } = await cygnet(['undo'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a.js');
  });

  it('goes back write by write, from anywhere in the project or by its name', async () => {
    const cwd = makeProject(three);
    const before = snapshot(cwd);
    await cygnet([...write, 'a.js'], { cwd });
    const between = snapshot(cwd);
    await cygnet([...write, 'pages'], { cwd });
    expect((await cygnet(['undo'], { cwd: path.join(cwd, 'pages') })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(between);
    expect((await cygnet(['undo', cwd], { cwd: path.dirname(cwd) })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(before);
  });
});

let whole: Promise<Record<string, string>> | undefined;

async function writtenTree(): Promise<Record<string, string>> {
  const cwd = makeProject(three);
  await cygnet(write, { cwd });
  return snapshot(cwd);
}

const stages = [
  'planned',
  'locked',
  'stage:0',
  'stage:3',
  'staged',
  'journaled',
  'write:0',
  'written:0',
  'write:2',
  'written:2',
  'written:3',
  'done',
];

describe.skipIf(process.platform === 'win32')('a kill in the middle of a write', { concurrent: true }, () => {
  it.each(stages)(
    'at %s loses nothing: every file is whole, undo brings all of it back, and a second run completes',
    async (stage) => {
      const cwd = makeProject(three);
      const before = snapshot(cwd);
      const after = await (whole ??= writtenTree());

      const killed = await cygnet(write, { cwd, env: { CYGNET_TEST_FAULT: `kill@${stage}` } });
      expect(killed.signal).toBe('SIGKILL');
      for (const [file, bytes] of Object.entries(snapshot(cwd))) expect([before[file], after[file]]).toContain(bytes);

      const undo = await cygnet(['undo'], { cwd });
      const hadJournal = stages.indexOf(stage) >= stages.indexOf('journaled');
      expect(undo.code).toBe(hadJournal ? 0 : 2);
      expect(snapshot(cwd)).toEqual(before);

      const again = await cygnet(write, { cwd });
      expect(again.code).toBe(0);
      expect(snapshot(cwd)).toEqual(after);
      expect((await cygnet(['undo'], { cwd })).code).toBe(0);
      expect(snapshot(cwd)).toEqual(before);
      expect(leftovers(cwd)).toEqual([]);
    },
  );

  it.each(['written:0', 'written:2'])('at %s can be completed by a second run without an undo', async (stage) => {
    const cwd = makeProject(three);
    const before = snapshot(cwd);
    await cygnet(write, { cwd, env: { CYGNET_TEST_FAULT: `kill@${stage}` } });
    expect((await cygnet(write, { cwd })).code).toBe(0);
    expect(read(cwd, 'pages/c.js')).not.toContain('swan.request');
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(before);
  });

  it.each(['restored:3', 'restored:1', 'restored:0'])(
    'of an undo, at %s, is mended by the next undo',
    async (stage) => {
      const cwd = makeProject(three);
      const before = snapshot(cwd);
      await cygnet(write, { cwd });
      const killed = await cygnet(['undo'], { cwd, env: { CYGNET_TEST_FAULT: `kill@${stage}` } });
      expect(killed.signal).toBe('SIGKILL');
      expect((await cygnet(['undo'], { cwd })).code).toBe(0);
      expect(snapshot(cwd)).toEqual(before);
      expect(leftovers(cwd)).toEqual([]);
    },
  );
});

describe('a machine that refuses', { concurrent: true }, () => {
  it.each(['stage:2=ENOSPC', 'staged=EIO', 'write:0=EACCES', 'write:2=ENOSPC', 'written:2=EIO', 'written:3=EPERM'])(
    'at %s: the tree is as it was, and the message says why',
    async (fault) => {
      const cwd = makeProject(three);
      const before = snapshot(cwd);
      const { code, stderr } = await cygnet(write, { cwd, env: { CYGNET_TEST_FAULT: `fail@${fault}` } });
      expect(code).toBe(2);
      expect(stderr).toMatch(/nothing was changed|everything is as it was before/);
      expect(stderr).toMatch(/the disk is full|reported an error|permission denied|does not permit/);
      expect(snapshot(cwd)).toEqual(before);
      expect(leftovers(cwd)).toEqual([]);
    },
  );

  it('a read-only file is not overwritten', async () => {
    const cwd = makeProject(three);
    chmodSync(path.join(cwd, 'pages/c.js'), 0o444);
    const before = snapshot(cwd);
    const { code, stderr } = await cygnet(write, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('pages/c.js cannot be written to');
    expect(stderr).toContain('read-only');
    expect(snapshot(cwd)).toEqual(before);
    expect(leftovers(cwd)).toEqual([]);
  });

  it('a file that the system protects is not lost, and neither are the others', async ({ onTestFinished, skip }) => {
    const cwd = makeProject(three);
    const file = path.join(cwd, 'pages/b.js');
    if (spawnSync('chattr', ['+i', file]).status !== 0) skip('needs chattr and the right to use it');
    onTestFinished(() => void spawnSync('chattr', ['-i', file]));
    const before = snapshot(cwd);
    const { code, stderr } = await cygnet(write, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('pages/b.js');
    expect(snapshot(cwd)).toEqual(before);
    spawnSync('chattr', ['-i', file]);
  });

  it('a folder that the system protects', async ({ onTestFinished, skip }) => {
    const cwd = makeProject(three);
    const folder = path.join(cwd, 'pages');
    if (spawnSync('chattr', ['+i', folder]).status !== 0) skip('needs chattr and the right to use it');
    onTestFinished(() => void spawnSync('chattr', ['-i', folder]));
    const before = snapshot(cwd);
    const { code, stderr } = await cygnet(write, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('pages');
    expect(snapshot(cwd)).toEqual(before);
    spawnSync('chattr', ['-i', folder]);
  });

  it('a root without the right to write', async ({ onTestFinished, skip }) => {
    const cwd = makeProject(three);
    if (process.getuid?.() === 0) {
      if (spawnSync('chattr', ['+i', cwd]).status !== 0) skip('needs chattr and the right to use it');
      onTestFinished(() => void spawnSync('chattr', ['-i', cwd]));
    } else chmodSync(cwd, 0o555);
    const { code, stderr } = await cygnet(write, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be written to, so nothing was changed');
    spawnSync('chattr', ['-i', cwd]);
    chmodSync(cwd, 0o755);
    expect(read(cwd, 'a.js')).toBe(plainCall);
  });

  it('a disk that is really full', async ({ onTestFinished, skip }) => {
    const cwd = makeProject();
    const disk = path.join(cwd, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    if (mounted.status !== 0) skip('needs the right to mount');
    onTestFinished(() => void spawnSync('umount', [disk]));
    addFiles(disk, three);
    try {
      writeFileSync(path.join(disk, 'filler'), Buffer.alloc(60_000));
    } catch {
      // It is full already.
    }
    const before = snapshot(disk);
    const { code, stderr } = await cygnet(write, { cwd: disk });
    expect(code).toBe(2);
    expect(stderr).toContain('the disk is full');
    expect(snapshot(disk)).toEqual(before);
    rmSync(path.join(disk, 'filler'));
    spawnSync('umount', [disk]);
  });
});

/** Starts a write that waits at a stage until it is let go. */
async function startWaiting(cwd: string, stage: string, args: readonly string[] = write) {
  const gate = path.join(makeProject(), 'gate');
  const child = start(args, { cwd, env: { CYGNET_TEST_FAULT: `wait@${stage}=${gate}` } });
  const end = ended(child);
  while (!existsSync(gate)) {
    if (child.exitCode !== null) throw new Error(`it ended before ${stage}: ${(await end).stderr}`);
    await delay(5);
  }
  return {
    child,
    end,
    goOn: () => {
      rmSync(gate);
      return end;
    },
  };
}

describe('others at work in the tree', { concurrent: true }, () => {
  it.each(['planned', 'locked'])('a file edited between plan and write (%s): nothing is written', async (stage) => {
    const cwd = makeProject(three);
    const { goOn } = await startWaiting(cwd, stage);
    addFiles(cwd, { 'pages/b.js': `${plainCall}// edited\n` });
    const before = snapshot(cwd);
    const { code, stderr } = await goOn();
    expect(code).toBe(2);
    expect(stderr).toContain('pages/b.js was changed while this ran, so nothing was written');
    expect(snapshot(cwd)).toEqual(before);
    expect(leftovers(cwd)).toEqual([]);
  });

  it('a file edited in the middle of the write: what was written is taken back, the edit stays', async () => {
    const cwd = makeProject(three);
    const { goOn } = await startWaiting(cwd, 'written:1');
    addFiles(cwd, { 'pages/c.js': `${plainCall}// edited\n` });
    const { code, stderr } = await goOn();
    expect(code).toBe(2);
    expect(stderr).toContain('pages/c.js was changed while this ran');
    expect(snapshot(cwd)).toEqual(snapshot(makeProject({ ...three, 'pages/c.js': `${plainCall}// edited\n` })));
  });

  it('a file that turned up where the shim should go is not overwritten', async () => {
    const cwd = makeProject(three);
    const { goOn } = await startWaiting(cwd, 'journaled');
    addFiles(cwd, { 'swan-net.js': '// mine\n' });
    const { code, stderr } = await goOn();
    expect(code).toBe(2);
    expect(stderr).toContain('swan-net.js was changed while this ran');
    expect(snapshot(cwd)).toEqual(snapshot(makeProject({ ...three, 'swan-net.js': '// mine\n' })));
  });

  it('a second run at the same time is turned away, and so is an undo', async () => {
    const cwd = makeProject(three);
    const first = await startWaiting(cwd, 'written:1');
    const second = await cygnet(write, { cwd });
    expect(second.code).toBe(2);
    expect(second.stderr).toContain('another cygnet is writing');
    expect(second.stderr).toContain(String(first.child.pid));
    const undo = await cygnet(['undo'], { cwd });
    expect(undo.stderr).toContain('another cygnet is writing');
    expect((await first.goOn()).code).toBe(0);
    expect((await cygnet(write, { cwd })).stderr).toContain('no file changes');
  });

  it('two runs that were planned at the same time do not mix', async () => {
    const cwd = makeProject(three);
    const first = await startWaiting(cwd, 'planned');
    expect((await cygnet(write, { cwd })).code).toBe(0);
    const after = snapshot(cwd);
    const { code, stderr } = await first.goOn();
    expect(code).toBe(2);
    expect(stderr).toContain('was changed while this ran');
    expect(snapshot(cwd)).toEqual(after);
  });

  it('a lock whose process is gone is taken over', async () => {
    const cwd = makeProject(three);
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    const host = spawnSync('hostname', { encoding: 'utf8' }).stdout.trim();
    addFiles(cwd, { '.cygnet/lock': JSON.stringify({ pid, host }) });
    expect((await cygnet(write, { cwd })).code).toBe(0);
    addFiles(cwd, { '.cygnet/lock': JSON.stringify({ pid, host: 'another-machine' }), 'd.js': plainCall });
    const { code, stderr } = await cygnet(write, { cwd });
    expect(stderr).toContain('another-machine');
    expect(code).toBe(2);
  });
});

describe.skipIf(process.platform === 'win32')('Ctrl-C', { concurrent: true }, () => {
  it.each(['journaled', 'written:0', 'written:2'])('at %s takes back what was written', async (stage) => {
    const cwd = makeProject(three);
    const before = snapshot(cwd);
    const { child, goOn } = await startWaiting(cwd, stage);
    child.kill('SIGINT');
    await delay(20);
    const { signal, stderr } = await goOn();
    expect(signal).toBe('SIGINT');
    expect(stderr).toContain('as it was before');
    expect(snapshot(cwd)).toEqual(before);
    expect(leftovers(cwd)).toEqual([]);
  });

  it('before the write ends the run', async () => {
    const cwd = makeProject(three);
    const before = snapshot(cwd);
    const { child, end } = await startWaiting(cwd, 'planned');
    child.kill('SIGINT');
    expect((await end).signal).toBe('SIGINT');
    expect(snapshot(cwd)).toEqual(before);
    expect(leftovers(cwd)).toEqual([]);
  });
});

describe('a reader that leaves', { concurrent: true }, () => {
  it('is no fault: the diff ends, and a write is completed', async () => {
    const files: Record<string, string> = { 'app.json': '{}' };
    for (let i = 0; i < 300; i++) files[`f${i}.js`] = plainCall;
    const cwd = makeProject(files);
    for (const args of [
      ['migrate', '--to', 'wx'],
      ['scan'],
      ['migrate', '--to', 'wx', '--write', '--report', 'json'],
    ]) {
      const child = start(args, { cwd });
      child.stdout?.destroy();
      const { code, stderr } = await ended(child);
      expect(code).toBe(0);
      expect(stderr).not.toMatch(/EPIPE|error|^ +at /m);
    }
    expect(readFileSync(path.join(cwd, 'f299.js'), 'utf8')).toContain('wx.request');
  });
});

// Nothing is lost: files saved while a write fails, edited before an undo, copies that are damaged, disks that are full, other
// file systems; and what a file has besides its bytes. Answers are true. On the real binary.
// Each case makes a small project of its own.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { addFiles, cygnet, ended, makeProject, plainCall, program, read, snapshot, start } from './command-line.ts';

const write = ['migrate', '--to', 'fetch', '--write'];
const three = { 'app.json': '{}', 'a.js': plainCall, 'pages/b.js': plainCall, 'pages/c.js': plainCall };
const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

/** Starts a run that waits at a stage until it is let go. */
async function startWaiting(cwd: string, stage: string, args: readonly string[] = write) {
  const gate = path.join(makeProject(), 'gate');
  const child = start(args, { cwd, env: { CYGNET_TEST_FAULT: `wait@${stage}=${gate}` } });
  const end = ended(child);
  while (!existsSync(gate)) {
    if (child.exitCode !== null) throw new Error(`it ended before ${stage}: ${(await end).stderr}`);
    await delay(5);
  }
  return () => {
    rmSync(gate);
    return end;
  };
}

function append(cwd: string, name: string, text: string): void {
  writeFileSync(path.join(cwd, name), read(cwd, name) + text);
}

/** The copies that journals hold, by text. */
function copiesIn(cwd: string): string[] {
  const runs = path.join(cwd, '.cygnet/runs');
  return readdirSync(runs).flatMap((run) =>
    readdirSync(path.join(runs, run, 'before')).map((name) =>
      readFileSync(path.join(runs, run, 'before', name), 'utf8'),
    ),
  );
}

describe('a write that fails', { concurrent: true }, () => {
  it('keeps the original of a file that was saved meanwhile, its shim, and says so of each', async () => {
    const cwd = makeProject(three);
    const goOn = await startWaiting(cwd, 'write:3');
    append(cwd, 'a.js', '// formatted\n');
    append(cwd, 'pages/c.js', '// edited\n');
    const { code, stderr } = await goOn();
    expect(code).toBe(2);
    expect(stderr).toContain(
      'pages/c.js was changed while this ran; of the files that were written by then 1 is as before',
    );
    expect(stderr).toMatch(/a\.js: it was edited since \(as it was: .*before.1\)/);
    expect(stderr).toContain('swan-net.js: files that were left need it');
    expect(read(cwd, 'a.js')).toContain("'./swan-net.js'");
    expect(read(cwd, 'a.js')).toMatch(/\/\/ formatted\n$/);
    expect(existsSync(path.join(cwd, 'swan-net.js'))).toBe(true);
    expect(read(cwd, 'pages/b.js')).toBe(plainCall);
    expect(read(cwd, 'pages/c.js')).toBe(`${plainCall}// edited\n`);
    expect(copiesIn(cwd)).toContain(plainCall);

    // Put back by hand, it is no obstacle any more; c.js was never written, and its edit stays.
    writeFileSync(path.join(cwd, 'a.js'), plainCall);
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).toEqual({ ...three, 'pages/c.js': `${plainCall}// edited\n` });
  });

  it.skipIf(isWindows)('notices folders and files that were swapped in between', async () => {
    for (const [stage, swap] of [
      ['planned', 'folder'],
      ['staged', 'folder'],
      ['journaled', 'folder'],
      ['write:2', 'folder'],
      ['planned', 'link'],
      ['write:2', 'link'],
      ['planned', 'pipe'],
      ['write:2', 'pipe'],
      ['write:2', 'gone'],
    ] as const) {
      const cwd = makeProject(three);
      const outside = makeProject({ 'b.js': plainCall, 'c.js': plainCall });
      const goOn = await startWaiting(cwd, stage);
      const file = path.join(cwd, 'pages/b.js');
      if (swap === 'folder') {
        renameSync(path.join(cwd, 'pages'), path.join(cwd, 'moved'));
        symlinkSync(outside, path.join(cwd, 'pages'));
      } else rmSync(file);
      if (swap === 'link') symlinkSync(path.join(outside, 'b.js'), file);
      if (swap === 'pipe') spawnSync('mkfifo', [file]);
      const { code, stderr } = await goOn();
      expect(stderr).toMatch(/^error: /);
      expect(stderr).not.toMatch(/fault in cygnet|the system refused/);
      expect(code).toBe(2);
      expect(snapshot(outside)).toEqual({ 'b.js': plainCall, 'c.js': plainCall });
      expect(read(cwd, 'a.js')).toBe(plainCall);
      if (swap === 'folder') expect(read(cwd, 'moved/b.js')).toBe(plainCall);
    }
  });
});

describe('cygnet undo --keep-edited', { concurrent: true }, () => {
  it('takes all others back, leaves the edited one with its shim, and the journal until it is as it was', async () => {
    const cwd = makeProject(three);
    await cygnet(write, { cwd });
    append(cwd, 'pages/b.js', '// mine\n');
    const edited = read(cwd, 'pages/b.js');
    const refused = await cygnet(['undo'], { cwd });
    expect(refused.stderr).toContain('--keep-edited');
    const { code, stderr } = await cygnet(['undo', '--keep-edited'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('restored  a.js');
    expect(stderr).toMatch(/kept {6}pages\/b\.js: it was edited since \(as it was: /);
    expect(stderr).toContain('kept      swan-net.js: files that were left need it');
    expect([read(cwd, 'a.js'), read(cwd, 'pages/b.js'), read(cwd, 'pages/c.js')]).toEqual([
      plainCall,
      edited,
      plainCall,
    ]);
    expect(existsSync(path.join(cwd, 'swan-net.js'))).toBe(true);
    expect(copiesIn(cwd)).toContain(plainCall);
    expect((await cygnet(['undo', '--keep-edited'], { cwd })).code).toBe(2);

    writeFileSync(path.join(cwd, 'pages/b.js'), edited.replace('// mine\n', ''));
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(three);
    expect(existsSync(path.join(cwd, '.cygnet'))).toBe(false);
  });

  it('goes on to the write before when nothing else of the last one is left', async () => {
    const cwd = makeProject(three);
    await cygnet([...write, 'a.js'], { cwd });
    await cygnet([...write, 'pages/b.js'], { cwd });
    append(cwd, 'pages/b.js', '// mine\n');
    expect((await cygnet(['undo', '--keep-edited'], { cwd })).code).toBe(0);
    expect(read(cwd, 'a.js')).toBe(plainCall);
    expect(existsSync(path.join(cwd, '.cygnet/runs/000002'))).toBe(true);
  });

  it('does not touch a file that is gone or became something else', async () => {
    const cwd = makeProject(three);
    await cygnet(write, { cwd });
    rmSync(path.join(cwd, 'a.js'));
    rmSync(path.join(cwd, 'pages/b.js'));
    mkdirSync(path.join(cwd, 'pages/b.js'));
    const { code, stderr } = await cygnet(['undo', '--keep-edited'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('a.js: it is gone');
    expect(stderr).toContain('pages/b.js: it is a folder now');
    expect(read(cwd, 'pages/c.js')).toBe(plainCall);
  });
});

describe('an undo whose copies are not whole', { concurrent: true }, () => {
  it.each<[string, (copy: string) => void]>([
    ['shorter', (copy) => truncateSync(copy, 10)],
    ['other', (copy) => writeFileSync(copy, '// other\n')],
    ['missing', (copy) => rmSync(copy)],
  ])('%s: nothing is taken back, or with --keep-edited all but that one', async (_, damage) => {
    const cwd = makeProject(three);
    await cygnet(write, { cwd });
    const copies = path.join(cwd, '.cygnet/runs/000001/before');
    damage(path.join(copies, '1'));
    const before = snapshot(cwd);
    const { code, stderr } = await cygnet(['undo'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a.js: the copy of it');
    expect(snapshot(cwd)).toEqual(before);
    expect((await cygnet(['undo', '--keep-edited'], { cwd })).code).toBe(1);
    expect(snapshot(cwd)).toEqual({ ...three, 'a.js': before['a.js'], 'swan-net.js': before['swan-net.js'] });
  });
});

describe.skipIf(isWindows)('what a file has besides its bytes', { concurrent: true }, () => {
  const statusOf = (cwd: string) => {
    const { uid, gid, mode } = statSync(path.join(cwd, 'a.js'));
    return { uid, gid, mode: mode & 0o7777 };
  };

  it.skipIf(!isRoot).each([
    [1234, 2345, 0o640],
    [0, 33, 0o640],
    [1234, 0, 0o604],
  ])('stays through write and undo: user %i, group %i, mode %o', async (uid, gid, mode) => {
    const cwd = makeProject(three);
    chownSync(path.join(cwd, 'a.js'), uid, gid);
    chmodSync(path.join(cwd, 'a.js'), mode);
    expect((await cygnet(write, { cwd })).stderr).not.toContain('warning');
    expect(statusOf(cwd)).toEqual({ uid, gid, mode });
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(statusOf(cwd)).toEqual({ uid, gid, mode });
  });

  it.skipIf(!isRoot)('is said when the one who runs may not keep it', async () => {
    const cwd = makeProject(three);
    for (const name of ['.', 'pages', 'app.json', 'pages/b.js', 'pages/c.js'])
      chownSync(path.join(cwd, name), 1234, 1234);
    chownSync(path.join(cwd, 'a.js'), 2345, 1234);
    chmodSync(path.join(cwd, 'a.js'), 0o666);
    chmodSync(cwd, 0o755);
    const { code, stderr } = await cygnet(write, { cwd, uid: 1234, env: { HOME: '/tmp' } });
    expect(stderr).toContain('a.js belongs to you now: its owner and group could not be kept');
    expect(code).toBe(0);
  });

  it('is said of a hard link: the other name keeps the text that it had', async () => {
    const cwd = makeProject(three);
    linkSync(path.join(cwd, 'a.js'), path.join(cwd, 'other.txt'));
    const { code, stderr } = await cygnet(write, { cwd });
    expect(stderr).toContain('a.js has another name (a hard link)');
    expect(read(cwd, 'other.txt')).toBe(plainCall);
    expect(code).toBe(0);
  });

  it.skipIf(process.platform !== 'linux')('stays with extended attributes', async ({ skip }) => {
    const cwd = makeProject(three);
    const python = (code: string) => spawnSync('python3', ['-c', `import os\n${code}`], { cwd, encoding: 'utf8' });
    if (python("os.setxattr('a.js', 'user.origin', b'x')").status !== 0) skip('needs python3 and such a file system');
    const attributes = () => python("print(os.listxattr('a.js'), os.listxattr('pages/b.js'))").stdout.trim();
    await cygnet(write, { cwd });
    expect(attributes()).toBe("['user.origin'] []");
    await cygnet(['undo'], { cwd });
    expect(attributes()).toBe("['user.origin'] []");
  });
});

/** A module that takes something away from Node's file functions before the program starts. */
function without(code: string): Readonly<Record<string, string>> {
  const file = path.join(makeProject({ 'less.mjs': code }), 'less.mjs');
  return { NODE_OPTIONS: `--import=${file}` };
}

const head = `import fsp from 'node:fs/promises'; import { syncBuiltinESMExports } from 'node:module';
const refuse = (code) => { throw Object.assign(new Error(code), { code }); };
`;
const noHardLinks = "fsp.link = async () => refuse('EPERM');\n";
const otherDevice = `const { rename } = fsp;
fsp.rename = async (from, to) => /(after|restore)\\/\\d+$/.test(from) && !from.includes('like') ? refuse('EXDEV') : rename(from, to);
`;
const done = 'syncBuiltinESMExports();\n';

describe.skipIf(isWindows)('other file systems', { concurrent: true }, () => {
  it.each([
    ['no hard links', noHardLinks],
    ['another device', otherDevice],
    ['both', noHardLinks + otherDevice],
  ])('%s: a write, and its undo', async (_, less) => {
    const cwd = makeProject(three);
    const env = without(head + less + done);
    expect((await cygnet(write, { cwd, env })).code).toBe(0);
    expect(Object.keys(snapshot(cwd))).toEqual([...Object.keys(three), 'swan-net.js'].sort());
    expect(read(cwd, 'swan-net.js')).not.toBe('');
    expect((await cygnet(['undo'], { cwd, env })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(three);
    expect(existsSync(path.join(cwd, '.cygnet'))).toBe(false);
  });

  it.each(['swan-net.js', 'pages/b.js'])(
    'a kill before %s came from another device: the next run cleans up',
    async (name) => {
      const cwd = makeProject(three);
      // The copy beside its place is moved last.
      const kill = `const last = fsp.rename;
fsp.rename = async (from, to) => {
  if (from.endsWith('.cygnet') && to.endsWith('/${path.basename(name)}')) {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => {});
  }
  return last(from, to);
};
`;
      const env = without(head + noHardLinks + otherDevice + kill + done);
      expect((await cygnet(write, { cwd, env })).signal).toBe('SIGKILL');
      expect(Object.keys(snapshot(cwd)).some((file) => file.endsWith('.cygnet'))).toBe(true);
      const other = makeProject();
      spawnSync('cp', ['-a', `${cwd}/.`, other]);
      expect((await cygnet(['undo'], { cwd })).code).toBe(0);
      expect(snapshot(cwd)).toEqual(three);
      expect(existsSync(path.join(cwd, '.cygnet'))).toBe(false);
      expect((await cygnet(write, { cwd: other })).code).toBe(0);
      expect(Object.keys(snapshot(other))).toEqual([...Object.keys(three), 'swan-net.js'].sort());
    },
  );

  it('a disk that is full when a lock is written keeps nobody out', async ({ onTestFinished, skip }) => {
    const disk = path.join(makeProject(), 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status !== 0)
      skip('needs the right to mount');
    onTestFinished(() => void spawnSync('umount', ['-l', disk]));
    const cwd = path.join(disk, 'p');
    addFiles(cwd, three);
    expect((await cygnet(write, { cwd })).code).toBe(0);
    const after = snapshot(cwd);
    spawnSync('sh', ['-c', `dd if=/dev/zero of=fill bs=1k count=9999; dd if=/dev/zero of=fill2 bs=1 count=4096`], {
      cwd: disk,
    });
    const full = await cygnet(['undo'], { cwd });
    expect(full.code).toBe(2);
    expect(full.stderr).toContain('the disk is full');
    expect(snapshot(cwd)).toEqual(after);
    rmSync(path.join(disk, 'fill'));
    rmSync(path.join(disk, 'fill2'));
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(three);
  });

  it('a shim on another device that is full is not left there empty', async ({ onTestFinished, skip }) => {
    const cwd = makeProject(three);
    const lib = path.join(cwd, 'lib');
    mkdirSync(lib);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', lib]).status !== 0)
      skip('needs the right to mount');
    onTestFinished(() => void spawnSync('umount', ['-l', lib]));
    spawnSync('sh', ['-c', 'dd if=/dev/zero of=fill bs=1k count=999'], { cwd: lib });
    const args = [...write, '--shim', 'lib/swan-net.js'];
    expect((await cygnet(args, { cwd })).stderr).toContain('the disk is full');
    expect(readdirSync(lib)).toEqual(['fill']);
    expect(read(cwd, 'a.js')).toBe(plainCall);
    rmSync(path.join(lib, 'fill'));
    expect((await cygnet(args, { cwd })).code).toBe(0);
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(readdirSync(lib)).toEqual([]);
  });

  it('few descriptors are enough for many files', async () => {
    const files: Record<string, string> = { 'app.json': '{}' };
    for (let i = 0; i < 400; i++) files[`f${i}.js`] = plainCall;
    const cwd = makeProject(files);
    const node = JSON.stringify(process.execPath);
    const run = (args: string) =>
      spawnSync('sh', ['-c', `ulimit -n 256; ${node} ${JSON.stringify(program)} ${args}`], { cwd, encoding: 'utf8' });
    expect(run('migrate --to fetch --write --jobs 1 --quiet').stderr).toBe('');
    expect(run('undo --quiet')).toMatchObject({ status: 0, stderr: '' });
    expect(snapshot(cwd)).toEqual(files);
  });

  it('a lock that a kill left empty is taken over', async () => {
    const cwd = makeProject({ ...three, '.cygnet/lock': '', '.cygnet/lock.999999999': '{' });
    expect((await cygnet(write, { cwd })).code).toBe(0);
    expect(readdirSync(path.join(cwd, '.cygnet')).sort()).toEqual(['.gitignore', 'runs']);
  });
});

describe('answers that are true', { concurrent: true }, () => {
  it.skipIf(!isRoot)('a folder that cannot be read is something left', async () => {
    const cwd = makeProject(three);
    for (const name of ['.', 'pages', ...Object.keys(three)]) chownSync(path.join(cwd, name), 1234, 1234);
    chmodSync(path.join(cwd, 'pages'), 0);
    const env = { HOME: '/tmp' };
    for (const args of [['check', '--only', 'uploadFile'], ['scan'], ['migrate', '--to', 'fetch']]) {
      const { code, stdout, stderr } = await cygnet(args, { cwd, uid: 1234, env });
      expect(code).toBe(1);
      if (args[0] !== 'scan') expect(stdout + stderr).toMatch(/pages:1:1/);
      expect(stderr).not.toMatch(/No .*call is left/);
    }
    const excluded = await cygnet(['check', 'pages', '--exclude', 'pages', '--exclude', 'a.js'], {
      cwd,
      uid: 1234,
      env,
    });
    expect(excluded.code).toBe(1);
    expect((await cygnet(['scan', '--exclude', 'pages'], { cwd, uid: 1234, env })).code).toBe(0);
    chmodSync(path.join(cwd, 'pages'), 0o755);
  });

  it.skipIf(process.platform !== 'linux')('a name that is not UTF-8 is something left', async () => {
    const cwd = makeProject({ 'app.json': '{}' });
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/b`), Buffer.from([0xff]), Buffer.from('.js')]), plainCall);
    mkdirSync(Buffer.concat([Buffer.from(`${cwd}/d`), Buffer.from([0xff])]));
    writeFileSync(path.join(cwd, 'real \ufffd.js'), 'let a;\n');
    const { code, stdout, stderr } = await cygnet(['check'], { cwd });
    expect(code).toBe(1);
    expect(stdout.match(/its name is not UTF-8/g)).toHaveLength(2);
    expect(stderr).toBe('No swan network call was found, but 2 places could not be looked into.\n');
    expect((await cygnet(['check', '--exclude', '*\ufffd*'], { cwd })).code).toBe(0);
  });

  it.skipIf(isWindows)('a write that succeeded and a report that failed are both told', async ({ skip }) => {
    if (!existsSync('/dev/full')) skip('needs /dev/full');
    const cwd = makeProject(three);
    const { code, stderr } = await cygnet([...write, '--report', 'json=/dev/full'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('wrote 3 files');
    expect(stderr).toContain('3 files were written as planned, but then: /dev/full could not be written');
    expect(stderr).toContain('the disk is full');
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(three);
  });
});

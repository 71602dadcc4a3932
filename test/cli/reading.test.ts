// What is read and what is left out: ignore files, links, odd files, odd names. On the real binary.
// Each case makes a small project of its own.

import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import {
  addFiles,
  brokenFile,
  commitAll,
  cygnet,
  git,
  makeProject,
  plainCall,
  read,
  snapshot,
} from './command-line.ts';

interface Report {
  files: { file: string; status: string }[];
  diagnostics: { code: string; file: string; message: string }[];
  sites: { file: string; line: number; column: number }[];
}

async function filesOf(
  cwd: string,
  ...more: string[]
): Promise<{ files: string[]; stderr: string; code: number | null }> {
  const { stdout, stderr, code } = await cygnet(['migrate', '--to', 'wx', '--report', 'json', ...more], { cwd });
  return { files: (JSON.parse(stdout) as Report).files.map(({ file }) => file), stderr, code };
}

describe('what is left out, and counted', { concurrent: true }, () => {
  const program = {
    'app.json': '{}',
    '.gitignore': 'ignored/\n/secret.js\n*.gen.js\n',
    'a.js': plainCall,
    'secret.js': plainCall,
    'sub/secret.js': plainCall,
    'x.gen.js': plainCall,
    'ignored/a.js': plainCall,
    'sub/.gitignore': '!x.gen.js\nown.js\n',
    'sub/x.gen.js': plainCall,
    'sub/own.js': plainCall,
    'node_modules/p/a.js': plainCall,
    'sub/node_modules/p/a.js': plainCall,
    'dist/a.js': plainCall,
    'sub/build/a.js': plainCall,
    'output/a.js': plainCall,
    'unpackage/a.js': plainCall,
    'lib.min.js': plainCall,
    'bundle.js': `!function(e){swan.request({url:e})}("https://example.com");${'f(1),g({a:2}),'.repeat(300)}0`,
    'style.css': 'swan.request',
    'page.swan': 'swan.request',
  };

  it('.gitignore, nested too; installed packages, build folders, minified and generated files', async () => {
    const { files, stderr } = await filesOf(makeProject(program));
    expect(files).toEqual(['a.js', 'sub/secret.js', 'sub/x.gen.js']);
    expect(stderr).toContain('4 paths that .gitignore names');
    expect(stderr).toContain('2 folders of installed packages');
    expect(stderr).toContain('4 build folders');
    expect(stderr).toContain('2 minified or generated files');
  });

  it('--no-gitignore reads what .gitignore names', async () => {
    const { files } = await filesOf(makeProject(program), '--no-gitignore');
    const named = ['ignored/a.js', 'secret.js', 'sub/own.js', 'x.gen.js'];
    expect(files).toEqual(expect.arrayContaining(named));
    expect(files).not.toContain('dist/a.js');
  });

  it('--include takes in what would be left out, and nothing else of it', async () => {
    const cwd = makeProject(program);
    const { files } = await filesOf(cwd, '--include', 'dist/**', '--include', 'secret.js', '--include', 'lib.min.js');
    expect(files).toEqual(['a.js', 'dist/a.js', 'lib.min.js', 'secret.js', 'sub/secret.js', 'sub/x.gen.js']);
    const packages = await filesOf(cwd, '--include', 'node_modules/p/*.js');
    expect(packages.files).toContain('node_modules/p/a.js');
    expect(packages.files).not.toContain('sub/node_modules/p/a.js');
  });

  it('--exclude leaves files and folders out, also those that were named', async () => {
    const { files, stderr } = await filesOf(
      makeProject(program),
      'a.js',
      'sub',
      '--exclude',
      'a.js',
      '--exclude',
      'sub/*.gen.js',
    );
    expect(files).toEqual(['sub/secret.js']);
    expect(stderr).toContain('2 excluded paths');
  });

  it('a file that is named is taken, whatever it is', async () => {
    const { files } = await filesOf(makeProject(program), 'secret.js', 'dist/a.js', 'lib.min.js', 'style.css');
    expect(files).toEqual(['dist/a.js', 'lib.min.js', 'secret.js']);
  });

  it('the rules of the work tree around the program hold', async () => {
    const top = makeProject({
      '.gitignore': '*.tmp.js\n',
      'mini/app.json': '{}',
      'mini/a.tmp.js': plainCall,
      'mini/b.js': plainCall,
    });
    commitAll(top);
    addFiles(top, { '.git/info/exclude': 'mini/c.js\n', 'mini/c.js': plainCall });
    expect((await filesOf(path.join(top, 'mini'))).files).toEqual(['b.js']);
  });

  it('--since takes the files that changed since a commit, and the new ones', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'old.js': plainCall, 'edited.js': plainCall, '中 文.js': plainCall });
    commitAll(cwd);
    git(cwd, 'tag', 'start');
    addFiles(cwd, { 'edited.js': `${plainCall}// more\n`, 'committed.js': plainCall });
    git(cwd, 'add', '--all');
    git(cwd, 'commit', '--quiet', '--message', 'more');
    addFiles(cwd, { '中 文.js': `${plainCall}// more\n`, 'new.js': plainCall });
    const { files } = await filesOf(cwd, '--since', 'start');
    expect(files).toEqual(['committed.js', 'edited.js', 'new.js', '中 文.js']);
    const unknown = await cygnet(['migrate', '--to', 'wx', '--since', 'nothing'], { cwd });
    expect(unknown.stderr).toContain('git knows no commit of that name');
    expect(unknown.code).toBe(2);
  });
});

describe('links, pipes and other things that are no plain files', { concurrent: true }, () => {
  it('follows links inside the root once, and none out of it', async () => {
    const outside = makeProject({ 'far.js': plainCall, 'folder/far.js': plainCall });
    const cwd = makeProject({ 'app.json': '{}', 'real/a.js': plainCall });
    symlinkSync('real', path.join(cwd, 'again'));
    symlinkSync('real/a.js', path.join(cwd, 'b.js'));
    symlinkSync(path.join(outside, 'far.js'), path.join(cwd, 'far.js'));
    symlinkSync(path.join(outside, 'folder'), path.join(cwd, 'folder'));
    symlinkSync('nothing', path.join(cwd, 'broken.js'));
    const before = snapshot(outside);
    const { files, stderr } = await filesOf(cwd, '--write');
    expect(files).toEqual(['real/a.js']);
    expect(stderr).toContain('3 links that are broken or lead out of the root');
    expect(read(cwd, 'real/a.js')).toContain('wx.request');
    expect(snapshot(outside)).toEqual(before);
    const named = await filesOf(cwd, 'far.js');
    expect(named.files).toEqual([]);
  });

  it('ends on loops of links', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'x/a.js': plainCall });
    symlinkSync('..', path.join(cwd, 'x/up'));
    symlinkSync('self', path.join(cwd, 'x/self'));
    symlinkSync('two.js', path.join(cwd, 'x/one.js'));
    symlinkSync('one.js', path.join(cwd, 'x/two.js'));
    const { files, code } = await filesOf(cwd);
    expect(files).toEqual(['x/a.js']);
    expect(code).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall });
    expect(spawnSync('mkfifo', [path.join(cwd, 'pipe.js')]).status).toBe(0);
    const { files, stderr } = await filesOf(cwd);
    expect(files).toEqual(['a.js']);
    expect(stderr).toContain('1 pipe, socket or device');
    expect((await filesOf(cwd, 'pipe.js')).files).toEqual([]);
  });

  it('passes a folder by that is called like a script', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js/b.js': plainCall });
    expect((await filesOf(cwd)).files).toEqual(['a.js/b.js']);
  });
});

describe('what cannot be read as text is reported, and left alone', { concurrent: true }, () => {
  it.each([
    [
      'GBK text',
      Buffer.concat([Buffer.from('// \xca\xd7\xd2\xb3\n', 'latin1'), Buffer.from(plainCall)]),
      'not-utf8',
      'line 1',
    ],
    ['a binary file', Buffer.from([0x89, 0x50, 0, 1, 0x73, 0x77, 0x61, 0x6e]), 'not-utf8', 'NUL'],
    ['UTF-16', Buffer.from(`\ufeff${plainCall}`, 'utf16le'), 'not-utf8', 'UTF-16LE'],
  ])('%s', async (_, bytes, code, reason) => {
    const cwd = makeProject({ 'app.json': '{}', 'odd.js': bytes, 'good.js': plainCall });
    const before = snapshot(cwd);
    const { stdout, code: exit } = await cygnet(['migrate', '--to', 'wx', '--write', '--report', 'json'], { cwd });
    const report = JSON.parse(stdout) as Report;
    expect(exit).toBe(1);
    expect(report.files).toEqual([
      { file: 'good.js', status: 'changed' },
      { file: 'odd.js', status: 'failed' },
    ]);
    expect(report.diagnostics).toMatchObject([{ code, file: 'odd.js' }]);
    expect(report.diagnostics[0]?.message).toContain(reason);
    expect(snapshot(cwd)['odd.js']).toBe(before['odd.js']);
    expect(read(cwd, 'good.js')).toContain('wx.request');
  });

  it('a binary file that has nothing to do with swan is not spoken of', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'video.ts': Buffer.from([0x47, 0, 0xff, 0xfe, 0x5c, 0x75]) });
    const { files, code } = await filesOf(cwd);
    expect({ files, code }).toEqual({ files: [], code: 0 });
  });

  it('a file that does not parse is reported with its place, and the others go on', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'broken.js': brokenFile, 'good.js': plainCall });
    const { code } = await cygnet(['migrate', '--to', 'axios', '--write'], { cwd });
    expect(code).toBe(1);
    expect(read(cwd, 'broken.js')).toBe(brokenFile);
    expect(read(cwd, 'good.js')).not.toContain('swan.');
  });
});

describe.skipIf(process.platform === 'win32')('what this user must not read', { concurrent: true }, () => {
  const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {};

  it('is reported, and the rest goes on', async ({ skip }) => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, 'closed.js': plainCall, 'closed/b.js': plainCall });
    chmodSync(cwd, 0o755);
    const args = ['migrate', '--to', 'wx', '--report', 'json'];
    if ((await cygnet(['--version'], { cwd, ...nobody })).code !== 0) skip('nobody may not run the program here');
    chmodSync(path.join(cwd, 'closed.js'), 0o000);
    chmodSync(path.join(cwd, 'closed'), 0o000);
    const { code, stdout, stderr } = await cygnet(args, { cwd, ...nobody });
    expect(code).toBe(1);
    expect(stderr).toContain('closed:1:1');
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { file: 'a.js', status: 'changed' },
        { file: 'closed', status: 'failed' },
        { file: 'closed.js', status: 'failed' },
      ],
      diagnostics: [
        { code: 'unreadable-file', file: 'closed', severity: 'error' },
        { code: 'unreadable-file', file: 'closed.js', severity: 'error' },
      ],
    });
    expect(stdout).toContain('permission denied');
    const named = await cygnet([...args, 'closed/b.js'], { cwd, ...nobody });
    expect(named.code).toBe(2);
    expect(named.stderr).toContain('closed/b.js cannot be reached');
    const write = await cygnet(['migrate', '--to', 'wx', '--write', 'a.js'], { cwd, ...nobody });
    expect(write.code).toBe(2);
    expect(write.stderr).toContain('nothing was changed');
    chmodSync(path.join(cwd, 'closed'), 0o755);
  });
});

describe('size', { concurrent: true }, () => {
  it('10,000 files', async () => {
    const cwd = makeProject({ 'app.json': '{}' });
    for (let folder = 0; folder < 100; folder++) {
      const files: Record<string, string> = {};
      for (let i = 0; i < 100; i++) files[`f${folder}/x${i}.js`] = i === 7 ? plainCall : 'export const a = 1;\n';
      addFiles(cwd, files);
    }
    const preview = await cygnet(['migrate', '--to', 'wx'], { cwd });
    expect(preview.stderr).toContain('10000 looked at, 100 with swan in them, 100 changed');
    const write = await cygnet(['migrate', '--to', 'wx', '--write'], { cwd });
    expect(write.code).toBe(0);
    expect(read(cwd, 'f99/x7.js')).toContain('wx.request');
    const undo = await cygnet(['undo'], { cwd });
    expect(undo.code).toBe(0);
    expect(read(cwd, 'f99/x7.js')).toBe(plainCall);
  }, 120_000);

  it('a file of 10 MB, with calls at both ends', async () => {
    const line = (i: number) => `const item${i} = { id: ${i}, name: '名字', tags: ['a', 'b'] };\n`;
    const middle = Array.from({ length: 170_000 }, (_, i) => line(i)).join('');
    const cwd = makeProject({ 'app.json': '{}', 'big.js': `${plainCall}${middle}${plainCall}` });
    expect(Buffer.byteLength(read(cwd, 'big.js'))).toBeGreaterThan(10_000_000);
    const { code, stdout } = await cygnet(['migrate', '--to', 'wx'], { cwd });
    expect(code).toBe(0);
    expect(stdout.match(/^@@/gm)).toHaveLength(2);
    expect(stdout.match(/^\+wx\.request/gm)).toHaveLength(2);
  }, 120_000);
});

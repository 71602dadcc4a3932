// What an untrusted repository may bring: journals, links, pipes, configs, git configurations. Nothing of it runs, nothing
// outside of the root is written, and nothing is said to be a fault of cygnet. On the real binary.
// Each case makes a small project of its own.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { reportFormats } from '../../src/workspace/choices.ts';
import { parseJournal } from '../../cli/write/journal.ts';
import {
  type Ended,
  addFiles,
  commitAll,
  cygnet,
  git,
  makeProject,
  plainCall,
  read,
  snapshot,
} from './command-line.ts';

const write = ['migrate', '--to', 'fetch', '--write'];
const program = { 'app.json': '{}', 'a.js': plainCall };
const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const evil = '// evil\n';

interface Planted {
  readonly born?: number;
  readonly version?: number;
  readonly entry?: object;
}

/** A folder with a program inside, and beside it what nobody may touch. */
function makePlace(): { cwd: string; home: string } {
  const top = makeProject({ 'home/x.js': '// mine\n', 'home/.bashrc': 'precious\n' });
  const cwd = path.join(top, 'repo');
  addFiles(cwd, program);
  return { cwd, home: path.join(top, 'home') };
}

/** A journal as cygnet would write it, but for what the case says. */
function plantJournal(cwd: string, { born = Date.now(), version = 2, entry = {} }: Planted): void {
  const whole = { file: 'a.js', isShim: false, before: sha(evil), after: sha(plainCall), mode: 0o644, folders: [] };
  addFiles(cwd, {
    '.cygnet/runs/000001/journal.json': JSON.stringify({ version, born, entries: [{ ...whole, ...entry }] }),
    '.cygnet/runs/000001/before/0': evil,
    '.cygnet/runs/000001/done': '',
  });
}

function expectRefusal({ code, stderr }: Ended): void {
  expect(stderr).not.toMatch(/fault in cygnet|the system refused|^ +at /m);
  expect(stderr).toMatch(/^error: /);
  expect(code).toBe(2);
}

describe('a journal that came with the repository', { concurrent: true }, () => {
  it('would be taken back if it was made here, and only with the rights of a file', async () => {
    const { cwd } = makePlace();
    plantJournal(cwd, { entry: { mode: 0o6777 } });
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(read(cwd, 'a.js')).toBe(evil);
    expect(statSync(path.join(cwd, 'a.js')).mode & 0o7000).toBe(0);
  });

  it.each<[string, Planted]>([
    ['names a file outside', { entry: { file: '../home/x.js', after: sha('// mine\n') } }],
    ['names a file outside behind a detour', { entry: { file: 'p/../../home/x.js', after: sha('// mine\n') } }],
    ['names a file from the top', { entry: { file: '/etc/x.js' } }],
    ['names a file of git', { entry: { file: '.git/hooks/x.js' } }],
    ['names a file of git in capitals', { entry: { file: 'sub/.GIT/hooks/x.js' } }],
    ['names a file that is no code', { entry: { file: 'package.json' } }],
    ['names a file with a NUL', { entry: { file: 'a\0.js' } }],
    ['names no file', { entry: { file: null } }],
    ['would make what is not there', { entry: { file: 'new.js', after: undefined } }],
    ['has a folder that is none of the file', { entry: { folders: ['../home'] } }],
    ['has a mode that is no number', { entry: { mode: '0777' } }],
    ['is of another version', { version: 1 }],
    ['is of a later version', { version: 3 }],
    ['was made at another time', { born: Date.now() - 3_600_000 }],
    ['was made at no time', { born: Number.NaN }],
  ])('%s: nothing is touched', async (_, planted) => {
    const { cwd, home } = makePlace();
    plantJournal(cwd, planted);
    const before = [snapshot(cwd), snapshot(home)];
    const ended = await cygnet(['undo'], { cwd });
    expectRefusal(ended);
    expect(ended.stderr).toContain('journal.json cannot be used, so nothing was changed');
    expect([snapshot(cwd), snapshot(home)]).toEqual(before);
  });

  it('is not believed where the file system does not say when a file was made', () => {
    const journal = (born: number) => Buffer.from(JSON.stringify({ version: 2, born, entries: [] }));
    const { cwd } = makePlace();
    const made = statSync(path.join(cwd, 'a.js'));
    const unknown = Object.assign(statSync(path.join(cwd, 'a.js')), { birthtimeMs: 0 });
    expect(parseJournal(journal(made.ctimeMs), unknown).entries).toEqual([]);
    expect(() => parseJournal(journal(0), unknown)).toThrow('it was not made here');
    expect(() => parseJournal(journal(0), made)).toThrow('it was not made here');
  });

  it.each(['0x10', '1e3', ' 5', '-1', '0000007', '7'])('is none in a folder called "%s"', async (name) => {
    const { cwd } = makePlace();
    mkdirSync(path.join(cwd, '.cygnet/runs', name), { recursive: true });
    expect((await cygnet(write, { cwd })).code).toBe(0);
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(read(cwd, 'a.js')).toBe(plainCall);
  });

  it('that leaves no number for another write keeps it from writing what undo would not find', async () => {
    for (const number of ['899999', '900000', '999998', '999999']) {
      const { cwd } = makePlace();
      mkdirSync(path.join(cwd, '.cygnet/runs', number), { recursive: true });
      const ended = await cygnet(write, { cwd });
      if (number === '999999') {
        expectRefusal(ended);
        expect(ended.stderr).toContain('leaves no number for another write');
      } else {
        expect(ended.code).toBe(0);
        expect((await cygnet(['undo'], { cwd })).code).toBe(0);
      }
      expect(read(cwd, 'a.js')).toBe(plainCall);
    }
  });

  it('reaches nothing through a folder that is a link', async () => {
    const { cwd, home } = makePlace();
    symlinkSync(home, path.join(cwd, 'lib'));
    plantJournal(cwd, { entry: { file: 'lib/x.js', after: sha('// mine\n') } });
    expectRefusal(await cygnet(['undo'], { cwd }));
    expectRefusal(await cygnet(['undo', '--keep-edited'], { cwd }));
    expect(read(home, 'x.js')).toBe('// mine\n');
  });

  it('is not believed in a clone of the folder that it was made in', async () => {
    const { cwd } = makePlace();
    expect((await cygnet(write, { cwd })).code).toBe(0);
    const journal = path.join(cwd, '.cygnet/runs/000001/journal.json');
    const old = JSON.parse(readFileSync(journal, 'utf8')) as { born: number };
    writeFileSync(journal, JSON.stringify({ ...old, born: old.born - 60_000 }));
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', '--all', '--force');
    git(cwd, 'commit', '--quiet', '--message', 'all');
    const clone = `${cwd}-clone`;
    git(path.dirname(cwd), 'clone', '--quiet', cwd, clone);
    expectRefusal(await cygnet(['undo'], { cwd: clone }));
    expect(read(clone, 'a.js')).toBe(read(cwd, 'a.js'));
  });

  it('of a folder around the project is none of it', async () => {
    const { cwd } = makePlace();
    plantJournal(path.dirname(cwd), { entry: { file: 'repo/a.js' } });
    const ended = await cygnet(['undo'], { cwd });
    expect(ended.stderr).toContain('there is nothing to undo');
    expect(read(cwd, 'a.js')).toBe(plainCall);
  });
});

describe.skipIf(isWindows)('a state folder that came with the repository', { concurrent: true }, () => {
  const link = (to: string, at: string) => {
    mkdirSync(path.dirname(at), { recursive: true });
    symlinkSync(to, at);
  };
  const pipe = (at: string) => {
    mkdirSync(path.dirname(at), { recursive: true });
    expect(spawnSync('mkfifo', [at]).status).toBe(0);
  };

  it.each<[string, (cwd: string, home: string) => void]>([
    ['whose .gitignore is a link', (cwd, home) => link(`${home}/.bashrc`, `${cwd}/.cygnet/.gitignore`)],
    ['whose .gitignore is a link to nothing', (cwd, home) => link(`${home}/new`, `${cwd}/.cygnet/.gitignore`)],
    ['whose .gitignore is a pipe', (cwd) => pipe(`${cwd}/.cygnet/.gitignore`)],
    ['that is a link', (cwd, home) => link(home, `${cwd}/.cygnet`)],
    ['that is a pipe', (cwd) => pipe(`${cwd}/.cygnet`)],
    ['whose runs are a link', (cwd, home) => link(home, `${cwd}/.cygnet/runs`)],
    ['whose lock is a link', (cwd, home) => link(`${home}/.bashrc`, `${cwd}/.cygnet/lock`)],
    ['whose lock is a pipe', (cwd) => pipe(`${cwd}/.cygnet/lock`)],
    ['whose lock is a folder', (cwd) => mkdirSync(`${cwd}/.cygnet/lock`, { recursive: true })],
  ])('%s: nothing is written', async (_, plant) => {
    const { cwd, home } = makePlace();
    plant(cwd, home);
    expectRefusal(await cygnet(write, { cwd }));
    expect((await cygnet(['undo'], { cwd })).code).toBe(2);
    expect(read(cwd, 'a.js')).toBe(plainCall);
    expect(readdirSync(home).sort()).toEqual(['.bashrc', 'x.js']);
    expect(read(home, '.bashrc')).toBe('precious\n');
  });

  it.each<[string, (run: string, home: string) => void]>([
    ['folder is a link', (run, home) => link(home, run)],
    ['journal is a link', (run, home) => link(`${home}/x.js`, `${run}/journal.json`)],
    ['journal is a pipe', (run) => pipe(`${run}/journal.json`)],
    ['journal is a folder', (run) => mkdirSync(`${run}/journal.json`, { recursive: true })],
    ['journal is no JSON', (run) => addFiles(run, { 'journal.json': '{' })],
    ['journal is empty', (run) => addFiles(run, { 'journal.json': '' })],
    ['journal is missing', (run) => addFiles(run, { 'before/0': evil })],
    ['copies are a link', (run, home) => link(home, `${run}/before`)],
  ])('whose last run’s %s: nothing is taken back, and a write goes on behind it', async (_, plant) => {
    const { cwd, home } = makePlace();
    plant(path.join(cwd, '.cygnet/runs/000001'), home);
    expectRefusal(await cygnet(['undo'], { cwd }));
    expect(read(cwd, 'a.js')).toBe(plainCall);
    expect((await cygnet(write, { cwd })).code).toBe(0);
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(read(cwd, 'a.js')).toBe(plainCall);
    expect(read(home, 'x.js')).toBe('// mine\n');
  });

  it.each(['link', 'pipe', 'folder'])('whose copy is a %s: it is not the copy', async (kind) => {
    const { cwd, home } = makePlace();
    plantJournal(cwd, {});
    const copy = path.join(cwd, '.cygnet/runs/000001/before/0');
    spawnSync('rm', [copy]);
    if (kind === 'pipe') pipe(copy);
    else if (kind === 'folder') mkdirSync(copy);
    else {
      addFiles(home, { 'evil.js': evil });
      link(path.join(home, 'evil.js'), copy);
    }
    const ended = await cygnet(['undo'], { cwd });
    expectRefusal(ended);
    expect(ended.stderr).toContain(`it is a ${kind}`);
    expect(read(cwd, 'a.js')).toBe(plainCall);
  });

  it.skipIf(!isRoot)('that belongs to another user is not used', async () => {
    for (const part of ['.cygnet', '.cygnet/runs', '.cygnet/runs/000001']) {
      const { cwd } = makePlace();
      plantJournal(cwd, {});
      chownSync(path.join(cwd, part), 1234, 1234);
      const undo = await cygnet(['undo'], { cwd });
      expectRefusal(undo);
      expect(undo.stderr).toContain('belongs to another user (1234)');
      expect(read(cwd, 'a.js')).toBe(plainCall);
    }
  });
});

describe.skipIf(isWindows)('a git configuration that came with the repository', { concurrent: true }, () => {
  const spy = (cwd: string) => `sh -c 'echo ran >> "${path.dirname(cwd)}/RAN"; cat'`;
  const hasRun = (cwd: string) => existsSync(path.join(path.dirname(cwd), 'RAN'));

  it('in a folder that only has the shape of a repository runs nothing', async () => {
    const { cwd } = makePlace();
    const fake = path.join(cwd, 'program');
    addFiles(fake, program);
    git(fake, 'init', '--quiet', '--bare', '.');
    const config = `[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\nfsmonitor = "${spy(cwd).replaceAll('"', '\\"')}"\n`;
    addFiles(fake, { config, 'refs/heads/k': '', 'objects/info/k': '' });
    commitAll(cwd);
    const clone = `${cwd}-clone`;
    git(path.dirname(cwd), 'clone', '--quiet', cwd, clone);
    await cygnet(['migrate', 'program', '--to', 'fetch', '--write'], { cwd: clone });
    await cygnet(['scan'], { cwd: path.join(clone, 'program') });
    expect(hasRun(cwd)).toBe(false);
  });

  it.each<[string, (cwd: string) => void]>([
    ['core.fsmonitor', (cwd) => void git(cwd, 'config', 'core.fsmonitor', spy(cwd))],
    [
      'a filter',
      (cwd) => {
        git(cwd, 'config', 'filter.x=y.z.clean', spy(cwd));
        git(cwd, 'config', 'filter.x=y.z.required', 'true');
        addFiles(cwd, { '.gitattributes': '* filter=x=y.z\n' });
      },
    ],
    [
      'a filter that stays',
      (cwd) => {
        git(cwd, 'config', 'filter.spy.process', spy(cwd));
        addFiles(cwd, { '.gitattributes': '* filter=spy\n' });
      },
    ],
    [
      'a filter of an included file',
      (cwd) => {
        addFiles(cwd, { more: `[filter "spy"]\nclean = "${spy(cwd).replaceAll('"', '\\"')}"\n` });
        git(cwd, 'config', 'include.path', '../more');
        addFiles(cwd, { '.gitattributes': '* filter=spy\n' });
      },
    ],
    [
      'hooks',
      (cwd) => {
        addFiles(cwd, { 'hooks/post-index-change': `#!/bin/sh\n${spy(cwd)}\n` });
        chmodSync(path.join(cwd, 'hooks/post-index-change'), 0o755);
        git(cwd, 'config', 'core.hooksPath', 'hooks');
      },
    ],
    [
      'a diff driver',
      (cwd) => {
        git(cwd, 'config', 'diff.external', spy(cwd));
        git(cwd, 'config', 'diff.spy.textconv', spy(cwd));
        git(cwd, 'config', 'diff.spy.command', spy(cwd));
        addFiles(cwd, { '.gitattributes': '* diff=spy\n' });
      },
    ],
  ])('with %s runs nothing', async (_, plant) => {
    const { cwd } = makePlace();
    commitAll(cwd);
    plant(cwd);
    // git looks into a file only when its times are not those that it knows.
    utimesSync(path.join(cwd, 'a.js'), 1, 1);
    await cygnet(['migrate', '--to', 'fetch', '--since', 'HEAD'], { cwd });
    const { code } = await cygnet(write, { cwd });
    expect(hasRun(cwd)).toBe(false);
    expect(code).toBe(0);
  });

  it('the spies of these cases are real: git itself lets one run', () => {
    const { cwd } = makePlace();
    commitAll(cwd);
    git(cwd, 'config', 'core.fsmonitor', spy(cwd));
    git(cwd, 'status', '--porcelain');
    expect(hasRun(cwd)).toBe(true);
  });

  it('or a program called git or cp in it, where PATH has relative folders, runs nothing', async () => {
    const { cwd } = makePlace();
    commitAll(cwd);
    for (const name of ['git', 'cp']) {
      addFiles(cwd, { [name]: `#!/bin/sh\n${spy(cwd)}\n` });
      chmodSync(path.join(cwd, name), 0o755);
    }
    const { code } = await cygnet(write, { cwd, env: { PATH: `.:${process.env.PATH ?? ''}` } });
    expect(code).toBe(0);
    expect(hasRun(cwd)).toBe(false);
  });
});

describe('a config that came with the repository', { concurrent: true }, () => {
  const withConfig = (config: object): { cwd: string; home: string } => {
    const place = makePlace();
    addFiles(place.cwd, { 'package.json': JSON.stringify({ cygnet: { to: 'fetch', ...config } }) });
    return place;
  };

  it.each<[string, object, string[]]>([
    ['a report outside, on scan', { report: ['pretty=../home/.bashrc'] }, ['scan']],
    ['a report outside, on check', { report: ['json=../home/new.json'] }, ['check']],
    ['a report outside, on a preview', { report: ['html=../home/new.html'] }, ['migrate']],
    [
      'a report outside, on standard input',
      { report: ['json=../home/new.json'] },
      ['migrate', '--stdin', '--stdin-filename', 'a.js'],
    ],
    ['a report in a new folder outside', { report: ['json=../home/new/r.json'] }, ['scan']],
    ['a report in place of a source', { report: ['pretty=a.js'] }, ['scan']],
    ['a report in place of another file', { report: ['json=app.json'] }, ['scan']],
    ['a report in place of git’s config', { report: ['pretty=.git/config'] }, ['scan']],
    ['a report among what git keeps', { report: ['pretty=.git/new'] }, ['scan']],
    ['a baseline outside', { baseline: '../home/new.json' }, ['check', '--update-baseline']],
    ['a baseline in place of another file', { baseline: 'app.json' }, ['check', '--update-baseline']],
    ['a shim outside', { shim: '../home/x.js' }, write],
    ['paths outside', { paths: ['../home'], allowDirty: true }, write],
    ['paths outside by a pattern', { paths: ['../*/x.js'], allowDirty: true }, write],
  ])('does not get %s', async (_, config, args) => {
    const { cwd, home } = withConfig(config);
    commitAll(cwd);
    addFiles(home, { 'x.js': plainCall });
    const gitConfig = read(cwd, '.git/config');
    const before = [snapshot(cwd), snapshot(home)];
    expectRefusal(await cygnet(args, { cwd, input: plainCall }));
    expect([snapshot(cwd), snapshot(home)]).toEqual(before);
    expect([read(cwd, '.git/config'), existsSync(path.join(cwd, '.git/new'))]).toEqual([gitConfig, false]);
  });

  it.skipIf(isWindows).each(['file', 'folder', 'link to nothing'])('does not get out by a link (%s)', async (kind) => {
    const { cwd, home } = withConfig({ report: ['pretty=out/report.txt'] });
    if (kind === 'folder') symlinkSync(home, path.join(cwd, 'out'));
    else {
      mkdirSync(path.join(cwd, 'out'));
      symlinkSync(path.join(home, kind === 'file' ? '.bashrc' : 'new'), path.join(cwd, 'out/report.txt'));
    }
    const before = snapshot(home);
    expectRefusal(await cygnet(['scan'], { cwd }));
    expect(snapshot(home)).toEqual(before);
  });

  it('is read with a byte order mark, and has to be JSON when it is named', async () => {
    const { cwd } = makePlace();
    addFiles(cwd, { 'package.json': '\ufeff{ "cygnet": { "to": "fetch" } }' });
    expect((await cygnet(['migrate'], { cwd })).code).toBe(0);
    addFiles(cwd, { 'package.json': '{' });
    const ended = await cygnet(['scan', '--config', 'package.json'], { cwd });
    expectRefusal(ended);
    expect(ended.stderr).toContain('is not valid JSON');
  });

  it('gets its reports where they are in its folder', async () => {
    const { cwd } = withConfig({ report: ['json=out/report.json'] });
    expect((await cygnet(['scan'], { cwd })).code).toBe(0);
    expect((await cygnet(['scan'], { cwd })).code).toBe(0);
    expect(read(cwd, 'out/report.json')).toContain('"version": 1');
  });

  it('may have others read outside, as long as nothing is written', async () => {
    const { cwd, home } = withConfig({ paths: ['../home'] });
    addFiles(home, { 'x.js': plainCall });
    const { code, stdout } = await cygnet(['scan'], { cwd });
    expect(stdout).toContain('x.js');
    expect(code).toBe(0);
  });

  it('around the repository is not read; --no-config reads none at all', async () => {
    const top = makeProject({
      'cygnet.config.js': "require('fs').writeFileSync(__dirname + '/RAN', '');",
      'inner/project/a.js': plainCall,
      'inner/own/a.js': plainCall,
      'inner/own/cygnet.config.js':
        "require('fs').writeFileSync(__dirname + '/RAN', ''); module.exports = { exclude: ['a.js'] };",
    });
    const project = path.join(top, 'inner/project');
    git(project, 'init', '--quiet');
    expect((await cygnet(['scan'], { cwd: project })).stdout).toContain('a.js:1');
    expect(existsSync(path.join(top, 'RAN'))).toBe(false);
    const own = path.join(top, 'inner/own');
    expect((await cygnet(['scan', '--no-config'], { cwd: own })).stdout).toContain('a.js:1');
    expect(existsSync(path.join(own, 'RAN'))).toBe(false);
    expect((await cygnet(['scan'], { cwd: own })).stdout).not.toContain('a.js:1');
    expect(existsSync(path.join(own, 'RAN'))).toBe(true);
  });

  it.skipIf(!isRoot)('of another user is not run, and not read from a folder around', async () => {
    const code = "require('fs').writeFileSync(__dirname + '/RAN', ''); module.exports = { exclude: ['a.js'] };";
    const stray = makeProject({ 'cygnet.config.js': code, 'me/project/a.js': plainCall });
    chownSync(path.join(stray, 'cygnet.config.js'), 1234, 1234);
    const passed = await cygnet(['scan'], { cwd: path.join(stray, 'me/project') });
    expect(passed).toMatchObject({ code: 0, stdout: expect.stringContaining('a.js') as string });
    expect(passed.stderr).toContain('belongs to another user, and no config was read');

    const theirs = makeProject({ 'cygnet.config.js': code, 'a.js': plainCall });
    for (const name of ['.', 'cygnet.config.js', 'a.js']) chownSync(path.join(theirs, name), 1234, 1234);
    const refused = await cygnet(['scan'], { cwd: theirs });
    expectRefusal(refused);
    expect(refused.stderr).toContain('belongs to another user, so it was not run');
    expect(existsSync(path.join(theirs, 'RAN'))).toBe(false);
    expect((await cygnet(['scan', '--no-config'], { cwd: theirs })).stdout).toContain('a.js:1');
    expect((await cygnet(['scan', '--config', 'cygnet.config.js'], { cwd: theirs })).stdout).not.toContain('a.js:1');

    const data = makeProject({ 'cygnet.config.json': '{ "exclude": ["a.js"] }', 'a.js': plainCall });
    for (const name of ['.', 'cygnet.config.json', 'a.js']) chownSync(path.join(data, name), 1234, 1234);
    expect((await cygnet(['scan'], { cwd: data })).stdout).not.toContain('a.js:1');
  });

  it.skipIf(!isRoot)('app.json of another user around the project does not make a root', async () => {
    const top = makeProject({
      'app.json': '{}',
      'me/package.json': '{}',
      'me/a.js': 'module.exports = (o) => swan.request(o);\n',
    });
    chownSync(path.join(top, 'app.json'), 1234, 1234);
    expect((await cygnet(write, { cwd: path.join(top, 'me') })).code).toBe(0);
    expect(existsSync(path.join(top, 'me/swan-net.js'))).toBe(true);
  });
});

describe('a report that the command line names', { concurrent: true }, () => {
  const formats = [...reportFormats];

  it('is written again over an earlier one of its format, and over no other file', async () => {
    const cwd = makeProject({ ...program, 'kept.js': 'swan[name](o);\n', 'empty.txt': '' });
    const out = makeProject();
    const wishes = formats.flatMap((format) => ['--report', `${format}=${out}/${format}`]);
    const args = ['migrate', '--to', 'fetch', ...wishes, '--patch', `${out}/patch`];
    // They say when they were made.
    const env = { SOURCE_DATE_EPOCH: '1700000000' };
    expect((await cygnet(args, { cwd, env })).code).toBe(1);
    const first = snapshot(out);
    expect(Object.keys(first)).toHaveLength(formats.length + 1);
    expect((await cygnet(args, { cwd, env })).code).toBe(1);
    expect(snapshot(out)).toEqual(first);
    expect((await cygnet(['scan', ...wishes], { cwd })).stderr).not.toContain('error');
    expect((await cygnet(['scan', ...wishes], { cwd })).stderr).not.toContain('error');
    expect((await cygnet(['check', '--report', 'json=empty.txt'], { cwd })).code).toBe(1);
    addFiles(cwd, { 'mine.txt': 'mine\n' });
    const refused = await cygnet(['scan', '--report', 'pretty=mine.txt'], { cwd });
    expectRefusal(refused);
    expect(refused.stderr).toContain('mine.txt is there already, and is no pretty report of cygnet');
    expect(read(cwd, 'mine.txt')).toBe('mine\n');
    expect((await cygnet(['scan', '--report', 'pretty=mine.txt', '--force'], { cwd })).code).toBe(0);
    expect(read(cwd, 'mine.txt')).toContain('swan');
  });

  it('never takes the place of code, a config or another format', async () => {
    const cwd = makeProject({ ...program, 'other/b.vue': '<script></script>\n' });
    const json = await cygnet(['scan', '--report', 'json=out.json'], { cwd });
    expect(json.code).toBe(0);
    const before = snapshot(cwd);
    for (const [wish, force] of [
      ['pretty=a.js', '--force'],
      ['json=other/b.vue', '--force'],
      ['json=app.json', '--quiet'],
      ['html=out.json', '--quiet'],
    ] as const) {
      expectRefusal(await cygnet(['migrate', '--to', 'fetch', '--write', '--report', wish, force], { cwd }));
    }
    expectRefusal(await cygnet([...write, '--patch', 'app.json'], { cwd }));
    expectRefusal(await cygnet(['check', '--baseline', 'app.json', '--update-baseline'], { cwd }));
    expect(snapshot(cwd)).toEqual(before);
  });

  it('never takes the name of code, or a place in the journal', async () => {
    const cwd = makeProject(program);
    for (const name of ['new.js', 'new/b.vue', '.cygnet/lock', '.cygnet/runs/000001/journal.json']) {
      expectRefusal(await cygnet(['scan', '--report', `json=${name}`, '--force'], { cwd }));
      expectRefusal(await cygnet([...write, '--patch', name], { cwd }));
    }
    expect(snapshot(cwd)).toEqual(program);
    expect(existsSync(path.join(cwd, '.cygnet'))).toBe(false);
  });

  it.skipIf(isWindows)('is not forced over code that has another name', async () => {
    const cwd = makeProject(program);
    linkSync(path.join(cwd, 'a.js'), path.join(cwd, 'r.txt'));
    expectRefusal(await cygnet(['scan', '--report', 'pretty=r.txt', '--force'], { cwd }));
    expect(read(cwd, 'a.js')).toBe(plainCall);
  });

  it.skipIf(isWindows)('may be a link to an earlier one, or a device', async () => {
    const elsewhere = makeProject();
    const cwd = makeProject(program);
    symlinkSync(path.join(elsewhere, 'r.json'), path.join(cwd, 'broken.json'));
    expectRefusal(await cygnet(['scan', '--report', 'json=broken.json'], { cwd }));
    await cygnet(['scan', '--report', `json=${path.join(elsewhere, 'r.json')}`], { cwd });
    expect((await cygnet(['scan', '--report', 'json=broken.json'], { cwd })).code).toBe(0);
    expect((await cygnet(['scan', '--report', 'json=/dev/null'], { cwd })).code).toBe(0);
  });
});

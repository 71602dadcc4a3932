// What git ignores beyond .gitignore: the exclude file of the person, that of the clone, and which of them a repository may name.
// Each case says what git itself makes of the same files.

import { spawnSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { type Files, cygnet, git, makeProject, plainCall } from './command-line.ts';

const program = { 'a.js': plainCall, 'made/b.js': plainCall, 'c.gen.js': plainCall };

/** The files that a run reads, and those that git does not ignore. */
async function filesOf(cwd: string, home: string, env: Record<string, string> = {}) {
  const settings = { HOME: home, XDG_CONFIG_HOME: '', ...env };
  const { stdout } = await cygnet(['scan', '--report', 'json'], { cwd, env: settings });
  const { files } = JSON.parse(stdout) as { files: { file: string }[] };
  const listed = spawnSync('git', ['ls-files', '--others', '--exclude-standard', '*.js'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...settings, PATH: process.env.PATH },
  });
  return { read: files.map(({ file }) => file).sort(), git: listed.stdout.trim().split('\n').sort() };
}

function makeRepository(files: Files = {}): string {
  const cwd = makeProject({ ...program, ...files });
  git(cwd, 'init', '--quiet');
  return cwd;
}

describe('what git ignores everywhere', { concurrent: true }, () => {
  it.each([
    ['core.excludesFile', { '.gitconfig': '[core]\n\texcludesFile = ~/own\n', own: 'made\n' }],
    [
      'an included configuration',
      { '.gitconfig': '[include]\n\tpath = more\n', more: '[core]\nexcludesFile = ~/own\n', own: 'made/\n' },
    ],
    ['git/ignore where nothing is configured', { '.config/git/ignore': 'made\n' }],
  ])('%s', async (_what, home) => {
    const { read, git: listed } = await filesOf(makeRepository(), makeProject(home));
    expect(read).toEqual(['a.js', 'c.gen.js']);
    expect(listed).toEqual(read);
  });

  it('git/ignore in XDG_CONFIG_HOME', async () => {
    const own = makeProject({ 'git/ignore': '*.gen.js\n' });
    const { read, git: listed } = await filesOf(makeRepository(), makeProject(), { XDG_CONFIG_HOME: own });
    expect(read).toEqual(['a.js', 'made/b.js']);
    expect(listed).toEqual(read);
  });

  it('nothing, where the configuration says so', async () => {
    const home = makeProject({ '.gitconfig': '[core]\n\texcludesFile =\n', '.config/git/ignore': 'made\n' });
    const { read, git: listed } = await filesOf(makeRepository(), home);
    expect(read).toEqual(['a.js', 'c.gen.js', 'made/b.js']);
    expect(listed).toEqual(read);
  });

  it('comes after the excludes of the clone and every .gitignore', async () => {
    const home = makeProject({ '.config/git/ignore': '*.js\n' });
    const cwd = makeRepository({ '.gitignore': '!a.js\n' });
    git(cwd, 'config', 'user.name', 'x');
    spawnSync('sh', ['-c', "mkdir -p .git/info && printf '!c.gen.js\\n' > .git/info/exclude"], { cwd });
    const { read, git: listed } = await filesOf(cwd, home);
    expect(read).toEqual(['a.js', 'c.gen.js']);
    expect(listed).toEqual(read);
  });

  it('is not what a repository names outside of itself', async () => {
    const outside = makeProject({ rules: '*.js\n' });
    const home = makeProject({ '.config/git/ignore': 'made\n' });
    const cwd = makeRepository({ 'own-rules': 'c.gen.js\n' });
    git(cwd, 'config', 'core.excludesFile', `${outside}/rules`);
    expect((await filesOf(cwd, home)).read).toEqual(['a.js', 'c.gen.js']);
    spawnSync('ln', ['-s', `${outside}/rules`, 'linked'], { cwd });
    git(cwd, 'config', 'core.excludesFile', 'linked');
    expect((await filesOf(cwd, home)).read).toEqual(['a.js', 'c.gen.js']);
    git(cwd, 'config', 'core.excludesFile', 'own-rules');
    expect((await filesOf(cwd, home)).read).toEqual(['a.js', 'made/b.js']);
  });

  it('is known without git, too', async () => {
    const home = makeProject({ '.config/git/ignore': 'made\n' });
    const cwd = makeRepository();
    spawnSync('sh', ['-c', "mkdir -p .git/info && printf 'c.gen.js\\n' > .git/info/exclude"], { cwd });
    expect((await filesOf(cwd, home, { PATH: '' })).read).toEqual(['a.js']);
  });
});

// What a terminal or the log of a CI server would act on is shown and never sent: control characters, marks that turn the
// direction of writing, line breaks in names, workflow commands. What programs read stays exact.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { type Files, cygnet, makeProject, plainCall } from './command-line.ts';

/** Nothing but line feeds, tabs and what can be seen. */
const raw = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u;
const order = /^\s*::|##(?:\[|vso\[|teamcity\[)/m;

const names = [
  '::error::x.js',
  'a\n::stop-commands::x\n.js',
  '##[error]x.js',
  '##vso[task.setvariable variable=a]b.js',
  "##teamcity[message text='x'].js",
  'esc\x1b[8m\x1b]0;title\x07.js',
  'c1\u009b2J.js',
  'bidi\u202egnp.js',
  'line\u2028paragraph\u2029.js',
  'cr\r::error::y.js',
];
const folders = ['d\n::stop-commands::x', '::group::y', 'e\x1b[2J', 'f\u2067'];

const failing = 'swan.request({ url: u });\n)';
const telling = "swan.request({ url: '/x\x1b[2J\u202e' });\nswan.uploadFile(o, 1);\n";

function hostile(): Files {
  const files: Record<string, string> = {
    'app.json': '{}',
    'code.js': `// \x1b]0;pwned\x07\x1b[8m ##[error]x\u202e\n${telling}`,
  };
  for (const [i, name] of names.entries()) files[name] = i % 2 === 0 ? failing : plainCall;
  for (const folder of folders) {
    files[`${folder}/bad.js`] = `/*\n::error::from code\n*/ // \x1b[8m\n${failing}`;
    files[`${folder}/good.js`] = plainCall;
  }
  return files;
}

describe('names and code of a hostile program', { concurrent: true }, () => {
  const runs: readonly (readonly string[])[] = [
    ['scan'],
    ['check'],
    ['migrate', '--to', 'wx', '--report', 'pretty'],
    ['migrate', '--to', 'axios', '--report', 'markdown'],
    ['migrate', '--to', 'fetch', '--quiet', '--report', 'json'],
    ['migrate', '--to', 'fetch', '--report', 'sarif'],
    ['scan', '--report', 'json'],
    ['scan', '--report', 'pretty'],
    ['check', '--report', 'markdown'],
    ['migrate', '--to', 'fetch', '--mark', '--report', 'html'],
  ];
  it.each(runs.map((args) => [args.join(' '), args] as const))('are inert in cygnet %s', async (_, args) => {
    for (const FORCE_COLOR of ['0', '1']) {
      const { stdout, stderr } = await cygnet(args, { cwd: makeProject(hostile()), env: { FORCE_COLOR } });
      expect(stdout + stderr).toContain('bad.js');
      for (const output of [stdout, stderr]) {
        const uncoloured = output.replace(/\x1b\[\d{1,2}m/g, '');
        expect(uncoloured).not.toMatch(raw);
        expect(uncoloured).not.toMatch(order);
      }
    }
  });

  it('only our own commands stand in the report for GitHub', async () => {
    const cwd = makeProject(hostile());
    for (const args of [['migrate', '--to', 'fetch'], ['scan'], ['check']]) {
      const { stdout, stderr } = await cygnet([...args, '--report', 'github'], { cwd });
      expect(stderr).not.toMatch(order);
      expect(stdout).not.toMatch(raw);
      const lines = stdout.trimEnd().split('\n');
      for (const line of lines)
        expect(line).toMatch(/^::(error|warning|notice) file=[^:]*,line=\d+,endLine=\d+[^:]*::/);
      if (args.length > 1) expect(stdout).toContain('file=d%0A%3A%3Astop-commands%3A%3Ax/bad.js,');
    }
  });

  it('JSON gives back the names as they are', async () => {
    const { stdout } = await cygnet(['scan', '--report', 'json'], { cwd: makeProject(hostile()) });
    const { files } = JSON.parse(stdout) as { files: { file: string }[] };
    const found = files.map(({ file }) => file);
    expect(found).toEqual(expect.arrayContaining([...names, ...folders.map((folder) => `${folder}/bad.js`)]));
  });

  it('a write, a refusal and an undo name files safely', async () => {
    const cwd = makeProject(hostile());
    const runsOfThem = [
      ['migrate', '--to', 'fetch', '--write', '--exclude', 'bad.js'],
      ['migrate', '--to', 'axios', '--write'],
      ['undo'],
      ['undo'],
      ['check', '--baseline', 'b\n::error::z.json'],
      ['check', '--baseline', 'b\n::error::z.json', '--update-baseline'],
      ['migrate', '--to', 'fetch', '::error::none.js'],
      ['scan', '--config', 'c\n::error::z.json'],
      ['--x\n::error::z'],
    ];
    for (const args of runsOfThem) {
      const { stdout, stderr } = await cygnet(args, { cwd });
      expect(`${stdout}${stderr}`).not.toMatch(order);
      expect(stderr).not.toMatch(raw);
    }
  });

  it('a config that is wrong is quoted safely', async () => {
    for (const [name, text] of [
      ['cygnet.config.json', '{ "::error::x\\n::error::y": 1 }'],
      ['cygnet.config.json', '{ "to": "\\u001b[2J\\n::error::y\\u202e" }'],
      ['cygnet.config.json', '{ \u202e\x1b[2J'],
      ['cygnet.config.js', 'throw new Error("\\n::error::x\\u001b[2J")'],
    ] as const) {
      const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, [name]: text });
      const { code, stderr } = await cygnet(['scan'], { cwd });
      expect(code).toBe(2);
      expect(stderr).not.toMatch(raw);
      expect(stderr).not.toMatch(order);
    }
  });

  it('app.json that is no JSON is quoted safely', async () => {
    const cwd = makeProject({
      'app.json': '\x1b[2J\n::error::x',
      'a.js': 'module.exports = (o) => swan.request(o);\n',
    });
    const { stderr } = await cygnet(['migrate', '--to', 'fetch'], { cwd });
    expect(stderr).toContain('was not understood');
    expect(stderr).not.toMatch(raw);
    expect(stderr).not.toMatch(order);
  });
});

describe('the diff on standard output', { concurrent: true }, () => {
  const code = `/*\n::error::x \x1b[8m\u202e */\n${plainCall}`;

  it('is exact for another program', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': code });
    expect((await cygnet(['migrate', '--to', 'fetch'], { cwd })).stdout).toContain(' ::error::x \x1b[8m\u202e */\n');
  });

  it('gives no orders in a workflow of GitHub, and applies there as well', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': code });
    const { stdout } = await cygnet(['migrate', '--to', 'fetch'], { cwd, env: { GITHUB_ACTIONS: 'true' } });
    const fence = /^::stop-commands::([-0-9a-f]{36})\n/.exec(stdout)?.[1] ?? '';
    expect(stdout).toMatch(new RegExp(`\n::${fence}::\n$`));
    expect(stdout.split(fence)).toHaveLength(3);
    mkdirSync(path.join(cwd, 'work'));
    writeFileSync(path.join(cwd, 'work/all.patch'), stdout);
    const { spawnSync } = await import('node:child_process');
    expect(spawnSync('git', ['apply', 'work/all.patch'], { cwd, encoding: 'utf8' }).stderr).toBe('');
    const again = await cygnet(['migrate', '--to', 'fetch'], { cwd, env: { GITHUB_ACTIONS: 'true' } });
    expect(again.stdout).toBe('');
  });

  it('quotes names as git does', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'é\u202e\u0085.js': plainCall });
    const { stdout } = await cygnet(['migrate', '--to', 'fetch'], { cwd });
    expect(stdout).toContain('--- "a/é\\342\\200\\256\\302\\205.js"\n');
  });
});

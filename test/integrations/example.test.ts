// In: the example mini-program as it lies in the repository, and what the command line makes of it. Out: whether the bundles that the six
// bundlers make of its sources with the plugin do what the output of the command line does when a user walks through all pages: the
// same wire at the same servers, the same trace, in Node and in Chromium.

import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isChromiumAvailable } from '../example/chromium.ts';
import { comparableWalk } from '../example/comparable.ts';
import { exampleFolder, migrateExample } from '../example/migrated.ts';
import { walkFiles, walkThrough } from '../example/walked.ts';
import { type Walker, startWalker } from '../example/walked-in-chromium.ts';
import { compareRuns } from '../reference/compare.ts';
import type { Run } from '../reference/run.ts';
import type { WorldName } from '../reference/world.ts';
import { type BundlerName, bundle, bundlerNames, commonjs, pluginOf, root, within } from './bundlers.ts';

type Files = Readonly<Record<string, string>>;

const pages = ['index', 'detail', 'upload', 'download', 'chat', 'about'].map((name) => `pages/${name}/${name}.js`);
/** Each page is a module that calls Page as it runs; the walk asks for one after the other. */
const entry = `const files = {
${['app.js', ...pages].map((file) => `  './${file}': () => require('./${file}'),`).join('\n')}
};
module.exports = { load: (file) => files[file]() };
`;

const leaving: (() => unknown)[] = [];
const built = new Map<BundlerName, Files>();
let folder: string;
/** Of the command line, put together by a bundler without the plugin. */
let moved: Files;
let walker: Walker | undefined;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-example-bundled-')));
  leaving.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(exampleFolder, folder, { recursive: true });
  prepare(folder);
  const program = migrateExample('fetch');
  leaving.push(() => program.remove());
  prepare(program.folder);
  moved = filesWith((await bundle('esbuild', program.folder, { plugins: [] })).code);
  for (const name of bundlerNames) built.set(name, await filesOf(name));
  if (!isChromiumAvailable) return;
  const started = (walker = await startWalker());
  leaving.push(() => started.close());
});
afterAll(async () => {
  for (const leave of leaving) await leave();
});

function prepare(program: string): void {
  writeFileSync(path.join(program, 'main.js'), entry);
  symlinkSync(path.join(root, 'node_modules'), path.join(program, 'node_modules'), 'junction');
}

async function filesOf(name: BundlerName, to = 'fetch'): Promise<Files> {
  return name === 'rollup' ? rollupFiles() : filesWith((await bundle(name, folder, { options: { to } })).code);
}

function filesWith(code: string): Files {
  const start = "let bundle; require('./scenario.js').walk(file => (bundle ??= require('./bundle.js')).load(file));";
  return { 'bundle.js': code, 'walk.js': start };
}

/** In one bundle of Rollup all ES modules run when it does, so here each page is an output of its own. */
async function rollupFiles(): Promise<Files> {
  const input = Object.fromEntries(
    ['app.js', ...pages].map((file) => [file.replace(/\.js$/, ''), path.join(folder, file)]),
  );
  const plugins = [pluginOf('rollup')({ to: 'fetch' }), commonjs()];
  const whole = await within(folder, () => rollup({ input, plugins, onLog: () => undefined }));
  const { output } = await whole.generate({ format: 'cjs', exports: 'auto', entryFileNames: '[name].js' });
  const chunks = output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk.code] as const] : []));
  return { ...Object.fromEntries(chunks), 'walk.js': "require('./scenario.js').walk(file => require(file));" };
}

describe.each([
  ['Node', true, (files: Files) => walkFiles(files, 'fetch')],
  ['Chromium (Linux on x64 only)', isChromiumAvailable, async (files: Files) => walker?.walk(files)],
] as const)('in %s', (_, isThere, walk) => {
  let wanted: Run;
  beforeAll(async () => {
    if (isThere) wanted = ended(await walk(moved));
  });

  it.skipIf(!isThere).each(bundlerNames)(
    'the bundle of %s does what the output of the command line does',
    async (name) => {
      const run = ended(await walk(built.get(name) ?? {}));
      expect(differences(wanted, run, 'fetch')).toEqual([]);
    },
  );
});

describe('in Node, for another target', () => {
  it.each([
    ['rolldown', 'wx'],
    ['webpack', 'axios'],
  ] as const)('the bundle of %s for %s does what the example does', async (name, target) => {
    const wanted = ended(await walkThrough(exampleFolder, 'swan'));
    expect(differences(wanted, ended(await walkFiles(await filesOf(name, target), target)), target)).toEqual([]);
  });
});

function differences(wanted: Run, run: Run, target: WorldName): string[] {
  return compareRuns(comparableWalk(wanted), comparableWalk(run), { target, fileNames: 'any' });
}

function ended(run: Run | undefined): Run {
  expect(run?.trace.at(-1)).toEqual({ name: 'walked' });
  return run ?? { wire: [], trace: [] };
}

// In: the example mini-program as it lies in the repository, and what the command line makes of it. Out: whether the bundles that the six
// bundlers make of its sources with the plugin do what the output of the command line does when a user walks through all pages: the
// same wire at the same servers, the same trace.

import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparableWalk } from '../example/comparable.ts';
import { exampleFolder, migrateExample } from '../example/migrated.ts';
import { walkFiles, walkThrough } from '../example/walked.ts';
import { compareRuns } from '../reference/compare.ts';
import type { Run } from '../reference/run.ts';
import { type BundlerName, bundle, bundlerNames, commonjs, pluginOf, root, within } from './bundlers.ts';

const pages = ['index', 'detail', 'upload', 'download', 'chat', 'about'].map((name) => `pages/${name}/${name}.js`);
/** Each page is a module that calls Page as it runs; the walk asks for one after the other. */
const entry = `const files = {
${['app.js', ...pages].map((file) => `  './${file}': () => require('./${file}'),`).join('\n')}
};
module.exports = { load: (file) => files[file]() };
`;
/** One bundler on each of the other targets is enough: what is bundled are the same texts. */
const targetOf = {
  vite: 'fetch',
  rollup: 'fetch',
  rolldown: 'wx',
  webpack: 'fetch',
  rspack: 'wx',
  esbuild: 'fetch',
} as const;

let folder: string;
const wanted = new Map<string, Run>();
const leaving: (() => void)[] = [];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-example-bundled-')));
  leaving.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(exampleFolder, folder, { recursive: true });
  writeFileSync(path.join(folder, 'main.js'), entry);
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  for (const target of ['fetch', 'wx'] as const) {
    const program = migrateExample(target);
    leaving.push(() => program.remove());
    wanted.set(target, await walkThrough(program.folder, target));
  }
}, 120_000);
afterAll(() => {
  for (const leave of leaving) leave();
});

async function filesOf(name: BundlerName, target: string): Promise<Readonly<Record<string, string>>> {
  if (name === 'rollup') return rollupFiles(target);
  const { code } = await bundle(name, folder, { options: { to: target } });
  const start = "let bundle; require('./scenario.js').walk(file => (bundle ??= require('./bundle.js')).load(file));";
  return { 'bundle.js': code, 'walk.js': start };
}

/** In one bundle of Rollup all ES modules run when it does, so here each page is an output of its own. */
async function rollupFiles(target: string): Promise<Readonly<Record<string, string>>> {
  const input = Object.fromEntries(
    ['app.js', ...pages].map((file) => [file.replace(/\.js$/, ''), path.join(folder, file)]),
  );
  const plugins = [pluginOf('rollup')({ to: target }), commonjs()];
  const built = await within(folder, () => rollup({ input, plugins, onLog: () => undefined }));
  const { output } = await built.generate({ format: 'cjs', exports: 'auto', entryFileNames: '[name].js' });
  const chunks = output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk.code] as const] : []));
  return { ...Object.fromEntries(chunks), 'walk.js': "require('./scenario.js').walk(file => require(file));" };
}

describe.each(bundlerNames)('the example, built by %s', (name) => {
  it('does what the output of the command line does', async () => {
    const target = targetOf[name];
    const run = await walkFiles(await filesOf(name, target), target);
    expect(run.trace.at(-1)).toEqual({ name: 'walked' });
    const before = wanted.get(target);
    if (!before) throw new Error('the output of the command line was not walked through');
    expect(compareRuns(comparableWalk(before), comparableWalk(run), { target, fileNames: 'any' })).toEqual([]);
  });
});

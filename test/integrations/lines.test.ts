// In: the lines that docs/bundlers.md and the README show for each bundler. Out: whether they do what is said of them as they are
// written: each in a folder of its own with a tiny program, run as a person runs that bundler.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';
import { type BundlerName, bundlerNames, projectOf, root } from './bundlers.ts';

/** The fenced blocks that begin with the name of a file, by that name. */
function blocksOf(page: string): ReadonlyMap<string, string> {
  const text = readFileSync(path.join(root, page), 'utf8');
  const found = text.matchAll(/```js\n(\/\/ ([\w.]+\.c?js)\b[^]*?)```/g);
  return new Map([...found].map(([, block = '', file = '']) => [file, block]));
}

const compile = (bundler: string, file: string): string[] => [
  '-e',
  `const { promisify } = require('node:util');
const { rspack, default: webpack = rspack ?? require('${bundler}') } = require('${bundler}');
const compiler = webpack({ mode: 'production', ...require('./${file}') });
promisify(compiler.run.bind(compiler))().then((stats) => { if (stats.hasErrors()) throw new Error(stats.toString()); });`,
];

/** The file that the lines are for, and what Node is started with to have them run. */
const runs: Readonly<Record<BundlerName, readonly [file: string, args: readonly string[]]>> = {
  vite: ['vite.config.js', ['node_modules/vite/bin/vite.js', 'build', '--outDir', 'out']],
  rollup: ['rollup.config.js', ['node_modules/rollup/dist/bin/rollup', '-c', '--dir', 'out']],
  rolldown: ['rolldown.config.js', ['node_modules/rolldown/bin/cli.mjs', '-c', '--dir', 'out']],
  webpack: ['webpack.config.cjs', compile('webpack', 'webpack.config.cjs')],
  rspack: ['rspack.config.cjs', compile('@rspack/core', 'rspack.config.cjs')],
  esbuild: ['build.js', ['build.js']],
};

const inDocs = blocksOf('docs/bundlers.md');

describe('the lines', () => {
  it('are the same in the README', () => {
    expect([...inDocs.keys()].sort()).toEqual(
      Object.values(runs)
        .map(([file]) => file)
        .sort(),
    );
    const shown = blocksOf('README.md');
    for (const [file, block] of inDocs) expect(shown.get(file), file).toBe(block);
  });

  it.each(bundlerNames)('move a program in %s', (name) => {
    const [file, args] = runs[name];
    const folder = projectOf({
      'package.json': '{ "type": "module" }',
      'index.html': '<script type="module" src="./main.js"></script>\n',
      'main.js': "swan.request({ url: 'https://a.example/list', success: (told) => console.log(told.data) });\n",
    });
    writeFileSync(path.join(folder, file), inDocs.get(file) ?? '');
    for (const one of ['vite', 'rollup', 'rolldown', 'webpack', '@rspack', 'esbuild']) {
      symlinkSync(path.join(root, 'node_modules', one), path.join(folder, 'node_modules', one), 'junction');
    }
    execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe' });
    const code = built(folder);
    expect(code).toContain('fetch(');
    expect(code).toContain('https://a.example/list');
    expect(code).not.toContain('swan.request');
  });
});

/** Whatever was written, wherever the bundler writes by itself. */
function built(folder: string): string {
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?:out|dist)\b.*\.js$/.test(file),
  );
  return written.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
}

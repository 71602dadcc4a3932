// In: the lines that docs/bundlers.md and the README show for each bundler, and the small app of each under examples/bundlers. Out:
// whether the lines are those of the app, and the app is built by the command of its package.json, as a person who copied it runs it.

import { execSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';
import { type BundlerName, bundlerNames, projectOf, root } from './bundlers.ts';

/** The fenced blocks that begin with the name of a file, by that name. */
function blocksOf(page: string): ReadonlyMap<string, string> {
  const text = readFileSync(path.join(root, page), 'utf8');
  const found = text.matchAll(/```js\n(\/\/ ([\w.]+\.c?js)\b[^]*?)```/g);
  return new Map([...found].map(([, block = '', file = '']) => [file, block]));
}

/** The file that the lines are for. */
const configs: Readonly<Record<BundlerName, string>> = {
  vite: 'vite.config.js',
  rollup: 'rollup.config.js',
  rolldown: 'rolldown.config.js',
  webpack: 'webpack.config.cjs',
  rspack: 'rspack.config.cjs',
  esbuild: 'build.js',
};

interface Manifest {
  readonly scripts: { readonly build: string };
  readonly devDependencies: Readonly<Record<string, string>>;
}

const inDocs = blocksOf('docs/bundlers.md');
const bin = path.join(root, 'node_modules/.bin');
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };

describe('the lines', () => {
  it('are the same in the README, and in the examples', () => {
    expect([...inDocs.keys()].sort()).toEqual(Object.values(configs).sort());
    const shown = blocksOf('README.md');
    for (const [file, block] of inDocs) expect(shown.get(file), file).toBe(block);
    for (const name of bundlerNames) {
      const file = path.join(root, 'examples/bundlers', name, configs[name]);
      expect(readFileSync(file, 'utf8'), file).toBe(inDocs.get(configs[name]));
    }
  });

  it.each(bundlerNames)('move the example in %s', (name) => {
    const folder = projectOf({});
    cpSync(path.join(root, 'examples/bundlers', name), folder, { recursive: true });
    const { scripts, devDependencies } = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    ) as Manifest;
    for (const one of Object.keys(devDependencies).map((dependency) => dependency.split('/')[0] ?? '')) {
      const link = path.join(folder, 'node_modules', one);
      if (!existsSync(link)) symlinkSync(path.join(root, 'node_modules', one), link, 'junction');
    }
    execSync(scripts.build, { cwd: folder, env, stdio: 'pipe' });
    const code = built(folder);
    expect(code).toContain('fetch(');
    expect(code).toContain('https://api.chapu.example/goods/list');
    expect(code).not.toContain('swan.request');
  });

  it.each(bundlerNames)('stand in the example for %s with what it is built by', (name) => {
    const folder = path.join(root, 'examples/bundlers', name);
    const { devDependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
    const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest & { version: string };
    const { cygnet, ...others } = devDependencies;
    expect(cygnet).toBe(`^${own.version}`);
    for (const [dependency, range] of Object.entries(others)) {
      expect(range).toBe(`^${own.devDependencies[dependency] ?? ''}`);
    }
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    expect(readme).toContain(`\`${configs[name]}\` 里的插件`);
    expect(readme).toContain(`The plugin in \`${configs[name]}\``);
  });
});

/** Whatever was written, wherever the bundler writes by itself. */
function built(folder: string): string {
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?:out|dist)\b.*\.js$/.test(file),
  );
  return written.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
}

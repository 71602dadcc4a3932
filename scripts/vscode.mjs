// In: editors/vscode and the built package. Out: the extension as one file, editors/vscode/dist/cygnet.vsix, with a cygnet of its own in it:
// `code --install-extension` takes it. Needs no network.
// Builds dist first where it is older than its sources.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);
const extension = path.join(root, 'editors/vscode');
const dist = path.join(extension, 'dist');
const staged = path.join(dist, 'staged');
const vsix = path.join(dist, 'cygnet.vsix');

const built = spawnSync(process.execPath, ['scripts/build.mjs', '--if-needed'], { cwd: root, stdio: 'inherit' });
if (built.status === 0) await pack();
else process.exitCode = 1;

async function pack() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  const texts = ['package.nls.json', 'package.nls.zh-cn.json', 'l10n'];
  for (const file of ['package.json', ...texts, 'README.md', 'LICENSE', 'icon.png']) {
    cpSync(path.join(extension, file), path.join(staged, file), { recursive: true });
  }
  await build({
    absWorkingDir: extension,
    entryPoints: ['src/extension.ts'],
    outfile: path.join(staged, 'dist/extension.cjs'),
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  copyServer(path.join(staged, 'server'));
  // What is staged is what goes in: nothing is looked up, and nothing is left out.
  const manifest = JSON.parse(readFileSync(path.join(staged, 'package.json'), 'utf8'));
  writeFileSync(path.join(staged, 'package.json'), JSON.stringify({ ...manifest, private: undefined }, null, 2));
  await createVSIX({ cwd: staged, packagePath: vsix, dependencies: false, allowMissingRepository: true });
  rmSync(staged, { recursive: true, force: true });
  console.log(path.relative(root, vsix));
}

/** The package as npm would install it, with what it depends on. */
function copyServer(server) {
  const { files, dependencies, version, type } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const name of files.filter((one) => !one.startsWith('!'))) {
    cpSync(path.join(root, name), path.join(server, name), {
      recursive: true,
      filter: (file) => !/[\\/]dist[\\/]\.|\.d\.c?ts$/.test(file),
    });
  }
  writeFileSync(path.join(server, 'package.json'), JSON.stringify({ name: 'cygnet', version, type }));
  for (const [name, folder] of closureOf(Object.keys(dependencies), root)) {
    cpSync(folder, path.join(server, 'node_modules', name), {
      recursive: true,
      dereference: true,
      filter: (file) => !/\.(?:d\.[cm]?ts|map|md)$/.test(file) || /licen[cs]e/i.test(file),
    });
  }
}

/** The folders of packages and of all that they depend on, by name. */
function closureOf(names, from, known = new Map()) {
  for (const name of names) {
    if (known.has(name)) continue;
    const places = createRequire(path.join(from, 'package.json')).resolve.paths(name) ?? [];
    const folder = places.map((one) => path.join(one, name)).find((one) => existsSync(path.join(one, 'package.json')));
    if (folder === undefined) throw new Error(`${name} is not installed`);
    known.set(name, folder);
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    closureOf(Object.keys(dependencies), folder, known);
  }
  return known;
}

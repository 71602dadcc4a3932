// In: src, transforms and cli. Out: dist: the library and the command line, bundled together with the packages that they
// use on the common path (esbuild), in parts that are loaded when they are needed; only what package.json lists as a dependency
// stays outside. Beside them the plugins of the bundlers, the shims as modules to import, declarations of each, and the licences of
// what was bundled.
// `--if-needed` does nothing when dist is newer than everything that it is made from; `--no-types` makes what runs and no more.
// Replaces file by file and removes what has no source any more, so that a program that runs sees a whole dist.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleTypes } from './bundle-types.mjs';
import { fewParts } from './few-parts.mjs';
import { importSources } from './import-sources.mjs';
import { leanCommander } from './lean-commander.mjs';
import { leanTraverse } from './lean-traverse.mjs';
import { leanUnplugin } from './lean-unplugin.mjs';
import { packagesApart } from './packages-apart.mjs';
import { pageTexts } from './page-texts.mjs';
import { bundlers, pluginTypes } from './plugin-types.mjs';
import { runtimeModules, runtimeTypes } from './runtime-package.mjs';

const root = path.dirname(import.meta.dirname);
const dist = path.join(root, 'dist');
/** What a plugin of a bundler may be told. */
const buildSettings = 'src/workspace/build-settings.ts';
const stamp = path.join(dist, '.built');
/** What can be imported and required, and what is run. */
const libraries = {
  index: 'src/index.ts',
  workspace: 'src/workspace/index.ts',
  eslint: 'src/integrations/eslint/index.ts',
};
const programs = { 'cli/main': 'cli/main.ts', 'eslint-thread': 'src/integrations/eslint/thread.ts' };
/** What the command line loads of itself when it moves a file: to name the command, to read what is to be done, and the compiler. */
const stages = [['cli/run.ts'], ['cli/run-migrate.ts'], ['src/core.ts']];
/** Whoever requires it has it as the module itself. */
const defaultExport = /^export \{\s+(\w+) as default,\s+\};$/m;
const hasTypes = !process.argv.includes('--no-types');
const inputs = ['src', 'transforms', 'cli', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

if (!process.argv.includes('--if-needed') || !isFresh()) process.exitCode = (await build()) ? 0 : 1;

async function build() {
  if (!hasTypes) return (await Promise.all([bundlePrograms(), writeRuntime()])).every(Boolean);
  const startedAt = Date.now();
  // No step needs what another one made, and hearing of every fault at once saves a round.
  const results = await Promise.all([
    ...[declareLibrary(), isStoredRuntimeCurrent()],
    ...[bundlePrograms(), writeRuntime()],
  ]);
  const isDone = results.every(Boolean);
  if (isDone) writeFileSync(stamp, `${startedAt}\n`);
  return isDone;
}

/** The text of the shim that the library carries must be what the shim's modules say now. */
function isStoredRuntimeCurrent() {
  const script = path.join(root, 'scripts/store-runtime.mjs');
  return existsSync(script) ? isRunFine(script, '--check') : true;
}

/** One file declares a library; whoever imports it and whoever requires it look for a name of their own, and one leads to the other. */
async function declareLibrary() {
  if (!existsSync(path.join(root, 'src/index.ts'))) return true;
  for (const folder of ['src', 'transforms']) removeOrphans(folder);
  if (!(await isRunFine('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'))) return false;
  const types = path.join(dist, '.types');
  try {
    for (const [name, source] of Object.entries(libraries)) {
      if (!existsSync(path.join(root, source))) continue;
      const text = bundleTypes(types, source.replace(/\.ts$/, '.d.ts'));
      const hasDefault = defaultExport.test(text);
      // before: export { plugin as default };
      // after:  export = plugin;
      replaceFile(path.join(dist, `${name}.d.cts`), text.replace(defaultExport, 'export = $1;'), 0o644);
      replaceFile(path.join(dist, `${name}.d.ts`), hasDefault ? text : `export * from './${name}.cjs';\n`, 0o644);
    }
    if (existsSync(path.join(root, buildSettings))) {
      writeFiles('', pluginTypes(bundleTypes(types, buildSettings.replace(/\.ts$/, '.d.ts'), ['BuildOptions'])));
    }
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** What the files of a program import that a bundler moves: it takes the sources, and no part of dist. */
async function writeRuntime() {
  if (!existsSync(path.join(root, 'src/shim/shim.ts'))) return true;
  const linker = await importSources(
    'runtime-package',
    "export * from './src/shim/shim.ts'; export { targetNames } from './src/targets.ts';",
  );
  writeFiles('runtime', runtimeModules(linker));
  if (hasTypes) writeFiles('runtime', runtimeTypes(linker, path.join(dist, 'runtime')));
  return true;
}

/** Declarations whose source is gone, and the compiler's memory with them, which would not notice. */
function removeOrphans(folder) {
  const types = path.join(dist, '.types');
  for (const file of filesBelow(path.join(types, folder))) {
    const source = path.join(root, path.relative(types, file)).replace(/\.d\.ts$/, '.ts');
    if (!existsSync(source)) rmSync(file);
  }
  if (!existsSync(path.join(types, folder))) rmSync(path.join(types, '.tsbuildinfo'), { force: true });
}

async function bundlePrograms() {
  const entryPoints = Object.entries({ ...libraries, ...programs, ...pluginEntries() }).flatMap(([out, file]) =>
    existsSync(path.join(root, file)) ? [{ in: file, out }] : [],
  );
  const bundler = await import('esbuild');
  const scriptInputs = [];
  const result = await bundler
    .build({
      absWorkingDir: root,
      entryPoints,
      outdir: dist,
      bundle: true,
      splitting: true,
      // esprima is recast's own parser, which is asked for only by who parses with recast.
      external: [...Object.keys(readManifest().dependencies ?? {}), 'esprima'],
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      chunkNames: 'parts/[name]-[hash]',
      minifySyntax: true,
      minifyWhitespace: true,
      // Chinese as it is: escaped it would be twice as long.
      charset: 'utf8',
      legalComments: 'none',
      metafile: true,
      plugins: [
        fewParts(bundler, stages),
        packagesApart(bundler, path.join(dist, 'parts'), [leanTraverse()]),
        leanCommander(),
        leanUnplugin(),
        shortNames(bundler),
        pageTexts(bundler, (inputs) => scriptInputs.push(...inputs)),
      ],
      write: false,
    })
    .catch(() => undefined); // esbuild has printed the errors
  if (!result) return false;
  const written = new Set();
  for (const file of result.outputFiles) {
    const isMain = file.path === path.join(dist, 'cli/main.js');
    // Its compilers look for these by that name.
    const place = file.path.includes(`${path.sep}loaders${path.sep}`) ? file.path.replace(/js$/, 'mjs') : file.path;
    const isShort = file.path.endsWith('.cjs');
    const isForeign = isFromPackages(result.metafile.outputs[path.relative(root, file.path).split(path.sep).join('/')]);
    const text = runnable(isForeign && !isShort ? await shortened(bundler, file.text) : file.text);
    replaceFile(place, (isMain ? '#!/usr/bin/env node\n' : '') + text, isMain ? 0o755 : 0o644);
    written.add(place);
  }
  for (const name of [...Object.keys(libraries), ...bundlers]) {
    const text = result.outputFiles.find((file) => file.path === path.join(dist, `${name}.js`))?.text;
    if (text === undefined) continue;
    const member = / as default\b/.test(text) ? '.default' : '';
    const file = path.join(dist, `${name}.cjs`);
    replaceFile(file, `'use strict';\n\nmodule.exports = require('./${name}.js')${member};\n`, 0o644);
    written.add(file);
  }
  const licences = licencesOf([...Object.keys(result.metafile.inputs), ...scriptInputs]);
  if (licences !== '') replaceFile(path.join(dist, 'LICENSES.txt'), licences, 0o644);
  for (const file of filesBelow(dist)) if (isProgram(file) && !written.has(file)) rmSync(file);
  return true;
}

/** The plugins, and the loaders that unplugin names to webpack and rspack by the path from its own file. */
function pluginEntries() {
  const loaders = ['webpack', 'rspack'].flatMap((compiler) =>
    ['load', 'transform'].map((name) => `${compiler}/loaders/${name}`),
  );
  return {
    ...Object.fromEntries(bundlers.map((name) => [name, `src/integrations/${name}.ts`])),
    ...(existsSync(path.join(root, 'src/integrations')) &&
      Object.fromEntries(loaders.map((name) => [`parts/${name}`, `node_modules/unplugin/dist/${name}.mjs`]))),
  };
}

/** Declarations, the shims and what begins with a dot are made elsewhere. */
function isProgram(file) {
  return /^(?!\.|runtime\b).*\.[cm]?js$/.test(path.relative(dist, file));
}

/** What packages call their own variables tells nobody anything; our own names stay, so that a fault can be reported. */
function shortNames({ transform }) {
  return {
    name: 'short-names',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path: file }) => {
        const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'js', minifyIdentifiers: true });
        return { contents: code, loader: 'js' };
      });
    },
  };
}

/** Most of a part is from packages: there the size counts more than our own names in a trace. */
function isFromPackages({ inputs, bytes }) {
  const foreign = Object.entries(inputs).filter(([input]) => input.includes('node_modules/'));
  return foreign.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) > bytes * 0.5;
}

async function shortened({ transform }, text) {
  const short = {
    minifyIdentifiers: true,
    minifyWhitespace: true,
    charset: 'utf8',
    format: 'esm',
    target: 'node20.19',
  };
  return (await transform(text, { ...short, legalComments: 'none' })).code;
}

/** The packages that were written for require ask for Node's own modules with it. */
function runnable(text) {
  if (!text.includes('Dynamic require of')) return text;
  return `import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);\n${text}`;
}

/** Whoever passes a package on passes its licence on. */
function licencesOf(inputs) {
  const packages = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[0] ?? []),
  );
  /** Packages of one house have one text. */
  const namesByText = new Map();
  for (const folder of [...packages].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((one) => /^licen[cs]e/i.test(one));
    const text = file === undefined ? '' : readFileSync(path.join(root, folder, file), 'utf8').trim();
    namesByText.set(text, [...(namesByText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...namesByText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

function readManifest() {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
}

/** @returns the paths */
function writeFiles(folder, texts) {
  return Object.entries(texts).map(([name, text]) => {
    const file = path.join(dist, folder, name);
    replaceFile(file, text, 0o644);
    return file;
  });
}

function replaceFile(file, text, mode) {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, text, { mode });
  renameSync(fresh, file);
}

/** Runs a script; what it prints comes out in one piece. */
function isRunFine(script, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.resolve(root, script), ...args], { cwd: root });
    const printed = { stdout: [], stderr: [] };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => printed[name].push(chunk));
    child.on('error', (error) => printed.stderr.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      for (const name of ['stdout', 'stderr']) process[name].write(Buffer.concat(printed[name]));
      resolve(code === 0);
    });
  });
}

function isFresh() {
  if (!existsSync(stamp)) return false;
  const builtAt = Number(readFileSync(stamp, 'utf8'));
  return inputs.every((input) => newestChange(path.join(root, input)) < builtAt);
}

/** Folders count too: theirs is the only time that changes when a file goes away. */
function newestChange(file) {
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status) return 0;
  const inside = status.isDirectory() ? readdirSync(file).map((name) => newestChange(path.join(file, name))) : [];
  return Math.max(status.mtimeMs, ...inside);
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

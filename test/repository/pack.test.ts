// In: a clone with its development dependencies, in which nothing was built. Out: whether what npm packs there holds what its
// manifest promises and nothing of the workshop, weighs what it may, and works in an empty project: started, imported,
// required, and for the compiler. What the library and the program do is tested elsewhere.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFormats } from '../../src/workspace/choices.ts';
import { packageName } from '../../scripts/import-rules.mjs';
import { targetNames } from '../../src/targets.ts';
import { files, read, root } from './files.ts';

interface Manifest {
  version: string;
  bin: Record<string, string>;
  exports: Record<string, unknown>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-pack-')));
const clone = path.join(folder, 'clone');
const project = path.join(folder, 'project');
const installed = path.join(project, 'node_modules/cygnet');
let tarball: string;

beforeAll(() => {
  for (const file of files) cpSync(path.join(root, file), path.join(clone, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'), 'junction');
  const { status, stderr } = run('npm', ['pack', '--pack-destination', folder], clone);
  if (status !== 0) throw new Error(`npm pack failed:\n${stderr}`);
  tarball = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', installed, '--strip-components', '1'], folder);
  // What npm would fetch is here already, in the versions that the lock file names.
  for (const name of [...Object.keys(manifest.dependencies), 'typescript', 'eslint']) {
    mkdirSync(path.dirname(path.join(project, 'node_modules', name)), { recursive: true });
    symlinkSync(path.join(root, 'node_modules', name), path.join(project, 'node_modules', name), 'junction');
  }
  writeFileSync(path.join(project, 'package.json'), '{}');
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what npm packs in a fresh clone', () => {
  it('holds everything that its manifest names', () => {
    const promised = [...Object.values(manifest.bin), ...filesIn(manifest.exports)];
    expect(promised.length).toBeGreaterThan(6);
    expect(promised.flatMap(withTargets).filter((file) => !existsSync(path.join(installed, file)))).toEqual([]);
    for (const file of ['LICENSE', 'README.md']) expect(existsSync(path.join(installed, file)), file).toBe(true);
  });

  it('holds the pages that editors open at a code', () => {
    const pages = ['diagnostics.md', 'editors.md'].flatMap((page) => [page, `zh-CN/${page}`]);
    expect(pages.filter((page) => !existsSync(path.join(installed, 'docs', page)))).toEqual([]);
  });

  it('holds nothing of the workshop', () => {
    const ours = /^(src|cli|transforms|test|scripts|examples|node_modules|\.)|\.tsbuildinfo$|\/\./;
    expect(filesBelow(installed).filter((file) => ours.test(file))).toEqual([]);
  });

  it('imports nothing but Node, its own files and what it depends on', async () => {
    // recast asks for its own parser only where someone parses with it, and cygnet prints.
    // axios is for whoever moves to it to install.
    const peers = Object.keys(manifest.peerDependencies);
    const known = new Set([...builtinModules, ...Object.keys(manifest.dependencies), ...peers, 'esprima']);
    const { metafile } = await build({
      entryPoints: [...filesIn(manifest.exports), ...Object.values(manifest.bin)].filter((file) =>
        file.endsWith('.js'),
      ),
      absWorkingDir: installed,
      outdir: folder,
      bundle: true,
      write: false,
      metafile: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
    const packages = imports.filter(({ external, path: name }) => external && !name.startsWith('node:'));
    expect(packages.length).toBeGreaterThan(0);
    expect(
      [...new Set(packages.map(({ path: name }) => packageName(name)))].filter((name) => !known.has(name)),
    ).toEqual([]);
  });

  it('names the licence of each package that it holds', () => {
    const licences = readFileSync(path.join(installed, 'dist/LICENSES.txt'), 'utf8');
    for (const name of ['@babel/parser', '@babel/traverse', 'recast', 'commander']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d.*\\(MIT\\)$`, 'm'));
    }
    expect(licences).not.toContain('undefined');
  });

  it('weighs less than 20 MB with all that npm installs beside it', () => {
    const all = closureOf(Object.keys(manifest.dependencies));
    expect(all.size).toBeGreaterThanOrEqual(Object.keys(manifest.dependencies).length);
    const bytes = [installed, ...all.values()].reduce((sum, one) => sum + bytesBelow(one), 0);
    expect(bytes).toBeLessThan(20_000_000);
    expect([...all.keys()].filter((name) => name.startsWith('@babel/'))).toEqual([]);
  });

  it('leads from a code that ESLint shows to its page', () => {
    const script = `
      import cygnet from 'cygnet/eslint';
      import { Linter } from 'eslint';
      const config = [cygnet.configs.recommended, { rules: { 'cygnet/no-swan-network': ['error', { to: 'fetch' }] } }];
      console.log(new Linter().verify('swan[name]({});', config, 'new.js')[0]?.message);
    `;
    const { stdout, stderr } = run(process.execPath, ['--input-type=module', '-e', script], project);
    expect(stdout, stderr).toMatch(/\(dynamic-name: file:.*\/docs\/diagnostics\.md#dynamic-name\)$/m);
  });

  it('is a package without a fault to publint and to attw', async () => {
    const bytes = readFileSync(tarball);
    const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    expect((await publint({ pack: { tarball: data }, strict: true })).messages).toEqual([]);
    const found = await checkPackage(createPackageFromTarballData(new Uint8Array(bytes)));
    expect(found.types && 'problems' in found ? found.problems : found).toEqual([]);
  });
});

describe('in an empty project', () => {
  const call = "rewrite('swan.onSocketOpen(f);', { target: 'wx' }).code";

  it('it can be started', () => {
    const main = path.join(installed, manifest.bin['cygnet'] ?? '');
    expect(node(main, '--version')).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
    writeFileSync(path.join(project, 'a.js'), "swan.request({ url: 'https://example.com/' });\n");
    expect(node(main, 'migrate', 'a.js', '--to', 'fetch').stdout).toContain('+send(signal => fetch(');
    const reports = [...reportFormats];
    const wishes = reports.flatMap((format) => ['--report', `${format}=report.${format}`]);
    expect(node(main, 'scan', 'a.js', ...wishes).status).toBe(0);
    expect(reports.filter((format) => !existsSync(path.join(project, `report.${format}`)))).toEqual([]);
  });

  it('it can be imported', () => {
    const code = `import { rewrite } from 'cygnet'; console.log(${call});`;
    expect(node('--input-type=module', '--eval', code)).toMatchObject({ status: 0, stdout: 'wx.onSocketOpen(f);\n' });
  });

  it('it has a plugin for ESLint', () => {
    const say = 'console.log(Object.keys(plugin.rules).join());';
    const wanted = { status: 0, stdout: 'no-swan-network\n' };
    const esm = `import plugin from 'cygnet/eslint'; ${say}`;
    expect(node('--input-type=module', '--eval', esm)).toMatchObject(wanted);
    const cjs = `const plugin = require('cygnet/eslint'); ${say}`;
    expect(node('--input-type=commonjs', '--eval', cjs)).toMatchObject(wanted);
  });

  it('it can be required', () => {
    const code = `const { rewrite } = require('cygnet'); console.log(${call});`;
    const { status, stdout, stderr } = node('--input-type=commonjs', '--eval', code);
    expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: 'wx.onSocketOpen(f);\n' });
  });

  it('it follows swan across files', () => {
    writeFileSync(path.join(project, 'api.js'), 'export const api = swan;\n');
    writeFileSync(path.join(project, 'page.js'), "import { api } from './api.js';\napi.onSocketOpen(f);\n");
    const main = path.join(installed, manifest.bin['cygnet'] ?? '');
    expect(node(main, 'migrate', 'api.js', 'page.js', '--to', 'wx').stdout).toContain('+wx.onSocketOpen(f);');
  });

  it.each([
    ['node16', ['a.mts', 'a.cts']],
    ['nodenext', ['a.mts', 'a.cts']],
    ['bundler', ['a.ts']],
  ])('it has types under %s, for import and require', (resolution, modules) => {
    const program = `
      import { defineConfig, linkShim, loadProject, rewrite, type Config, type Output, type Site } from 'cygnet';
      const done: Output = rewrite('', { target: 'fetch', sockets: 'many' });
      const sites: readonly Site[] = done.sites;
      const config: Config = defineConfig({ to: 'axios' });
      const shim: string = linkShim({ target: 'wx', names: [], module: 'esm', typescript: true });
      // @ts-expect-error there is no such target
      rewrite('', { target: 'none' });
      import { memoryFiles, openWorkspace, type FileResult, type Workspace } from 'cygnet/workspace';
      const files = memoryFiles(new Map([['/a.js', '']]));
      const opened: Promise<Workspace> = openWorkspace({ cwd: '/', target: 'wx', detail: { hasText: true } }, { files });
      const textOf = ({ after }: FileResult): string => after ?? '';
      // @ts-expect-error there is no such target
      void openWorkspace({ cwd: '/', target: 'none' }, { files });
      export { config, loadProject, opened, shim, sites, textOf };
    `;
    for (const file of modules) writeFileSync(path.join(project, file), program);
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--module'];
    const module = resolution === 'bundler' ? ['esnext', '--moduleResolution', 'bundler'] : [resolution];
    const tsc = path.join(project, 'node_modules/typescript/bin/tsc');
    expect(node(tsc, ...options, ...module, ...modules)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('its plugin is one to the types of ESLint', () => {
    const text = `
      import cygnet from 'cygnet/eslint';
      import { defineConfig } from 'eslint/config';
      export default defineConfig([cygnet.configs.recommended, { plugins: { cygnet } }]);
    `;
    for (const file of ['lint.mts', 'lint.cts']) writeFileSync(path.join(project, file), text);
    const tsc = path.join(project, 'node_modules/typescript/bin/tsc');
    const options = ['--strict', '--noEmit', '--skipLibCheck', '--module', 'nodenext', '--esModuleInterop'];
    expect(node(tsc, ...options, 'lint.mts', 'lint.cts')).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

function node(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return run(process.execPath, args, project);
}

function run(command: string, args: readonly string[], cwd: string) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell });
  return { status, stdout, stderr };
}

/** `dist/runtime/*.js` stands for one of each target. */
function withTargets(file: string): string[] {
  return file.includes('*') ? targetNames.map((target) => file.replace('*', target)) : [file];
}

/** Every file that the conditions of an export lead to. */
function filesIn(entry: unknown): string[] {
  if (typeof entry === 'string') return [entry];
  return Object.values(entry as object).flatMap(filesIn);
}

function filesBelow(top: string): string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(top, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

function bytesBelow(top: string): number {
  return filesBelow(top)
    .filter((file) => !file.startsWith('node_modules/'))
    .reduce((sum, file) => sum + lstatSync(path.join(top, file)).size, 0);
}

/** The folders of packages and of all that they depend on, by name. */
function closureOf(names: readonly string[], from = root, known = new Map<string, string>()): Map<string, string> {
  for (const name of names) {
    if (known.has(name)) continue;
    const at = createRequire(path.join(from, 'package.json')).resolve.paths(name) ?? [];
    const place = at.map((one) => path.join(one, name)).find((one) => existsSync(path.join(one, 'package.json')));
    if (place === undefined) throw new Error(`${name} is not installed`);
    known.set(name, place);
    const { dependencies = {} } = JSON.parse(
      readFileSync(path.join(place, 'package.json'), 'utf8'),
    ) as Partial<Manifest>;
    closureOf(Object.keys(dependencies), place, known);
  }
  return known;
}

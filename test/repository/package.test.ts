// In: package.json, package-lock.json and the imports of all code.
// Out: whether what is listed is used, what is used is listed, and the lock file says the same as the package.
// Asks no registry.

import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';
import { packageName } from '../../scripts/import-rules.mjs';
import { codeFiles, files, isThere, read } from './files.ts';
import { specifiersOf } from './specifiers.ts';

type Versions = Record<string, string>;

interface Manifest {
  name: string;
  version: string;
  license: string;
  engines: Versions;
  dependencies: Versions;
  devDependencies: Versions;
  overrides: Versions;
  scripts: Versions;
}

interface Lock {
  name: string;
  version: string;
  packages: Record<string, Partial<Manifest> & { version: string; resolved?: string; integrity?: string }>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const lockText = read('package-lock.json');
const lock = JSON.parse(lockText) as Lock;

const shipped = codeFiles.filter((file) => /^(src|transforms|cli)\//.test(file));
const builtins = new Set(builtinModules);

describe('package.json', () => {
  it('lists no dependency that the shipped code does not import', () => {
    const imported = packagesOf(shipped);
    expect(Object.keys(manifest.dependencies).filter((name) => !imported.has(name))).toEqual([]);
  });

  it('lists no development dependency that nothing names', () => {
    const texts = files
      .filter((file) => /\.(tsx?|mjs|js|json)$/.test(file) && !/^(package(-lock)?\.json$|examples\/)/.test(file))
      .map(read);
    const isNamed = (name: string): boolean => {
      const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
      const mention = new RegExp(`['"\`](node_modules\\/)?${escaped}(\\/[^'"\`]*)?['"\`]`);
      return texts.some((text) => mention.test(text));
    };
    const idle = Object.keys(manifest.devDependencies).filter((name) => !isNamed(name) && !isNamed(typed(name)));
    expect(idle).toEqual([]);
  });

  it('lists every package that the shipped code imports', () => {
    // The shim's client comes from the program that the shim goes into.
    const own = shipped.filter((file) => !file.startsWith('src/runtime/'));
    const listed = { ...manifest.dependencies, ...manifest.devDependencies };
    expect([...packagesOf(own)].filter((name) => !(name in listed))).toEqual([]);
  });

  it('lists every package that tests and scripts import', () => {
    // The editor hands its own to its extensions.
    const bench = JSON.parse(read('bench/package.json')) as Pick<Manifest, 'devDependencies'>;
    const listed = { ...manifest.dependencies, ...manifest.devDependencies, ...bench.devDependencies, vscode: '' };
    expect([...packagesOf(codeFiles)].filter((name) => !(name in listed))).toEqual([]);
  });

  it('names one version of each', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
    const exact = /^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
    expect(Object.entries(all).filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  it('has scripts that lead to files', () => {
    const scripts = Object.values(manifest.scripts).flatMap((script) => /^node (\S+)/.exec(script)?.[1] ?? []);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(isThere(script), script).toBe(true);
  });

  it('is under the licence that lies beside it', () => {
    expect(manifest.license).toBe('MIT');
    expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} the cygnet authors\n/);
  });
});

describe('package-lock.json', () => {
  it('is in step with package.json', () => {
    const own = lock.packages[''];
    expect(lock).toMatchObject({ name: manifest.name, version: manifest.version });
    expect(own).toMatchObject({ version: manifest.version, license: manifest.license, engines: manifest.engines });
    expect(own?.dependencies).toEqual(manifest.dependencies);
    expect(own?.devDependencies).toEqual(manifest.devDependencies);
  });

  it('holds the versions that package.json names', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
    for (const [name, version] of Object.entries(all)) {
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version.replace(/^npm:.+@/, ''));
    }
  });

  it('says what each package must hash to, and not where it was taken from', () => {
    expect(lockText).not.toContain('"resolved"');
    expect(lockText).not.toMatch(/https?:\/\/[^"]*\.tgz/);
    const unhashed = Object.entries(lock.packages).filter(([place, entry]) => place !== '' && !entry.integrity);
    expect(unhashed.map(([place]) => place)).toEqual([]);
  });
});

function packagesOf(list: readonly string[]): Set<string> {
  return new Set(
    list
      .flatMap(specifiersOf)
      .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtins.has(name))
      .map(packageName),
  );
}

/** `@types/babel__traverse` is about `@babel/traverse`. */
function typed(name: string): string {
  const about = name.replace(/^@types\//, '');
  return about.includes('__') ? `@${about.replace('__', '/')}` : about;
}

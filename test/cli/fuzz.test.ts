// Journals, configs, ignore files and baselines of any content: each is understood or refused in words. Most of it inside this
// process, where there is time for many; what is worst in one project at once on the real binary.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readBaseline, withNewSites } from '../../cli/commands/baseline.ts';
import { disk } from '../../src/workspace/disk/disk.ts';
import { findConfig } from '../../src/workspace/disk/config.ts';
import { Failure } from '../../src/workspace/failure.ts';
import { isIgnored, readRules } from '../../src/workspace/search/ignore-rules.ts';
import { noHosts } from '../../src/workspace/file-result.ts';
import { undoLastRun } from '../../cli/write/undo.ts';
import { addFiles, cygnet, makeProject, plainCall, read, snapshot } from './command-line.ts';

const runs = Number(process.env.CYGNET_FUZZ ?? 300);

/** JSON that has, here and there, the keys and the values of the real thing. */
function near(keys: readonly string[], values: readonly unknown[]): fc.Arbitrary<unknown> {
  const key = fc.oneof(
    fc.constantFrom(...keys),
    fc.constantFrom('__proto__', 'constructor', 'toString', ''),
    fc.string(),
  );
  const leaf = fc.oneof(fc.constantFrom(...values), fc.jsonValue());
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('tree')), { maxLength: 6 }).map((pairs) => {
        const made: Record<string, unknown> = {};
        for (const [name, value] of pairs)
          Object.defineProperty(made, name, { value, enumerable: true, configurable: true });
        return made;
      }),
    ),
  }));
  return tree;
}

function textOf(content: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: content.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: content.map((value) => `\ufeff${JSON.stringify(value).slice(0, -1)}`) },
  );
}

async function isToldInWords(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.parts.what).not.toBe('');
  }
}

const hash = 'a'.repeat(64);
const entry = { file: 'a.js', isShim: false, before: hash, after: hash, mode: 420, folders: [] };

describe('whatever is in', () => {
  it('a journal, nothing changes outside of it', { timeout: 120_000 }, async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, '.cygnet/runs/000001/before/0': 'x' });
    const file = path.join(cwd, '.cygnet/runs/000001/journal.json');
    const keys = ['version', 'born', 'entries', ...Object.keys(entry)];
    const values = [2, Date.now(), entry, [entry], hash, '../a.js', '/a.js', 'a.js', 'p/a.js', -1, 1e308, 0o7777];
    const entries = fc.array(
      fc.oneof(
        near(keys, values),
        fc
          .record({ file: fc.constantFrom('a.js', '../x.js', 'b/../../x.js', '.git/x.js') })
          .map((odd) => ({ ...entry, ...odd })),
      ),
      { maxLength: 3 },
    );
    const journal = fc.oneof(
      near(keys, values),
      entries.map((all) => ({ version: 2, born: Date.now(), entries: all })),
    );
    await fc.assert(
      fc.asyncProperty(textOf(journal), async (text) => {
        writeFileSync(file, text);
        await isToldInWords(() => undoLastRun(cwd, false));
        await isToldInWords(() => undoLastRun(cwd, true));
        expect(read(cwd, 'a.js')).toBe(plainCall);
        mkdirSync(path.join(cwd, '.cygnet/runs/000001/before'), { recursive: true });
      }),
      { numRuns: runs },
    );
  });

  it('a config, it is taken or refused', { timeout: 120_000 }, async () => {
    const cwd = makeProject({});
    const keys = ['to', 'style', 'shim', 'paths', 'only', 'include', 'report', 'jobs', 'baseline', 'quiet', '$schema'];
    const values = ['fetch', 'json=x', ['pages'], '\0', 1, 1e400, true, 'request', ['request', null]];
    await fc.assert(
      fc.asyncProperty(
        textOf(near(keys, values)),
        fc.constantFrom('cygnet.config.json', 'package.json'),
        async (text, name) => {
          writeFileSync(path.join(cwd, name), name === 'package.json' ? `{"cygnet":${text}}` : text);
          await isToldInWords(() => findConfig(cwd, name, () => undefined));
        },
      ),
      { numRuns: runs },
    );
  });

  it('a baseline, it is taken or refused', { timeout: 120_000 }, async () => {
    const cwd = makeProject({});
    const file = path.join(cwd, 'baseline.json');
    const values = [1, { request: 1 }, { 'a.js': { request: 2 } }, -1, 0.5, 'x'];
    const baseline = fc.oneof(
      near(['version', 'calls', 'a.js', 'request'], values),
      near(['a.js', 'request'], values).map((calls) => ({ version: 1, calls })),
    );
    await fc.assert(
      fc.asyncProperty(textOf(baseline), async (text) => {
        writeFileSync(file, text);
        await isToldInWords(async () => {
          const known = await readBaseline(file);
          for (const name of ['a.js', '__proto__', 'constructor']) {
            const result = {
              file: name,
              path: path.join(cwd, name),
              status: 'unchanged',
              sites: [],
              diagnostics: [],
            } as const;
            const rest = {
              hosts: noHosts,
              others: {},
              origins: [],
              wrappers: [],
              shim: [],
              module: 'cjs',
              typescript: false,
            };
            withNewSites({ ...result, ...rest, module: 'cjs' }, known, cwd);
          }
        });
      }),
      { numRuns: runs },
    );
  });

  it('an ignore file, every path is ignored or not', { timeout: 120_000 }, () => {
    const cwd = makeProject({});
    const piece = fc.constantFrom(
      'a',
      '*',
      '**',
      '/',
      '!',
      '\\',
      '[',
      ']',
      '[z-a]',
      '[!]',
      '?',
      '#',
      ' ',
      '{',
      '}',
      '(',
      ')',
      '+',
      '^',
      '$',
      '\u0000',
      '中',
      '\r',
    );
    const line = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom('a.js', 'a/b/a.js', '中/[a].js', ' a'),
        (lines, name) => {
          writeFileSync(path.join(cwd, '.gitignore'), lines.join('\n'));
          const rules = readRules(disk, cwd, path.join(cwd, '.gitignore'), undefined);
          expect(typeof isIgnored(rules, path.join(cwd, name), false)).toBe('boolean');
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('the worst of all of them at once, on the real binary', { concurrent: true }, () => {
  const worst: readonly Readonly<Record<string, string | Buffer>>[] = [
    { 'package.json': '[]', 'app.json': '[]', 'tsconfig.json': '[]', '.gitignore': '[\n!\n\\\n**/**/**' },
    {
      'package.json': 'null',
      'app.json': 'null',
      'tsconfig.json': 'null',
      '.gitignore': Buffer.from([0xff, 0xfe, 0x00]),
    },
    {
      'package.json': '{"type":{},"cygnet":null}',
      'app.json': '{"networkTimeout":[]}',
      'tsconfig.json': '{"extends":"./tsconfig.json"}',
    },
    {
      'package.json': Buffer.alloc(100),
      'app.json': '{"networkTimeout":{"request":1e999}}',
      'tsconfig.json': '{"extends":[1,null]}',
    },
    {
      'package.json': '{"__proto__":{"cygnet":{"to":1}}}',
      'app.json': '{"networkTimeout":{"request":-1}}',
      'tsconfig.json': '{"include":1}',
    },
    {
      'package.json': '{"dependencies":7,"type":7}',
      'app.json': '"',
      '.cygnet/runs/000001/journal.json': '{"version":2}',
      'tsconfig.json': '{',
    },
  ];

  it.each(worst.map((files, i) => [i, files] as const))('%i', async (_, files) => {
    const cwd = makeProject({
      'a.js': plainCall,
      'b.ts': plainCall,
      'known.json': '{"version":1,"calls":{"a.js":7}}',
      ...files,
    });
    for (const args of [
      ['scan', '--project', '.'],
      ['check', '--baseline', 'known.json'],
      ['migrate', '--to', 'axios', '--write'],
      ['undo'],
    ]) {
      const { code, stderr } = await cygnet(args, { cwd });
      expect(stderr).not.toMatch(/fault in cygnet|^ +at /m);
      expect([0, 1, 2]).toContain(code);
    }
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() !== 0)('settings that cannot be read', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      'package.json': '{}',
      '.gitignore': 'x',
      'a.js': plainCall,
      'tsconfig.json': '{}',
    });
    for (const name of ['app.json', 'package.json', '.gitignore', 'tsconfig.json']) chmodSync(path.join(cwd, name), 0);
    const before = snapshot(cwd);
    const { code, stderr } = await cygnet(['migrate', '--to', 'fetch'], { cwd, uid: 1234, env: { HOME: '/tmp' } });
    expect(stderr).not.toMatch(/fault in cygnet|^ +at /m);
    expect([0, 1, 2]).toContain(code);
    expect(snapshot(cwd)).toEqual(before);
  });
});

/** One more door: what code hands over as a config may be anything. */
describe('a config that is code', { concurrent: true }, () => {
  it.each([
    'module.exports = null;',
    'throw null;',
    'throw Object.create(null);',
    'throw { toString() { throw 1; } };',
    'module.exports = { get to() { throw new Error("mine"); } };',
    'module.exports = new Proxy({}, { ownKeys() { throw new Error("mine"); } });',
    'module.exports = { to: 7n };',
    'module.exports = { to: Symbol("x") };',
    'const a = {}; a.a = a; module.exports = { to: a };',
    'module.exports = { report: () => {} };',
  ])('%s', async (code) => {
    const cwd = makeProject({ 'cygnet.config.js': code });
    addFiles(cwd, { 'a.js': plainCall });
    const { code: exit, stderr } = await cygnet(['scan'], { cwd });
    expect(stderr).toMatch(/^error: .*cygnet\.config\.js/);
    expect(stderr).not.toMatch(/fault in cygnet/);
    expect(exit).toBe(2);
  });
});

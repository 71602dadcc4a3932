// In: how often each build is run. Out: a table on the standard output: what whole builds take with and without the plugin, in esbuild, Rolldown
// and webpack, of a project without swan, of the example and of the dense corpus. `node bench/builds.mjs [--runs 5] [--size 1]`
// With and without in turn (A B A B …), each a process of its own. Nothing else may run meanwhile.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusOf } from './corpora/corpora.mjs';
import { median, spread } from './measure/figures.mjs';
import { measureInTurn } from './measure/in-turn.mjs';
import { markdownTable } from './report/markdown.mjs';

const root = path.dirname(import.meta.dirname);
const worker = path.join(import.meta.dirname, 'inside/build-once.mjs');
const bundlers = ['esbuild', 'rolldown', 'webpack'];
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, size: { type: 'string', default: '1' } },
});

/** So many modules has the project without swan. */
const plainModules = 1000;

spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--if-needed'], { stdio: ['ignore', 2, 2] });
const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-builds-')));
try {
  const projects = {
    [`without swan, ${plainModules} modules`]: plainProject(path.join(home, 'plain')),
    'the example, 9 modules': copied(path.join(root, 'examples/mini-program'), path.join(home, 'example')),
    'dense (B)': copied(corpusOf('B', Number(values.size)).folder, path.join(home, 'dense')),
  };
  const entries = Object.entries(projects).flatMap(([project, folder]) =>
    bundlers.flatMap((bundler) =>
      ['without', 'with'].map((plugin) => ({
        name: `${project} ${bundler} ${plugin}`,
        command: { file: process.execPath, args: [worker, bundler, folder, plugin] },
        runs: Number(values.runs),
      })),
    ),
  );
  const found = await measureInTurn(entries, (text) => process.stderr.write(`${text}\n`));
  const rows = Object.keys(projects).flatMap((project) =>
    bundlers.map((bundler) => {
      const [without, own] = ['without', 'with'].map((plugin) => found.get(`${project} ${bundler} ${plugin}`));
      const more = median(own.map(({ cpu }) => cpu)) - median(without.map(({ cpu }) => cpu));
      const cells = [without, own].flatMap((runs) => [
        spread(runs.map(({ wall }) => wall)),
        spread(runs.map(({ cpu }) => cpu)),
      ]);
      return [project, bundler, ...cells, more.toFixed(2)];
    }),
  );
  const head = ['project', 'bundler', 'without: s:', 'CPU s:', 'with: s:', 'CPU s:', 'more CPU s:'];
  console.log(markdownTable(head, rows));
} finally {
  rmSync(home, { recursive: true, force: true });
}

function plainProject(folder) {
  mkdirSync(folder);
  for (let i = 0; i < plainModules; i++) {
    const calls = Array.from(
      { length: 20 },
      (_, n) => `export const value${n} = (list) => list.map((item) => item * ${i + n});\n`,
    );
    const next =
      i + 1 < plainModules ? `import { value0 as next } from './m${i + 1}.js';\nexport const later = next;\n` : '';
    writeFileSync(path.join(folder, `m${i}.js`), next + calls.join(''));
  }
  return withEntry(folder);
}

function copied(from, folder) {
  cpSync(from, folder, { recursive: true, filter: (file) => path.basename(file) !== '.git' });
  return withEntry(folder);
}

/** A module that loads all others that are JavaScript: not every bundler reads every TypeScript. */
function withEntry(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.js$/.test(file));
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "built" }');
  writeFileSync(path.join(folder, 'main.js'), files.map((file) => `require('./${file}');\n`).join(''));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/cygnet'), 'junction');
  return folder;
}

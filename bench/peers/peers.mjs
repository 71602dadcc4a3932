// In: nothing. Out: who rewrites the corpora: cygnet first, each with the command that does it and what it says of its work.
// None writes a file: every run begins with the same texts. Packages are those of bench/package.json.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const packages = path.join(import.meta.dirname, '../node_modules');

/**
 * @typedef {ReturnType<typeof import('../corpora/corpora.mjs').corpusOf>} Corpus
 * @typedef {object} Peer
 * @property {string} name what it is chosen by
 * @property {string} title
 * @property {(corpus: Corpus) => import('../measure/process.mjs').Command} command
 * @property {(printed: string) => string} did what it says that it did
 * @property {readonly number[]} [mayEndWith]
 * @property {boolean} [isInstalled] with the packages of the bench
 * @property {boolean} [isSlow] a run of it takes a minute
 * @property {() => string | undefined} [whyNot] what is missing on this machine
 */

/** What is read: the folder, or the one file that is meant. */
const placeIn = ({ folder, only = '' }) => path.join(folder, only);

/** @returns {Peer} */
function script(name, title, more = {}) {
  return {
    name,
    title,
    isInstalled: true,
    command: (corpus) => node(path.join(import.meta.dirname, `${name}.mjs`), placeIn(corpus)),
    did: (printed) => printed.trim(),
    ...more,
  };
}

function node(...args) {
  return { file: process.execPath, args };
}

/** @returns {import('../measure/process.mjs').Command} */
export function cygnet({ folder, only }, target, ...flags) {
  const places = only === undefined ? [] : [only];
  const args = ['migrate', ...places, '--to', target, ...flags];
  return { ...node(path.join(root, 'dist/cli/main.js'), ...args), cwd: folder };
}

/** How many calls its summary counts. */
export function sitesOf(printed) {
  return `${/^ {2}sites {2}(\d+)/m.exec(printed)?.[1] ?? '?'} calls`;
}

const jscodeshiftFlags = [
  ...['--dry', '--cpus=2', '--extensions=js,ts', '--ignore-pattern=**/node_modules/**', '--ignore-pattern=**/dist/**'],
  ...['-t', path.join(import.meta.dirname, 'jscodeshift.cjs')],
];

/** @type {readonly Peer[]} */
export const peers = [
  {
    name: 'cygnet',
    title: 'cygnet `migrate --to wx`',
    command: (corpus) => cygnet(corpus, 'wx'),
    did: sitesOf,
    mayEndWith: [0, 1],
  },
  {
    name: 'babel',
    title: 'bare Babel parse of the files that name swan',
    command: ({ list }) => node(path.join(import.meta.dirname, 'babel.mjs'), list),
    did: () => 'parses',
  },
  {
    name: 'rg-sed',
    title: '`rg` and `sed`: no parser',
    command: (corpus) => ({ file: 'sh', args: [path.join(import.meta.dirname, 'rg-sed.sh'), placeIn(corpus)] }),
    did: (printed) => printed.trim(),
    whyNot: () => (spawnSync('rg', ['--version']).status === 0 ? undefined : 'rg is not installed'),
  },
  {
    name: 'ast-grep',
    title: 'ast-grep `scan`, two rules',
    isInstalled: true,
    command: (corpus) => ({
      file: astGrep(),
      args: ['scan', '--rule', path.join(import.meta.dirname, 'ast-grep.yml'), placeIn(corpus)],
    }),
    did: (printed) => `${printed.match(/^help\[swan-in-/gm)?.length ?? '?'} calls`,
  },
  script('ast-grep-napi', '@ast-grep/napi'),
  script('ts-morph', 'ts-morph, text changes', { isSlow: true }),
  script('recast', 'recast, Babel and its traverse', { isSlow: true }),
  {
    name: 'jscodeshift',
    title: 'jscodeshift, parser tsx, 2 workers',
    isInstalled: true,
    isSlow: true,
    command: (corpus) =>
      node(path.join(packages, 'jscodeshift/bin/jscodeshift.js'), ...jscodeshiftFlags, placeIn(corpus)),
    did: (printed) => `${/^calls: (\d+)/m.exec(printed)?.[1] ?? '?'} calls`,
  },
];

/** The program itself, and not what starts it. */
function astGrep() {
  const scope = path.join(packages, '@ast-grep');
  const folders = existsSync(scope) ? readdirSync(scope).filter((name) => name.startsWith('cli-')) : [];
  return path.join(scope, folders[0] ?? 'cli', process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
}

// Every command and every way to use one wrongly, in Chinese: no line is an English sentence, and none is punctuated as English is. In one
// process: what is printed where is for other tests.

import { beforeAll, expect, it } from 'vitest';

import { addFiles, commitAll, makeProject, plainCall } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

const env = { LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '', GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '' };
let cwd: string;

beforeAll(() => {
  cwd = makeProject({
    'app.json': '{ "networkTimeout": { "request": 5000 } }',
    'package.json': '{ "name": "x" }',
    'pages/list.js': plainCall,
    'pages/up.js':
      "swan.uploadFile({ url: host + '/up', filePath: p, name: 'f', timeout: 5 });\nswan.showToast({ title });\n",
    'pages/chosen.js': `// cygnet-ignore-next-line later\n${plainCall}`,
    'kept.js':
      'let host = swan;\nif (test) host = mock;\nhost.request(o);\nmodule.exports = (name, o) => swan[name](o);\n',
    'broken.js': 'swan.request({',
    'page.html': '<script>swan.request({ url: "https://example.com/" })</script>\n',
    'other.json': '{ "version": 1, "target": "fetch", "sites": [] }',
    'wrong.json': '{ "version": 2, "target": "wx", "sites": [{ "answer": "perhaps" }] }',
    'bad.config.json': '{ "mark": "yes" }',
    'odd.config.json': '{ "makr": true }',
    'half.json': '{ "to": ',
    'notes.txt': 'mine\n',
  });
  commitAll(cwd);
  addFiles(cwd, { 'pages/list.js': `// edited\n${plainCall}` });
});

/** Four words of a sentence one after the other. What a line of a diff or of an example holds is no sentence of ours. */
const english = /(?:\b[a-z]{2,} ){3}[a-z]{2,}\b/;
const isOfProgram = (line: string): boolean => /^(?:[-+@]| {4}| {2}cygnet |diff |new file)/.test(line);
const punctuated = /\p{Script=Han} ?[,;:!?()]|[,;:!?(] ?\p{Script=Han}|\p{Script=Han}\.(?:\s|$)/u;
const glued = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|[，：；、！？] \S/u;

const toWx = ['migrate', '--to', 'wx'];

it.each(
  [
    ...['migrate', 'scan', 'check', 'undo', 'explain', 'lsp', 'completion'].flatMap((name) => [[name, '--help']]),
    ['--help'],
    ['explain'],
    ['scan'],
    ['check'],
    ['migrate', '--to', 'axios'],
    ['migrate', '--to', 'fetch', '--report', 'pretty'],
    ['migrate', '--to', 'fetch', '--report', 'markdown'],
    ['migrate', '--to', 'fetch', '--debug', '--quiet'],
    [...toWx, '--write'],
    [...toWx, '--since', 'HEAD'],
    [...toWx, '--exclude', 'nothing'],
    ['check', '--baseline', 'calls.json', '--update-baseline'],
    ['check', '--baseline', 'calls.json'],
    ['undo'],
    ['migrate'],
    ['migrate', '--to', 'fecth'],
    ['migrate', '--to'],
    ['migrate', '--too'],
    ['migrat'],
    ['undo', 'a', 'b'],
    ['undo', 'nowhere'],
    ['scan', 'nowhere'],
    ['explain', 'relativ-url'],
    ['explain', 'zzzzzzzz'],
    ['check', '--update-baseline'],
    ['check', '--baseline', 'no.json'],
    ['lsp'],
    ['completion'],
    ['completion', 'tcsh'],
    [...toWx, '--only', 'x'],
    [...toWx, '--only', ','],
    [...toWx, '--report', 'x'],
    [...toWx, '--report', 'json='],
    [...toWx, '--report', 'json=notes.txt'],
    [...toWx, '--report', 'step-summary'],
    [...toWx, '--since', 'nowhere'],
    [...toWx, '--project', 'no'],
    [...toWx, '--config', 'no.json'],
    [...toWx, '--config', 'bad.config.json'],
    [...toWx, '--config', 'odd.config.json'],
    [...toWx, '--config', 'half.json'],
    [...toWx, '--shim', '../x.js'],
    [...toWx, '--shim', 'x.txt'],
    [...toWx, '--decisions', 'no.json'],
    [...toWx, '--decisions', 'other.json'],
    [...toWx, '--decisions', 'wrong.json'],
    [...toWx, '--decisions', 'half.json'],
    [...toWx, '--decisions', 'notes.txt'],
    [...toWx, '--stdin'],
    [...toWx, '--stdin-filename', 'a.js'],
    [...toWx, '--stdin', '--stdin-filename', 'a.txt'],
    [...toWx, '--stdin', '--write'],
    [...toWx, '--interactive', '--watch'],
    [...toWx, '--sockets', 'two'],
    [...toWx, '--style', 'own'],
    [...toWx, '--jobs', '0'],
    [...toWx, '--locale', 'fr', 'nowhere'],
  ].map((args) => [args]),
)('%j', async (args) => {
  const { stdout, stderr } = await cygnetHere(args, { cwd, env });
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => !isOfProgram(line));
  expect(lines.join('\n')).toMatch(/\p{Script=Han}/u);
  expect(lines.filter((line) => english.test(line) || punctuated.test(line) || glued.test(line))).toEqual([]);
});

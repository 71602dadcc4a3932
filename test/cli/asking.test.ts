// `--interactive` and `--decisions` on the real program, in a terminal and with lines: what is asked, what the answers do, and where
// they are kept. Times are never asserted.

import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { openAnswers } from '../../cli/asking/answers.ts';
import { questionsOf } from '../../cli/asking/questions.ts';
import { decisionsText } from '../../src/workspace/decisions/format.ts';
import { matchDecisions } from '../../src/workspace/decisions/match.ts';
import { diskMachine } from '../../src/workspace/disk/disk-machine.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';

import { atTerminal, hasTerminal } from './at-terminal.ts';
import { addFiles, cygnet, makeProject, plainCall, read, snapshot } from './command-line.ts';

const three = {
  'a.js': `${plainCall}// between\n${plainCall}`,
  'b.js': "swan.request({ url: 'https://example.com/', timeout: 1 });\n",
};
const toWx = ['migrate', '--to', 'wx'];
const asking = [...toWx, '--interactive'];
const own = '.cygnet/decisions-wx.json';

interface Written {
  sites: Record<string, unknown>[];
}

const decisionsIn = (cwd: string, name = 'd.json'): Written => JSON.parse(read(cwd, name)) as Written;
const answersIn = (cwd: string, name?: string): string[] =>
  decisionsIn(cwd, name).sites.map(({ file, line, answer }) => `${String(file)}:${String(line)} ${String(answer)}`);

describe.skipIf(!hasTerminal)('at a terminal', { concurrent: true }, () => {
  it('one key answers, other keys do nothing, and what was answered is done', async () => {
    const cwd = makeProject(three);
    const terminal = atTerminal([...asking, '--write'], cwd);
    await terminal.asks('1 of 3');
    expect(terminal.raw()).toContain('\u001b[32m+wx.request');
    expect(terminal.text()).toContain('@@ -1,4 +1,4 @@');
    expect(terminal.text()).toContain("\n     url: 'https://example.com/list',");
    terminal.say('\u001b[B\u001b[Cxb\r\u001bOP \u001an'); // arrows, a letter, nothing to go back to, Enter, F1, Ctrl-Z; then no
    await terminal.asks('2 of 3');
    terminal.resize(36);
    terminal.say('ｙ'); // as a Chinese keyboard has it
    await terminal.asks('3 of 3');
    expect(terminal.text()).toMatch(/b\.js:1:45 note 'timeout' has no\n/);
    terminal.say('？');
    await terminal.sees('A note does not change the exit');
    await terminal.sees('Rewrite this call?', 4);
    terminal.say('q');
    expect(await terminal.end()).toBe(1);
    expect(read(cwd, 'a.js')).toBe(`${plainCall}// between\n${plainCall.replace('swan', 'wx')}`);
    expect(read(cwd, 'b.js')).toBe(three['b.js']);
    expect(terminal.text()).toContain('Answers: 1 yes, 1 no, 1 open.');
    expect(terminal.text()).toMatch(/[^-]icanon/); // the terminal is as it was
  }, 60_000);

  it('b goes back, f takes the rest of the file, a takes the rest', async () => {
    const cwd = makeProject({ ...three, 'c.js': plainCall, 'd.js': plainCall });
    const terminal = atTerminal([...asking, '--write', '--decisions', 'd.json'], cwd);
    await terminal.asks('1 of 5');
    terminal.say('n');
    await terminal.asks('2 of 5');
    terminal.say('b');
    await terminal.sees('1 of 5', 2);
    await terminal.asks('Your last answer here: no.');
    terminal.say('f');
    await terminal.asks('3 of 5');
    terminal.say('n');
    await terminal.asks('4 of 5');
    expect(answersIn(cwd)).toEqual(['a.js:1 accept', 'a.js:6 accept', 'b.js:1 reject']);
    terminal.say('a');
    expect(await terminal.end()).toBe(1);
    expect(read(cwd, 'a.js') + read(cwd, 'c.js') + read(cwd, 'd.js')).not.toContain('swan.');
    expect(read(cwd, 'b.js')).toBe(three['b.js']);
    expect(answersIn(cwd)).toHaveLength(5);
  }, 60_000);

  it('Ctrl-C writes nothing, says what was answered, and the same command goes on from there', async () => {
    const cwd = makeProject(three);
    const before = snapshot(cwd);
    const stopped = atTerminal([...asking, '--write'], cwd);
    await stopped.asks('1 of 3');
    stopped.say('y');
    await stopped.asks('2 of 3');
    stopped.say('\u0003');
    expect(await stopped.end()).not.toBe(0);
    expect(stopped.text()).toContain('Stopped. No file of the program was changed.');
    expect(stopped.text()).toContain(`Answers: 1 yes, 0 no, 2 open. They are kept in ${own}.`);
    expect(stopped.text()).toMatch(/[^-]icanon/);
    expect(snapshot(cwd)).toEqual(before);
    const again = atTerminal([...asking, '--write'], cwd, { LANG: 'zh_CN.UTF-8', LC_ALL: '' });
    await again.sees(`3 问中有 1 问已在 ${own} 中有回答`);
    await again.asks('第 2 问，共 3 问');
    again.say('a');
    expect(await again.end()).toBe(0);
    expect(read(cwd, 'a.js') + read(cwd, 'b.js')).not.toContain('swan.');
    expect(() => read(cwd, own)).toThrow(); // what was answered is written
  }, 60_000);

  it('asks once for the socket calls of a program, in all of its files', async () => {
    const files = {
      'app.json': '{}',
      'listen.js': 'swan.onSocketMessage(message => console.log(message.data));\n',
      'open.js': "swan.connectSocket({ url: 'wss://example.com/chat' });\n",
      'z.js': plainCall,
    };
    const cwd = makeProject(files);
    const terminal = atTerminal([...asking, '--write', '--decisions', 'd.json'], cwd);
    await terminal.sees('the 2 socket calls of one program in 2 files');
    await terminal.asks('1 of 2');
    expect(terminal.text()).toContain('+++ b/open.js');
    terminal.say('n');
    await terminal.asks('2 of 2');
    terminal.say('y');
    expect(await terminal.end()).toBe(1);
    expect(read(cwd, 'listen.js') + read(cwd, 'open.js')).toBe(files['listen.js'] + files['open.js']);
    expect(read(cwd, 'z.js')).toContain('wx.request');
    expect(terminal.text()).not.toContain('parted');
    expect(terminal.text()).not.toContain('by hand');
    expect(answersIn(cwd)).toEqual(['listen.js:1 reject', 'open.js:1 reject', 'z.js:1 accept']);
  }, 60_000);

  it('shows how a program below the root will import its shim', async () => {
    const cwd = makeProject({ 'package.json': '{}', 'mini/app.json': '{}', 'mini/pages/a.js': plainCall });
    const terminal = atTerminal(['migrate', '--to', 'fetch', '--interactive', '--shim', 'net.js'], cwd, {}, 20);
    await terminal.sees("require('../../net.js')");
    await terminal.asks('1 of 1');
    terminal.say('y');
    expect(await terminal.end()).toBe(0);
    expect(read(cwd, 'mini/pages/a.js')).toBe(plainCall); // it was a preview
    expect(answersIn(cwd, '.cygnet/decisions-fetch.json')).toEqual(['mini/pages/a.js:1 accept']);
  }, 60_000);
});

describe.skipIf(!hasTerminal)('a command line that does not say where to go', { concurrent: true }, () => {
  it('asks for the target with one key and for the folder, then previews, and names the command line', async () => {
    const cwd = makeProject({
      'package.json': '{}',
      'mini/app.json': '{}',
      'mini/a.js': plainCall,
      'old/b.js': plainCall,
    });
    const terminal = atTerminal([], cwd);
    await terminal.sees('Target, one key');
    expect(terminal.text()).toMatch(/1 {2}fetch .*\n.*2 {2}axios .*\n.*3 {2}wx /);
    terminal.say('x\u001b[A3');
    await terminal.sees('Folder [mini]');
    terminal.say('nowhere\r');
    await terminal.sees('There is no file or folder nowhere.');
    await terminal.sees('Folder [mini]', 2);
    terminal.say('\r');
    expect(await terminal.end()).toBe(0);
    expect(terminal.text()).toContain('The same without a question: cygnet migrate mini --to wx');
    expect(terminal.text()).toContain('+wx.request');
    expect(terminal.text()).not.toContain('b.js');
    expect(read(cwd, 'mini/a.js')).toBe(plainCall);
  }, 60_000);

  it('asks for no folder that is named, and Ctrl-C leaves', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'my pages/a.js': plainCall });
    const named = atTerminal(['migrate', 'my pages', '--write'], cwd, { LANG: 'zh_CN.UTF-8', LC_ALL: '' });
    await named.sees('目标平台，按一个键');
    named.say('w');
    expect(await named.end()).toBe(0);
    expect(named.text()).toContain("cygnet migrate 'my pages' --write --to wx");
    expect(read(cwd, 'my pages/a.js')).toContain('wx.request');
    const stopped = atTerminal(['migrate'], cwd);
    await stopped.sees('Target, one key');
    stopped.say('f');
    await stopped.sees('Folder [.]');
    stopped.say('\u0003');
    expect(await stopped.end()).not.toBe(0);
    expect(stopped.text()).not.toContain('swan →');
    expect(stopped.text()).toMatch(/[^-]icanon/);
  }, 60_000);
});

describe('with answers that come as lines', { concurrent: true }, () => {
  it('each line is an answer, what is none is named, and the answers are kept', async () => {
    const cwd = makeProject(three);
    const { code, stderr } = await cygnet([...asking, '--decisions', 'd.json'], { cwd, input: 'y\nmaybe\nN\n' });
    expect(code).toBe(1);
    expect(stderr).toContain('There is no answer maybe; there are y n a f b q ?.');
    expect(stderr).toContain('The input ended before all was answered. No file of the program was changed.');
    expect(stderr).toContain(
      'Answers: 1 yes, 1 no, 1 open. They are kept in d.json. The same command goes on from there.',
    );
    expect(answersIn(cwd)).toEqual(['a.js:1 accept', 'a.js:6 reject']);
    const rest = await cygnet([...asking, '--decisions', 'd.json', '--write'], { cwd, input: 'y' });
    expect(rest.code).toBe(1);
    expect(read(cwd, 'b.js')).toContain('wx.request');
    expect(read(cwd, 'a.js')).toBe(`${plainCall.replace('swan', 'wx')}// between\n${plainCall}`);
    const done = await cygnet([...asking, '--decisions', 'd.json'], { cwd });
    expect(done.stderr).toContain('Nothing to ask: what could be rewritten has an answer in d.json.');
  }, 60_000);

  it('asks of a file that is too deep for the stack, shows what would change in it, and writes what was accepted', async () => {
    const calls = 'swan.request({ url: u });\nswan.request({ url: v });\n';
    const cwd = makeProject({ 'app.json': '{}', 'deep.js': `x = a${' +\n a'.repeat(50_000)};\n${calls}` });
    const { stderr } = await cygnet([...asking, '--write'], { cwd, input: 'y\nn\n' });
    expect(stderr).toContain('-swan.request({ url: u });\n+wx.request({ url: u });\n swan.request({ url: v });\n');
    expect(read(cwd, 'deep.js')).toMatch(/\nwx\.request\(\{ url: u \}\);\nswan\.request\(\{ url: v \}\);\n$/);
  }, 60_000);

  it('no answer at all is wrong use', async () => {
    const cwd = makeProject(three);
    const { code, stderr } = await cygnet([...asking, '--write'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--interactive got no answer');
    expect(snapshot(cwd)).toEqual(three);
  });
});

describe('--decisions without a person', { concurrent: true }, () => {
  /** `y` and `n` for the questions, in their order; what the questions and the file are otherwise is for the tests above. */
  async function decided(files: Record<string, string>, given: string) {
    const cwd = makeProject(files);
    const detail = { hasText: false, hasHunks: false, hasNames: true };
    const workspace = await openWorkspace({ cwd, target: 'wx', detail }, diskMachine);
    const { files: results } = await workspace.settle();
    const questions = await questionsOf(results, workspace.folderOf);
    const run = { root: cwd, target: 'wx', files: results } as const;
    const matched = matchDecisions({ version: 1, target: 'wx', sites: [] }, { ...run, isForFile: () => true });
    const answers = openAnswers(questions, { ...run, decisions: [], matched });
    for (const [i, key] of [...given].entries()) {
      const question = questions[i];
      if (question) answers.give(question, key === 'y' ? 'accept' : 'reject');
    }
    addFiles(cwd, { 'd.json': decisionsText(answers.decisions()) });
    return cwd;
  }
  const obeying = [...toWx, '--decisions', 'd.json'];

  it('is obeyed by preview, patch, report and write: what has no answer stays', async () => {
    const cwd = await decided(three, 'yn');
    const preview = await cygnet([...obeying, '--patch', 'p.diff'], { cwd });
    expect(preview.stdout.match(/^\+wx\.request/gm)).toHaveLength(1);
    expect(read(cwd, 'p.diff')).toBe(preview.stdout);
    expect(preview.stderr).toContain('1 call has no answer yet, and so stays: --interactive asks');
    expect(preview.stderr).toMatch(
      /Left as somebody chose \(2\):\n {2}1 declined .*\n {4}a\.js:6\n {2}1 undecided .*\n {4}b\.js:1\n/,
    );
    expect(preview.stderr).not.toContain('Left for you');
    expect(preview.stderr).not.toContain('No network call is left');
    const { stdout, code } = await cygnet([...obeying, '--write', '--report', 'json'], { cwd });
    expect(code).toBe(1);
    const { sites } = JSON.parse(stdout) as { sites: { codes: string[] }[] };
    expect(sites.map(({ codes }) => codes[0])).toEqual([undefined, 'declined', 'undecided']);
    expect(read(cwd, 'a.js')).toBe(`${plainCall.replace('swan', 'wx')}// between\n${plainCall}`);
    expect(read(cwd, 'b.js')).toBe(three['b.js']);
  }, 60_000);

  it('answers go with their calls when the files are edited, and what fits no call is named', async () => {
    const many = Array.from({ length: 23 }, (_, i) => `swan.request({ url: 'https://example.com/${i}' });\n`);
    const cwd = await decided({ 'a.js': many.join(''), 'b.js': plainCall, 'c.js': plainCall }, `${'y'.repeat(24)}n`);
    const edited = many.map((call, i) => (i < 2 ? call : call.replace('.com/', '.com/new/')));
    addFiles(cwd, {
      'a.js': `// moved\n\n${edited.join('')}`,
      'b.js': `// cygnet-ignore-next-line\n${plainCall}`,
      'c.js': '',
    });
    const { stderr } = await cygnet([...obeying, '--write'], { cwd });
    const warnings = stderr.replace(/\s+/g, ' ');
    expect(warnings).toContain('21 answers of d.json do not count: the call was edited since (a.js:3, a.js:4, ');
    expect(warnings).toContain(', a.js:22, and 1 more)');
    expect(warnings).toContain(
      '1 answer of d.json does not count: another rewrite was accepted than the one of now (b.js:1)',
    );
    expect(warnings).toContain('1 answer of d.json: the call is gone (c.js:1)');
    expect(read(cwd, 'a.js').match(/wx\.request/g)).toHaveLength(2);
    // What this run is not for is left alone.
    const part = await cygnet([...obeying, 'b.js'], { cwd });
    expect(part.stderr).toContain('are about files or APIs that this run is not for');
    expect(part.stderr).not.toContain('a.js');
  }, 60_000);

  it('of sockets that are one question none moves as long as one has no answer', async () => {
    const files = {
      'app.json': '{}',
      'a.js': 'swan.onSocketMessage(hear);\n',
      'b.js': "swan.connectSocket({ url: 'wss://example.com/chat' });\n",
    };
    const cwd = await decided(files, 'y');
    const { sites } = decisionsIn(cwd);
    addFiles(cwd, { 'd.json': JSON.stringify({ ...decisionsIn(cwd), sites: sites.slice(1) }) });
    const { stderr } = await cygnet([...obeying, '--write'], { cwd });
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      '1 of the 2 socket calls that share one socket (a.js:1) have no answer',
    );
    expect(snapshot(cwd)).toMatchObject(files);
  }, 60_000);

  it('a file for another target, or of both minds, is refused, and nothing is done', async () => {
    const cwd = await decided(three, 'yn');
    const good = read(cwd, 'd.json');
    const cases = [
      [good.replace('"wx"', '"fetch"'), 'are for fetch, and this run is for wx'],
      [good.replace('[', `[${rejected(good)},`), 'both accepts and rejects one call (a.js:1)'],
    ] as const;
    for (const [spoilt, says] of cases) {
      addFiles(cwd, { 'd.json': spoilt });
      const { code, stderr } = await cygnet([...obeying, '--interactive', '--write'], { cwd, input: 'a\n' });
      expect(stderr).toContain(says);
      expect(code).toBe(2);
      expect({ ...snapshot(cwd), 'd.json': read(cwd, 'd.json') }).toEqual({ ...three, 'd.json': spoilt });
    }
  }, 60_000);

  /** The first decision, turned round. */
  function rejected(text: string): string {
    const [first] = (JSON.parse(text) as Written).sites;
    return JSON.stringify({ ...first, answer: 'reject' });
  }

  it('a file that is not there is a slip, and one that is something else is left alone', async () => {
    const cwd = makeProject({
      ...three,
      'notes.txt': 'mine\n',
      'report.json': '{\n  "version": 1,\n  "target": "wx",\n  "files": []\n}\n',
    });
    expect((await cygnet(obeying, { cwd })).stderr).toContain('there are no decisions in d.json');
    for (const name of ['notes.txt', 'report.json']) {
      const { code } = await cygnet([...asking, '--decisions', name], { cwd, input: 'a\n' });
      expect(code).toBe(2);
    }
    const before = snapshot(cwd);
    await cygnet([...asking, '--decisions', 'd.json'], { cwd, input: 'a\n' });
    const { stderr } = await cygnet([...toWx, '--report', 'json=d.json'], { cwd });
    expect(stderr).toContain('is no json report');
    expect({ ...snapshot(cwd), 'd.json': '' }).toEqual({ ...before, 'd.json': '' });
    expect(answersIn(cwd)).toHaveLength(3);
  }, 60_000);

  it('the file keeps its mode and stays where a link leads, and nothing else is left beside it', async () => {
    const cwd = makeProject(three);
    mkdirSync(path.join(cwd, 'kept'));
    addFiles(cwd, { 'kept/real.json': '' });
    chmodSync(path.join(cwd, 'kept/real.json'), 0o640);
    symlinkSync('kept/real.json', path.join(cwd, 'd.json'));
    await cygnet([...asking, '--decisions', 'd.json'], { cwd, input: 'y\n' });
    expect(answersIn(cwd, 'kept/real.json')).toEqual(['a.js:1 accept']);
    expect(statSync(path.join(cwd, 'kept/real.json')).mode & 0o777).toBe(0o640);
    expect(Object.keys(snapshot(cwd))).toEqual(['a.js', 'b.js', 'kept/real.json']);
  }, 60_000);
});

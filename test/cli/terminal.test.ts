// The program as a person meets it: standard input and a terminal. A terminal is made with `script`, where it exists.
// Times are never asserted.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

import { afterAll, describe, expect, it } from 'vitest';

import { cygnet, makeProject, plainCall, program, read, snapshot } from './command-line.ts';

describe('--stdin', { concurrent: true }, () => {
  const args = ['migrate', '--to', 'fetch', '--stdin', '--stdin-filename'];

  it('takes code in and gives code out, and writes no file', async () => {
    const cwd = makeProject({ 'app.json': '{}' });
    const { code, stdout, stderr } = await cygnet([...args, 'pages/x/a.js'], { cwd, input: `\ufeff${plainCall}` });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\ufeffconst \{ \w+ \} = require\('\.\.\/\.\.\/swan-net\.js'\);/);
    expect(stdout).toContain("fetch('https://example.com/list'");
    expect(stderr).toContain('from swan-net.js');
    expect(Object.keys(snapshot(cwd))).toEqual(['app.json']);
  });

  it('gives the same as a run over the file', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'pages/a.js': plainCall });
    const { stdout } = await cygnet([...args, 'pages/a.js'], { cwd, input: plainCall });
    await cygnet(['migrate', '--to', 'fetch', '--write'], { cwd });
    expect(read(cwd, 'pages/a.js')).toBe(stdout);
  });

  it('gives code that does not parse back as it is, and ends with 1', async () => {
    const { code, stdout, stderr } = await cygnet([...args, 'a.js'], { cwd: makeProject(), input: 'swan.request({ ;' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'swan.request({ ;' });
    expect(stderr).toContain('a.js:1:');
  });

  it('gives code without swan back byte for byte', async () => {
    const input = '\ufeffa\r\nb\n\tc';
    const { code, stdout } = await cygnet([...args, 'a.ts'], { cwd: makeProject(), input });
    expect({ code, stdout }).toEqual({ code: 0, stdout: input });
  });

  it('refuses what is not UTF-8, and a report where the code goes', async () => {
    const bytes = await cygnet([...args, 'a.js'], { cwd: makeProject(), input: Buffer.from([0xff, 0xfe, 0xfd]) });
    expect(bytes.stderr).toContain('not UTF-8');
    expect(bytes.code).toBe(2);
    const report = await cygnet([...args, 'a.js', '--report', 'json'], { cwd: makeProject(), input: '' });
    expect(report.stderr).toContain('--report json=FILE');
    expect(report.code).toBe(2);
  });
});

const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

/** Runs the program in a terminal of its own; `say` is what the person types. */
function atTerminal(args: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const words = [process.execPath, program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const child = spawn('script', ['-qefc', `stty cols 120 rows 50; ${words.join(' ')}`, '/dev/null'], {
    cwd,
    env: { ...process.env, NO_COLOR: undefined, TERM: 'xterm-256color', ...env },
  });
  started.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    raw: () => output,
    say: (text: string) => child.stdin.write(text),
    /** Waits until the question under a heading is there, and listens. */
    async asks(heading: string) {
      await this.sees(heading);
      for (let i = 0; !stripVTControlCharacters(output).split(heading).at(-1)?.includes('confirm'); i++) {
        if (i > 1000) throw new Error(`${heading} asks nothing:\n${stripVTControlCharacters(output)}`);
        await delay(20);
      }
    },
    /** Waits until the screen has shown the text that many times. */
    async sees(text: string, times = 1) {
      for (let i = 0; stripVTControlCharacters(output).split(text).length <= times; i++) {
        if (i > 1000) throw new Error(`${text} was not shown:\n${stripVTControlCharacters(output)}`);
        await delay(20);
      }
    },
    end: () => new Promise<number | null>((resolve) => child.on('close', resolve)),
  };
}

describe.skipIf(!hasTerminal)('at a terminal', { concurrent: true }, () => {
  it('the diff and the summary have colours, unless NO_COLOR is set', async () => {
    const cwd = makeProject({ 'a.js': plainCall });
    const coloured = atTerminal(['migrate', '--to', 'wx'], cwd);
    await coloured.end();
    expect(coloured.raw()).toContain('\u001b[32m+wx.request');
    const plain = atTerminal(['migrate', '--to', 'wx'], cwd, { NO_COLOR: '1' });
    await plain.end();
    expect(plain.raw()).not.toContain('\u001b[32m');
  });

  it('long runs have a progress bar, and a pipe has none', async () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 600; i++) files[`f${i}.js`] = plainCall;
    const cwd = makeProject(files);
    const terminal = atTerminal(['scan', '--report', 'json=r.json'], cwd);
    await terminal.end();
    expect(stripVTControlCharacters(terminal.raw())).toMatch(/\d+\/600 files/);
    const pipe = await cygnet(['scan', '--report', 'json=r.json'], { cwd });
    expect(pipe.stderr).toBe('');
  }, 60_000);

  const three = {
    'a.js': `${plainCall}// between\n${plainCall}`,
    'b.js': "swan.request({ url: 'https://example.com/', timeout: 1 });\n",
  };
  const [down, enter] = ['\u001b[B', '\r'];

  it('--interactive asks for each site, and does what was answered', async () => {
    const cwd = makeProject(three);
    const terminal = atTerminal(['migrate', '--to', 'wx', '--interactive', '--write'], cwd);
    await terminal.asks('(1 of 3)');
    expect(terminal.raw()).toContain('Rewrite this call?');
    terminal.say(down + enter); // no
    await terminal.asks('(2 of 3)');
    terminal.say(enter); // yes
    await terminal.asks('(3 of 3)');
    expect(terminal.raw()).toContain('host-option');
    terminal.say(down + down + down + down + enter); // explain
    await terminal.sees('A note does not change the exit code.');
    terminal.say(down + down + down + enter); // quit
    expect(await terminal.end()).toBe(1);
    expect(read(cwd, 'a.js')).toBe(`${plainCall}// between\n${plainCall.replace('swan', 'wx')}`);
    expect(read(cwd, 'b.js')).toBe(three['b.js']);
  }, 60_000);

  it('--interactive asks once for the socket calls of a program, in all of its files', async () => {
    const files = {
      'app.json': '{}',
      'listen.js': 'swan.onSocketMessage(message => console.log(message.data));\n',
      'open.js': "swan.connectSocket({ url: 'wss://example.com/chat' });\n",
      'z.js': plainCall,
    };
    const cwd = makeProject(files);
    const terminal = atTerminal(['migrate', '--to', 'wx', '--interactive', '--write'], cwd);
    await terminal.asks('(1 of 2)');
    await terminal.sees('the 2 socket calls of one program in 2 files');
    await terminal.sees('open.js');
    terminal.say(down + enter); // no
    await terminal.asks('(2 of 2)');
    terminal.say(enter); // yes
    expect(await terminal.end()).toBe(1);
    expect(read(cwd, 'listen.js') + read(cwd, 'open.js')).toBe(files['listen.js'] + files['open.js']);
    expect(read(cwd, 'z.js')).toContain('wx.request');
    expect(stripVTControlCharacters(terminal.raw())).not.toContain('parted');
    expect(stripVTControlCharacters(terminal.raw())).not.toContain('by hand');
  }, 60_000);

  it('--interactive shows how a program below the root will import its shim', async () => {
    const cwd = makeProject({ 'package.json': '{}', 'mini/app.json': '{}', 'mini/pages/a.js': plainCall });
    const own = atTerminal(['migrate', '--to', 'fetch', '--interactive', '--write'], cwd);
    await own.sees("require('../swan-net.js')");
    await own.sees('Rewrite this call?');
    own.say('\u0003');
    await own.end();
    const shared = atTerminal(['migrate', '--to', 'fetch', '--interactive', '--write', '--shim', 'net.js'], cwd);
    await shared.sees("require('../../net.js')");
    await shared.sees('Rewrite this call?');
    shared.say(enter);
    expect(await shared.end()).toBe(0);
    expect(read(cwd, 'mini/pages/a.js')).toContain("require('../../net.js')");
  }, 60_000);

  it('--interactive: all takes the rest, Ctrl-C takes nothing', async () => {
    const cwd = makeProject(three);
    const before = snapshot(cwd);
    const stopped = atTerminal(['migrate', '--to', 'wx', '--interactive', '--write'], cwd);
    await stopped.sees('Rewrite this call?');
    stopped.say('\u0003');
    expect(await stopped.end()).not.toBe(0);
    expect(snapshot(cwd)).toEqual(before);
    const all = atTerminal(['migrate', '--to', 'wx', '--interactive', '--write'], cwd);
    await all.sees('Rewrite this call?');
    all.say(down + down + enter);
    expect(await all.end()).toBe(0);
    expect(read(cwd, 'a.js') + read(cwd, 'b.js')).not.toContain('swan.');
  }, 60_000);
});

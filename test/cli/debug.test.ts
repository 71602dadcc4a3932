// `--debug` on the command line: what it went by, what it read and passed by, and how swan came to a call that stays. Standard
// output and the exit code are those of a run without it.

import { expect, it } from 'vitest';

import { makeProject, plainCall } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

const files = {
  'app.json': '{ "networkTimeout": { "request": 5000 } }',
  'cygnet.config.json': '{ "exclude": ["old"] }',
  '.gitignore': 'made\n',
  'pages/a.js': `let host = swan;\nif (isTest) host = mock;\nhost.request({ url });\n`,
  'pages/b.js': 'let b;\n',
  'pages/c.js': 'swan.request({',
  'pages/d.js': plainCall,
  'net.js': 'exports.net = swan;\n',
  'dist/e.js': plainCall,
  'old/f.js': plainCall,
  'made/g.js': plainCall,
};

it('says what was read and what was not, what the run goes by, and how swan came to a call that is kept', async () => {
  const cwd = makeProject(files);
  const debugged = await cygnetHere(['migrate', '--to', 'fetch', '--debug', '--report', 'json'], { cwd });
  const lines = debugged.stderr.split('\n').filter((line) => line.startsWith('debug: '));
  const said = lines.map((line) => line.slice('debug: '.length).replace(/^(\S+(?: \S+)?)? {2,}/, '$1 | '));
  expect(said).toEqual(
    expect.arrayContaining([
      `config | ${cwd}/cygnet.config.json`,
      `root | ${cwd}`,
      'program | app.json: networkTimeout request 5000',
      'read | pages/a.js: 1 site, 1 kept',
      'read | pages/b.js: nothing of the network of swan in it',
      'read | pages/d.js: 1 site',
      'not read | dist: a build folder',
      'not read | old: excluded',
      'not read | made: .gitignore names it',
      expect.stringMatching(/^shim \| swan-net\.js: .*send/),
      expect.stringMatching(/^read \| pages\/c\.js: .*does not parse/),
      expect.stringMatching(/^kept \| pages\/a\.js:3:1 request: alias-reassigned: /),
      ' | 1:12 swan is swan, which is given a name',
      ' | 3:1 host is swan, of which a member is read (in doubt: alias-reassigned)',
      ' | 3:1 host.request is swan.request, which is called (in doubt: alias-reassigned)',
      ' | 1:15 swan is swan, which is exported',
    ]),
  );
  const plain = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'json'], { cwd });
  expect({ code: debugged.code, stdout: debugged.stdout }).toEqual({ code: plain.code, stdout: plain.stdout });
  const chinese = await cygnetHere(['scan', '--debug', '--locale', 'zh'], { cwd });
  expect(chinese.stderr).toContain('3:1 host 是 swan，读取它的成员（存疑：alias-reassigned）');
}, 60_000);

// The socket calls of a program share one socket: they move together, stay together, and a choice that parts them is told.
// So is one that parts a download from an upload.
// On the command line; each case makes a small project of its own.

import { describe, expect, it } from 'vitest';

import { makeProject, plainCall, snapshot } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

interface Report {
  readonly sites: readonly {
    readonly file: string;
    readonly line: number;
    readonly verdict: string;
    readonly codes: readonly string[];
  }[];
}

async function verdictsOf(cwd: string, ...args: string[]) {
  const { stdout, stderr, code } = await cygnetHere(['migrate', '--to', 'fetch', ...args, '--report', 'json'], { cwd });
  const { sites } = JSON.parse(stdout) as Report;
  return {
    sites: sites.map(({ file, line, verdict, codes }) => [`${file}:${line}`, verdict, ...codes].join(' ')),
    stderr,
    code,
  };
}

const open = "swan.connectSocket({ url: 'wss://example.com/chat' });\n";
const listen = 'swan.onSocketMessage(message => console.log(message.data));\n';
const kept = 'let host = swan;\nhost = mock;\nhost.onSocketMessage(message => console.log(message.data));\n';

describe('sockets of one program', { concurrent: true }, () => {
  it('stay in every file when one of them has to', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      'open.js': open + plainCall,
      'pages/a.js': kept,
      'pages/b.js': listen,
    });
    const { sites, stderr, code } = await verdictsOf(cwd);
    expect(sites).toEqual([
      'open.js:1 kept socket-family',
      'open.js:2 native',
      'pages/a.js:3 kept alias-reassigned',
      'pages/b.js:1 kept socket-family',
    ]);
    expect(stderr).toContain('one of them stays on swan (pages/a.js:3)');
    expect(stderr).not.toContain('parted');
    expect(code).toBe(1);
  });

  it('leave those of another program alone', async () => {
    const cwd = makeProject({
      'a/app.json': '{}',
      'a/open.js': open,
      'a/x.js': kept,
      'b/app.json': '{}',
      'b/open.js': open + listen,
    });
    const { sites } = await verdictsOf(cwd);
    expect(sites).toEqual([
      'a/open.js:1 kept socket-family',
      'a/x.js:3 kept alias-reassigned',
      'b/open.js:1 shim',
      'b/open.js:2 shim',
    ]);
  });

  it('stay together in what is written, too, with a shim for the rest', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'open.ts': `${open}${plainCall}export {};\n`, 'a.js': kept });
    const { code } = await cygnetHere(['migrate', '--to', 'fetch', '--write'], { cwd });
    const files = snapshot(cwd);
    expect(code).toBe(1);
    expect(files['open.ts']).toContain('swan.connectSocket({ url');
    expect(files['open.ts']).toContain("import { send } from './swan-net';");
    expect(files['swan-net.ts']).not.toContain('WebSocket');
  });

  it('that are used through their tasks alone do not depend on each other', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      'a.js': open,
      'b.js': `let host = swan;\nhost = mock;\nhost.connectSocket({});\n`,
    });
    expect((await verdictsOf(cwd)).sites).toEqual(['a.js:1 shim', 'b.js:3 kept alias-reassigned']);
  });
});

describe('a choice that parts them is told', { concurrent: true }, () => {
  const program = { 'app.json': '{}', 'pages/open.js': open, 'pages/listen.js': listen, 'other.js': plainCall };
  const told = 'the sockets of one program are parted';

  it.each([
    ['--only', ['--only', 'connectSocket'], true],
    ['--only, with all of them', ['--only', 'connectSocket,onSocketMessage'], false],
    ['--only, with none of them', ['--only', 'request'], false],
    ['paths', ['pages/open.js'], true],
    ['paths that hold all of them', ['pages'], false],
    ['paths that hold none of them', ['other.js'], false],
    ['everything', [], false],
  ])('%s', async (_, args, isTold) => {
    const { stderr } = await verdictsOf(makeProject(program), ...args);
    expect(stderr.includes(told)).toBe(isTold);
    if (isTold) {
      expect(stderr).toContain('swan.connectSocket (pages/open.js:1) moves');
      expect(stderr).toContain('swan.onSocketMessage (pages/listen.js:1) stays');
    }
  });

  it('a comment', async () => {
    const cwd = makeProject({ ...program, 'pages/listen.js': `// cygnet-ignore-next-line\n${listen}` });
    const { stderr, sites } = await verdictsOf(cwd);
    expect(sites).toContain('pages/open.js:1 shim');
    expect(stderr).toContain(told);
  });
});

describe('a path that goes from file to file', { concurrent: true }, () => {
  it('is told at both ends where a download and an upload do not go to the same host', async () => {
    const keep = '// cygnet-ignore-next-line the old server\n';
    const cwd = makeProject({
      'get.js': `const { put } = require('./put');\n${keep}swan.downloadFile({ url: 'https://example.com/a', success: res => put(res.tempFilePath) });\n`,
      'put.js':
        "exports.put = path => swan.uploadFile({ url: 'https://example.com/up', filePath: path, name: 'file' });\n",
      'other.js': "swan.uploadFile({ url: 'https://example.com/up', filePath: '/a.png', name: 'file' });\n",
    });
    const { sites } = await verdictsOf(cwd);
    expect(sites).toEqual([
      'get.js:3 kept kept-on-request file-path-split',
      'other.js:1 shim',
      'put.js:1 shim file-path-from-swan file-path-split',
    ]);
    const { stdout } = await cygnetHere(['migrate', '--to', 'fetch', '--report', 'pretty'], { cwd });
    expect(stdout).toContain('swan.downloadFile stays here and swan.uploadFile (put.js:1) moves: where the file of');
    expect(stdout).toContain('swan.uploadFile moves here and swan.downloadFile (get.js:3) stays: where the file of');
  });
});

// In: the built package. Out: a Markdown table: how long an editor waits for `cygnet lsp`, and what the server takes of memory.
// `node bench/editor.mjs [--rounds 30] [--keys-only] [--profile FOLDER]`; with a folder the server leaves a CPU profile there. Says nothing of right and wrong.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/node';

const program = path.join(import.meta.dirname, '../dist/cli/main.js');
const {
  profile,
  rounds,
  'keys-only': keysOnly,
} = parseArgs({
  options: { profile: { type: 'string' }, rounds: { type: 'string', default: '30' }, 'keys-only': { type: 'boolean' } },
}).values;

const folders = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const rows = [...(await measureKeys(300, Number(rounds))), ...(keysOnly ? [] : [await measureMemory(5000)])];
console.log(`Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown kind'}.\n`);
console.log(
  '| what | median | slowest of twenty | of the processor: answering, all | goal |\n| --- | ---: | ---: | ---: | ---: |',
);
for (const { what, median, slow = '', own = '', goal } of rows) {
  console.log(`| ${what} | ${median} | ${slow} | ${own} | ${goal} |`);
}

/** Ten lines to a call, of the kinds that programs have. */
function callOf(i) {
  const request = (body) => `function load${i}(id, show, warn) {\n${body}\n}\n`;
  const url = `'https://a.example/items/${i}'`;
  const lines = [
    `  swan.request({\n    url: ${url},\n    data: { id, page: ${i} },\n    header: { 'x-kind': 'k${i}' },\n    success: res => show(res.data),\n    fail: warn,\n  });\n`,
    `  swan.request({\n    url: ${url},\n    method: 'POST',\n    data: { id },\n    success: (res) => {\n      show(res.data.list);\n    },\n  });`,
    `  const options = { id, ${i}: true };\n  swan.request({\n    url: ${url} + id,\n    data: options,\n    success: show,\n    fail: warn,\n  });\n`,
  ];
  return request(lines[i % lines.length]);
}

async function measureKeys(count, times) {
  const text = Array.from({ length: count }, (_, i) => callOf(i)).join('');
  const lines = text.split('\n');
  const folder = projectOf({ 'app.json': '{}', 'cygnet.config.json': '{ "to": "fetch" }', 'large.js': text });
  const client = await startClient(folder);
  const opening = await client.timed(() => client.open('large.js', text));
  const keys = createClock(client.child.pid);
  const actions = createClock(client.child.pid);
  const resolved = createClock(client.child.pid);
  for (let i = 0; i < times; i += 1) {
    const call = Math.floor((count * (i + 0.5)) / times);
    const line = lines.findIndex((one) => one.includes(`url: 'https://a.example/items/${call}'`));
    const word = 'abcdefgh'[i % 8] ?? '';
    // Into the url: it is another call now.
    const at = { line, character: (lines[line] ?? '').length - 2 };
    await keys.time(() => client.timed(() => client.type('large.js', at, word)));
    // Someone reads before they press the next key.
    await rest(150);
    const action = await actions.time(() => client.askAction('large.js', at));
    await resolved.time(() => client.connection.sendRequest('codeAction/resolve', action));
  }
  const burst = await client.burst('large.js', 20);
  await client.stop();
  const size = `${count} calls in ${lines.length} lines`;
  return [
    { what: `open a file of ${size}: to its diagnostics`, median: ms(opening), goal: '' },
    { what: `a key in it: to fresh diagnostics`, ...keys.found(), goal: '100 ms' },
    { what: `twenty keys, 20 ms apart: from the last one to fresh diagnostics`, median: ms(burst), goal: '' },
    { what: `the actions at the cursor`, ...actions.found(), goal: '50 ms' },
    { what: `the edit of the action that was chosen`, ...resolved.found(), goal: '' },
  ];
}

async function measureMemory(count) {
  const texts = { 'app.json': '{}', 'cygnet.config.json': '{ "to": "fetch" }' };
  for (let i = 0; i < count; i += 1) {
    const own = Array.from({ length: 8 }, (_, j) => `export function f${i}n${j}(a, b) {\n  return a.map(b);\n}\n`);
    texts[`pages/p${Math.floor(i / 50)}/m${i}.js`] = own.join('') + (i % 4 === 0 ? callOf(i) + callOf(i + 1) : '');
  }
  const folder = projectOf(texts);
  const client = await startClient(folder);
  const file = 'pages/p0/m0.js';
  await client.timed(() => client.open(file, texts[file]));
  // With the status every file has been looked at.
  const { sites } = await client.connection.sendRequest('cygnet/status', { uri: client.uriOf(file) });
  const action = await client.askAction(file, { line: 26, character: 3 });
  await client.connection.sendRequest('codeAction/resolve', action);
  for (let i = 0; i < 10; i += 1) await client.timed(() => client.type(file, { line: 0, character: 0 }, ' '));
  const status = readFileSync(`/proc/${client.child.pid}/status`, 'utf8');
  const inMegabytes = (name) => `${Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)} MB`;
  await client.stop();
  const what = `memory of a server that looked at all of ${count} files with ${sites} calls (at its end, and at most)`;
  return { what, median: inMegabytes('VmRSS'), slow: inMegabytes('VmHWM'), goal: '200 MB' };
}

async function startClient(folder) {
  // As the extension for VS Code starts it.
  const heap = '--max-semi-space-size=8';
  const flags = [heap, ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])];
  const child = spawn(process.execPath, [...flags, program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const versions = new Map();
  let heard = () => {};
  const uriOf = (file) => pathToFileURL(path.join(folder, file)).href;
  connection.onNotification('textDocument/publishDiagnostics', (told) => heard(told));
  connection.listen();
  await connection.sendRequest('initialize', {
    ...{
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    },
    capabilities: {
      workspace: {
        workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
    },
  });
  connection.onRequest('client/registerCapability', () => null);
  await connection.sendNotification('initialized', {});
  const type = (file, at, text) => {
    const version = versions.get(file) + 1;
    versions.set(file, version);
    const contentChanges = [{ range: { start: at, end: at }, text }];
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf(file), version },
      contentChanges,
    });
    return version;
  };
  return {
    ...{ child, connection, uriOf, type },
    open(file, text) {
      versions.set(file, 1);
      const textDocument = { uri: uriOf(file), languageId: 'javascript', version: 1, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
      return 1;
    },
    /** From what is done to the diagnostics of the version that it made. */
    timed(work) {
      return new Promise((resolve) => {
        const startedAt = performance.now();
        const version = work();
        heard = (told) => told.version === version && resolve(performance.now() - startedAt);
      });
    },
    async askAction(file, at) {
      const textDocument = { uri: uriOf(file) };
      const wish = { textDocument, range: { start: at, end: at }, context: { diagnostics: [] } };
      const [action] = await connection.sendRequest('textDocument/codeAction', wish);
      return action;
    },
    async burst(file, count) {
      for (let i = 1; i < count; i += 1) {
        type(file, { line: 0, character: 0 }, ' ');
        await rest(20);
      }
      return this.timed(() => type(file, { line: 0, character: 0 }, ' '));
    },
    async stop() {
      await connection.sendRequest('shutdown');
      const ended = new Promise((resolve) => child.on('close', resolve));
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}

/**
 * By the clock, and by the processor, which other programs on the machine do not slow down: of the thread that answers, and of
 * those together that collect garbage and compile beside it.
 */
function createClock(pid) {
  const files = [`/proc/${pid}/task/${pid}/stat`, `/proc/${pid}/stat`];
  const times = [];
  const own = files.map(() => 0);
  return {
    async time(work) {
      const [ownBefore, before] = [files.map(processorTimeIn), performance.now()];
      const result = await work();
      times.push(performance.now() - before);
      for (const [i, file] of files.entries()) own[i] += processorTimeIn(file) - ownBefore[i];
      return result;
    },
    found: () => ({
      median: ms(quantile(times, 0.5)),
      slow: ms(quantile(times, 0.95)),
      own: own.map((one) => ms(one / times.length)).join(', '),
    }),
  };
}

/** In milliseconds; Linux counts it in hundredths of a second. */
function processorTimeIn(file) {
  const fields = readFileSync(file, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function projectOf(texts) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-bench-')));
  folders.push(folder);
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

function rest(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function ms(time) {
  return `${Math.round(time)} ms`;
}

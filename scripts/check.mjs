// In: the names of steps (none: all of them). Out: a line for each step, what it printed when it failed, and as the
// last line `N passed, N failed`: the steps and every single test. The exit code is 1 as soon as anything failed.
// Needs nothing but `npm ci` before it; keeps its caches in node_modules/.cache. Knows no rule itself.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const cache = path.join(root, 'node_modules/.cache');
const testReport = path.join(cache, 'check/tests.json');

const tools = {
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

const configs = [
  'tsconfig.json',
  'tsconfig.runtime.json',
  'tsconfig.page.json',
  'tsconfig.test.json',
  'editors/vscode/tsconfig.json',
].filter((file) => existsSync(path.join(root, file)));

/** Lanes run side by side, the steps of a lane one after the other: linting is as long as the three others. */
const lanes = [
  [
    { name: 'format', run: () => node(tools.prettier, '--check', '.', '--log-level', 'warn', ...cached('prettier')) },
    { name: 'types', run: checkTypes },
    { name: 'build', run: () => node('scripts/build.mjs') },
  ],
  [{ name: 'lint', run: () => node(tools.eslint, '.', '--max-warnings', '0', ...cached('eslint')) }],
];
const stepNames = [...lanes.flat().map((step) => step.name), 'tests'];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !stepNames.includes(name));
const missing = Object.values(tools).find((tool) => !existsSync(path.join(root, tool)));
if (unknown !== undefined) stop(`There is no step ${unknown}. The steps are: ${stepNames.join(', ')}.`);
if (missing !== undefined) stop(`${missing} is not there. Run npm ci first.`);

const { FORCE_COLOR: _, ...environment } = process.env;
const withoutColor = { ...environment, NO_COLOR: '1' };

const counts = { passed: 0, failed: 0, skipped: 0 };
await Promise.all(
  lanes.map(async (lane) => {
    for (const step of lane) if (isWanted(step.name)) await runStep(step);
  }),
);
if (isWanted('tests')) await runTests();

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function isWanted(name) {
  return wanted.length === 0 || wanted.includes(name);
}

async function runStep({ name, run }) {
  const startedAt = Date.now();
  const { isFine, output } = await run();
  count(name, isFine, startedAt);
  if (!isFine) console.log(indent(output));
}

async function checkTypes() {
  const outputs = [];
  let isFine = true;
  for (const config of configs) {
    const result = await node(tools.tsc, '-p', config, '--noEmit');
    if (result.output !== '') outputs.push(`${config}:\n${result.output}`);
    isFine &&= result.isFine;
  }
  return { isFine, output: outputs.join('\n') };
}

/** Every test counts for itself; the step counts as failed when vitest fails without a failing test to show for it. */
async function runTests() {
  const startedAt = Date.now();
  mkdirSync(path.dirname(testReport), { recursive: true });
  rmSync(testReport, { force: true });
  console.log('');
  const { isFine } = await start(
    [
      ...[tools.vitest, 'run', '--allowOnly=false', '--reporter=default', '--reporter=json'],
      `--outputFile.json=${testReport}`,
      ...(process.stdout.isTTY ? [] : ['--no-color']),
    ],
    'inherit',
  );
  const report = readReport();
  const filesWithoutTests = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests + filesWithoutTests.length;
  counts.skipped += report.numPendingTests + report.numTodoTests;
  const isExplained = report.numFailedTests + filesWithoutTests.length > 0;
  if (isFine || !isExplained) count('tests', isFine, startedAt);
  else console.log(`FAIL  tests (${seconds(startedAt)})`);
}

function readReport() {
  if (existsSync(testReport)) return JSON.parse(readFileSync(testReport, 'utf8'));
  return { testResults: [], numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
}

function count(name, isFine, startedAt) {
  counts[isFine ? 'passed' : 'failed'] += 1;
  console.log(`${isFine ? 'ok  ' : 'FAIL'}  ${name} (${seconds(startedAt)})`);
}

function node(script, ...args) {
  return start([script, ...args], 'pipe', withoutColor);
}

function start([script, ...args], output, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', output, output],
    });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ isFine: false, output: String(error) }));
    child.on('close', (code) => resolve({ isFine: code === 0, output: Buffer.concat(chunks).toString().trim() }));
  });
}

function cached(tool) {
  return ['--cache', '--cache-strategy', 'content', '--cache-location', path.join(cache, tool, 'cache')];
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function indent(text) {
  return text.replace(/^(?=.)/gm, '      ');
}

function stop(message) {
  console.error(message);
  process.exit(2);
}

// In: a command. Out: what one run of it took: seconds by the clock, seconds of the processor (its own and those of the processes
// that it waited for), the most memory that it held, and what it printed. Linux only: both figures are those of /proc.
// Knows nothing of what the command is for. Nothing else may be started meanwhile.

import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Linux counts in hundredths of a second wherever Node runs. */
const ticksPerSecond = 100;

/** How often the memory is looked at: what a process takes within its last moment is missed. */
const interval = 10;

/**
 * @typedef {{ file: string, args: readonly string[], cwd?: string, input?: string, times?: number }} Command
 *   `times`: started so often, one after the other; what is told is that of one start
 * @typedef {{ wall: number, cpu: number, peak: number, status: number | null, output: string, errors: string }} Run
 * @param {Command} command
 * @returns {Promise<Run>}
 */
export async function measureProcess({ times = 1, ...command }) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'cygnet-run-'));
  try {
    const before = childrenSeconds();
    const startedAt = performance.now();
    let last = { status: 0, peak: 0 };
    for (let i = 0; i < times; i++) last = await runOnce(command, scratch);
    const wall = (performance.now() - startedAt) / 1000 / times;
    const cpu = (childrenSeconds() - before) / times;
    const [output, errors] = ['stdout', 'stderr'].map((name) => readFileSync(path.join(scratch, name), 'utf8'));
    return { wall, cpu, ...last, output, errors };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What it prints goes into files: a pipe would have to be read meanwhile. */
async function runOnce({ file, args, cwd, input }, scratch) {
  const sinks = ['stdout', 'stderr'].map((name) => openSync(path.join(scratch, name), 'w'));
  const source = input === undefined ? 'ignore' : openSync(input, 'r');
  const child = spawn(file, args, { cwd, stdio: [source, ...sinks], env: withoutColor });
  let peak = process.platform === 'linux' ? 0 : NaN;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), interval);
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(watch));
  for (const sink of sinks) closeSync(sink);
  if (typeof source === 'number') closeSync(source);
  return { status, peak };
}

const { FORCE_COLOR: _, ...environment } = process.env;
const withoutColor = { ...environment, NO_COLOR: '1', LC_ALL: 'C.UTF-8' };

/** The processor's time of all children that have ended. */
function childrenSeconds() {
  if (process.platform !== 'linux') return NaN;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/** The most that a process and those below it held so far, in megabytes. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    return below.filter((one) => one !== '').reduce((sum, one) => sum + memoryOf(one), own);
  } catch {
    return 0;
  }
}

// A write and its undo, killed at random moments by all signals, over and over on the same 300 files: at every moment every
// file is whole, and in the end every byte and mode is back. CYGNET_KILLS says how many kills (the suite does with a few),
// CYGNET_KILL_SEED which ones.

import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { cygnet, ended, makeProject, plainCall, snapshot, start } from './command-line.ts';

const kills = Number(process.env.CYGNET_KILLS ?? 4);
const seed = Number(process.env.CYGNET_KILL_SEED ?? Date.now() % 100_000);
const write = ['migrate', '--to', 'fetch', '--write', '--quiet'];
const undo = ['undo', '--quiet'];
const signals = ['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT'] as const;

/** mulberry32 */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function makeBigProject(): string {
  const files: Record<string, string> = { 'app.json': '{}' };
  for (let i = 0; i < 300; i++) {
    const text = `// ${i}\n${plainCall}`;
    files[`p${i % 7}/sub ${i % 3}/页${i}.js`] = i % 5 === 0 ? text.replaceAll('\n', '\r\n') : text;
  }
  const cwd = makeProject(files);
  chmodSync(path.join(cwd, 'p0/sub 0/页0.js'), 0o755);
  return cwd;
}

function modesOf(cwd: string): Record<string, number> {
  return Object.fromEntries(Object.keys(snapshot(cwd)).map((name) => [name, statSync(path.join(cwd, name)).mode]));
}

function isHeldBy(cwd: string, { pid }: ChildProcess): boolean {
  try {
    return readFileSync(path.join(cwd, '.cygnet/lock'), 'utf8').includes(`"pid":${pid},`);
  } catch {
    return false;
  }
}

describe.skipIf(process.platform === 'win32')(`kills at random moments (seed ${seed})`, () => {
  it(`${kills} of them lose nothing`, { timeout: 60_000 + kills * 30_000 }, async () => {
    const random = randomFrom(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    const cwd = makeBigProject();
    const [before, modes] = [snapshot(cwd), modesOf(cwd)];
    const runs = path.join(cwd, '.cygnet/runs');

    /** Waits until the write leaves its planning, which takes the most of the time. */
    const untilWriting = async (child: ChildProcess) => {
      while (child.exitCode === null && !isHeldBy(cwd, child)) await delay(2);
    };
    const timed = async (args: readonly string[], isWrite: boolean) => {
      const child = start(args, { cwd });
      const end = ended(child);
      const from = performance.now();
      if (isWrite) await untilWriting(child);
      const middle = performance.now();
      expect(await end).toMatchObject({ code: 0, stderr: '' });
      return { plan: middle - from, work: performance.now() - middle };
    };
    const writing = await timed(write, true);
    const after = snapshot(cwd);
    const undoing = await timed(undo, false);

    let done = 0;
    const counts = { write: 0, undo: 0, 'no journal yet': 0, 'with a journal': 0 };
    const isWhole = () => {
      for (const [file, bytes] of Object.entries(snapshot(cwd))) {
        if (before[file] !== bytes && after[file] !== bytes) expect({ file, bytes }).toBeUndefined();
      }
    };
    /** @returns whether it was killed before it ended */
    const killed = async (kind: 'write' | 'undo'): Promise<boolean> => {
      const child = start(kind === 'write' ? write : undo, { cwd }, 'ignore');
      const end = ended(child);
      if (kind === 'undo') await delay(random() * undoing.work);
      else if (random() < 0.2) await delay(random() * writing.plan);
      else {
        await untilWriting(child);
        await delay(random() * writing.work);
      }
      const isRunning = child.exitCode === null && child.signalCode === null;
      if (isRunning) child.kill(pick(signals));
      await end;
      if (!isRunning) return false;
      done += 1;
      counts[kind] += 1;
      isWhole();
      return true;
    };

    while (done < kills) {
      await killed('write');
      const hasJournal = existsSync(runs) && readdirSync(runs).some((name) => /^\d+$/.test(name));
      if (!hasJournal) {
        counts['no journal yet'] += 1;
        expect(snapshot(cwd)).toEqual(before);
        continue;
      }
      counts['with a journal'] += 1;
      while (done < kills && random() < 0.7 && (await killed('undo'))) continue;
      const last = await cygnet(undo, { cwd });
      if (last.code !== 0) expect(last.stderr).toContain('there is nothing to undo');
      expect(snapshot(cwd)).toEqual(before);
      expect(modesOf(cwd)).toEqual(modes);
      expect(
        readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) => /\d-\d+\.cygnet/.test(name)),
      ).toEqual([]);
    }
    // The last word has a whole run: what kills left anywhere is gone after it.
    await timed(write, true);
    expect(snapshot(cwd)).toEqual(after);
    await timed(undo, false);
    expect(snapshot(cwd)).toEqual(before);
    expect(existsSync(path.join(cwd, '.cygnet'))).toBe(false);
    if (kills > 100) process.stdout.write(`${done} kills held: ${JSON.stringify(counts)}\n`);
  });
});

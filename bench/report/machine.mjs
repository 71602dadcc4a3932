// In: nothing. Out: what a reader has to know of a measurement: the commit, the versions, the machine, and how busy it was.
// Knows nothing of what is measured.

import { spawnSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export function describeMachine() {
  const [{ model } = { model: 'an unknown kind' }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.version}, ${process.platform} ${release()} on ${process.arch}, ${cpus().length} × ${model.trim()}, ${memory} GiB`;
}

/** The last one that changed the program, not one of the bench. */
export function describeCommit() {
  const program = ['--', 'src', 'cli', 'transforms', 'scripts/build.mjs', 'package-lock.json'];
  const commit = git('log', '-1', '--format=%h', ...program);
  if (commit === '') return 'an unknown commit';
  return git('status', '--porcelain', ...program) === '' ? commit : `${commit}, with changes`;
}

/** Of the last minute, on all cores together. */
export function loadNow() {
  return loadavg()[0];
}

/** Others had a part in what was measured: the bench itself keeps two or three threads at work. */
export function wasBusy(before, after) {
  return before > 0.7 || after > 4;
}

function git(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

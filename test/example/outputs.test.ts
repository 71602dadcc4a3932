// The outputs that lie beside the example mini-program are what the command line writes today: scripts/examples.mjs says so,
// and it says otherwise when one of them is changed, missing or left over.

import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

describe('the outputs of the example', () => {
  let changed: string;

  beforeAll(() => {
    changed = mkdtempSync(path.join(os.tmpdir(), 'cygnet-outputs-'));
    cpSync(path.join(root, 'examples'), changed, { recursive: true });
  });
  afterAll(() => rmSync(changed, { recursive: true, force: true }));

  test('are current; if not, node scripts/examples.mjs brings them up to date', () => {
    expect(check()).toEqual({ code: 0, printed: '' });
  });

  test('would be found out of date', () => {
    appendFileSync(path.join(changed, 'after-fetch/app.js'), '\n');
    rmSync(path.join(changed, 'after-axios/swan-net.js'));
    writeFileSync(path.join(changed, 'after-wx/old.js'), '');
    const { code, printed } = check(changed);
    expect(code).toBe(1);
    expect(printed.split('\n').slice(0, 3)).toEqual([
      'not current: after-fetch/app.js',
      'not current: after-axios/swan-net.js',
      'not current: after-wx/old.js',
    ]);
  });
});

function check(...folder: readonly string[]): { code: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/examples.mjs', '--check', ...folder], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, printed: stdout + stderr };
}

// Shell completion, with the shells themselves: what the real program prints is given to bash, and to zsh and fish where they
// are, and each is asked what it would offer. Times are never asserted.

import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { beforeAll, describe, expect, it } from 'vitest';

import { options } from '../../src/workspace/options.ts';
import type { OptionDefinition } from '../../src/workspace/option-definition.ts';
import { hasTerminal } from './at-terminal.ts';
import { addFiles, cygnet, makeProject } from './command-line.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

let folder = '';

beforeAll(async () => {
  folder = makeProject();
  for (const shell of shells) {
    const { code, stdout } = await cygnet(['completion', shell], { cwd: folder });
    expect(code).toBe(0);
    addFiles(folder, { [shell]: stdout });
  }
});

function run(shell: string, script: string): string {
  const { status, stdout, stderr } = spawnSync(shell, ['-c', script], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBeLessThan(2); // of fish it is the last `join`, which fails where there is one word
  return stdout;
}

/** The words of a line, the last of which is to be completed, and what is offered for it. */
const offered: readonly (readonly [line: string, offers: string])[] = [
  ['cygnet mi', 'migrate'],
  ['cygnet migrate --to ', 'axios fetch wx'],
  ['cygnet migrate --style d', 'dropin'],
  ['cygnet migrate --only request,upl', 'request,uploadFile'],
  ['cygnet scan --report sa', 'sarif'],
  ['cygnet undo --keep', '--keep-edited'],
  ['cygnet explain relative-', 'relative-url'],
  ['cygnet completion z', 'zsh'],
];

describe.skipIf(!isThere('bash'))('bash', () => {
  it('offers commands, options and their values', () => {
    const lines = offered.map(([line]) => `ask ${line}${line.endsWith(' ') ? "''" : ''}`);
    const asked = [...lines, "ask cygnet migrate --to '=' f", 'ask cygnet migrate page'].join('\n');
    const said = run(
      'bash',
      `source ./bash; ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _cygnet; echo "\${COMPREPLY[*]}"; }\n${asked}`,
    );
    const answers = said
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' ').sort().join(' '));
    // Of a path nothing is said: bash completes it.
    expect(answers).toEqual([...offered.map(([, offers]) => offers), 'fetch', '']);
  });

  it('offers every option of the table to its commands', () => {
    const commands = ['migrate', 'scan', 'check', 'undo', 'explain'] as const;
    const asked = commands.map(
      (command) => `COMP_WORDS=(cygnet ${command} -); COMP_CWORD=2; _cygnet; echo "\${COMPREPLY[*]}"`,
    );
    const said = run('bash', `source ./bash\n${asked.join('\n')}`).split('\n');
    for (const [i, command] of commands.entries()) {
      const table: readonly OptionDefinition[] = Object.values(options);
      const wanted = table
        .filter((one) => one.commands.includes(command) && !one.isHidden)
        .map(({ flag }) => flag.split(' ')[0]);
      expect(said[i]?.split(' ')).toEqual(expect.arrayContaining(wanted));
      expect(said[i]).not.toContain('--jobs');
    }
  });
});

describe.skipIf(!isThere('fish'))('fish', () => {
  it('offers commands, options and their values', () => {
    const asked = offered.map(([line]) => `complete -C '${line}' | string split -f1 \\t | sort | string join ' '`);
    const said = run('fish', `source ./fish\n${asked.join('\n')}`)
      .trimEnd()
      .split('\n');
    expect(said).toEqual(offered.map(([, offers]) => offers));
  });
});

describe.skipIf(!isThere('zsh') || !hasTerminal)('zsh', () => {
  it('completes commands, options and their values', async () => {
    const child = spawn('script', ['-qefc', 'zsh -f -i', '/dev/null'], {
      cwd: folder,
      env: { ...process.env, TERM: 'dumb', PS1: '> ' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const sees = async (text: string): Promise<void> => {
      for (let i = 0; !output.includes(text); i++) {
        if (i > 500) throw new Error(`${text} was not shown:\n${output}`);
        await delay(20);
      }
    };
    child.stdin.write(`autoload -U compinit; compinit -D -u; source ${path.join(folder, 'zsh')}; echo is-''ready\n`);
    await sees('is-ready');
    try {
      for (const [line, offers] of offered.filter(([, words]) => !words.includes(' '))) {
        output = '';
        child.stdin.write(`${line}\t`);
        await sees(`${line.slice(0, line.lastIndexOf(' ') + 1)}${offers}`);
        child.stdin.write('\u0015');
      }
    } finally {
      child.kill('SIGKILL');
    }
  }, 60_000);
});

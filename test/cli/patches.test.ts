// The diff of a preview, given to the real git: in the top folder of the work tree, below it, and outside of any; from a pipe
// that has been promised colours, and from a file. And that it makes of the program what --write does.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { describe, expect, it } from 'vitest';

import { commitAll, cygnet, makeProject, plainCall, snapshot } from './command-line.ts';

const files = {
  'mini/app.json': '{}',
  'mini/pages/a.js': plainCall,
  'mini/pages/页 面/"b".js': plainCall.trimEnd(),
  'mini/pages/c\td.js': plainCall.replaceAll('\n', '\r\n'),
};

function makeRepository(): string {
  const top = makeProject(files);
  commitAll(top);
  return top;
}

/** The words of a command as the summary says it, with the patch on its standard input. */
function run(command: string, cwd: string, input: string) {
  const [program = '', ...args] = command.split(' ');
  const { status, stderr } = spawnSync(program, args, { cwd, input, encoding: 'utf8' });
  return { status, stderr };
}

describe('the diff of a preview', { concurrent: true }, () => {
  const migrate = ['migrate', '--to', 'fetch'];
  const command = (stderr: string) => /give the diff to (.*)\.\n/.exec(stderr)?.[1] ?? '';

  async function writeAll() {
    const cwd = path.join(makeRepository(), 'mini');
    await cygnet([...migrate, '--write'], { cwd });
    return snapshot(cwd);
  }

  it('begins as one of git does', async () => {
    const cwd = path.join(makeRepository(), 'mini');
    const { stdout } = await cygnet(migrate, { cwd });
    expect(stdout).toMatch(/^diff --git a\/mini\/pages\/a\.js b\/mini\/pages\/a\.js\n--- a\/mini\/pages\/a\.js\n/);
    expect(stdout).toContain(
      '\ndiff --git a/mini/swan-net.js b/mini/swan-net.js\nnew file mode 100644\n--- /dev/null\n+++ b/mini/swan-net.js\n',
    );
    expect(stdout).toContain('\ndiff --git "a/mini/pages/c\\td.js" "b/mini/pages/c\\td.js"\n');
  });

  it('is taken by the command that the summary says, wherever that is', async () => {
    const written = await writeAll();
    for (const folder of ['.', 'mini', 'mini/pages', 'mini/pages/页 面']) {
      const top = makeRepository();
      const cwd = path.join(top, folder);
      const paths = [path.relative(cwd, path.join(top, 'mini')) || '.'];
      const { stdout, stderr } = await cygnet([...migrate, ...paths], { cwd, env: { FORCE_COLOR: '1' } });
      const plain = stripVTControlCharacters(stderr);
      expect(plain).not.toBe(stderr);
      expect(run(command(plain), cwd, stdout)).toEqual({ status: 0, stderr: '' });
      expect(snapshot(path.join(top, 'mini'))).toEqual(written);
    }
  });

  it('is taken from a file, and where there is no repository', async () => {
    const cwd = path.join(makeProject(files), 'mini');
    const elsewhere = path.join(makeProject(), 'x.patch');
    await cygnet([...migrate, '--patch', elsewhere, '--report', 'json'], { cwd });
    expect(run(`git apply ${elsewhere}`, cwd, '')).toEqual({ status: 0, stderr: '' });
    const again = await cygnet([...migrate, '--patch', elsewhere], { cwd });
    expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 0, stdout: '' });
  });
});

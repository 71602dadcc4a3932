// In: small projects with planted faults, run through scripts/check.mjs with the real test runner.
// Out: whether every fault is counted, shown in the last line and in the exit code. Looks at no step's own rules.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plantProject, type PlantedProject, type Ran } from './planted-project.ts';

let project: PlantedProject;

beforeEach(() => {
  project = plantProject();
});

afterEach(() => project.remove());

describe('the check', () => {
  it('counts the step and each of its tests', () => {
    project.write('a.test.js', "import { it } from 'vitest';\nit('one', () => {});\nit('two', () => {});\n");
    expect(check('tests')).toEqual({ status: 0, last: '3 passed, 0 failed' });
  });

  it('counts a test that fails', () => {
    project.write(
      'a.test.js',
      "import { it } from 'vitest';\nit('one', () => {});\nit('two', () => { throw new Error(); });\n",
    );
    expect(check('tests')).toEqual({ status: 1, last: '1 passed, 1 failed' });
  });

  it('counts a file that cannot be loaded', () => {
    project.write('a.test.js', "import { it } from 'vitest';\nit('one', () => {});\n");
    project.write('b.test.js', 'const = 1;\n');
    expect(check('tests')).toEqual({ status: 1, last: '1 passed, 1 failed' });
  });

  it('counts an error that no test caught', () => {
    const late =
      "setTimeout(() => { throw new Error('late'); }, 1); return new Promise((done) => setTimeout(done, 100));";
    project.write('a.test.js', `import { it } from 'vitest';\nit('one', () => { ${late} });\n`);
    expect(check('tests')).toEqual({ status: 1, last: '1 passed, 1 failed' });
  });

  it('says what was skipped', () => {
    project.write('a.test.js', "import { it } from 'vitest';\nit('one', () => {});\nit.skip('two', () => {});\n");
    expect(check('tests')).toEqual({ status: 0, last: '2 passed, 0 failed, 1 skipped' });
  });

  it('lets no single test stand for all', () => {
    project.write('a.test.js', "import { it } from 'vitest';\nit.only('one', () => {});\nit('two', () => {});\n");
    expect(check('tests').status).toBe(1);
  });

  it('fails where there is no test at all', () => {
    expect(check('tests')).toEqual({ status: 1, last: '0 passed, 1 failed' });
  });

  it('shows and counts a step that fails', () => {
    project.write('scripts/build.mjs', "console.log('no such module');\nprocess.exit(1);\n");
    project.write('odd.js', 'var   x\n');
    expect(check('build')).toEqual({ status: 1, last: '0 passed, 1 failed' });
    expect(check('build', 'format')).toEqual({ status: 1, last: '0 passed, 2 failed' });
  });

  it('refuses a step that it does not know', () => {
    expect(run('tests', 'nonsense')).toMatchObject({ status: 2, stdout: '' });
    expect(run('nonsense').stderr).toContain('There is no step nonsense. The steps are: ');
  });

  it('says so when the packages are missing', () => {
    rmSync(path.join(project.folder, 'node_modules'), { recursive: true });
    expect(run()).toMatchObject({ status: 2, stdout: '' });
    expect(run().stderr).toContain('Run npm ci first.');
  });
});

function run(...steps: string[]): Ran {
  return project.run('scripts/check.mjs', steps);
}

function check(...steps: string[]): { status: number | null; last: string | undefined } {
  const { status, stdout } = run(...steps);
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
}

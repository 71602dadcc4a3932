// In: a planted program in the place of ours, and a planted build. Out: whether scripts/start.mjs hands arguments,
// folder and exit code through, shows the example when nothing is asked for, and starts nothing that is not built.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plantProject, type PlantedProject } from './planted-project.ts';

const program = `console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd() }));
process.exitCode = Number(process.env.PLANTED_STATUS ?? 0);
`;

let project: PlantedProject;

beforeEach(() => {
  project = plantProject({ 'dist/cli/main.js': program, 'scripts/build.mjs': '' });
});

afterEach(() => project.remove());

describe('the start', () => {
  it('is migrate with the given arguments, where the user stands', () => {
    const inside = path.join(project.folder, 'inside');
    mkdirSync(inside);
    const { status, stdout } = project.run('scripts/start.mjs', ['app', '--to', 'axios'], { INIT_CWD: inside });
    expect(JSON.parse(stdout)).toEqual({ args: ['migrate', 'app', '--to', 'axios'], cwd: inside });
    expect(status).toBe(0);
  });

  it.each(['0', '1', '2'])('hands on the exit code %s', (code) => {
    const { status } = project.run('scripts/start.mjs', ['app'], { PLANTED_STATUS: code });
    expect(status).toBe(Number(code));
  });

  it('shows the example when nothing is asked for, and how to go on', () => {
    const { status, stdout, stderr } = project.run('scripts/start.mjs', [], { INIT_CWD: path.dirname(project.folder) });
    expect(JSON.parse(stdout)).toEqual({
      args: ['migrate', 'examples/mini-program', '--to', 'fetch'],
      cwd: project.folder,
    });
    expect(stderr).toContain('npm start -- PATH --to axios --write');
    expect(status).toBe(0);
  });

  it.each([
    ['a clean run', '0', 0],
    ['calls left for a person', '1', 0],
    ['a fault of ours', '2', 2],
  ])('of the example ends %s (%s) with %i', (_, code, seen) => {
    expect(project.run('scripts/start.mjs', [], { PLANTED_STATUS: code }).status).toBe(seen);
  });

  it('starts nothing that could not be built', () => {
    project.write('scripts/build.mjs', 'process.exit(1);\n');
    expect(project.run('scripts/start.mjs', ['app'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('builds only where it is needed', () => {
    project.write('scripts/build.mjs', "if (process.argv[2] !== '--if-needed') process.exit(1);\n");
    expect(project.run('scripts/start.mjs', ['app']).status).toBe(0);
  });
});

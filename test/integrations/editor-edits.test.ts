// In: every fixture, each a program of its own among the others, on one target in turn: how edits are handed over does not depend on
// it. Out: whether the language server and ESLint make the edits that the command line makes, site by site and all at once.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Linter, Rule } from 'eslint';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import type { Rewritten } from '../../src/core.ts';
import { isProved } from '../../src/integrations/eslint/fixes.ts';
import { targetNames } from '../../src/targets.ts';
import { diskMachine } from '../../src/workspace/disk/disk-machine.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';
import { cygnet } from '../cli/command-line.ts';
import { type FixtureCase, readCases } from '../laws/cases.ts';
import { able, startClient } from './language-client.ts';
import { blindParser, builtPlugin, linterOf } from './linted.ts';
import { projectOf } from './projects.ts';

const cases = readCases();
const linter = linterOf(10, await builtPlugin());

interface Program extends FixtureCase {
  /** Where it lies. */
  readonly file: string;
  /** What the compiler says of it; nothing where it is left alone. */
  readonly rewritten: Rewritten | undefined;
  /** What the command line wrote. */
  readonly written: string;
}

interface Settings {
  readonly target: (typeof targetNames)[number];
  readonly sockets: FixtureCase['sockets'];
}

/** A folder for each choice of settings, since those hold for a folder. */
const folders = await Promise.all(
  targetNames.flatMap((target, at) => {
    const own = cases.filter((_, i) => i % targetNames.length === at);
    return (['one', 'many'] as const)
      .map((sockets) => ({ target, sockets, own: own.filter((one) => one.sockets === sockets) }))
      .filter((one) => one.own.length > 0)
      .map(async (one) => {
        const config = { to: target, sockets: one.sockets };
        const cwd = projectOf({ 'package.json': '{}', 'cygnet.config.json': JSON.stringify(config) });
        return { ...one, cwd, programs: await programsIn(cwd, one, one.own) };
      });
  }),
);

async function programsIn(cwd: string, settings: Settings, own: readonly FixtureCase[]): Promise<Program[]> {
  const placeOf = ({ name, input }: FixtureCase): string => path.join(name.replaceAll('/', '-'), input);
  for (const one of own) {
    const file = path.join(cwd, placeOf(one));
    mkdirSync(path.dirname(file));
    writeFileSync(path.join(path.dirname(file), 'app.json'), '{}');
    writeFileSync(file, one.code);
  }
  const written = projectOf({});
  cpSync(cwd, written, { recursive: true });
  await cygnet(['migrate', '.', '--write', '--quiet', '--allow-dirty'], { cwd: written });
  const { target, sockets } = settings;
  const workspace = await openWorkspace({ cwd, target, sockets }, diskMachine);
  return Promise.all(
    own.map(async (one) => {
      const file = path.join(cwd, placeOf(one));
      const found = workspace.find(file);
      const { rewritten } = (found && (await workspace.open(found))) ?? {};
      return { ...one, file, rewritten, written: readFileSync(path.join(written, placeOf(one)), 'utf8') };
    }),
  );
}

function movingIn({ rewritten }: Program): Rewritten['sites'] {
  return (rewritten?.sites ?? []).filter(({ verdict }) => verdict !== 'kept');
}

function unlike(what: string, found: string | undefined, wanted: string | undefined): string[] {
  return found === wanted ? [] : [`${what}:\n${found}\n-- and not\n${wanted}`];
}

it('there are programs for each of them', () => {
  const programs = folders.flatMap((one) => one.programs);
  expect(programs).toHaveLength(cases.length);
  expect(programs.flatMap(movingIn).length).toBeGreaterThan(700);
  expect(programs.filter(({ code, written }) => code !== written).length).toBeGreaterThan(250);
});

describe('the edits of the language server', () => {
  it('are those of the command line, site by site and all at once', async () => {
    const client = await startClient(
      able,
      folders.map(({ cwd }) => cwd),
    );
    const others: string[] = [];
    for (const { target, programs } of folders) {
      for (const program of programs) {
        const { name, file, rewritten, written } = program;
        client.open(file);
        const uri = pathToFileURL(file).href;
        const textAfter = async (site?: number): Promise<string | undefined> => {
          const data = { uri, version: 1, target, ...(site !== undefined && { site }) };
          const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', { title: '', data });
          return client.applied(edit)[path.basename(file)];
        };
        for (const { id } of movingIn(program)) {
          const wanted = rewritten?.apply([id]);
          if (wanted?.status === 'changed')
            others.push(...unlike(`${name} on ${target}, site ${id}`, await textAfter(id), wanted.code));
        }
        if (rewritten?.apply().status === 'changed') others.push(...unlike(name, await textAfter(), written));
        else others.push(...unlike(name, program.code, written));
        client.close(file);
      }
    }
    expect(others).toEqual([]);
  });
});

describe('the fixes of ESLint', () => {
  const edited = (text: string, fix: Rule.Fix | undefined): string | undefined =>
    fix && text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);

  function othersOf(program: Program, cwd: string): string[] {
    const { file, rewritten, inSteps } = program;
    const name = path.relative(cwd, file);
    const text = program.code.replace(/^\ufeff/, '');
    const isMarked = text !== program.code;
    const plain = (code: string | undefined): string | undefined => (isMarked ? code?.replace(/^\ufeff/, '') : code);
    const lint = { cwd, parser: blindParser };
    const found = linter.verify(program.code, name, lint);
    const together = plain(rewritten?.apply(isProved).code);
    const ofSites = movingIn(program).flatMap(({ id, line, column }) => {
      const own = rewritten?.apply([id]);
      // Nothing is offered where it comes to nothing.
      const alone = own?.status === 'changed' ? plain(own.code) : undefined;
      const told = found.filter((one) => one.line === line && one.column === column);
      const texts = told.flatMap((one: Linter.LintMessage) => [
        ...[one.fix, one.suggestions?.[0]?.fix].map((fix) => edited(text, fix)),
      ]);
      const faulty = texts.filter((one) => one !== undefined && one !== alone && one !== together);
      return texts.includes(alone) && faulty.length === 0 ? [] : [`${name} ${line}:${column}: ${texts}\n--\n${alone}`];
    });
    if (inSteps !== undefined) return ofSites;
    const { output } = linter.fix(program.code, name, lint);
    return [...ofSites, ...unlike(`${name}, all`, plain(output), together ?? text)];
  }

  it.each(folders)('come to what the command line writes on $target, sockets: $sockets', ({ cwd, programs }) => {
    expect(programs.flatMap((program) => othersOf(program, cwd))).toEqual([]);
  });
});

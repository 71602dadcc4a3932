// Law 9: what TypeScript fixtures become type-checks under `strict`, beside the shim that is linked for it: with lib.dom
// and axios' own types on the web, with miniprogram-api-typings on WeChat. The inputs have to check with swan's types,
// so that nothing is laid at the rewrite's door that was there before.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { linkShim } from '../../src/index.ts';
import { readCases } from './cases.ts';
import { outcomesOf } from './expectations.ts';

const folder = path.join(import.meta.dirname, '../../node_modules/.cache/laws/types');
const cases = readCases().filter((fixture) => fixture.typeChecked !== 'no');

interface Written {
  readonly file: string;
  readonly code: string;
}

const written = cases.flatMap((fixture): (Written & { readonly group: 'swan' | 'web' | 'wx' })[] => {
  const place = fixture.name.replaceAll('/', '-');
  const outputs = outcomesOf(fixture).flatMap(({ target, style, subject: { result, options } }) => {
    const base = `${place}-${target}-${style}`;
    const group = target === 'wx' ? ('wx' as const) : ('web' as const);
    const shim = linkShim({
      target,
      names: result.shim,
      module: result.module,
      typescript: true,
      sockets: options.sockets,
    });
    const own = [{ group, file: `${base}/program${fixture.extension}`, code: result.code }];
    return result.shim.length === 0 ? own : [...own, { group, file: `${base}/swan-net.ts`, code: shim }];
  });
  if (fixture.typeChecked === 'output') return outputs;
  return [
    { group: 'swan' as const, file: `${place}-swan/program${fixture.extension}`, code: fixture.code },
    ...outputs,
  ];
});

const typesOf = {
  swan: ['baidu-app', 'node'],
  web: ['baidu-app', 'node'],
  wx: ['miniprogram-api-typings', 'baidu-app'],
};

describe('TypeScript fixtures', () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(8);
  });

  it.each(['swan', 'web', 'wx'] as const)('type-check before or after: %s', { timeout: 240_000 }, (group) => {
    expect(
      typeErrors(
        written.filter((one) => one.group === group),
        group,
      ),
    ).toEqual([]);
  });

  it('would be refused with a wrong type', { timeout: 120_000 }, () => {
    const wrong = [{ file: 'wrong/program.ts', code: `export const task: number = fetch('https://example.com');\n` }];
    expect(typeErrors(wrong, 'web')).toHaveLength(1);
  });
});

function typeErrors(files: readonly Written[], group: keyof typeof typesOf): string[] {
  const root = path.join(folder, group);
  rmSync(root, { recursive: true, force: true });
  for (const { file, code } of files) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), code);
  }
  const program = ts.createProgram(
    files.map(({ file }) => path.join(root, file)),
    {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      // Scripts of different cases must not see each other.
      moduleDetection: ts.ModuleDetectionKind.Force,
      jsx: ts.JsxEmit.Preserve,
      lib: [
        'lib.es2023.d.ts',
        ...(group === 'wx' ? [] : ['lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts']),
      ],
      types: [...typesOf[group]],
    },
  );
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    const { file, start = 0 } = diagnostic;
    if (!file) return message;
    const line = file.getLineAndCharacterOfPosition(start).line;
    const text = file.text.split('\n')[line]?.trim() ?? '';
    return `${path.relative(root, file.fileName)}:${line + 1} ${message} | ${text}`;
  });
}

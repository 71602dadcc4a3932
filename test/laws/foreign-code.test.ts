// In: JavaScript and TypeScript that has nothing to do with swan: installed packages and the parser tests of the language's
// own test suite, as they are and with a swan call behind them. Out: whether not one byte of it changes, on any target,
// and whether nothing crashes.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rewrite, type TargetName } from '../../src/index.ts';
import { parse, isParseFailure } from '../../src/syntax/parse.ts';
import { layOut } from './layout-of-edits.ts';

const modules = path.join(import.meta.dirname, '../../node_modules');
const call = "\nswan.request({ url: 'https://example.com', success: function (res) { swan.request(res); } });\n";

describe('code without swan', () => {
  it('of installed packages stays as it is', { timeout: 120_000 }, () => {
    const files = sample(filesIn(modules, /\.[cm]?[jt]sx?$/), 400);
    expect(files).toHaveLength(400);
    const wrong = files.flatMap((file) => changesOf(file, 'fetch').concat(changesOf(file, 'wx')));
    expect(wrong).toEqual([]);
  });

  it.each(['pass', 'pass-explicit'])('of the parser tests (%s) stays as it is', { timeout: 120_000 }, (name) => {
    const files = filesIn(path.join(modules, 'test262-parser-tests', name), /\.js$/);
    expect(files.length).toBeGreaterThan(1000);
    expect(files.flatMap((file) => changesOf(file, 'axios'))).toEqual([]);
  });

  it.each(['pass', 'pass-explicit'])(
    'of the parser tests (%s) stays as it is with calls behind it',
    { timeout: 240_000 },
    (name) => {
      const files = sample(filesIn(path.join(modules, 'test262-parser-tests', name), /\.js$/), 500);
      const results = files.map((file) => withCalls(file));
      expect(results.filter((result) => typeof result === 'string')).toEqual([]);
      // Some of them end where a call behind them belongs to something else, or do not parse with it.
      expect(results.filter((result) => result === 2).length).toBeGreaterThan(350);
    },
  );
});

function changesOf(file: string, target: TargetName): string[] {
  const code = readFileSync(file, 'utf8');
  const result = rewrite(code, { target, filename: file });
  const name = path.relative(modules, file);
  const found = result.code === code && result.edits.length === 0 ? [] : [`${name} is changed`];
  const crash = result.diagnostics.find((one) => one.code === 'internal-error');
  return crash ? [...found, `${name}: ${crash.message}`] : found;
}

/** What is wrong, or how many calls were rewritten. */
function withCalls(file: string): string | number {
  const name = path.basename(file);
  const code = readFileSync(file, 'utf8') + call;
  const result = rewrite(code, { target: 'fetch', filename: name });
  if (isParseFailure(parse(code, name))) return result.code === code ? 0 : `${name} does not parse and is changed`;
  const crash = result.diagnostics.find((one) => one.code === 'internal-error');
  if (crash) return `${name}: ${crash.message}`;
  const { output, outOf, faults } = layOut(code, result.edits);
  if (output !== result.code || faults.length > 0) return `${name}: the output is not what the edits ask for`;
  const end = code.length - call.length;
  const lost = outOf.subarray(0, end).findIndex((at) => at < 0);
  if (lost >= 0) return `${name}: ${JSON.stringify(code.slice(lost, lost + 20))} is edited`;
  return result.sites.filter((site) => site.start >= end && site.verdict !== 'kept').length;
}

function filesIn(folder: string, kind: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kind.test(entry.name) && !entry.parentPath.includes('.cache'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** So many of them, evenly spread. */
function sample(files: readonly string[], count: number): string[] {
  const step = Math.max(1, files.length / count);
  return Array.from({ length: Math.min(count, files.length) }, (_, index) => files[Math.floor(index * step)] ?? '');
}

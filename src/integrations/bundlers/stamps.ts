// In: an open build, and a file of it, its shim or all of it. Out: what becomes of that, in short: where a bundler keeps modules from one
// process to the next, it sees by this what it must not take from there. The text of a module itself the bundler looks at.
// Knows no bundler.

import { createHash } from 'node:crypto';

import manifest from '../../../package.json' with { type: 'json' };
import type { FoundFile } from '../../workspace/search/search.ts';
import type { PackageShim } from '../../workspace/shims/package-shim.ts';
import type { OpenBuild } from './open-build.ts';

/** Empty for a file that stays as it is, with nothing to say of it. */
export async function stampOfFile({ workspace, failOn, locale }: OpenBuild, found: FoundFile): Promise<string> {
  const outcome = await workspace.rewrite(found);
  if (outcome === 'generated') return stampOf(manifest.version, locale, outcome);
  if (typeof outcome === 'string') return '';
  const { after, diagnostics } = outcome;
  return after === undefined && diagnostics.length === 0
    ? ''
    : stampOf(manifest.version, failOn, locale, after, diagnostics);
}

export function stampOfShim({ text }: PackageShim): string {
  return stampOf(text);
}

export async function stampOfProgram(build: OpenBuild, shim: PackageShim): Promise<string> {
  const { workspace, moves, failOn, locale } = build;
  return stampOf(manifest.version, moves, failOn, locale, shim.text, await workspace.said());
}

function stampOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

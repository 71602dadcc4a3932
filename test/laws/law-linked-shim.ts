// Law 12, the shim: each name that the file imports of it is there, so that it can be linked. A name that is not would stop
// the whole run, whatever else is right.

import { shimExports, shimTypes } from '../../src/shim/shim.ts';
import type { Law, Subject, Violations } from './subject.ts';

export const linkedShim: Law = { name: '12 linked shim', check };

function check({ result, options: { target } }: Subject): Violations {
  const known = new Set([...shimExports(target), ...shimTypes(target), '*']);
  return result.shim.filter((name) => !known.has(name)).map((name) => `the shim for ${target} has no ${name}`);
}

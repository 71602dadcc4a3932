// Law 1, names: every name that was kept means what it meant, and so do `this`, `arguments`, `return`, `await` and
// `yield`; a name that is new means an import of the shim, a new parameter, or a global that nothing hides.

import { targets } from '../../src/targets.ts';
import { followThrough } from './follow.ts';
import { shimImportsOf } from './shim-imports.ts';
import { showPlace, type Law, type Subject, type Violations } from './subject.ts';

export const sameBindings: Law = { name: '1 same bindings', check };

/** What new text may ask of the platform. */
const globals = new Set([
  'JSON',
  'globalThis',
  'Number',
  'NaN',
  'Promise',
  'undefined',
  'require',
  'WechatMiniprogram',
  ...Object.values(targets).flatMap((target) => target.globals),
]);

function check({ before, after, layout, program, result, options }: Subject): Violations {
  if (!before || !after || result.status !== 'changed') return [];
  const was = before.scopes;
  if (!was) return [];
  const is = after.scopes;
  if (!is) return ['the output declares a name twice'];
  const { starts } = followThrough(layout, after.comments);
  const { outOf, fromOf } = layout;
  const violations: string[] = [];
  // A name that the file took from the shim before.
  const earlier = shimImportsOf(after.nodes, options.shim ?? './swan-net.js');

  for (const [at, { name, binding }] of was.names) {
    const out = outOf[at] ?? -1;
    const there = is.names.get(out);
    if (out < 0 || !there || there.name !== name) continue; // the tree is another law's
    const place = showPlace(program.code, at, at + 40);
    if (binding === undefined) {
      if (there.binding !== undefined) violations.push(`the global ${name} is hidden now, ${place}`);
    } else if (there.binding === undefined) {
      // `const wx = swan` goes when it would hide the host that it is to stand for.
      const { host } = targets[options.target];
      if ('global' in host && name === host.global) continue;
      violations.push(`${name} is bound to nothing now, ${place}`);
    } else {
      const home = outOf[binding] ?? -1;
      const isNew = (fromOf[there.binding] ?? -1) < 0;
      if (home >= 0 ? home !== there.binding : !isNew) violations.push(`${name} is another ${name} now, ${place}`);
    }
  }

  for (const [at, { word, body }] of was.owners) {
    const out = outOf[at] ?? -1;
    const there = is.owners.get(out);
    if (out < 0) continue;
    const place = showPlace(program.code, at, at + 40);
    if (there?.word !== word) violations.push(`${word} is none now, ${place}`);
    else if (body < 0 ? there.body >= 0 : !starts(body).includes(there.body)) {
      violations.push(`${word} belongs to another function now, ${place}`);
    }
  }

  for (const [at, { name, binding, isReference }] of is.names) {
    if (!isReference || (fromOf[at] ?? -1) >= 0) continue;
    const place = `output ${showPlace(result.code, at, at + 40)}`;
    if (binding === undefined) {
      if (!globals.has(name)) violations.push(`the new name ${name} is bound to nothing, ${place}`);
    } else if ((fromOf[binding] ?? -1) >= 0) {
      if (earlier.some(({ start, end }) => start < binding && binding < end)) continue;
      violations.push(`the new name ${name} is the program's own, ${place}`);
    } else if (binding > at) {
      violations.push(`the new name ${name} is used before it is there, ${place}`);
    }
  }
  return violations;
}

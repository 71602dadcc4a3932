// In: a call. Out: its options as far as they can be seen, and those of its callbacks that are given a result.
// Knows nothing of targets.

import type { Callback, OptionEntry, NetworkCall, ObjectLiteral } from '../../src/ir.ts';

/** The options as they will be at the call: the literal itself, or the one behind a variable that nothing has touched. */
export function findOptions({ options }: NetworkCall): ObjectLiteral | undefined {
  if (options.kind === 'literal') return options.object;
  return options.kind === 'opaque' ? options.known : undefined;
}

/** `success` and `complete`: what is given the result of the call. */
export function resultEntries({ entries }: ObjectLiteral): OptionEntry[] {
  return entries.filter(({ key }) => key === 'success' || key === 'complete');
}

export function resultCallbacks(options: ObjectLiteral): Callback[] {
  return resultEntries(options)
    .map((entry) => entry.value.callback)
    .filter((callback) => callback !== undefined);
}

// In: work over a workspace. Out: it done on the machine at hand, as the command line knows it: with the places that a stopped
// run had taken, and a thread with a larger stack, which ends with the work.
// Knows nothing of the work.

import { diskMachine } from '../../src/workspace/disk/disk-machine.ts';
import type { Machine } from '../../src/workspace/machine.ts';
import { injectFault } from '../fault-injection.ts';
import { isClaimed } from '../write/runs.ts';
import { type DeepThread, startDeepThread } from './deep-thread.ts';

/** In a thread of ours as well. */
export const plainMachine: Machine = {
  ...diskMachine,
  isClaimed,
  onRewrite: (file) => injectFault(`rewrite:${file}`),
};

export async function withMachine<Result>(work: (machine: Machine) => Promise<Result>): Promise<Result> {
  let deep: DeepThread | undefined;
  const machine: Machine = {
    ...plainMachine,
    rewriteDeep(task, job) {
      deep ??= startDeepThread();
      return deep ? deep.run(task, job) : Promise.resolve(undefined);
    },
  };
  try {
    return await work(machine);
  } finally {
    await deep?.stop();
  }
}

// In: commands by name and how often each is wanted. Out: their runs, taken in turn (A B A B …), so that what slows the machine
// for a while slows all of them. A command that fails ends it: half of a figure is none.
// Knows nothing of what the commands do.

import { measureProcess } from './process.mjs';

/**
 * @param {readonly { name: string, command: import('./process.mjs').Command, runs: number, mayEndWith?: readonly number[] }[]} entries
 * @param {(text: string) => void} tell of what goes on
 * @returns {Promise<Map<string, import('./process.mjs').Run[]>>}
 */
export async function measureInTurn(entries, tell) {
  const found = new Map(entries.map(({ name }) => [name, []]));
  const most = Math.max(...entries.map(({ runs }) => runs));
  for (let round = 0; round < most; round++) {
    for (const { name, command, runs, mayEndWith = [0] } of entries) {
      if (round >= runs) continue;
      const run = await measureProcess(command);
      if (!mayEndWith.includes(run.status)) {
        throw new Error(`${name} ended with ${run.status}:\n${run.errors || run.output}`.slice(0, 4000));
      }
      tell(`${name} ${round + 1}/${runs}: ${run.cpu.toFixed(2)} s CPU, ${run.wall.toFixed(2)} s`);
      found.get(name).push(run);
    }
  }
  return found;
}

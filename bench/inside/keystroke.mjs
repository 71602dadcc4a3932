// In: the folder of B. Out: as JSON what one keystroke costs: a file of the workspace is changed, the workspace is told, and says what the
// file comes to now; and then what all the files come to that the change may concern. By the clock and by the processor, each in milliseconds.
// Loads the workspace from its sources. What an editor adds is measured by editor.mjs.

import { readFileSync } from 'node:fs';
import { importSources } from '../../scripts/import-sources.mjs';

const [folder, times] = process.argv.slice(2);
const { diskMachine, memoryFiles, openWorkspace } = await importSources(
  'bench-keystroke',
  `export { diskMachine } from './src/workspace/disk/disk-machine.ts';
  export { memoryFiles } from './src/workspace/memory.ts';
  export { openWorkspace } from './src/workspace/workspace.ts';`,
);
const buffers = new Map();
const machine = { ...diskMachine, files: memoryFiles(buffers, diskMachine.files) };
const opening = await clocked(async () => {
  const workspace = await openWorkspace({ cwd: folder, target: 'wx' }, machine);
  await workspace.settle();
  return workspace;
});
const workspace = opening.result;
const files = workspace.searched.found;
const keys = [];
for (let i = 0; i < Number(times); i++) {
  const file = files[Math.floor((files.length * (i + 0.5)) / Number(times))];
  const text = buffers.get(file.path) ?? readFileSync(file.path, 'utf8');
  buffers.set(file.path, text.replace(/url: (['"`])/, 'url: $1k'));
  const own = await clocked(async () => {
    const affected = await workspace.changed([file.path]);
    await workspace.rewrite(file);
    return affected;
  });
  const others = await clocked(async () => {
    for (const one of own.result) await workspace.rewrite(workspace.find(one));
  });
  keys.push({ own: timesOf(own), others: timesOf(others), affected: own.result.size });
}
console.log(JSON.stringify({ opening: timesOf(opening), files: files.length, keys }));

function timesOf({ wall, cpu }) {
  return { wall, cpu };
}

async function clocked(work) {
  const [before, startedAt] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, wall: performance.now() - startedAt, cpu: (user + system) / 1000 };
}

// In: a list of files, and `stages` or `whole`. Out: as JSON what each stage of the compiler costs over them, in seconds of the processor,
// stage after stage for each file as in a run; or what they cost together, nothing being done twice.
// Loads the compiler from its sources. What lies around it (search, the look across files, reports) is not in here.

import { readFileSync } from 'node:fs';
import { importSources } from '../../scripts/import-sources.mjs';

const [list, how] = process.argv.slice(2);
const compiler = await importSources(
  'bench-stages',
  `export { isCandidate, isGenerated } from './src/resolve/scan.ts';
  export { parse } from './src/syntax/parse.ts';
  export { reread } from './src/reread.ts';
  export { resolve } from './src/resolve/resolve.ts';
  export { moduleKindOf } from './src/lift/module-kind.ts';
  export { lift } from './src/lift/lift.ts';
  export { liftFile } from './src/lift/file.ts';
  export { splice } from './src/text/text.ts';
  export { readProgram } from './src/read.ts';
  export { rewriteProgram } from './src/rewrite.ts';
  export { targets } from './src/targets.ts';`,
);
const options = { target: compiler.targets.wx };
const spent = {};
for (const file of readFileSync(list, 'utf8').split('\n')) {
  const text = clocked('read', () => readFileSync(file, 'utf8'));
  if (how === 'whole') clocked('whole', () => rewriteWhole(text, file));
  else rewriteInStages(text, file);
}
console.log(JSON.stringify(spent));

function rewriteWhole(text, filename) {
  if (!compiler.isCandidate(text)) return;
  const output = compiler.rewriteProgram(compiler.readProgram(text, { filename, include: true }), options).apply();
  output.isSettled();
}

function rewriteInStages(text, filename) {
  const isCandidate = clocked('scan', () => {
    const isCalling = compiler.isCandidate(text);
    compiler.isGenerated(text, filename);
    return isCalling;
  });
  if (!isCandidate) return;
  const unit = clocked('parse', () => compiler.parse(text, filename));
  const none = new Set();
  const resolution = clocked('resolve', () => compiler.resolve(unit, { modules: new Map(), templateWords: none }));
  clocked('lift', () => {
    const known = { ...unit, module: compiler.moduleKindOf(unit, resolution) };
    compiler.lift(known, resolution);
    return compiler.liftFile(known, resolution, none);
  });
  const program = compiler.readProgram(text, { filename, include: true }, unit);
  const rewritten = compiler.rewriteProgram(program, options);
  clocked('lower', () => rewritten.sites);
  const output = clocked('apply', () => rewritten.apply());
  if (output.status !== 'changed') return;
  clocked('splice', () => compiler.splice(text, output.edits));
  const written = { edits: output.edits, text: output.code, shim: () => './swan-net.js' };
  clocked('check', () => compiler.reread(program, program.parts, written));
  clocked('again', () => output.isSettled());
}

/** With what the collector and the compiler of Node do on other cores meanwhile. */
function clocked(stage, work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  spent[stage] = (spent[stage] ?? 0) + (user + system) / 1e6;
  return result;
}

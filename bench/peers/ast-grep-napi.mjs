// In: a folder or a file. Out: how many calls are rewritten, nothing being written.
// What a user of @ast-grep/napi would write.

import { Lang, parse } from '@ast-grep/napi';
import { networkApis, scriptsIn } from './network.mjs';

const rule = {
  kind: 'identifier',
  regex: '^swan$',
  inside: {
    kind: 'member_expression',
    has: { field: 'property', regex: `^(${[...networkApis].join('|')})$` },
  },
};

let calls = 0;
for (const { file, text } of scriptsIn(process.argv[2])) {
  const root = parse(file.endsWith('.ts') ? Lang.TypeScript : Lang.JavaScript, text).root();
  const found = root.findAll({ rule });
  root.commitEdits(found.map((node) => node.replace('wx')));
  calls += found.length;
}
console.log(`${calls} calls`);

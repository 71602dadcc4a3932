// In: a folder or a file. Out: how many calls are rewritten, nothing being written.
// What a user of recast with Babel would write.

import { createRequire } from 'node:module';
import { networkApis, scriptsIn } from './network.mjs';

const require = createRequire(import.meta.url);
const { parse } = require('@babel/parser');
const { default: traverse } = require('@babel/traverse');
const recast = require('recast');

let calls = 0;
for (const { file, text } of scriptsIn(process.argv[2])) {
  const plugins = file.endsWith('.ts') ? ['typescript'] : [];
  const parser = { parse: (code) => parse(code, { sourceType: 'unambiguous', plugins, tokens: true }) };
  const ast = recast.parse(text, { parser });
  traverse(ast, {
    MemberExpression({ node, scope }) {
      if (node.object.name !== 'swan' || !networkApis.has(node.property.name) || scope.hasBinding('swan')) return;
      node.object = recast.types.builders.identifier('wx');
      calls += 1;
    },
  });
  recast.print(ast).code;
}
console.log(`${calls} calls`);

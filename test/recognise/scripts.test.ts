// Where the program of a component file begins and ends, in a table: what the compilers of such files take for a block.
// The program is seen through the parser: the names that it calls.

import { describe, expect, it } from 'vitest';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { findScripts, programIn } from '../../src/syntax/scripts.ts';

/** The calls `name()` in the program, with their lines in the file. */
function callsIn(text: string, filename: string): string[] {
  const unit = parse(text, filename);
  if (isParseFailure(unit)) return [unit.message];
  return unit.ast.program.body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return [];
    const { callee } = statement.expression;
    const line = text.slice(0, statement.start ?? 0).split('\n').length;
    return callee.type === 'Identifier' ? [`${callee.name} ${line}`] : [];
  });
}

describe('the blocks of a component', () => {
  it.each([
    ['alone', '<script>\na()\n</script>', ['a 2']],
    ['behind a template', '<template>\n<b>{{ x }}</b>\n</template>\n<script>a()</script>', ['a 4']],
    [
      'behind templates in a template',
      '<template><template #a/><template><c/></template></template><script>a()</script>',
      ['a 1'],
    ],
    [
      'no end of a tag in an interpolation',
      '<template>{{ a <b }}<template>{{ "</template>" }}</template></template><script>a()</script>',
      ['a 1'],
    ],
    ['an interpolation that is not closed', '<template>{{ a</template>\n<script>a()</script>', ['a 2']],
    [
      'no end of a tag in an attribute',
      '<template><b :c="a > b" d=\'</template>\'/></template><script>a()</script>',
      ['a 1'],
    ],
    ['no block in a template', '<template><script>b()</script></template><script>a()</script>', ['a 1']],
    ['no block in a comment', '<!-- <script>b()</script> --><script>a()</script>', ['a 1']],
    ['raw text in another language', '<template lang="pug">\np <template\n</template><script>a()</script>', ['a 3']],
    ['raw text of other blocks', '<docs><script>b()</docs><style>a <b {}</style><script>a()</script>', ['a 1']],
    ['in capitals', '<SCRIPT>a()</Script >', ['a 1']],
    ['with attributes', "<script\n  lang = 'ts'\n  setup>\na(<number>b)\n</script>", ['a 4']],
    [
      'two of them, the first without a last semicolon',
      '<script>\na()\n</script><script setup>(b); b()</script>',
      ['a 2', 'b 3'],
    ],
    ['elsewhere', '<script src="./a.js"></script><script src="./a.js">b()</script>', []],
    ['empty', '<script></script><script/><script>a()</script>', ['a 1']],
    ['no program but data', '<script type="application/json">{}</script><script name="json">b()</script>', []],
    ['a module of the page', '<script module="m" lang="wxs">b()</script><script>a()</script>', ['a 1']],
    ['for another platform', '<script mode="wx">b()</script><script>a()</script>', ['a 1']],
    ['for swan, where there is one for swan', '<script>b()</script><script mode="swan">a()</script>', ['a 1']],
    ['not closed', '<script>\na()', ['a 2']],
    [
      'around whole blocks, for one platform',
      '<!-- #ifdef H5 -->\n<script>b(); export default 1</script>\n<!-- #endif -->\n<!-- #ifndef H5 -->\n<script>a(); export default 2</script>\n<!-- #endif -->',
      ['a 5'],
    ],
    ['in a language that is not read', '<script lang="coffee">a b</script>', ['its script is written in coffee']],
    ['none', '<template>a()</template>', []],
  ])('%s', (_, text, calls) => {
    expect(callsIn(text, 'page.vue')).toEqual(calls);
  });

  it.each([
    ['a.vue', '<script lang="ts">', 'ts'],
    ['a.vue', '<script lang="tsx">', 'tsx'],
    ['a.uvue', '<script lang="uts">', 'ts'],
    ['a.wpy', '<script type="text/typescript">', 'ts'],
    ['a.wpy', '<script type="text/babel">', 'js'],
    ['a.san', '<script>', 'js'],
    ['a.mpx', '<script type="module">', 'js'],
  ])('%s, %s is read as %s', (filename, tag, language) => {
    expect(findScripts(`${tag}a()</script>`, filename)).toMatchObject({ language });
    expect(callsIn(`${tag}a()</script>`, filename)).toEqual(['a 1']);
  });
});

describe('the modules in a template', () => {
  it('are found wherever they stand, and nothing else is a program', () => {
    const text =
      '<view>{{ a <b }}<import-sjs module="m">a()</import-sjs></view>\n<import-sjs module="n">b()</import-sjs>\nc()';
    expect(callsIn(text, 'page.swan')).toEqual(['a 1', 'b 2']);
  });
});

it('keeps offsets, lines and the text of the program', () => {
  const text = '<template>\r\n<b>名字 🦢</b>\n</template><script>a()\n</script>';
  const program = programIn(text, 'page.vue');
  expect(program).toHaveLength(text.length);
  expect(program.split(/\r?\n/)).toHaveLength(text.split(/\r?\n/).length);
  expect(program.trim()).toBe('a()\n;');
});

// In: the blocks of JavaScript on the pages of docs/. Out: whether they are so. A block says in its first line what it is:
// `// before` is rewritten, as utils/request.js, and the blocks `// after, TARGET` behind it are what comes out; `// stays, CODE` is kept,
// with that diagnostic; in `// untouched` nothing is a call of swan; what begins with the name of a file is run by another test (elsewhere.ts).
// Chinese pages have the same blocks (twins.test.ts).

import { describe, expect, it } from 'vitest';
import { rewrite, targetNames } from '../../src/index.ts';
import { isElsewhere } from './elsewhere.ts';
import { type Block, blocksOf, isGenerated, twins } from './pages.ts';

const where = { filename: 'utils/request.js', shim: '../swan-net.js' };
const blocks = twins
  .filter(({ en }) => !isGenerated(en))
  .flatMap(({ en }) => blocksOf(en).filter(({ language }) => language === 'js'));
const before = (block: Block): string => {
  const found = blocks.slice(0, blocks.indexOf(block)).findLast(({ title }) => title === 'before');
  if (found?.page !== block.page) throw new Error(`nothing stands before '${block.title}' on ${block.page}`);
  return found.code;
};
const named = (pattern: RegExp): [string, Block][] =>
  blocks.filter(({ title }) => pattern.test(title)).map((block) => [`${block.page}: ${block.title}`, block]);

describe('a block', () => {
  it('says what it is', () => {
    const unknown = blocks.filter(
      ({ title, page }) => !/^(before|after, \w+|stays, [\w-]+|untouched)$/.test(title) && !isElsewhere(page, title),
    );
    expect(unknown.map(({ page, whole }) => `${page}: ${whole}`)).toEqual([]);
  });

  it.each(named(/^after, /))('%s', (_, block) => {
    const target = targetNames.find((name) => block.title === `after, ${name}`);
    if (!target) throw new Error(`no target is meant by '${block.title}'`);
    expect(rewrite(before(block), { ...where, target }).code).toBe(block.code);
  });

  it.each(named(/^untouched$/))('%s', (_, block) => {
    for (const target of targetNames) {
      expect(rewrite(block.code, { ...where, target })).toMatchObject({ code: block.code, sites: [], diagnostics: [] });
    }
  });

  it.each(named(/^stays, /))('%s', (_, block) => {
    for (const target of targetNames) {
      const { code, sites, diagnostics } = rewrite(block.code, { ...where, target });
      expect(code).toBe(block.code);
      expect(new Set(sites.map(({ verdict }) => verdict))).toEqual(new Set(['kept']));
      expect(diagnostics.map(({ code: name }) => `stays, ${name}`)).toContain(block.title);
    }
  });
});

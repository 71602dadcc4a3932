// In: docs/rules.md, all code and documentation, the executed programs. Out: whether each rule that is cited stands on the page,
// each that stands there is followed by the code and proved by programs, and each link of the documentation leads somewhere.
// A citation is a word of one of the letters R, U, D, S, F and a number, or "On wx" in quotes, in a comment or text of code (by
// TypeScript's own tree) or in documentation outside of its code; `R6 to R8` cites three. Every such word counts: one that is
// no rule fails. A program is about the rules that its first line names in front of a colon.

import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { citationsIn, rulesOn, rulesProvenBy, withPrograms, withRuleLinks } from '../../scripts/rules.mjs';
import { linkShim } from '../../src/index.ts';
import { readPrograms } from '../executed/program-file.ts';
import { codeFiles, files, isThere, read } from './files.ts';

const page = read('docs/rules.md');
const rules = rulesOn(page);
const programs = readPrograms().map(({ name, entry, code }) => ({
  file: `test/executed/programs/${name === entry ? entry : `${name}/${entry}`}`,
  code,
}));
/** Not written out, as every rule that is written here is a citation. */
const missing = ['R', 20].join('');
/** The store holds the text of src/runtime once more. */
const cited = citedIn(codeFiles.filter((file) => !file.endsWith('.generated.ts')));
const citedByPages = files
  .filter((file) => file.endsWith('.md') && file !== 'docs/rules.md' && !file.startsWith('test/'))
  .map((file) => ({ file, names: citationsIn(withoutCode(read(file))) }));

describe('the rules', () => {
  it('are all there', () => {
    expect([...rules.keys()].join(' ')).toBe(
      [
        'R1 R2 R3 R4 R5 R6 R7 R8 R9 R10 R11 R12 R13 R14 R15 R16 R17 R18 R19',
        'U1 U2 U3 U4 D1 S1 S2 S3 S4 S5 S6 S7 S8 F1 F2 F3 F4 F5 F6',
        'On wx',
      ].join(' '),
    );
  });

  it('are the ones that code, shim, tests and pages cite', () => {
    const places = [...cited, ...citedByPages].flatMap(({ file, names }) => names.map((name) => ({ file, name })));
    expect(places.filter(({ name }) => !rules.has(name))).toEqual([]);
  });

  it('are each followed by the code', () => {
    const names = new Set(cited.filter(({ file }) => /^(src|transforms|cli)\//.test(file)).flatMap((one) => one.names));
    expect([...rules.keys()].filter((name) => !names.has(name))).toEqual([]);
  });

  it('are each what an executed program is about', () => {
    const names = new Set(programs.flatMap(({ code }) => rulesProvenBy(code)));
    expect([...rules.keys()].filter((name) => !names.has(name))).toEqual([]);
    expect([...names].filter((name) => !rules.has(name))).toEqual([]);
  });

  it('say why they are so, and name their programs', () => {
    const sections = page.split(/^(?=##)/m).filter((section) => section.startsWith('### '));
    expect(sections).toHaveLength(rules.size);
    for (const section of sections) {
      const [heading = '', , rule = '', , ...rest] = section.split('\n');
      expect(section, heading).toMatch(/^### .+\n\n(?:.+\n)+\nWhy: (?:.+\n)+\nPrograms: \[.+\)\n+/);
      expect([rule, rest.length > 0], heading).not.toContain(false);
    }
  });

  it('are on a page that is current', () => {
    const texts = new Map(programs.map(({ file, code }) => [path.posix.join('..', file), code]));
    expect(page).toBe(withPrograms(page, texts));
  });

  it('are where the header of every shim says', () => {
    for (const target of ['fetch', 'axios', 'wx'] as const) {
      const [header = ''] = linkShim({ target, names: ['ignore'], module: 'esm', typescript: false }).split('\n\n');
      const pages = [...header.matchAll(/docs\/[\w-]+\.md/g)].map(([name]) => name);
      expect(pages).toEqual(['docs/rules.md']);
      expect(files).toContain(pages[0]);
    }
  });
});

describe('links of the documentation', () => {
  const pages = files.filter((file) => /^(docs\/.*|[A-Z]+(\.zh-CN)?)\.md$/.test(file));

  it.each(pages)('%s leads to files and headings that are there', (file) => {
    const links = [...withoutCode(read(file)).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, to = '']) => to);
    expect(links.filter((link) => !leadsSomewhere(file, link))).toEqual([]);
  });

  it('would notice a page and a heading that are not there', () => {
    expect(leadsSomewhere('docs/rules.md', 'nowhere.md')).toBe(false);
    expect(leadsSomewhere('docs/rules.md', '#no-such-rule')).toBe(false);
    expect(leadsSomewhere('docs/diagnostics.md', `rules.md#${rules.get('R1')}`)).toBe(true);
  });
});

describe('a citation', () => {
  it.each([
    ['// ends in fail (R15, S6)', 'R15 S6'],
    ['/** R6 to R8 of the contract */', 'R6 R7 R8'],
    ['const R1 = S2;', ''],
    ["const text = 'as R18 has it';", 'R18'],
    ['const text = `one ${R1} S1`;', 'S1'],
    ['x = /R3/; // the rule "On wx"', 'On wx'],
    ['// UR3 and R3a are none', ''],
    [`// ${missing}`, missing],
  ])('in %s', (code, names) => expect(namesIn(code, 'a.ts').join(' ')).toBe(names));

  it('in front of a program', () => {
    expect(rulesProvenBy('// R11, "On wx": a timeout (R16)\nx();')).toEqual(['R11', 'On wx']);
    expect(rulesProvenBy('// Sample 1: R3\n')).toEqual([]);
  });

  it('of a rule that is not there has no link', () => {
    expect(() => withRuleLinks(`(${missing})`, rules)).toThrow(`no rule ${missing}`);
  });
});

function citedIn(all: readonly string[]): { readonly file: string; readonly names: readonly string[] }[] {
  return all.map((file) => ({ file, names: namesIn(read(file), file) }));
}

/** What comments and texts cite; names of the code are none. */
function namesIn(code: string, file: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    // The text of a documenting comment stands in front of the next token all the same.
    const children = node.getChildren(tree).filter((child) => !ts.isJSDoc(child));
    if (children.length > 0) children.forEach(visit);
    else {
      // What stands between two tokens is comments and space.
      names.push(...citationsIn(code.slice(node.pos, node.getStart(tree))));
      if (ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node)) {
        if (!ts.isRegularExpressionLiteral(node)) names.push(...citationsIn(node.getText(tree)));
      }
    }
  };
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  visit(tree);
  return names;
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,}).*\n[^]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
}

/** A file of the repository, and in it a heading with that address. */
function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? from : path.posix.join(path.posix.dirname(from), file);
  if (!isThere(target)) return false;
  return anchor === undefined || headingsOf(read(target)).includes(anchor);
}

function headingsOf(markdown: string): string[] {
  return [...withoutFences(markdown).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^(`{3,}).*\n[^]*?^\1$/gm, '');
}

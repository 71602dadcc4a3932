// In: CONTRIBUTING.md, the workflow and the issue forms under .github, package.json. Out: whether the scripts and the places in the
// code that the walks name are there, whether CI runs what a person runs on every Node that is promised, and whether each form
// speaks both languages. What the scripts do is held by workshop.test.ts and show.test.ts.

import { describe, expect, it } from 'vitest';
import { files, isThere, read } from './files.ts';

const guide = read('CONTRIBUTING.md');
const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

/** What a walk makes is not there before it. */
const made = [
  'test/fixtures/cases/requests/insecure-url',
  'test/fixtures/cases/wx/response-type-as-text',
  'test/executed/programs/r14-text',
  'transforms/beam',
];

describe('CONTRIBUTING.md', () => {
  it('names scripts that there are', () => {
    const named = [...guide.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('names files that there are', () => {
    const named = [...guide.matchAll(/`((?:src|transforms|test|scripts|docs)\/[\w./-]+)`/g)].map(
      ([, name = '']) => name,
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !isThere(name) && !made.some((one) => name.startsWith(one)))).toEqual([]);
    expect(made.filter((name) => isThere(name) || ['js', 'ts'].some((ending) => isThere(`${name}.${ending}`)))).toEqual(
      [],
    );
  });

  it.each([
    ['src/diagnostics/notes-requests.ts', "  'port-in-url': {"],
    ['transforms/notes/notes.ts', 'function urlNotes('],
    ['transforms/notes/notes.ts', 'details: { url: shown }'],
    ['transforms/wx/option-rules.ts', 'const rules: readonly OptionRule[] = ['],
    ['transforms/wx/option-rules.ts', 'function respell('],
    ['src/runtime/wx-any-options.ts', 'responseType'],
    ['CHANGELOG.md', '## Unreleased'],
  ])('finds in %s what a walk begins at: %s', (file, text) => expect(read(file)).toContain(text));
});

describe('.github', () => {
  const workflow = read('.github/workflows/ci.yml');
  const forms = files.filter((file) => /^\.github\/ISSUE_TEMPLATE\/\d.*\.yml$/.test(file));

  it('runs .ci/run, on the first of each line of Node that is promised and on the next', () => {
    expect(workflow).toContain('- run: .ci/run\n');
    expect(workflow).toContain("node: ['20.19', '22', '24']");
    expect(manifest.engines.node).toBe('^20.19 || >=22.12');
  });

  it('may read the repository and nothing more', () => {
    expect(workflow).toContain('permissions:\n  contents: read\n');
    expect(workflow).not.toContain('secrets.');
  });

  it('has a form for a wrong rewrite, a kept site and a question', () => {
    expect(forms.map((file) => file.replace(/^.*\/\d-|\.yml$/g, ''))).toEqual([
      'wrong-rewrite',
      'kept-site',
      'question',
    ]);
  });

  it.each(forms)('%s speaks Chinese and English', (file) => {
    const texts = [...read(file).matchAll(/^\s*(?:name|description|label): (.+)$/gm)].map(([, text = '']) => text);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter((text) => !/\p{Script=Han}/u.test(text) || !/[A-Za-z]{4}/.test(text))).toEqual([]);
  });
});

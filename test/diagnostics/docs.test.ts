// The generated pages say what the catalogue, the registry and the table say, and every diagnostic is complete.
// The pages are made by scripts/docs.mjs.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apis } from '../../src/apis.ts';
import { catalogue, codes, type Code } from '../../src/diagnostics/diagnostics.ts';
import { shimExports } from '../../src/shim/shim.ts';
import { targets } from '../../src/targets.ts';
import { table } from '../../src/resolve/table.ts';
import { renderDiagnostics, renderTargets, withTable } from '../../scripts/render-docs.mjs';
import { rulesOn } from '../../scripts/rules.mjs';

const page = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe('generated docs', () => {
  it.each([
    ['en', ''],
    ['zh-CN', 'zh-CN/'],
  ] as const)('are current in %s', (locale, folder) => {
    const diagnostics = renderDiagnostics(catalogue, rulesOn(page('rules.md')), locale);
    expect(page(`${folder}diagnostics.md`)).toBe(diagnostics);
    expect(page(`${folder}targets.md`)).toBe(renderTargets(targets, apis, shimExports, locale));
  });

  it('the table in architecture.md is current', () => {
    expect(page('architecture.md')).toBe(withTable(page('architecture.md'), table));
  });

  it('the table in architecture.md shows every cell', () => {
    const marked = withTable(page('architecture.md'), {
      ...table,
      written: { ...table.written, api: { ...table.written.api, says: 'says something else' } },
    });
    expect(marked).not.toBe(page('architecture.md'));
    expect(marked).toContain('| says something else ');
  });
});

describe('the catalogue', () => {
  it.each(codes)('%s is a word with hyphens and has a title, a help text of two parts and an example', (code: Code) => {
    const { title, help, example } = catalogue[code];
    expect(code).toMatch(/^[a-z]+(?:-[a-z\d]+)*$/);
    expect(title.en).not.toMatch(/[.!]$/);
    expect(title['zh-CN']).not.toMatch(/[。！.!]$/);
    expect(help.en.split('\n\n').length).toBeGreaterThanOrEqual(2);
    expect(help['zh-CN'].split('\n\n')).toHaveLength(help.en.split('\n\n').length);
    expect(example.trim()).not.toBe('');
  });
});

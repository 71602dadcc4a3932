// The example of each diagnostic raises it: what `cygnet explain` shows is what happens.
// The few that only the command line can raise, or that nothing should, are named with the test that has them.

import { describe, expect, it } from 'vitest';
import { type Said, describe as wordsOf } from '../../src/diagnostics/diagnostics.ts';
import { inEach } from '../../src/locale/locale.ts';
import { faultsOfTwins, textsIn } from '../laws/twins.ts';
import { catalogue, codes, rewrite, targetNames, type Code } from '../../src/index.ts';

/** In both languages. */
function faultsOfMessage(said: Said): string[] {
  return faultsOfTwins(
    inEach((locale) => wordsOf(said, locale)),
    textsIn(said.details),
  );
}

/** Raised outside of a rewrite. */
const elsewhere: ReadonlySet<Code> = new Set<Code>([
  'internal-error', // below
  'unreadable-file', // test/cli/reading.test.ts
  'not-utf8', // test/cli/reading.test.ts
  'generated-file', // test/cli/left-out.test.ts
  'unread-file', // test/cli/left-out.test.ts
  'unread-package', // test/cli/left-out.test.ts
  'file-too-large', // test/cli/limits.test.ts
  'nested-too-deep', // below
  'declined', // below
  'undecided', // below
  'view-module', // below
  'template-use', // below
]);

describe('every example raises its diagnostic', () => {
  it.each(codes.filter((code) => !elsewhere.has(code)))('%s', (code) => {
    const raised = targetNames.filter((target) => {
      const { diagnostics } = rewrite(catalogue[code].example, { filename: 'example.js', target });
      expect(diagnostics.flatMap(faultsOfMessage)).toEqual([]);
      return diagnostics.some((diagnostic) => diagnostic.code === code);
    });
    expect(raised).not.toEqual([]);
  });

  it('declined, where the user says no', () => {
    const { diagnostics, status } = rewrite(catalogue.declined.example, { target: 'fetch', accept: () => false });
    expect(diagnostics.map(({ code }) => code)).toEqual(['declined']);
    expect(status).toBe('unchanged');
  });

  it('undecided, where nobody says anything, and no comment is written for it', () => {
    const code = catalogue.undecided.example;
    const { diagnostics, status } = rewrite(code, { target: 'fetch', mark: true, accept: () => 'undecided' });
    expect(diagnostics.map((one) => one.code)).toEqual(['undecided']);
    expect(status).toBe('unchanged');
  });

  it('nested-too-deep, where the stack of the caller ends', () => {
    const sum = `x = a${' + a'.repeat(200_000)};\nswan.request({ url: u });\n`;
    const { code, diagnostics, status } = rewrite(sum, { target: 'fetch', include: true });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['nested-too-deep']);
    expect([code, status]).toEqual([sum, 'failed']);
  });

  it('template-use, in a component', () => {
    const { diagnostics } = rewrite(catalogue['template-use'].example, { filename: 'list.vue', target: 'fetch' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['template-use']);
  });

  it('view-module, in a module of the page', () => {
    const { diagnostics } = rewrite(catalogue['view-module'].example, { filename: 'filter.sjs', target: 'fetch' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['view-module']);
  });

  it('internal-error, where our own code throws; the site stays and the rest goes on', () => {
    const accept = (site: { readonly line: number }): boolean => {
      if (site.line === 1) throw new Error('planted');
      return true;
    };
    const call = "swan.request({ url: 'https://example.com/list' });\n";
    const { code, sites, diagnostics } = rewrite(call + call, { target: 'fetch', accept });
    expect(sites.map(({ verdict }) => verdict)).toEqual(['kept', 'native']);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['internal-error']);
    expect(code).toContain(call);
  });
});

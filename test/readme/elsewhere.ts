// In: a page and the first line of a block on it. Out: whether a test of its own runs that block, or holds it to another page.
// Knows where, and not how.

const elsewhere: Readonly<Record<string, readonly string[]>> = {
  // integrations/lines.test.ts
  'docs/bundlers.md': [
    'vite.config.js',
    'rollup.config.js',
    'rolldown.config.js',
    'webpack.config.cjs',
    'rspack.config.cjs',
    'build.js',
  ],
  // integrations/eslint
  'docs/editors.md': ['eslint.config.js'],
  // workspace/library.test.ts
  'docs/library.md': ['one-text.mjs', 'site-by-site.mjs', 'one-folder.mjs', 'in-memory.mjs'],
  // programs.test.ts
  'docs/to-fetch.md': ['credentials.js', 'vite.config.js'],
  'docs/to-axios.md': ['net.js', 'login-expired.js'],
  'docs/without-shim.md': ['by-hand.js'],
  'docs/testing.md': ['list.js', 'list.test.mjs', 'list-axios.test.mjs'],
};

export function isElsewhere(page: string, title: string): boolean {
  return elsewhere[page]?.some((name) => title === name || title.startsWith(`${name}:`)) === true;
}

// In: nothing. Out: the notes on the names of swan, the tests for it and what declares it, where they stay or their answer changes.
// A note never changes the exit code.

import type { CatalogueEntry } from './diagnostics.ts';

type None = Record<never, never>;

export const names = {
  'swan-guard': {
    severity: 'warning',
    title: 'A test for swan',
    message: ({ text, without, isSeen }) =>
      `'${text}' ${without === 'throws' ? 'throws' : `is ${String(without)}`} where there is no swan${isSeen ? ', and the network code behind it does not run there.' : '; none of the rewritten calls is seen behind it.'}`,
    help: `The network calls behind this test no longer need swan, but other code there does, or what the test decides cannot be seen. So it was not changed (F5).

Remove the test, or make it true where the program runs next.`,
    example: `if (typeof swan !== 'undefined') {
    swan.showToast({ title: 'loading' });
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<{ text: string; without: boolean | 'throws'; isSeen: boolean }>,

  'can-i-use': {
    severity: 'note',
    title: 'An answered canIUse',
    message: ({ text, title, askedOf }) =>
      askedOf === undefined
        ? `'${text}' is answered with true: the network calls that it decides about are carried over to ${title}.`
        : `'${text}' is asked of ${askedOf} now, as are the network calls that it decides about.`,
    help: `The test asks whether swan knows a network API. What runs only then holds network calls, or calls functions of the same file that hold them, and all of these are rewritten. So on the web the answer is true, and on WeChat the question goes to the host that is called.

A test whose network calls cannot be seen from it, or one for an option that is left out, is not answered (\`swan-guard\`).`,
    example: `Page({
    onLoad() {
        if (swan.canIUse('connectSocket')) {
            this.initSocket();
        }
    },
    initSocket() {
        swan.connectSocket({ url: 'wss://example.com/chat' });
    }
});`,
  } satisfies CatalogueEntry<{ text: string; title: string; askedOf?: string }>,

  'swan-declared': {
    severity: 'note',
    title: 'A declaration of swan',
    message: () => 'Nothing in this file needs this declaration of swan any more.',
    help: `It tells the type checker or the linter about the global \`swan\`, which the rewritten file does not use. It was not deleted: a declaration may serve other files as well.

Remove it. \`cygnet scan\` shows which files still use other swan APIs.`,
    example: `/* global swan */
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<None>,

  'host-undeclared': {
    severity: 'note',
    title: 'A global that the linter is not told about',
    message: ({ name }) => `The rewritten file uses the global '${name}', which this comment does not name.`,
    help: `The comment tells the linter which globals there are, and it was written for swan. The linter will call the new one undefined unless its environment knows it, as \`browser\` knows \`fetch\` and \`commonjs\` knows \`require\`.

Add the name to the comment.`,
    example: `/* globals Page, swan */
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ name: string }>,

  'swan-named': {
    severity: 'note',
    title: 'swan is named',
    message: () => 'swan is named here, and nothing of it is used.',
    help: `Comparing swan, printing it or naming it in a statement of its own reaches no network. It stays as it is, and needs swan to be there (F6).

Remove it where the program no longer runs on swan.`,
    example: `console.log(swan);
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<None>,

  'swan-stubbed': {
    severity: 'note',
    title: 'swan itself is replaced or removed',
    message: () =>
      'swan is replaced or removed here, which a call that has moved does not notice: a test that stubs swan needs another stub.',
    help: `The global name \`swan\` is given another value, or is deleted, as the set-up of a test does. That is no call, and it stays as it is. Every call of the program that may see the other value is kept (\`swan-replaced\`), unless this file is left out.

Where it is a test, stub what the moved calls reach: \`fetch\`, axios or the shim's functions on the web, \`wx\` on WeChat.`,
    example: `globalThis.swan = { request: options => options.success({ data: [] }) };`,
  } satisfies CatalogueEntry<None>,

  'swan-alias-left': {
    severity: 'note',
    title: 'An alias of swan remains',
    message: ({ name }) => `'${name}' still stands for swan here, as other code uses it.`,
    help: `The network calls made through this name were rewritten, but it is used for something else too, so its declaration stays and needs swan to exist (F3).

See \`cygnet scan\` for the other swan APIs that the program uses.`,
    example: `const host = swan;
host.request({ url: 'https://example.com/list' });
host.showToast({ title: 'ok' });`,
  } satisfies CatalogueEntry<{ name: string }>,
};

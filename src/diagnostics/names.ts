// In: nothing. Out: the notes on the names of swan, the tests for it and what declares it, where they stay or their answer changes.
// A note never changes the exit code.

import type { InEach } from '../locale/locale.ts';
import type { CatalogueEntry } from './diagnostics.ts';
import type { None } from './details.ts';

export const names = {
  'swan-guard': {
    severity: 'warning',
    title: { en: 'A test for swan', 'zh-CN': '对 swan 的判断' },
    message: {
      en: ({ text, without, isSeen }) =>
        `'${text}' ${without === 'throws' ? 'throws' : `is ${String(without)}`} where there is no swan${isSeen ? ', and the network code behind it does not run there.' : '; none of the rewritten calls is seen behind it.'}`,
      'zh-CN': ({ text, without, isSeen }) =>
        `在没有 swan 的地方，“${text}”${without === 'throws' ? '会抛出异常' : `为 ${String(without)}`}${isSeen ? '，它之后的网络代码在那里不会运行。' : '；没有看到改写后的调用受它控制。'}`,
    },
    help: `The network calls behind this test no longer need swan, but other code there does, or what the test decides cannot be seen. So it was not changed (F5).

Remove the test, or make it true where the program runs next.`,
    example: `if (typeof swan !== 'undefined') {
    swan.showToast({ title: 'loading' });
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<{ text: string; without: boolean | 'throws'; isSeen: boolean }>,

  'can-i-use': {
    severity: 'note',
    title: { en: 'An answered canIUse', 'zh-CN': '已有答案的 canIUse' },
    message: {
      en: ({ text, title, askedOf }) =>
        askedOf === undefined
          ? `'${text}' is answered with true: the network calls that it decides about are carried over to ${title.en}.`
          : `'${text}' is asked of ${askedOf} now, as are the network calls that it decides about.`,
      'zh-CN': ({ text, title, askedOf }) =>
        askedOf === undefined
          ? `“${text}”的结果已定为 true：由它决定的网络调用都已改到 ${title['zh-CN']}。`
          : `“${text}”现在改为询问 ${askedOf}，由它决定的网络调用也在那里。`,
    },
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
  } satisfies CatalogueEntry<{ text: string; title: InEach<string>; askedOf?: string }>,

  'swan-declared': {
    severity: 'note',
    title: { en: 'A declaration of swan', 'zh-CN': '对 swan 的声明' },
    message: {
      en: () => 'Nothing in this file needs this declaration of swan any more.',
      'zh-CN': () => '这个文件已不再需要此处对 swan 的声明。',
    },
    help: `It tells the type checker or the linter about the global \`swan\`, which the rewritten file does not use. It was not deleted: a declaration may serve other files as well.

Remove it. \`cygnet scan\` shows which files still use other swan APIs.`,
    example: `/* global swan */
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<None>,

  'host-undeclared': {
    severity: 'note',
    title: { en: 'A global that the linter is not told about', 'zh-CN': '没有告诉 linter 的全局对象' },
    message: {
      en: ({ name }) => `The rewritten file uses the global '${name}', which this comment does not name.`,
      'zh-CN': ({ name }) => `改写后的文件用到全局对象“${name}”，而这条注释没有列出它。`,
    },
    help: `The comment tells the linter which globals there are, and it was written for swan. The linter will call the new one undefined unless its environment knows it, as \`browser\` knows \`fetch\` and \`commonjs\` knows \`require\`.

Add the name to the comment.`,
    example: `/* globals Page, swan */
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ name: string }>,

  'swan-named': {
    severity: 'note',
    title: { en: 'swan is named', 'zh-CN': '提到了 swan' },
    message: {
      en: () => 'swan is named here, and nothing of it is used.',
      'zh-CN': () => '这里提到了 swan，但没有用到它的任何 API。',
    },
    help: `Comparing swan, printing it or naming it in a statement of its own reaches no network. It stays as it is, and needs swan to be there (F6).

Remove it where the program no longer runs on swan.`,
    example: `console.log(swan);
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<None>,

  'swan-stubbed': {
    severity: 'note',
    title: { en: 'swan itself is replaced or removed', 'zh-CN': 'swan 本身被替换或删除' },
    message: {
      en: () =>
        'swan is replaced or removed here, which a call that has moved does not notice: a test that stubs swan needs another stub.',
      'zh-CN': () => '这里替换或删除了 swan，已经迁走的调用不受影响：测试中对 swan 的打桩需要换一种写法。',
    },
    help: `The global name \`swan\` is given another value, or is deleted, as the set-up of a test does. That is no call, and it stays as it is. Every call of the program that may see the other value is kept (\`swan-replaced\`), unless this file is left out.

Where it is a test, stub what the moved calls reach: \`fetch\`, axios or the shim's functions on the web, \`wx\` on WeChat.`,
    example: `globalThis.swan = { request: options => options.success({ data: [] }) };`,
  } satisfies CatalogueEntry<None>,

  'swan-alias-left': {
    severity: 'note',
    title: { en: 'An alias of swan remains', 'zh-CN': 'swan 的别名仍然存在' },
    message: {
      en: ({ name }) => `'${name}' still stands for swan here, as other code uses it.`,
      'zh-CN': ({ name }) => `“${name}”在这里仍然代表 swan，因为还有别的代码用到它。`,
    },
    help: `The network calls made through this name were rewritten, but it is used for something else too, so its declaration stays and needs swan to exist (F3).

See \`cygnet scan\` for the other swan APIs that the program uses.`,
    example: `const host = swan;
host.request({ url: 'https://example.com/list' });
host.showToast({ title: 'ok' });`,
  } satisfies CatalogueEntry<{ name: string }>,
};

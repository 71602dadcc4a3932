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
    help: {
      en: `The network calls behind this test no longer need swan, but other code there does, or what the test decides cannot be seen. So it was not changed (F5).

Remove the test, or make it true where the program runs next.`,
      'zh-CN': `这个判断之后的网络调用已不再需要 swan，但那里还有别的代码需要它，或者看不出这个判断决定了什么。因此没有改动（F5）。

请去掉这个判断，或让它在程序今后运行的环境中为真。`,
    },
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
    help: {
      en: `The test asks whether swan knows a network API. What runs only then holds network calls, or calls functions of the same file that hold them, and all of these are rewritten. So on the web the answer is true, and on WeChat the question goes to the host that is called.

A test whose network calls cannot be seen from it, or one for an option that is left out, is not answered (\`swan-guard\`).`,
      'zh-CN': `这个判断询问 swan 是否支持某个网络 API。仅在支持时才运行的代码含有网络调用，或调用同一文件中含有网络调用的函数，而这些调用都已改写。因此在 Web 上答案是 true，在微信上则改为询问实际调用的宿主。

如果从判断处看不到相关的网络调用，或询问的是某个已去掉的参数，则不会代为回答（\`swan-guard\`）。`,
    },
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
    help: {
      en: `It tells the type checker or the linter about the global \`swan\`, which the rewritten file does not use. It was not deleted: a declaration may serve other files as well.

Remove it. \`cygnet scan\` shows which files still use other swan APIs.`,
      'zh-CN': `它向类型检查器或 linter 说明全局变量 \`swan\`，而改写后的文件不再使用它。没有删除它，因为一处声明可能还用于其他文件。

请去掉它。\`cygnet scan\` 会列出哪些文件还在使用其他 swan API。`,
    },
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
    help: {
      en: `The comment tells the linter which globals there are, and it was written for swan. The linter will call the new one undefined unless its environment knows it, as \`browser\` knows \`fetch\` and \`commonjs\` knows \`require\`.

Add the name to the comment.`,
      'zh-CN': `这条注释告诉 linter 有哪些全局变量，它是为 swan 写的。除非 linter 的环境认识新的全局变量（例如 \`browser\` 认识 \`fetch\`，\`commonjs\` 认识 \`require\`），否则会报告它未定义。

请把这个名字加到注释中。`,
    },
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
    help: {
      en: `Comparing swan, printing it or naming it in a statement of its own reaches no network. It stays as it is, and needs swan to be there (F6).

Remove it where the program no longer runs on swan.`,
      'zh-CN': `比较 swan、打印 swan，或把它单独写成一条语句，都不会访问网络。它保持不变，但运行时需要 swan 存在（F6）。

如果程序不再在 swan 上运行，请去掉它。`,
    },
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
    help: {
      en: `The global name \`swan\` is given another value, or is deleted, as the set-up of a test does. That is no call, and it stays as it is. Every call of the program that may see the other value is kept (\`swan-replaced\`), unless this file is left out.

Where it is a test, stub what the moved calls reach: \`fetch\`, axios or the shim's functions on the web, \`wx\` on WeChat.`,
      'zh-CN': `全局变量 \`swan\` 被赋了别的值或被删除，测试的准备代码常会这样做。这不是调用，因此保持不变。程序中所有可能看到那个值的调用也都保持不变（\`swan-replaced\`），除非这个文件已被排除。

如果它是测试，请改为对迁移后的调用所用的对象打桩：在 Web 上是 \`fetch\`、axios 或 shim 的函数，在微信上是 \`wx\`。`,
    },
    example: `globalThis.swan = { request: options => options.success({ data: [] }) };`,
  } satisfies CatalogueEntry<None>,

  'swan-alias-left': {
    severity: 'note',
    title: { en: 'An alias of swan remains', 'zh-CN': 'swan 的别名仍然存在' },
    message: {
      en: ({ name }) => `'${name}' still stands for swan here, as other code uses it.`,
      'zh-CN': ({ name }) => `“${name}”在这里仍然代表 swan，因为还有别的代码用到它。`,
    },
    help: {
      en: `The network calls made through this name were rewritten, but it is used for something else too, so its declaration stays and needs swan to exist (F3).

See \`cygnet scan\` for the other swan APIs that the program uses.`,
      'zh-CN': `通过这个名字发出的网络调用已改写，但它还有别的用途，因此声明保留了下来，运行时需要 swan 存在（F3）。

程序还使用了哪些 swan API，请看 \`cygnet scan\`。`,
    },
    example: `const host = swan;
host.request({ url: 'https://example.com/list' });
host.showToast({ title: 'ok' });`,
  } satisfies CatalogueEntry<{ name: string }>,
};

// In: nothing. Out: the reasons why a site stays that lie in what stands, or may stand, in the place of swan and its APIs.
// Every one leaves the site byte for byte as it was, and says what to do about it.

import type { CatalogueEntry } from './diagnostics.ts';
import { type Exit, exitWords, type LinePlace, placeWords } from './details.ts';

export const keptReplaced = {
  'api-assigned': {
    severity: 'warning',
    title: { en: 'The API is replaced by the program', 'zh-CN': '程序替换了这个 API' },
    message: {
      en: ({ api, place }) =>
        `swan.${api} is kept: the program replaces it (${placeWords.en(place)}), so what runs here may not be swan's own. Where that is the set-up of a test, exclude its file.`,
      'zh-CN': ({ api, place }) =>
        `swan.${api} 保持不变：程序替换了它（${placeWords['zh-CN'](place)}），这里运行的未必是 swan 自己的实现。如果那是测试的准备代码，请排除该文件。`,
    },
    help: {
      en: `An interceptor, a mock or a spy takes the place of the API. Rewriting the calls would go around it, and rewriting the assignment would change what other code sees. Every call of the program that may see it is kept, as it may run at any time (F2).

Where it is the set-up of a test, leave that file out (\`--exclude\`). Otherwise move it into a wrapper function of your own that calls \`swan.request\`, call the wrapper everywhere, and run again.`,
      'zh-CN': `拦截器、mock 或 spy 取代了这个 API。改写调用会绕过它，改写赋值又会影响其他代码看到的内容。由于它随时可能运行，程序中所有可能受它影响的调用都保持不变（F2）。

如果它是测试的准备代码，请排除该文件（\`--exclude\`）。否则请把它移到自己的封装函数中，由该函数调用 \`swan.request\`，并在各处调用这个封装函数，然后重新运行。`,
    },
    example: `const original = swan.request;
swan.request = options => original({ ...options, header: { token } });
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ api: string; place: LinePlace }>,

  'api-compared': {
    severity: 'warning',
    title: { en: 'Which function it is counts', 'zh-CN': '程序依赖于它是哪个函数' },
    message: {
      en: ({ api, place }) =>
        `swan.${api} is kept: the program compares it with another function (${placeWords.en(place)}), and not every use of it can be rewritten.`,
      'zh-CN': ({ api, place }) =>
        `swan.${api} 保持不变：程序拿它与别的函数比较（${placeWords['zh-CN'](place)}），而它的用法并非处处都能改写。`,
    },
    help: {
      en: `After a rewrite of some of the uses only, the comparison would have another result.

Look at why the other uses are kept. Where the comparison is part of a test, leave that file out (\`--exclude\`).`,
      'zh-CN': `如果只改写一部分用法，这个比较的结果就会改变。

请查看其他用法为何保持不变。如果这个比较属于测试，请排除该文件（\`--exclude\`）。`,
    },
    example: `const host = flag ? swan : mock;
host.request({ url: 'https://example.com/list' });
const isOwn = send === swan.request;`,
  } satisfies CatalogueEntry<{ api: string; place: LinePlace }>,

  'swan-replaced': {
    severity: 'warning',
    title: { en: 'The program replaces swan', 'zh-CN': '程序替换了 swan' },
    message: {
      en: ({ place }) =>
        `This is kept: the program puts something else in the place of swan (${placeWords.en(place)}). Where that is the set-up of a test, exclude its file.`,
      'zh-CN': ({ place }) =>
        `此处保持不变：程序用别的对象替换了 swan（${placeWords['zh-CN'](place)}）。如果那是测试的准备代码，请排除该文件。`,
    },
    help: {
      en: `The global name is assigned to, so what is reached through it here may be a mock, or another host.

Where that is the set-up of a test, leave that file out (\`--exclude\`) and run again. Otherwise give the other object a name of its own.`,
      'zh-CN': `全局变量被赋了别的值，因此在这里通过它访问到的可能是 mock，也可能是别的宿主。

如果那是测试的准备代码，请排除该文件（\`--exclude\`）并重新运行。否则请给那个对象另起一个名字。`,
    },
    example: `globalThis.swan = createMock();
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ place: LinePlace }>,

  'swan-handed': {
    severity: 'warning',
    title: { en: 'Code out of sight may replace the API', 'zh-CN': '看不到的代码可能替换这个 API' },
    message: {
      en: ({ how, place }) =>
        `This is kept: swan is ${exitWords.en(how)} (${placeWords.en(place)}), and what is done with it there cannot be seen.`,
      'zh-CN': ({ how, place }) =>
        `此处保持不变：swan ${exitWords['zh-CN'](how)}（${placeWords['zh-CN'](place)}），之后对它做了什么无从得知。`,
    },
    help: {
      en: `Whoever has the whole object can put something else in the place of \`swan.request\`, as mocks and monitoring packages do. A rewritten call would go around it (F2).

Look at the place that is named. If nothing is replaced there, hand over only what is needed (\`{ login: swan.login }\`), or leave that file out (\`--exclude\`), and run again.`,
      'zh-CN': `拿到整个对象的代码可以替换 \`swan.request\`，mock 和监控类的包就是这样做的。改写后的调用会绕过这种替换（F2）。

请查看所指的位置。如果那里没有替换任何东西，请只传递所需的部分（\`{ login: swan.login }\`），或排除该文件（\`--exclude\`），然后重新运行。`,
    },
    example: `monitor(swan);
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ how: Exit; place: LinePlace }>,

  'swan-after': {
    severity: 'warning',
    title: { en: 'Calls are intercepted with swan.after', 'zh-CN': '调用被 swan.after 拦截' },
    message: {
      en: ({ place }) =>
        place === undefined
          ? 'swan.after is kept: it intercepts calls on swan, and no target has such a hook.'
          : `This is kept: swan.after (${placeWords.en(place)}) intercepts it, and no target has such a hook.`,
      'zh-CN': ({ place }) =>
        place === undefined
          ? 'swan.after 保持不变：它拦截 swan 上的调用，而各个目标平台都没有这样的钩子。'
          : `此处保持不变：swan.after（${placeWords['zh-CN'](place)}）会拦截它，而各个目标平台都没有这样的钩子。`,
    },
    help: {
      en: `\`swan.after\` runs code around every call of an API. After the rewrite these calls no longer pass through swan, so the hook would stay silent.

Move what it does into a wrapper around the request, or into an axios interceptor on the shim's instance.`,
      'zh-CN': `\`swan.after\` 会在某个 API 的每次调用前后运行代码。改写之后这些调用不再经过 swan，钩子也就不会触发。

请把它所做的事移到请求的封装函数中，或移到 shim 所用 axios 实例的拦截器中。`,
    },
    example: `swan.after({ request: { success: res => log(res) } });`,
  } satisfies CatalogueEntry<{ place?: LinePlace }>,

  'swan-escapes': {
    severity: 'warning',
    title: { en: 'swan is handed to code that cannot be seen', 'zh-CN': 'swan 被交给看不到的代码' },
    message: {
      en: ({ how }) => `swan is ${exitWords.en(how)} here: calls made through it cannot be followed.`,
      'zh-CN': ({ how }) => `swan 在这里${exitWords['zh-CN'](how)}：此后经由它发出的调用无法追踪。`,
    },
    help: {
      en: `The whole object leaves the code that is visible, so network calls may be made through it elsewhere.

Look at where it goes. If network calls are made there, write them as \`swan.request(…)\` or hand over the single functions (\`{ request: swan.request }\`), and run again.`,
      'zh-CN': `整个对象离开了可见的代码，别处可能会通过它发出网络调用。

请查看它去了哪里。如果那里有网络调用，请写成 \`swan.request(…)\`，或只传递单个函数（\`{ request: swan.request }\`），然后重新运行。`,
    },
    example: `createClient(swan);`,
  } satisfies CatalogueEntry<{ how: Exit }>,
};

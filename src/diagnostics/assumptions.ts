// In: nothing. Out: the notes on what a program takes for granted and the document, or the type checker, does not give.
// A note never changes the exit code.

import type { CatalogueEntry } from './diagnostics.ts';
import type { None } from './details.ts';

export const assumptions = {
  'header-not-object': {
    severity: 'note',
    title: { en: 'A header that is no object', 'zh-CN': 'header 不是对象' },
    message: {
      en: ({ api }) => `The header of swan.${api} is an object of fields; this one is none, so no field is sent.`,
      'zh-CN': ({ api }) => `swan.${api} 的 header 应为由字段组成的对象，这里不是，因此不会发送任何字段。`,
    },
    help: {
      en: `\`header\` is an object whose keys are the names of fields. A text or a number there sets nothing on swan, and WeChat might refuse it. One whose value does nothing is left out; of another the expression still runs, in its place, as \`...ignore(expression)\`.

If a field was meant, write it as \`header: { 'content-type': 'application/json' }\`.`,
      'zh-CN': `\`header\` 是一个对象，它的键是各个请求头字段的名字。写成字符串或数字，在 swan 上不会设置任何字段，微信则可能拒绝。没有副作用的值会被去掉；其余情况下表达式仍在原处执行，写作 \`...ignore(expression)\`。

如果想设置某个字段，请写成 \`header: { 'content-type': 'application/json' }\`。`,
    },
    example: `swan.request({ url: 'https://example.com/list', header: 'application/json' });`,
  } satisfies CatalogueEntry<{ api: string }>,

  'result-field': {
    severity: 'note',
    title: { en: 'A field that the result need not have', 'zh-CN': '结果中不一定有的字段' },
    message: {
      en: ({ api, field, target }) =>
        `The document gives what swan.${api} hands to success no '${field}', and nothing promises that it is there on ${target}.`,
      'zh-CN': ({ api, field, target }) =>
        `文档中 swan.${api} 传给 success 的结果没有“${field}”，在 ${target} 上也无法保证有这个字段。`,
    },
    help: {
      en: `The document names the fields of each result: \`data\`, \`statusCode\` and \`header\` of a request, \`data\` and \`statusCode\` of an upload, \`tempFilePath\` and \`statusCode\` of a download. The shim for fetch and axios gives these and no other, so another reads as undefined there.

Take what is needed from the fields that are there.`,
      'zh-CN': `文档写明了各个结果的字段：请求有 \`data\`、\`statusCode\` 和 \`header\`，上传有 \`data\` 和 \`statusCode\`，下载有 \`tempFilePath\` 和 \`statusCode\`。fetch 和 axios 的 shim 只提供这些字段，其他字段读到的是 undefined。

请从已有的字段中取得所需的内容。`,
    },
    example: `swan.uploadFile({ url: 'https://example.com/up', filePath: path, name: 'file', success: res => save(res.header) });`,
  } satisfies CatalogueEntry<{ api: string; field: string; target: string }>,

  'error-expected': {
    severity: 'note',
    title: { en: 'An error that TypeScript was told to expect', 'zh-CN': '要求 TypeScript 预期的错误' },
    message: {
      en: () =>
        'This comment expects an error in code that was rewritten: where the new code has none, TypeScript reports the comment.',
      'zh-CN': () => '这条注释预期被改写的代码会出错：如果新代码没有错误，TypeScript 就会报告这条注释。',
    },
    help: {
      en: `\`@ts-expect-error\` is itself an error where the next line has none. It was written for a call of swan, often because swan was not declared or its types lacked an option.

Run \`tsc\`, and remove the comment if it is reported.`,
      'zh-CN': `\`@ts-expect-error\` 的下一行如果没有错误，它自己就是错误。它是为 swan 的调用写的，多半因为 swan 没有声明，或其类型缺少某个参数。

请运行 \`tsc\`，如果报告了这条注释，就把它去掉。`,
    },
    example: `// @ts-expect-error swan is not declared
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<None>,
};

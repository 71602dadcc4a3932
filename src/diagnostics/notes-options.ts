// In: nothing. Out: the notes on the options of a call: those that swan does not know, that are missing, or that cannot be seen.
// A note never changes the exit code.

import type { CatalogueEntry } from './diagnostics.ts';
import { type Fate, fateWords, type OptionsSource, sourceWords, unreadWords } from './details.ts';

export const notesOptions = {
  'ignored-option': {
    severity: 'note',
    title: { en: 'An option that swan ignores', 'zh-CN': 'swan 会忽略的参数' },
    message: {
      en: ({ key, api, meant, fate, unread }) =>
        `swan.${api} has no option '${key}', so it has no effect today and ${fateWords.en(fate)}${unreadWords.en(unread)}.${meant ? ` Was '${meant}' meant?` : ''}${
          api === 'uploadFile' && key === 'dataType'
            ? ' Whether res.data is parsed goes by what the callback does with it.'
            : ''
        }`,
      'zh-CN': ({ key, api, meant, fate, unread }) =>
        `swan.${api} 没有参数“${key}”，它现在不起作用，${fateWords['zh-CN'](fate)}${unreadWords['zh-CN'](unread)}。${meant ? `是否想写“${meant}”？` : ''}${
          api === 'uploadFile' && key === 'dataType' ? 'res.data 是否解析，取决于回调如何使用它。' : ''
        }`,
    },
    help: {
      en: `Often this is a typing error (\`headers\` for \`header\`, \`error\` for \`fail\`), or an option of another library. Giving it an effect now would change what the program does, so it has none after the rewrite either. One whose value does nothing (a literal, a name, a function) is left out; of another the expression still runs, in its place, as \`...ignore(expression)\`. Options that stand somewhere else than at the call are not changed (R11).

If it was meant to have an effect, correct its name before you migrate.`,
      'zh-CN': `这通常是笔误（把 \`header\` 写成 \`headers\`，把 \`fail\` 写成 \`error\`），或是别的库的参数。如果让它突然生效，程序的行为就会改变，因此改写后它仍不起作用。没有副作用的值（字面量、变量名、函数）会被去掉；其余情况下表达式仍在原处执行，写作 \`...ignore(expression)\`。不是写在调用处的参数不会改动（R11）。

如果本想让它起作用，请在迁移之前改正它的名字。`,
    },
    example: `swan.request({ url: 'https://example.com/list', headers: { token: 'x' } });`,
  } satisfies CatalogueEntry<{ key: string; api: string; meant: string; fate: Fate; unread?: string }>,

  'host-option': {
    severity: 'note',
    title: { en: 'An option that would become live', 'zh-CN': '会突然生效的参数' },
    message: {
      en: ({ key, api, fate, target, unread }) =>
        `'${key}' has no effect on swan.${api} but would have one on ${target}, so it ${fateWords.en(fate)}${unreadWords.en(unread)}.`,
      'zh-CN': ({ key, api, fate, target, unread }) =>
        `“${key}”对 swan.${api} 不起作用，但在 ${target} 上会生效，因此${fateWords['zh-CN'](fate)}${unreadWords['zh-CN'](unread)}。`,
    },
    help: {
      en: `swan ignores this option and the target obeys it. Carrying it over would change what the program does (R11). One whose value does nothing is left out; of another the expression still runs, in its place, as \`...ignore(expression)\`.

Add it again after the migration if its effect is wanted.`,
      'zh-CN': `swan 会忽略这个参数，而目标平台会遵照执行。保留它会改变程序的行为（R11）。没有副作用的值会被去掉；其余情况下表达式仍在原处执行，写作 \`...ignore(expression)\`。

如果需要它的效果，请在迁移之后再加上。`,
    },
    example: `swan.request({ url: 'https://example.com/list', timeout: 3000 });`,
  } satisfies CatalogueEntry<{ key: string; api: string; fate: Fate; target: string; unread?: string }>,

  'options-not-visible': {
    severity: 'note',
    title: { en: 'Options that cannot be seen', 'zh-CN': '看不到的参数' },
    message: {
      en: ({ why }) => `The options are not visible here (${sourceWords.en[why]}), so they could not be checked.`,
      'zh-CN': ({ why }) => `这里看不到参数的内容（${sourceWords['zh-CN'][why]}），因此无法检查。`,
    },
    help: {
      en: `The call was carried over with the same options object. What the notes would say about a url, a header, an unknown option or the path of a file cannot be said here.

On WeChat look for callbacks that read a response header in one spelling only (\`header-case\`).`,
      'zh-CN': `这处调用沿用同一个参数对象。关于 url、请求头、未知参数和文件路径，这里无法给出提示。

在微信上，请留意只按一种大小写读取响应头的回调（\`header-case\`）。`,
    },
    example: `swan.request(options);`,
  } satisfies CatalogueEntry<{ why: OptionsSource }>,

  'missing-option': {
    severity: 'note',
    title: { en: 'A required option is missing', 'zh-CN': '缺少必填参数' },
    message: {
      en: ({ api, key }) => `swan.${api} needs '${key}': this call ends in fail, before and after the rewrite.`,
      'zh-CN': ({ api, key }) => `swan.${api} 需要参数“${key}”：无论改写前后，此调用都会以 fail 结束。`,
    },
    help: {
      en: `Without it the call fails with errCode 202 (R15). Often the key is misspelt.

Add the option, or remove the call.`,
      'zh-CN': `缺少它时，调用会以 errCode 202 失败（R15）。这个键多半是拼写错了。

请补上这个参数，或去掉这处调用。`,
    },
    example: `swan.connectSocket({ webscoketUrl: 'wss://example.com' });`,
  } satisfies CatalogueEntry<{ api: string; key: string }>,
};

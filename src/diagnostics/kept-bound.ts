// In: nothing. Out: the reasons why a site stays that lie in what it is bound to: a platform, a template, other sites, the wish of a person.
// Every one leaves the site byte for byte as it was, and says what to do about it.

import type { CatalogueEntry } from './diagnostics.ts';
import { type LinePlace, type None, placeWords } from './details.ts';

export const keptBound = {
  'built-for-swan': {
    severity: 'warning',
    title: { en: 'Code that is compiled for swan alone', 'zh-CN': '只为 swan 编译的代码' },
    message: {
      en: ({ text }) => `This is kept: '${text}' is compiled for swan alone, so no other host will run it.`,
      'zh-CN': ({ text }) => `此处保持不变：“${text}”只为 swan 编译，别的宿主不会运行它。`,
    },
    help: `The build decides which platform this code is for, and leaves it out everywhere else. What the new host runs stands in another branch (F5).

Write or look at the branch of the new host. Where this one is to serve both, widen its condition and run again.`,
    example: `if (process.env.TARO_ENV === 'swan') {
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<{ text: string }>,

  'conditional-compilation': {
    severity: 'warning',
    title: { en: 'Branches for several platforms', 'zh-CN': '多个平台的条件编译分支' },
    message: {
      en: ({ isWithin }) =>
        isWithin
          ? 'This call is kept: `#ifdef` comments stand among its options, and what they hold would not stay between them.'
          : 'This call is kept: the file parses only without the branches that `#ifdef` comments keep for other platforms.',
      'zh-CN': ({ isWithin }) =>
        isWithin
          ? '此调用保持不变：它的参数之间有 `#ifdef` 注释，改写后分支中的内容会跑到分支之外。'
          : '此调用保持不变：只有去掉 `#ifdef` 注释为其他平台保留的分支，这个文件才能解析。',
    },
    help: `A preprocessor takes all branches but one out before any compiler sees the file. Where these contradict each other, as where each imports the same name from elsewhere, the calls were found as the build for swan sees them; what the rewritten file would be for the other platforms cannot be checked, so nothing in it was changed. Where a branch holds some of the options of a call, the rewrite would move options out of their branch, so that call was not changed.

Move the branches into files of their own, one for each platform, give the options a variable that each branch sets, or rewrite the call by hand inside its branch.`,
    example: `// #ifdef H5
import { host } from './web';
// #endif
// #ifdef MP-BAIDU
import { host } from './swan';
// #endif
swan.request({ url: host + '/list' });`,
  } satisfies CatalogueEntry<{ isWithin: boolean }>,

  'template-use': {
    severity: 'warning',
    title: { en: 'The template may use it as well', 'zh-CN': '模板也可能用到它' },
    message: {
      en: ({ name }) => `'${name}' is kept here: its template holds the word as well, and templates are not read.`,
      'zh-CN': ({ name }) => `“${name}”在这里保持不变：模板中也出现了这个词，而模板是不读取的。`,
    },
    help: `What \`<script setup>\` declares can be used in the template of the component. The calls in the script were rewritten; the declaration stays, because a call in the template may need it and still reaches swan.

Look for the name in the template. Where it is no use of it, give the name in the script another spelling; where it is, call a function of the script there, and run again.`,
    example: `<script setup>
const { request } = swan;
</script>
<template>
  <button @click="request({ url: 'https://example.com/list' })">load</button>
</template>`,
  } satisfies CatalogueEntry<{ name: string }>,

  'view-module': {
    severity: 'warning',
    title: { en: 'A module of the page', 'zh-CN': '页面的视图层模块' },
    message: {
      en: () => 'This call is kept: modules of the page (`.sjs`, `import-sjs`) have no swan, so it fails today.',
      'zh-CN': () => '此调用保持不变：视图层模块（`.sjs`、`import-sjs`）中没有 swan，它现在就会失败。',
    },
    help: `Such a module runs where the page is drawn. It can compute what the template shows, but no API of swan reaches it, and it can load no shim.

Move the call to the script of the page or component, and hand its result to the template as data.`,
    example: `// in filter.sjs
module.exports.load = function () {
    swan.request({ url: 'https://example.com/list' });
};`,
  } satisfies CatalogueEntry<None>,

  declined: {
    severity: 'note',
    title: { en: 'Left on request', 'zh-CN': '按您的选择保留' },
    message: {
      en: ({ api }) => `This call of swan.${api} was left as it is, as you chose.`,
      'zh-CN': ({ api }) => `按您的选择，这处 swan.${api} 调用保持不变。`,
    },
    help: `You said no to this site, in the interactive mode or in the file of \`--decisions\`, so nothing of it was changed.

Run with \`--interactive\` to be asked again; an answer in a file is to be taken out of it before.`,
    example: `swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ api: string }>,

  undecided: {
    severity: 'note',
    title: { en: 'Not answered yet', 'zh-CN': '尚未决定' },
    message: {
      en: ({ api }) => `This call of swan.${api} was left as it is: nobody has answered yet whether to rewrite it.`,
      'zh-CN': ({ api }) => `这处 swan.${api} 调用保持不变：尚未有人决定是否改写。`,
    },
    help: `Where people are asked call by call (\`--interactive\`, \`--decisions\`), only what somebody has accepted is rewritten. This call has no answer, or one that does not fit any more.

\`--interactive\` asks for it, with \`--decisions FILE\` for what the file has no answer to.`,
    example: `swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ api: string }>,

  'socket-family': {
    severity: 'warning',
    title: { en: 'Another socket call of the program stays', 'zh-CN': '程序的另一处 socket 调用仍在 swan' },
    message: {
      en: ({ place }) =>
        `This call is kept: the socket calls of a program share one socket, and one of them stays on swan (${placeWords.en(place)}).`,
      'zh-CN': ({ place }) =>
        `此调用保持不变：一个程序的 socket 调用共用一个连接，而其中一处仍走 swan（${placeWords['zh-CN'](place)}）。`,
    },
    help: `\`connectSocket\`, the four \`onSocket…\` listeners, \`sendSocketMessage\` and \`closeSocket\` work on the socket of their own host. A connection that is opened on one host is never heard on the other, so they move together or not at all (S8).

See why the call at the place named was kept, mend that, and run again. Calls that go through the task which \`connectSocket\` returns depend on nothing else.`,
    example: `swan.onSocketMessage(message => show(message.data));
swan.connectSocket = connectToMock;
swan.connectSocket({ url: 'wss://example.com/chat' });`,
  } satisfies CatalogueEntry<{ place: LinePlace }>,

  'file-path-family': {
    severity: 'warning',
    title: { en: 'The other end of a path stays', 'zh-CN': '文件路径的另一端仍在 swan' },
    message: {
      en: ({ other, place }) =>
        `This call is kept: a path goes between it and swan.${other} (${placeWords.en(place)}), which stays on swan, and a path belongs to the host that gave it.`,
      'zh-CN': ({ other, place }) =>
        `此调用保持不变：它与 swan.${other}（${placeWords['zh-CN'](place)}）之间传递文件路径，后者仍走 swan，而路径只对给出它的宿主有效。`,
    },
    help: `The upload sends the file that the download stored, by whatever names its path goes: a variable, a parameter, a member of the page's data. On another host that path leads nowhere, so the two move together or not at all.

See why the call at the place named was kept, mend that, and run again.`,
    example: `let saved;
with (page) {
    swan.downloadFile({ url: 'https://example.com/a.png', success: res => { saved = res.tempFilePath; } });
}
swan.uploadFile({ url: 'https://example.com/up', filePath: saved, name: 'file' });`,
  } satisfies CatalogueEntry<{ other: string; place: LinePlace }>,

  'kept-on-request': {
    severity: 'note',
    title: { en: 'Kept as a comment asks', 'zh-CN': '按注释的要求保留' },
    message: {
      en: ({ reason }) => `This call is kept, as the comment above it asks${reason === '' ? '' : `: ${reason}`}`,
      'zh-CN': ({ reason }) => `按上方注释的要求，此调用保持不变${reason === '' ? '。' : `：${reason}`}`,
    },
    help: `\`// cygnet-ignore-next-line\` keeps the calls that begin on the next line of code; what stands behind it is the reason, which reports repeat. The call counts as one that is left: the exit code is 1, and \`cygnet check\` names it unless a baseline lists it.

Remove the comment to have the call rewritten.`,
    example: `// cygnet-ignore-next-line the login page stays a mini-program
swan.request({ url: 'https://example.com/login' });`,
  } satisfies CatalogueEntry<{ reason: string }>,

  'name-taken': {
    severity: 'warning',
    title: { en: 'A name of the program is in the way', 'zh-CN': '程序的名字挡住了所需的全局对象' },
    message: {
      en: ({ name }) => `This call is kept: the file binds '${name}', which the rewritten call needs.`,
      'zh-CN': ({ name }) => `此调用保持不变：文件中声明了“${name}”，而改写后的调用需要这个名字。`,
    },
    help: `On this target the call would have to use a global that the program has given another meaning, and the platform offers no second way to reach it.

Rename the program's own binding and run again.`,
    example: `function load(wx) {
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<{ name: string }>,
};

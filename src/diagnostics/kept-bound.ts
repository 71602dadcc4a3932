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
    help: {
      en: `The build decides which platform this code is for, and leaves it out everywhere else. What the new host runs stands in another branch (F5).

Write or look at the branch of the new host. Where this one is to serve both, widen its condition and run again.`,
      'zh-CN': `这段代码用于哪个平台由构建决定，在其他平台上会被去掉。新宿主运行的代码在另一个分支中（F5）。

请编写或检查新宿主的分支。如果这个分支要同时用于两者，请放宽它的条件并重新运行。`,
    },
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
    help: {
      en: `A preprocessor takes all branches but one out before any compiler sees the file. Where these contradict each other, as where each imports the same name from elsewhere, the calls were found as the build for swan sees them; what the rewritten file would be for the other platforms cannot be checked, so nothing in it was changed. Where a branch holds some of the options of a call, the rewrite would move options out of their branch, so that call was not changed.

Move the branches into files of their own, one for each platform, give the options a variable that each branch sets, or rewrite the call by hand inside its branch.`,
      'zh-CN': `预处理器只留下一个分支，其余分支编译器都看不到。如果各分支彼此矛盾（例如各自从不同的地方导入同一个名字），调用是按面向 swan 的构建所看到的样子查找的；改写后的文件在其他平台上是什么样无从检查，因此没有改动其中任何内容。如果某个分支中含有一处调用的部分参数，改写会把参数移出分支，因此那处调用没有改动。

请把各个分支移到各平台自己的文件中，或用一个由各分支设置的变量来传递参数，或在分支内手动改写这处调用。`,
    },
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
    help: {
      en: `What \`<script setup>\` declares can be used in the template of the component. The calls in the script were rewritten; the declaration stays, because a call in the template may need it and still reaches swan.

Look for the name in the template. Where it is no use of it, give the name in the script another spelling; where it is, call a function of the script there, and run again.`,
      'zh-CN': `\`<script setup>\` 中声明的名字可以在组件的模板中使用。脚本中的调用已改写；声明保留了下来，因为模板中的调用可能需要它，而且仍会到达 swan。

请在模板中查找这个名字。如果那里并没有使用它，请在脚本中给它改名；如果使用了它，请在模板中改为调用脚本里的函数，然后重新运行。`,
    },
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
    help: {
      en: `Such a module runs where the page is drawn. It can compute what the template shows, but no API of swan reaches it, and it can load no shim.

Move the call to the script of the page or component, and hand its result to the template as data.`,
      'zh-CN': `这种模块在绘制页面的地方运行。它可以计算模板要显示的内容，但用不到 swan 的任何 API，也无法加载 shim。

请把调用移到页面或组件的脚本中，再把结果作为数据交给模板。`,
    },
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
    help: {
      en: `You said no to this site, in the interactive mode or in the file of \`--decisions\`, so nothing of it was changed.

Run with \`--interactive\` to be asked again; an answer in a file is to be taken out of it before.`,
      'zh-CN': `您在交互模式中，或在 \`--decisions\` 的文件中，对这处回答了“否”，因此没有改动。

用 \`--interactive\` 运行会再次询问；如果答案写在文件中，请先从中去掉。`,
    },
    example: `swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ api: string }>,

  undecided: {
    severity: 'note',
    title: { en: 'Not answered yet', 'zh-CN': '尚未决定' },
    message: {
      en: ({ api }) => `This call of swan.${api} was left as it is: nobody has answered yet whether to rewrite it.`,
      'zh-CN': ({ api }) => `这处 swan.${api} 调用保持不变：尚未有人决定是否改写。`,
    },
    help: {
      en: `Where people are asked call by call (\`--interactive\`, \`--decisions\`), only what somebody has accepted is rewritten. This call has no answer, or one that does not fit any more.

\`--interactive\` asks for it, with \`--decisions FILE\` for what the file has no answer to.`,
      'zh-CN': `在逐处询问的方式下（\`--interactive\`、\`--decisions\`），只有被接受的调用才会改写。这处调用没有答案，或原有的答案已不再适用。

\`--interactive\` 会询问它；与 \`--decisions FILE\` 一起使用时，只询问文件中没有答案的调用。`,
    },
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
    help: {
      en: `\`connectSocket\`, the four \`onSocket…\` listeners, \`sendSocketMessage\` and \`closeSocket\` work on the socket of their own host. A connection that is opened on one host is never heard on the other, so they move together or not at all (S8).

See why the call at the place named was kept, mend that, and run again. Calls that go through the task which \`connectSocket\` returns depend on nothing else.`,
      'zh-CN': `\`connectSocket\`、四个 \`onSocket…\` 监听、\`sendSocketMessage\` 和 \`closeSocket\` 都作用于各自宿主的 socket。在一个宿主上打开的连接，在另一个宿主上收不到任何消息，因此它们要么一起迁移，要么都不迁移（S8）。

请查看所指位置的调用为何保持不变，解决之后重新运行。通过 \`connectSocket\` 返回的任务对象发出的调用不受其他调用影响。`,
    },
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
    help: {
      en: `The upload sends the file that the download stored, by whatever names its path goes: a variable, a parameter, a member of the page's data. On another host that path leads nowhere, so the two move together or not at all.

See why the call at the place named was kept, mend that, and run again.`,
      'zh-CN': `上传的正是下载所保存的文件，无论它的路径经过哪些名字：变量、参数，还是页面 data 中的成员。到了另一个宿主上，这个路径没有意义，因此两者要么一起迁移，要么都不迁移。

请查看所指位置的调用为何保持不变，解决之后重新运行。`,
    },
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
    help: {
      en: `\`// cygnet-ignore-next-line\` keeps the calls that begin on the next line of code; what stands behind it is the reason, which reports repeat. The call counts as one that is left: the exit code is 1, and \`cygnet check\` names it unless a baseline lists it.

Remove the comment to have the call rewritten.`,
      'zh-CN': `\`// cygnet-ignore-next-line\` 让从下一行代码开始的调用保持不变；写在它后面的是理由，报告中会重复这个理由。这处调用计为遗留：退出码为 1，\`cygnet check\` 会列出它，除非基线中已有记录。

去掉这条注释，调用就会被改写。`,
    },
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
    help: {
      en: `On this target the call would have to use a global that the program has given another meaning, and the platform offers no second way to reach it.

Rename the program's own binding and run again.`,
      'zh-CN': `在这个目标平台上，调用需要使用一个全局对象，而程序给了这个名字别的含义，平台又没有提供第二种访问方式。

请给程序自己的变量改名，然后重新运行。`,
    },
    example: `function load(wx) {
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<{ name: string }>,
};

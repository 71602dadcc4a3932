// In: nothing. Out: the diagnostics about whole files.
// Knows nothing of call sites.

import type { InEach } from '../locale/locale.ts';
import type { CatalogueEntry } from './diagnostics.ts';
import { type None, type Unparsed, whyUnparsed } from './details.ts';

export const files = {
  'parse-error': {
    severity: 'error',
    title: { en: 'The file does not parse', 'zh-CN': '文件无法解析' },
    message: {
      en: (details) => `This file was left alone because it does not parse: ${whyUnparsed.en(details)}`,
      'zh-CN': (details) => `此文件无法解析，因此未作任何改动：${whyUnparsed['zh-CN'](details)}`,
    },
    help: {
      en: `The parser stopped at the place shown, so nothing in this file can be known for certain and not a byte of it was changed. The other files went on.

Mend the syntax error and run again. If the file is right and the syntax is newer than this version, leave the file out with \`--exclude\` and move its calls by hand.`,
      'zh-CN': `解析器停在了所示的位置，因此无法确定这个文件中的任何内容，文件也没有改动一个字节。其余文件照常处理。

请改正语法错误后重新运行。如果文件没有错，只是语法比这个版本更新，请用 \`--exclude\` 排除它，并手动迁移其中的调用。`,
    },
    example: `swan.onSocketOpen(function () {
    console.log('open');
}
});`,
  } satisfies CatalogueEntry<Unparsed>,

  'nested-too-deep': {
    severity: 'error',
    title: { en: 'The code is nested too deep', 'zh-CN': '代码嵌套过深' },
    message: {
      en: () =>
        'This file was left alone because its code is nested too deep to be read: the stack of this thread ends before the code does',
      'zh-CN': () => '此文件的代码嵌套过深，读到尽头之前线程的调用栈就已用完，因此未作任何改动。',
    },
    help: {
      en: `Parentheses, operators, calls or blocks stand inside one another so many thousand times that looking into the innermost one takes more stack than there is. The file may be perfectly valid, but nothing in it is known for certain, and not a byte of it was changed. The other files went on.

Such code is nearly always made by a machine: rewrite what it is made from, or leave it out with \`--exclude\`. On the command line files are read with a stack of 256 MB; through the API it is the stack of the thread that calls.`,
      'zh-CN': `括号、运算符、调用或代码块层层嵌套了数千层，要看到最里面一层，所需的栈比可用的还多。文件本身可能完全合法，但无法确定其中的任何内容，因此没有改动一个字节。其余文件照常处理。

这样的代码几乎都是机器生成的：请改写生成它的源代码，或用 \`--exclude\` 排除它。在命令行中读取文件时栈为 256 MB；通过 API 调用时则是调用方线程的栈。`,
    },
    example: `swan.request({ url: ${'('.repeat(4)} /* and so on, 100,000 times */ url ${')'.repeat(4)} });`,
  } satisfies CatalogueEntry<None>,

  'file-too-large': {
    severity: 'error',
    title: { en: 'The file is too large', 'zh-CN': '文件过大' },
    message: {
      en: ({ reason }) => `This file was left alone because it is too large to be read: ${reason.en}`,
      'zh-CN': ({ reason }) => `此文件过大，未读取，也未作任何改动：${reason['zh-CN']}`,
    },
    help: {
      en: `The syntax tree of a file takes several hundred times the memory of its text. That of this one could have taken more than there is, which would have ended the run, also for all other files. Nothing is known about the calls in it.

Leave it out with \`--exclude\`: so large a file is data, or made by a machine. If it is neither, give Node more memory, e.g. \`NODE_OPTIONS=--max-old-space-size=16000\`.`,
      'zh-CN': `一个文件的语法树占用的内存是其文本的几百倍。这个文件的语法树可能超出可用内存，那样整个运行都会中断，其余文件也无法处理。对其中的调用一无所知。

请用 \`--exclude\` 排除它：这么大的文件要么是数据，要么是机器生成的。如果都不是，请给 Node 更多内存，例如 \`NODE_OPTIONS=--max-old-space-size=16000\`。`,
    },
    example: `// a file of many megabytes`,
  } satisfies CatalogueEntry<{ reason: InEach<string> }>,

  'internal-error': {
    severity: 'error',
    title: { en: 'A fault of cygnet itself', 'zh-CN': 'cygnet 自身的错误' },
    message: {
      en: ({ reason }) => `This is a fault in cygnet, not in your program: ${reason}`,
      'zh-CN': ({ reason }) => `这是 cygnet 的错误，不是您程序的问题：${reason}`,
    },
    help: {
      en: `Something in cygnet went wrong at this place. What it was about to do there was not done; the rest of the run went on.

Please report it with the lines around the place. Until it is mended, move this call by hand or leave the file out with \`--exclude\`.`,
      'zh-CN': `cygnet 在这个位置出了错。它原本要在那里做的事没有做，其余部分照常运行。

请连同这个位置前后的代码一起报告此问题。修复之前，请手动迁移这处调用，或用 \`--exclude\` 排除该文件。`,
    },
    example: `// no program should raise this`,
  } satisfies CatalogueEntry<{ reason: string }>,

  'unreadable-file': {
    severity: 'error',
    title: { en: 'A file or a folder cannot be read', 'zh-CN': '文件或文件夹无法读取' },
    message: {
      en: ({ reason }) => `This could not be read: ${reason.en}`,
      'zh-CN': ({ reason }) => `无法读取：${reason['zh-CN']}`,
    },
    help: {
      en: `The system refused to give what is in the file, or in the folder. Nothing is known about the calls in it, so it counts as something left.

Look at its permissions and its name, or leave it out with \`--exclude\`.`,
      'zh-CN': `系统拒绝给出文件或文件夹的内容。对其中的调用一无所知，因此计为遗留。

请检查它的权限和名字，或用 \`--exclude\` 排除它。`,
    },
    example: `// a file or a folder without read permission, or with a name that is not UTF-8`,
  } satisfies CatalogueEntry<{ reason: InEach<string> }>,

  'not-utf8': {
    severity: 'error',
    title: { en: 'The file is not UTF-8 text', 'zh-CN': '文件不是 UTF-8 文本' },
    message: {
      en: ({ reason }) => `This file was left alone because it is not UTF-8 text: ${reason.en}`,
      'zh-CN': ({ reason }) => `此文件不是 UTF-8 文本，因此未作任何改动：${reason['zh-CN']}`,
    },
    help: {
      en: `Decoding it would have lost bytes, and writing it back would have changed text that nobody asked to change.

Convert it to UTF-8 and run again, or leave it out with \`--exclude\`.`,
      'zh-CN': `强行解码会丢失字节，再写回去就会改动本不该改的文本。

请把它转换为 UTF-8 后重新运行，或用 \`--exclude\` 排除它。`,
    },
    example: `// a file saved as GBK, or a picture named x.js`,
  } satisfies CatalogueEntry<{ reason: InEach<string> }>,

  'generated-file': {
    severity: 'warning',
    title: { en: 'A generated or minified file', 'zh-CN': '生成或压缩过的文件' },
    message: {
      en: () => 'This file names network APIs of swan and was not read: it looks minified, bundled or generated.',
      'zh-CN': () => '此文件提到了 swan 的网络 API，但看起来是压缩、打包或生成的产物，因此没有读取。',
    },
    help: {
      en: `Generated files are made again by the next build, and a diff of a minified file cannot be read. So they are named and left alone, and \`cygnet check\` does not pass over them.

Rewrite the source that it is made from. If there is none, name the file with \`--include\`; if it is no part of the program, leave it out with \`--exclude\`.`,
      'zh-CN': `生成的文件在下次构建时会重新生成，而压缩文件的 diff 也无法阅读。因此只列出它们而不改动，\`cygnet check\` 也不会略过它们。

请改写生成它的源代码。如果没有源代码，请用 \`--include\` 指明该文件；如果它不属于程序，请用 \`--exclude\` 排除它。`,
    },
    example: `!function(e){swan.request({url:e})}("https://example.com");`,
  } satisfies CatalogueEntry<None>,

  'unread-file': {
    severity: 'warning',
    title: { en: 'A file of a kind that is not read', 'zh-CN': '不读取的文件类型' },
    message: {
      en: () => 'This file names network APIs of swan and was not read: files of its kind are not.',
      'zh-CN': () => '此文件提到了 swan 的网络 API，但这种类型的文件不在读取范围内。',
    },
    help: {
      en: `Read are JavaScript and TypeScript, and the scripts in components and templates. A page of HTML, a CoffeeScript file and the like may hold calls as well; whether they are calls of swan was not looked at. So no run says that nothing is left, and \`cygnet check\` ends with 1.

Look for the word in the file and move its calls by hand. If it is no part of the program, leave it out with \`--exclude\`.`,
      'zh-CN': `读取的是 JavaScript 和 TypeScript，以及组件和模板中的脚本。HTML 页面、CoffeeScript 文件等也可能含有调用；它们是否真的是 swan 的调用，并没有检查。因此不会有哪次运行说没有遗留，\`cygnet check\` 也以 1 结束。

请在文件中查找这个词，并手动迁移其中的调用。如果它不属于程序，请用 \`--exclude\` 排除它。`,
    },
    example: `<!-- about.html -->
<script>swan.request({ url: 'https://example.com/list' })</script>`,
  } satisfies CatalogueEntry<None>,

  'unread-package': {
    severity: 'warning',
    title: { en: 'An installed package that names swan', 'zh-CN': '提到 swan 的依赖包' },
    message: {
      en: ({ count }) =>
        `${count === 1 ? 'One file' : `${count} files`} of this package ${count === 1 ? 'names' : 'name'} network APIs of swan, and packages are not rewritten: what the package calls stays on swan, and what it puts in front of swan's APIs is not in front of a rewritten call.`,
      'zh-CN': ({ count }) =>
        `这个包有 ${count} 个文件提到了 swan 的网络 API，而依赖包不会被改写：包自身的调用仍走 swan，它对 swan API 的拦截对改写后的调用也不再生效。`,
    },
    help: {
      en: `The package is among the \`dependencies\` of the program, so what it holds may be packed with it. Its calls stay on swan when the program's own are moved; and a package that puts itself in front of swan's APIs, as cookie jars, mocks and monitors do, is then in front of nothing. Many packages are made for several hosts and choose at run time; whether this one does was not looked at. The exit code does not change.

Look for an edition of the package for the new host. \`--include 'node_modules/NAME/**'\` reads it all the same.`,
      'zh-CN': `这个包在程序的 \`dependencies\` 中，它的内容可能会随程序一起打包。程序自身的调用迁走后，它的调用仍在 swan 上；而 cookie 管理、mock、监控之类拦截 swan API 的包，此后拦截不到任何调用。许多包同时支持多个宿主，在运行时选择；这个包是否如此并没有检查。退出码不受影响。

请寻找这个包适用于新宿主的版本。用 \`--include 'node_modules/NAME/**'\` 可以照样读取它。`,
    },
    example: `// in node_modules/tracker/index.js
exports.send = url => swan.request({ url });`,
  } satisfies CatalogueEntry<{ count: number }>,
};

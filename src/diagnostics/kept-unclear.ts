// In: nothing. Out: the reasons why a site stays whose name, or the road to it, is not certain.
// Every one leaves the site byte for byte as it was, and says what to do about it.

import type { CatalogueEntry } from './diagnostics.ts';
import type { None } from './details.ts';

export const keptUnclear = {
  'dynamic-name': {
    severity: 'warning',
    title: { en: 'The API is chosen at run time', 'zh-CN': 'API 在运行时才确定' },
    message: {
      en: ({ name }) => `swan[${name}] is kept: which API it names is known only at run time.`,
      'zh-CN': ({ name }) => `swan[${name}] 保持不变：运行时才知道它是哪个 API。`,
    },
    help: {
      en: `The name between the brackets is not a constant, so this may be a network call or any other API.

If it is always a network call, write the name out (\`swan.request\`), or use a table of the APIs: \`{ request: swan.request, uploadFile: swan.uploadFile }[name]\`. Then run again.`,
      'zh-CN': `方括号中的名字不是常量，它可能是网络调用，也可能是任何别的 API。

如果它总是网络调用，请直接写出名字（\`swan.request\`），或使用 API 的对照表：\`{ request: swan.request, uploadFile: swan.uploadFile }[name]\`。然后重新运行。`,
    },
    example: `swan[method]({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ name: string }>,

  'callee-effect': {
    severity: 'warning',
    title: { en: 'The callee does something else first', 'zh-CN': '调用之前还做了别的事' },
    message: {
      en: ({ text }) => `This call is kept: '${text}' does more than name the API.`,
      'zh-CN': ({ text }) => `此调用保持不变：“${text}”除了指明 API 之外还做了别的事。`,
    },
    help: {
      en: `The callee is replaced as a whole, so whatever else happens in it (a call, an assignment, a module that is loaded) would be lost.

Move that into a statement of its own in front of the call, and run again.`,
      'zh-CN': `被调用的部分会整体替换，其中的其他动作（调用、赋值、加载模块）会因此丢失。

请把这些动作移到调用之前的单独语句中，然后重新运行。`,
    },
    example: `(count++, swan).request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ text: string }>,

  'bind-operator': {
    severity: 'warning',
    title: { en: 'A bind operator', 'zh-CN': '绑定运算符' },
    message: {
      en: () => 'This is kept: the bind operator `::` takes swan along with the function.',
      'zh-CN': () => '此处保持不变：绑定运算符 `::` 把 swan 与函数一起带走了。',
    },
    help: {
      en: `The operator is a proposal that no engine runs, and stands for \`swan.request.bind(swan)\`.

Write the call out, or a function that makes it, and run again.`,
      'zh-CN': `这个运算符只是提案，没有引擎支持，它的意思是 \`swan.request.bind(swan)\`。

请直接写出这个调用，或写一个函数来调用它，然后重新运行。`,
    },
    example: `const load = ::swan.request;`,
  } satisfies CatalogueEntry<None>,

  'alias-reassigned': {
    severity: 'warning',
    title: { en: 'The alias does not always mean swan', 'zh-CN': '这个别名不一定指向 swan' },
    message: {
      en: ({ name }) => `This call is kept: '${name}' is assigned more than once and may not be swan here.`,
      'zh-CN': ({ name }) => `此调用保持不变：“${name}”被多次赋值，在这里未必是 swan。`,
    },
    help: {
      en: `The name holds swan at one time and something else at another, so what this call reaches depends on the path that the program took (F1).

Give swan a name of its own (\`const host = swan\`) that is assigned once, and run again.`,
      'zh-CN': `这个名字有时指 swan，有时指别的对象，因此这处调用到达哪里取决于程序的执行路径（F1）。

请给 swan 一个只赋值一次的专用名字（\`const host = swan\`），然后重新运行。`,
    },
    example: `let host = swan;
host = mock;
host.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ name: string }>,

  'mixed-host': {
    severity: 'warning',
    title: { en: 'The call may reach another host than swan', 'zh-CN': '调用到达的可能不是 swan' },
    message: {
      en: ({ text }) => `This is kept: '${text}' may reach swan, something else, or nothing.`,
      'zh-CN': ({ text }) => `此处保持不变：“${text}”可能是 swan，可能是别的对象，也可能不存在。`,
    },
    help: {
      en: `What the call hangs on is decided at run time, as in code that runs on several platforms, or a host that is only set when it is switched on. Rewriting the call would change the other cases as well (F1).

If this program now runs on one platform only, write that platform's object here and run again.`,
      'zh-CN': `调用所依附的对象在运行时才确定，例如在多个平台上运行的代码，或启用时才设置的宿主。改写这处调用会影响其他情形（F1）。

如果这个程序现在只在一个平台上运行，请在这里写出该平台的对象，然后重新运行。`,
    },
    example: `const host = typeof wx !== 'undefined' ? wx : swan;
host.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ text: string }>,

  'with-statement': {
    severity: 'warning',
    title: { en: 'Inside a with statement', 'zh-CN': '位于 with 语句中' },
    message: {
      en: () => 'This call is kept: inside `with`, what a name means is known only at run time.',
      'zh-CN': () => '此调用保持不变：在 `with` 中，一个名字指的是什么要到运行时才知道。',
    },
    help: {
      en: `The object of the \`with\` statement may have a property called swan.

Take the call out of the \`with\` block and run again.`,
      'zh-CN': `\`with\` 语句的对象可能有名为 swan 的属性。

请把调用移出 \`with\` 块，然后重新运行。`,
    },
    example: `with (context) {
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<None>,

  'direct-eval': {
    severity: 'warning',
    title: { en: 'Beside a direct eval', 'zh-CN': '与直接 eval 同处一个作用域' },
    message: {
      en: () => 'This call is kept: the direct `eval` in this scope may declare a name called swan.',
      'zh-CN': () => '此调用保持不变：这个作用域中的直接 `eval` 可能声明名为 swan 的变量。',
    },
    help: {
      en: `In sloppy code, \`eval\` can declare variables in the function that calls it, so \`swan\` may be something else here.

Use \`(0, eval)(…)\` or \`new Function(…)\`, or move the call out of that function, and run again.`,
      'zh-CN': `在非严格模式的代码中，\`eval\` 可以在调用它的函数中声明变量，因此这里的 \`swan\` 可能是别的东西。

请使用 \`(0, eval)(…)\` 或 \`new Function(…)\`，或把调用移出该函数，然后重新运行。`,
    },
    example: `function load(code) {
    eval(code);
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<None>,

  'scope-unclear': {
    severity: 'warning',
    title: { en: 'Two readings of a name', 'zh-CN': '一个名字有两种解读' },
    message: {
      en: ({ name }) => `This call is kept: it is not certain which declaration '${name}' refers to here.`,
      'zh-CN': ({ name }) => `此调用保持不变：无法确定这里的“${name}”指的是哪个声明。`,
    },
    help: {
      en: `Two independent analyses of the file's scopes give different answers, as they can for a variable that has the name of the function expression around it, or for a function that is declared inside a block of sloppy code.

Rename one of the two declarations and run again.`,
      'zh-CN': `对文件作用域的两种独立分析给出了不同的结果。变量与其外层的函数表达式同名，或在非严格模式代码的块中声明函数时，就会出现这种情况。

请给两个声明之一改名，然后重新运行。`,
    },
    example: `const load = function host() {
    var host = swan;
    host.request({ url: 'https://example.com/list' });
};`,
  } satisfies CatalogueEntry<{ name: string }>,
};

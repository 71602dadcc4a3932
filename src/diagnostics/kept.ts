// In: nothing. Out: the reasons why a site stays as it is, each with what to do about it.
// Every one leaves the site byte for byte as it was.

import type { CatalogueEntry } from './diagnostics.ts';

type None = Record<never, never>;

export const kept = {
  'dynamic-name': {
    severity: 'warning',
    title: 'The API is chosen at run time',
    message: ({ name }) => `swan[${name}] is kept: which API it names is known only at run time.`,
    help: `The name between the brackets is not a constant, so this may be a network call or any other API.

If it is always a network call, write the name out (\`swan.request\`), or use a table of the APIs: \`{ request: swan.request, uploadFile: swan.uploadFile }[name]\`. Then run again.`,
    example: `swan[method]({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ name: string }>,

  'api-assigned': {
    severity: 'warning',
    title: 'The API is replaced by the program',
    message: ({ api, place }) =>
      `swan.${api} is kept: the program replaces it (${place}), so what runs here may not be swan's own. Where that is the set-up of a test, exclude its file.`,
    help: `An interceptor, a mock or a spy takes the place of the API. Rewriting the calls would go around it, and rewriting the assignment would change what other code sees. Every call of the program that may see it is kept, as it may run at any time (F2).

Where it is the set-up of a test, leave that file out (\`--exclude\`). Otherwise move it into a wrapper function of your own that calls \`swan.request\`, call the wrapper everywhere, and run again.`,
    example: `const original = swan.request;
swan.request = options => original({ ...options, header: { token } });
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ api: string; place: string }>,

  'api-compared': {
    severity: 'warning',
    title: 'Which function it is counts',
    message: ({ api, place }) =>
      `swan.${api} is kept: the program compares it with another function (${place}), and not every use of it can be rewritten.`,
    help: `After a rewrite of some of the uses only, the comparison would have another result.

Look at why the other uses are kept. Where the comparison is part of a test, leave that file out (\`--exclude\`).`,
    example: `const host = flag ? swan : mock;
host.request({ url: 'https://example.com/list' });
const isOwn = send === swan.request;`,
  } satisfies CatalogueEntry<{ api: string; place: string }>,

  'swan-replaced': {
    severity: 'warning',
    title: 'The program replaces swan',
    message: ({ place }) =>
      `This is kept: the program puts something else in the place of swan (${place}). Where that is the set-up of a test, exclude its file.`,
    help: `The global name is assigned to, so what is reached through it here may be a mock, or another host.

Where that is the set-up of a test, leave that file out (\`--exclude\`) and run again. Otherwise give the other object a name of its own.`,
    example: `globalThis.swan = createMock();
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ place: string }>,

  'swan-handed': {
    severity: 'warning',
    title: 'Code out of sight may replace the API',
    message: ({ how, place }) =>
      `This is kept: swan is ${how} (${place}), and what is done with it there cannot be seen.`,
    help: `Whoever has the whole object can put something else in the place of \`swan.request\`, as mocks and monitoring packages do. A rewritten call would go around it (F2).

Look at the place that is named. If nothing is replaced there, hand over only what is needed (\`{ login: swan.login }\`), or leave that file out (\`--exclude\`), and run again.`,
    example: `monitor(swan);
swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ how: string; place: string }>,

  'built-for-swan': {
    severity: 'warning',
    title: 'Code that is compiled for swan alone',
    message: ({ text }) => `This is kept: '${text}' is compiled for swan alone, so no other host will run it.`,
    help: `The build decides which platform this code is for, and leaves it out everywhere else. What the new host runs stands in another branch (F5).

Write or look at the branch of the new host. Where this one is to serve both, widen its condition and run again.`,
    example: `if (process.env.TARO_ENV === 'swan') {
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<{ text: string }>,

  'callee-effect': {
    severity: 'warning',
    title: 'The callee does something else first',
    message: ({ text }) => `This call is kept: '${text}' does more than name the API.`,
    help: `The callee is replaced as a whole, so whatever else happens in it (a call, an assignment, a module that is loaded) would be lost.

Move that into a statement of its own in front of the call, and run again.`,
    example: `(count++, swan).request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ text: string }>,

  'bind-operator': {
    severity: 'warning',
    title: 'A bind operator',
    message: () => 'This is kept: the bind operator `::` takes swan along with the function.',
    help: `The operator is a proposal that no engine runs, and stands for \`swan.request.bind(swan)\`.

Write the call out, or a function that makes it, and run again.`,
    example: `const load = ::swan.request;`,
  } satisfies CatalogueEntry<None>,

  'swan-after': {
    severity: 'warning',
    title: 'Calls are intercepted with swan.after',
    message: ({ place }) =>
      place === undefined
        ? 'swan.after is kept: it intercepts calls on swan, and no target has such a hook.'
        : `This is kept: swan.after (${place}) intercepts it, and no target has such a hook.`,
    help: `\`swan.after\` runs code around every call of an API. After the rewrite these calls no longer pass through swan, so the hook would stay silent.

Move what it does into a wrapper around the request, or into an axios interceptor on the shim's instance.`,
    example: `swan.after({ request: { success: res => log(res) } });`,
  } satisfies CatalogueEntry<{ place?: string }>,

  'alias-reassigned': {
    severity: 'warning',
    title: 'The alias does not always mean swan',
    message: ({ name }) => `This call is kept: '${name}' is assigned more than once and may not be swan here.`,
    help: `The name holds swan at one time and something else at another, so what this call reaches depends on the path that the program took (F1).

Give swan a name of its own (\`const host = swan\`) that is assigned once, and run again.`,
    example: `let host = swan;
host = mock;
host.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ name: string }>,

  'mixed-host': {
    severity: 'warning',
    title: 'The call may reach another host than swan',
    message: ({ text }) => `This is kept: '${text}' may reach swan, something else, or nothing.`,
    help: `What the call hangs on is decided at run time, as in code that runs on several platforms, or a host that is only set when it is switched on. Rewriting the call would change the other cases as well (F1).

If this program now runs on one platform only, write that platform's object here and run again.`,
    example: `const host = typeof wx !== 'undefined' ? wx : swan;
host.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ text: string }>,

  'swan-escapes': {
    severity: 'warning',
    title: 'swan is handed to code that cannot be seen',
    message: ({ how }) => `swan is ${how} here: calls made through it cannot be followed.`,
    help: `The whole object leaves the code that is visible, so network calls may be made through it elsewhere.

Look at where it goes. If network calls are made there, write them as \`swan.request(…)\` or hand over the single functions (\`{ request: swan.request }\`), and run again.`,
    example: `createClient(swan);`,
  } satisfies CatalogueEntry<{ how: string }>,

  'with-statement': {
    severity: 'warning',
    title: 'Inside a with statement',
    message: () => 'This call is kept: inside `with`, what a name means is known only at run time.',
    help: `The object of the \`with\` statement may have a property called swan.

Take the call out of the \`with\` block and run again.`,
    example: `with (context) {
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<Record<never, never>>,

  'direct-eval': {
    severity: 'warning',
    title: 'Beside a direct eval',
    message: () => 'This call is kept: the direct `eval` in this scope may declare a name called swan.',
    help: `In sloppy code, \`eval\` can declare variables in the function that calls it, so \`swan\` may be something else here.

Use \`(0, eval)(…)\` or \`new Function(…)\`, or move the call out of that function, and run again.`,
    example: `function load(code) {
    eval(code);
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<Record<never, never>>,

  'scope-unclear': {
    severity: 'warning',
    title: 'Two readings of a name',
    message: ({ name }) => `This call is kept: it is not certain which declaration '${name}' refers to here.`,
    help: `Two independent analyses of the file's scopes give different answers, as they can for a variable that has the name of the function expression around it, or for a function that is declared inside a block of sloppy code.

Rename one of the two declarations and run again.`,
    example: `const load = function host() {
    var host = swan;
    host.request({ url: 'https://example.com/list' });
};`,
  } satisfies CatalogueEntry<{ name: string }>,

  'conditional-compilation': {
    severity: 'warning',
    title: 'Branches for several platforms',
    message: ({ isWithin }) =>
      isWithin
        ? 'This call is kept: `#ifdef` comments stand among its options, and what they hold would not stay between them.'
        : 'This call is kept: the file parses only without the branches that `#ifdef` comments keep for other platforms.',
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
    title: 'The template may use it as well',
    message: ({ name }) => `'${name}' is kept here: its template holds the word as well, and templates are not read.`,
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
    title: 'A module of the page',
    message: () => 'This call is kept: modules of the page (`.sjs`, `import-sjs`) have no swan, so it fails today.',
    help: `Such a module runs where the page is drawn. It can compute what the template shows, but no API of swan reaches it, and it can load no shim.

Move the call to the script of the page or component, and hand its result to the template as data.`,
    example: `// in filter.sjs
module.exports.load = function () {
    swan.request({ url: 'https://example.com/list' });
};`,
  } satisfies CatalogueEntry<Record<never, never>>,

  declined: {
    severity: 'note',
    title: 'Left on request',
    message: ({ api }) => `This call of swan.${api} was left as it is, as you chose.`,
    help: `You said no to this site in the interactive mode, so nothing of it was changed.

Run again to be asked again.`,
    example: `swan.request({ url: 'https://example.com/list' });`,
  } satisfies CatalogueEntry<{ api: string }>,

  'socket-family': {
    severity: 'warning',
    title: 'Another socket call of the program stays',
    message: ({ place }) =>
      `This call is kept: the socket calls of a program share one socket, and one of them stays on swan (${place}).`,
    help: `\`connectSocket\`, the four \`onSocket…\` listeners, \`sendSocketMessage\` and \`closeSocket\` work on the socket of their own host. A connection that is opened on one host is never heard on the other, so they move together or not at all (S8).

See why the call at the place named was kept, mend that, and run again. Calls that go through the task which \`connectSocket\` returns depend on nothing else.`,
    example: `swan.onSocketMessage(message => show(message.data));
swan.connectSocket = connectToMock;
swan.connectSocket({ url: 'wss://example.com/chat' });`,
  } satisfies CatalogueEntry<{ place: string }>,

  'file-path-family': {
    severity: 'warning',
    title: 'The other end of a path stays',
    message: ({ other, place }) =>
      `This call is kept: a path goes between it and swan.${other} (${place}), which stays on swan, and a path belongs to the host that gave it.`,
    help: `The upload sends the file that the download stored, by whatever names its path goes: a variable, a parameter, a member of the page's data. On another host that path leads nowhere, so the two move together or not at all.

See why the call at the place named was kept, mend that, and run again.`,
    example: `let saved;
with (page) {
    swan.downloadFile({ url: 'https://example.com/a.png', success: res => { saved = res.tempFilePath; } });
}
swan.uploadFile({ url: 'https://example.com/up', filePath: saved, name: 'file' });`,
  } satisfies CatalogueEntry<{ other: string; place: string }>,

  'kept-on-request': {
    severity: 'note',
    title: 'Kept as a comment asks',
    message: ({ reason }) => `This call is kept, as the comment above it asks${reason === '' ? '' : `: ${reason}`}`,
    help: `\`// cygnet-ignore-next-line\` keeps the calls that begin on the next line of code; what stands behind it is the reason, which reports repeat. The call counts as one that is left: the exit code is 1, and \`cygnet check\` names it unless a baseline lists it.

Remove the comment to have the call rewritten.`,
    example: `// cygnet-ignore-next-line the login page stays a mini-program
swan.request({ url: 'https://example.com/login' });`,
  } satisfies CatalogueEntry<{ reason: string }>,

  'name-taken': {
    severity: 'warning',
    title: 'A name of the program is in the way',
    message: ({ name }) => `This call is kept: the file binds '${name}', which the rewritten call needs.`,
    help: `On this target the call would have to use a global that the program has given another meaning, and the platform offers no second way to reach it.

Rename the program's own binding and run again.`,
    example: `function load(wx) {
    swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<{ name: string }>,
};

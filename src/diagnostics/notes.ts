// In: nothing. Out: the notes: things that could surprise at a site that was rewritten, or that remain to be done.
// A note never changes the exit code.

import type { CatalogueEntry } from './diagnostics.ts';

type None = Record<never, never>;

/** What becomes of an option that has no effect: it goes, only its expression stays, or it was left where it is. */
type Fate = 'gone' | 'run' | 'left';

function fateText(fate: Fate): string {
  if (fate === 'gone') return 'is left out';
  return fate === 'run' ? 'keeps nothing but its expression' : 'keeps having none';
}

/** The name whose value went, where it was read nowhere else. */
function unreadText(name: string | undefined): string {
  return name === undefined ? '' : `, and nothing else in this script reads '${name}'`;
}

export const notes = {
  'relative-url': {
    severity: 'note',
    title: 'A relative url',
    message: ({ url }) =>
      `The url '${url}' is relative: on swan this call fails, on the web it reaches the page's own origin.`,
    help: `swan accepts only absolute urls, so this call always ends in \`fail\` today. In a browser the same url works; in Node it still fails. The url was not changed (R18).

Write the full address if the call is meant to work.`,
    example: `swan.request({ url: '/example/abc' });`,
  } satisfies CatalogueEntry<{ url: string }>,

  'port-in-url': {
    severity: 'note',
    title: 'A port in the url',
    message: ({ url }) => `The url '${url}' names a port, which swan forbids and the web allows.`,
    help: `The network document says that a url must not contain a port. The web has no such rule; WeChat allows the port that is configured for the domain (R18).

Check that the server is reachable on this port from where the program runs next.`,
    example: `swan.request({ url: 'https://example.com:8443/list' });`,
  } satisfies CatalogueEntry<{ url: string }>,

  'cookie-header': {
    severity: 'note',
    title: 'A cookie header',
    message: () => 'A browser does not let a program set the cookie header: it will be dropped there.',
    help: `Browsers keep cookies themselves and drop a \`cookie\` header that a program sets; in Node it is sent (R18).

If the server needs the cookie, let it set one and send it with credentials, or pass the token in another header.`,
    example: `swan.request({ url: 'https://example.com/list', header: { cookie: 'sid=' + sid } });`,
  } satisfies CatalogueEntry<None>,

  'referer-header': {
    severity: 'note',
    title: 'A Referer header',
    message: () => 'The Referer header is left out: swan does not let a program set it either.',
    help: `The network document says that \`header\` cannot set Referer, so it is not sent today and must not be sent tomorrow (R10).

Remove it from the options.`,
    example: `swan.request({ url: 'https://example.com/list', header: { Referer: 'https://example.com' } });`,
  } satisfies CatalogueEntry<None>,

  'ignored-option': {
    severity: 'note',
    title: 'An option that swan ignores',
    message: ({ key, api, meant, fate, unread }) =>
      `swan.${api} has no option '${key}', so it has no effect today and ${fateText(fate)}${unreadText(unread)}.${meant ? ` Was '${meant}' meant?` : ''}${
        api === 'uploadFile' && key === 'dataType'
          ? ' Whether res.data is parsed goes by what the callback does with it.'
          : ''
      }`,
    help: `Often this is a typing error (\`headers\` for \`header\`, \`error\` for \`fail\`), or an option of another library. Giving it an effect now would change what the program does, so it has none after the rewrite either. One whose value does nothing (a literal, a name, a function) is left out; of another the expression still runs, in its place, as \`...ignore(expression)\`. Options that stand somewhere else than at the call are not changed (R11).

If it was meant to have an effect, correct its name before you migrate.`,
    example: `swan.request({ url: 'https://example.com/list', headers: { token: 'x' } });`,
  } satisfies CatalogueEntry<{ key: string; api: string; meant: string; fate: Fate; unread?: string }>,

  preflight: {
    severity: 'note',
    title: 'A content type on a GET',
    message: ({ value }) =>
      `A GET with content-type '${value}' makes browsers ask the server first (a CORS preflight).`,
    help: `The program sets the header itself, so it is sent as before. Across origins a browser sends an OPTIONS request first unless the type is one of three plain ones. Nothing is said where another header that the program sets makes it ask anyway.

Remove the header, as a GET has no body, or let the server answer OPTIONS.`,
    example: `swan.request({ url: 'https://example.com/list', header: { 'content-type': 'application/json' } });`,
  } satisfies CatalogueEntry<{ value: string }>,

  'status-in-fail': {
    severity: 'note',
    title: 'A status is handled in fail',
    message: () => 'fail reads a status code, but on swan (and after the rewrite) every HTTP status goes to success.',
    help: `\`fail\` runs for transport errors, timeouts, aborts and bad parameters only; it is never given a status (R1). This code has not been reached so far.

Move the check of the status into \`success\`.`,
    example: `swan.request({ url: 'https://example.com/list', fail: err => { if (err.statusCode === 401) login(); } });`,
  } satisfies CatalogueEntry<None>,

  'err-code-compared': {
    severity: 'note',
    title: 'An errCode is compared with a number',
    message: ({ target }) => `errCode is compared here; its values on ${target} are not those of every swan device.`,
    help: `Error codes differ between swan's own platforms. After the rewrite for the web errCode is 202 for bad parameters and 1001 for everything else (R15); on WeChat it is filled with WeChat's own errno.

Compare \`errMsg\` for \`abort\` or \`timeout\`, or treat all failures alike.`,
    example: `swan.request({ url: 'https://example.com/list', fail: err => { if (err.errCode === 1) retry(); } });`,
  } satisfies CatalogueEntry<{ target: string }>,

  'datatype-text': {
    severity: 'note',
    title: "dataType 'text'",
    message: () => "dataType 'text' gives the text as it is; some swan devices parsed it as JSON all the same.",
    help: `The document says that only \`json\` is parsed, and that is what the rewritten call does (R13). Some devices parse for every value but \`'string'\`.

If the program reads members of \`res.data\` here, use \`json\`.`,
    example: `swan.request({ url: 'https://example.com/list', dataType: 'text' });`,
  } satisfies CatalogueEntry<None>,

  'close-code': {
    severity: 'note',
    title: "A close code outside a browser's range",
    message: ({ code }) => `Browsers refuse close code ${code}: the server will see 1000, and onClose reports ${code}.`,
    help: `A program may close a WebSocket with 1000 or 3000 to 4999 only. Another code is sent as 1000 with the same reason, and the program's own \`onClose\` is told the code that it asked for (S6).

If the server looks at the code, choose one from 3000 on.`,
    example: `swan.closeSocket({ code: 1001 });`,
  } satisfies CatalogueEntry<{ code: number }>,

  'socket-replaced': {
    severity: 'note',
    title: 'One socket at a time',
    message: () => 'A new connection replaces the one that is open, as the network document says.',
    help: `swan's document allows one socket at a time: connecting again closes the old one (S1). The shim does the same. Later versions of swan allow five.

If the program was written for several, migrate with \`--sockets many\`.`,
    example: `const chat = swan.connectSocket({ url: 'wss://example.com/chat' });
const news = swan.connectSocket({ url: 'wss://example.com/news' });`,
  } satisfies CatalogueEntry<None>,

  'upload-result-hidden': {
    severity: 'note',
    title: 'What the upload result is used for cannot be seen',
    message: ({ wrapper }) =>
      `res.data of this upload will be text: whether the program expects a parsed object cannot be seen here${wrapper === undefined ? '' : `, it is for the callers of ${wrapper} to say`}.`,
    help: `The document says that an upload gives a String; devices hand over the parsed object when the answer is JSON. The compiler decides by what the callback does with \`res.data\`. Where the callback, or the options as a whole, come from elsewhere, or the callback only hands \`res.data\` on, that is not visible, and the document's word is taken (U2). Nor can it be seen there whether the options set a content type, which an upload has to leave out (\`upload-content-type\`).

If the program expects an object, write \`JSON.parse(res.data)\` in the callback.`,
    example: `swan.uploadFile({ url: 'https://example.com/up', filePath: path, name: 'file', success: onUploaded });`,
  } satisfies CatalogueEntry<{ wrapper?: string }>,

  'upload-result-made-json': {
    severity: 'note',
    title: 'The upload result is made JSON',
    message: () => 'res.data of this upload is taken to be the parsed object, because JSON.stringify is given it here.',
    help: `The document says that an upload gives a String; devices hand over the parsed object when the answer is JSON. A program that gives \`res.data\` to \`JSON.stringify\` most likely has the object in hand: of a text it would come out in quotes. So the call asks for the parsed object (U2).

If the server answers with text that is no JSON, or the program means the text, take \`{ dataType: 'json' }\` (on WeChat \`withParsedData\`) off the call.`,
    example: `swan.uploadFile({ url: 'https://example.com/up', filePath: path, name: 'file', success: res => save(JSON.stringify(res.data)) });`,
  } satisfies CatalogueEntry<None>,

  'upload-content-type': {
    severity: 'note',
    title: 'A content type on an upload',
    message: ({ value }) =>
      `The content type '${value}' is left out of this upload: it would hide the boundary of the parts.`,
    help: `An upload is always \`multipart/form-data\`, and the platform writes the header with the boundary that separates the parts (U1).

Remove the header from the options.`,
    example: `swan.uploadFile({ url: 'https://example.com/up', filePath: path, name: 'file', header: { 'content-type': 'application/json' } });`,
  } satisfies CatalogueEntry<{ value: string }>,

  'api-member': {
    severity: 'note',
    title: 'A member of an API',
    message: ({ api, member }) =>
      `'${member}' is used as a member of swan.${api}; the function that takes its place has no such member.`,
    help: `The network document names no members of its functions, so this one is undefined unless the program, or a test tool, puts it there. What takes the place of \`swan.request\` is another function: a member that was put on swan's will not be on it.

Put the member on the new function, or remove the case that asks for it.`,
    example: `if (swan.request.mock) swan.request.mock(options);`,
  } satisfies CatalogueEntry<{ api: string; member: string }>,

  'download-has-path': {
    severity: 'note',
    title: 'A download to a path of its own',
    message: () => 'wx gives no tempFilePath where filePath is set: the file lies at the path that the call names.',
    help: `On swan the result of \`downloadFile\` holds \`tempFilePath\`; on WeChat it holds \`filePath\` instead as soon as the options set one, and \`tempFilePath\` is undefined.

Use the path that the call was given, or leave \`filePath\` out and store the file with the file system manager.`,
    example: `swan.downloadFile({
    url: 'https://example.com/a.png',
    filePath: \`\${root}/a.png\`,
    success: res => show(res.tempFilePath),
});`,
  } satisfies CatalogueEntry<None>,

  'empty-fail-added': {
    severity: 'note',
    title: 'An empty fail was added',
    message: ({ api }) =>
      `Without a callback wx.${api} returns a promise; the empty 'fail' keeps its failure from becoming an unhandled rejection.`,
    help: `swan returns nothing here and is silent when the call fails. WeChat returns a promise to a call that has no callback, and a rejection that nobody handles is reported as an error of the program. An empty \`fail\` makes the call what it was.

Put what should happen on a failure into it, or leave it as it is.`,
    example: `swan.closeSocket();`,
  } satisfies CatalogueEntry<{ api: string }>,

  'file-path-from-swan': {
    severity: 'note',
    title: "An upload of a file that swan's own API gives",
    message: ({ api, isSeen }) =>
      `${api === undefined ? 'Where this path comes from cannot be seen here' : `This path ${isSeen ? 'comes' : 'may come'} from swan.${api}`}, and an upload on the web cannot read swan's own paths.`,
    help: `On the web \`filePath\` can be a \`blob:\`, \`data:\` or \`http(s):\` url, a \`File\` or \`Blob\`, or what \`downloadFile\` returned; in Node also a path (U3). A path of swan's own file system is none of these, so the upload would end in \`fail\`. The other API was left as it is. Where the path cannot be followed, the note says so, and names what gives paths in the same file.

Replace it together with the upload: on the web take the \`File\` of an \`<input type="file">\` and hand that over as \`filePath\`.`,
    example: `swan.chooseImage({
    success: res => swan.uploadFile({ url: 'https://example.com/up', filePath: res.tempFilePaths[0], name: 'file' }),
});`,
  } satisfies CatalogueEntry<{ api?: string; isSeen: boolean }>,

  'file-path-to-swan': {
    severity: 'note',
    title: "A downloaded file that goes to swan's own API",
    message: ({ api, member }) =>
      `swan.${api} is given ${member} here, ${member === 'filePath' ? 'where on the web no file of swan is' : 'which on the web is a blob: url that swan does not know'}.`,
    help: `After the rewrite for the web \`tempFilePath\` is a \`blob:\` url: an \`<img>\` can show it and \`uploadFile\` can send it while the program lives (D1). A \`filePath\` that the program chose means something to the shim's own functions alone. The other API was left as it is and looks for a path of swan's own file system.

Replace it together with the download: on the web open the url, show it, or offer it as \`<a download>\`.`,
    example: `swan.downloadFile({
    url: 'https://example.com/price-list.pdf',
    success: res => swan.openDocument({ filePath: res.tempFilePath }),
});`,
  } satisfies CatalogueEntry<{ api: string; member: 'tempFilePath' | 'filePath' }>,

  'file-path-split': {
    severity: 'warning',
    title: 'A download and its upload on two hosts',
    message: ({ api, moves, other, place, isSeen }) =>
      `swan.${api} ${moves ? 'moves' : 'stays'} here and swan.${other} (${place}) ${moves ? 'stays' : 'moves'}: ${isSeen ? 'a path that one of them gives means nothing to the other.' : 'where the file of the upload comes from cannot be seen, and one of this download would mean nothing to it.'}`,
    help: `A path belongs to the host that gave it. Within a file it is followed, and an upload moves together with the download that stored its file, or not at all, unless you chose otherwise. From file to file it is not followed: where an upload gets its path from out of sight, and a download of the same program does not go to the same host, both are warned about, whether the path is that of the download or not.

Move both, or keep both with \`// cygnet-ignore-next-line\`. Where the path cannot be followed, see whether it is that of the download.`,
    example: `swan.downloadFile({
    url: 'https://example.com/a.png',
    // cygnet-ignore-next-line the server of the upload is not ready
    success: res => swan.uploadFile({ url: 'https://example.com/up', filePath: res.tempFilePath, name: 'file' }),
});`,
  } satisfies CatalogueEntry<{ api: string; moves: boolean; other: string; place: string; isSeen: boolean }>,

  'unsendable-method': {
    severity: 'note',
    title: 'A method that the target cannot send',
    message: ({ method, target }) => `${target} cannot send ${method}: the call will end in fail.`,
    help: `Browsers and fetch refuse TRACE and CONNECT, and swan has them on some devices only (R18).

Use another method, if the server allows.`,
    example: `swan.request({ url: 'https://example.com/list', method: 'TRACE' });`,
  } satisfies CatalogueEntry<{ method: string; target: string }>,

  'header-case': {
    severity: 'note',
    title: 'A response header in another case',
    message: ({ name }) => `The response header '${name}' is read in this spelling; the host may spell it differently.`,
    help: `On the web the shim's \`header\` answers in any case (R12). On WeChat it is the host's own object, whose names keep the spelling that the server used.

Read it without regard to case if the server's spelling is not certain.`,
    example: `swan.request({ url: 'https://example.com/list', success: res => save(res.header['Set-Cookie']) });`,
  } satisfies CatalogueEntry<{ name: string }>,

  'set-cookie-read': {
    severity: 'note',
    title: 'A set-cookie response header is read',
    message: () => 'Browsers hide set-cookie from programs: this reads undefined there.',
    help: `In a browser no program can read \`set-cookie\`; the browser stores the cookie itself. In Node the header is there.

Let the server return what the program needs in the body or in another header.`,
    example: `swan.request({ url: 'https://example.com/login', success: res => save(res.header['set-cookie']) });`,
  } satisfies CatalogueEntry<None>,

  'odd-content-type': {
    severity: 'note',
    title: 'A content type that is none',
    message: ({ value }) =>
      `'${value}' is no content type: the header is sent as it is, text and bytes as they are, and other data as JSON.`,
    help: `Only \`application/x-www-form-urlencoded\` gives the form encoding; with every other value text and bytes go out as they are and other data as JSON, and the header as written (R6, R8, R9).

Write \`application/json\` if the server looks at it.`,
    example: `swan.request({ url: 'https://example.com/list', method: 'POST', data: { a: 1 }, header: { 'content-type': 'json' } });`,
  } satisfies CatalogueEntry<{ value: string }>,

  'hand-made-multipart': {
    severity: 'note',
    title: 'A multipart header made by hand',
    message: () =>
      'This request says multipart/form-data, but a request makes no parts: text and bytes go out as they are, other data as JSON, as before.',
    help: `A request cannot build the parts of a form; the header alone does not make it one. What is sent is what swan sends (R8). Where the program puts the parts together as text or bytes, with the boundary in the header, that is what goes out.

Use \`uploadFile\`, or the form content type.`,
    example: `swan.request({ url: 'https://example.com/up', method: 'POST', data: { a: 1 }, header: { 'content-type': 'multipart/form-data' } });`,
  } satisfies CatalogueEntry<None>,

  'host-option': {
    severity: 'note',
    title: 'An option that would become live',
    message: ({ key, api, fate, target, unread }) =>
      `'${key}' has no effect on swan.${api} but would have one on ${target}, so it ${fateText(fate)}${unreadText(unread)}.`,
    help: `swan ignores this option and the target obeys it. Carrying it over would change what the program does (R11). One whose value does nothing is left out; of another the expression still runs, in its place, as \`...ignore(expression)\`.

Add it again after the migration if its effect is wanted.`,
    example: `swan.request({ url: 'https://example.com/list', timeout: 3000 });`,
  } satisfies CatalogueEntry<{ key: string; api: string; fate: Fate; target: string; unread?: string }>,

  'options-not-visible': {
    severity: 'note',
    title: 'Options that cannot be seen',
    message: ({ why }) => `The options are not visible here (${why}), so they could not be checked.`,
    help: `The call was carried over with the same options object. What the notes would say about a url, a header, an unknown option or the path of a file cannot be said here.

On WeChat look for callbacks that read a response header in one spelling only (\`header-case\`).`,
    example: `swan.request(options);`,
  } satisfies CatalogueEntry<{ why: string }>,

  'missing-option': {
    severity: 'note',
    title: 'A required option is missing',
    message: ({ api, key }) => `swan.${api} needs '${key}': this call ends in fail, before and after the rewrite.`,
    help: `Without it the call fails with errCode 202 (R15). Often the key is misspelt.

Add the option, or remove the call.`,
    example: `swan.connectSocket({ webscoketUrl: 'wss://example.com' });`,
  } satisfies CatalogueEntry<{ api: string; key: string }>,

  'awaited-task': {
    severity: 'note',
    title: 'A task taken for a promise',
    message: ({ api, method }) =>
      `${method === undefined ? 'await gives the task at once' : `A task has no '${method}'`}: swan.${api} returns no promise, before and after the rewrite.`,
    help: `A task has no \`then\`, so \`await\` does not wait for the answer, and a call of \`then\`, \`catch\` or \`finally\` throws (R17). Code that expects the response here does not work on swan either.

Wrap the call in a promise of its own.`,
    example: `async function load() {
    const res = await swan.request({ url: 'https://example.com/list' });
}`,
  } satisfies CatalogueEntry<{ api: string; method?: string }>,
};

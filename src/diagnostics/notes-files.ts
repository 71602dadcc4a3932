// In: nothing. Out: the notes on uploads, downloads and the paths between them.
// A note never changes the exit code.

import type { CatalogueEntry } from './diagnostics.ts';
import { type LinePlace, type None, placeWords } from './details.ts';

export const notesFiles = {
  'upload-result-hidden': {
    severity: 'note',
    title: { en: 'What the upload result is used for cannot be seen', 'zh-CN': '看不到上传结果的用法' },
    message: {
      en: ({ wrapper }) =>
        `res.data of this upload will be text: whether the program expects a parsed object cannot be seen here${wrapper === undefined ? '' : `, it is for the callers of ${wrapper} to say`}.`,
      'zh-CN': ({ wrapper }) =>
        `此次上传的 res.data 将是文本：程序是否需要解析后的对象，在这里无法看出${wrapper === undefined ? '' : `，要看 ${wrapper} 的调用方`}。`,
    },
    help: {
      en: `The document says that an upload gives a String; devices hand over the parsed object when the answer is JSON. The compiler decides by what the callback does with \`res.data\`. Where the callback, or the options as a whole, come from elsewhere, or the callback only hands \`res.data\` on, that is not visible, and the document's word is taken (U2). Nor can it be seen there whether the options set a content type, which an upload has to leave out (\`upload-content-type\`).

If the program expects an object, write \`JSON.parse(res.data)\` in the callback.`,
      'zh-CN': `文档规定上传的结果是 String；而响应为 JSON 时，设备会交出解析后的对象。编译器根据回调如何使用 \`res.data\` 来决定。如果回调或整个参数对象来自别处，或者回调只是转交 \`res.data\`，就无法看出，于是以文档为准（U2）。那里也看不出参数中是否设置了 content-type，而上传必须去掉它（\`upload-content-type\`）。

如果程序需要的是对象，请在回调中写 \`JSON.parse(res.data)\`。`,
    },
    example: `swan.uploadFile({ url: 'https://example.com/up', filePath: path, name: 'file', success: onUploaded });`,
  } satisfies CatalogueEntry<{ wrapper?: string }>,

  'upload-result-made-json': {
    severity: 'note',
    title: { en: 'The upload result is made JSON', 'zh-CN': '上传结果被转成 JSON' },
    message: {
      en: () => 'res.data of this upload is taken to be the parsed object, because JSON.stringify is given it here.',
      'zh-CN': () => '此次上传的 res.data 视为解析后的对象，因为这里把它交给了 JSON.stringify。',
    },
    help: {
      en: `The document says that an upload gives a String; devices hand over the parsed object when the answer is JSON. A program that gives \`res.data\` to \`JSON.stringify\` most likely has the object in hand: of a text it would come out in quotes. So the call asks for the parsed object (U2).

If the server answers with text that is no JSON, or the program means the text, take \`{ dataType: 'json' }\` (on WeChat \`withParsedData\`) off the call.`,
      'zh-CN': `文档规定上传的结果是 String；而响应为 JSON 时，设备会交出解析后的对象。把 \`res.data\` 交给 \`JSON.stringify\` 的程序，拿到的多半是对象：如果是文本，得到的会是带引号的字符串。因此这处调用要求得到解析后的对象（U2）。

如果服务器返回的文本不是 JSON，或者程序要的就是文本，请从调用中去掉 \`{ dataType: 'json' }\`（在微信上是 \`withParsedData\`）。`,
    },
    example: `swan.uploadFile({ url: 'https://example.com/up', filePath: path, name: 'file', success: res => save(JSON.stringify(res.data)) });`,
  } satisfies CatalogueEntry<None>,

  'upload-content-type': {
    severity: 'note',
    title: { en: 'A content type on an upload', 'zh-CN': '上传时设置了 content-type' },
    message: {
      en: ({ value }) =>
        `The content type '${value}' is left out of this upload: it would hide the boundary of the parts.`,
      'zh-CN': ({ value }) => `此次上传去掉了 content-type“${value}”：它会盖住各部分的分隔符（boundary）。`,
    },
    help: {
      en: `An upload is always \`multipart/form-data\`, and the platform writes the header with the boundary that separates the parts (U1).

Remove the header from the options.`,
      'zh-CN': `上传总是 \`multipart/form-data\`，由平台写入这个请求头，其中带有各部分的分隔符（U1）。

请从参数中去掉这个请求头。`,
    },
    example: `swan.uploadFile({ url: 'https://example.com/up', filePath: path, name: 'file', header: { 'content-type': 'application/json' } });`,
  } satisfies CatalogueEntry<{ value: string }>,

  'download-has-path': {
    severity: 'note',
    title: { en: 'A download to a path of its own', 'zh-CN': '下载到指定路径' },
    message: {
      en: () => 'wx gives no tempFilePath where filePath is set: the file lies at the path that the call names.',
      'zh-CN': () => '设置了 filePath 时，wx 的结果中没有 tempFilePath：文件就在调用所指定的路径。',
    },
    help: {
      en: `On swan the result of \`downloadFile\` holds \`tempFilePath\`; on WeChat it holds \`filePath\` instead as soon as the options set one, and \`tempFilePath\` is undefined.

Use the path that the call was given, or leave \`filePath\` out and store the file with the file system manager.`,
      'zh-CN': `在 swan 上，\`downloadFile\` 的结果含有 \`tempFilePath\`；在微信上，只要参数中设置了路径，结果中就改为 \`filePath\`，而 \`tempFilePath\` 是 undefined。

请使用调用时给出的路径，或去掉 \`filePath\`，再用文件系统管理器保存文件。`,
    },
    example: `swan.downloadFile({
    url: 'https://example.com/a.png',
    filePath: \`\${root}/a.png\`,
    success: res => show(res.tempFilePath),
});`,
  } satisfies CatalogueEntry<None>,

  'file-path-from-swan': {
    severity: 'note',
    title: { en: "An upload of a file that swan's own API gives", 'zh-CN': '上传的文件来自 swan 自己的 API' },
    message: {
      en: ({ api, isSeen }) =>
        `${api === undefined ? 'Where this path comes from cannot be seen here' : `This path ${isSeen ? 'comes' : 'may come'} from swan.${api}`}, and an upload on the web cannot read swan's own paths.`,
      'zh-CN': ({ api, isSeen }) =>
        `${api === undefined ? '这里看不到此路径的来源' : `此路径${isSeen ? '' : '可能'}来自 swan.${api}`}，而 Web 上的上传读不到 swan 自己的路径。`,
    },
    help: {
      en: `On the web \`filePath\` can be a \`blob:\`, \`data:\` or \`http(s):\` url, a \`File\` or \`Blob\`, or what \`downloadFile\` returned; in Node also a path (U3). A path of swan's own file system is none of these, so the upload would end in \`fail\`. The other API was left as it is. Where the path cannot be followed, the note says so, and names what gives paths in the same file.

Replace it together with the upload: on the web take the \`File\` of an \`<input type="file">\` and hand that over as \`filePath\`.`,
      'zh-CN': `在 Web 上，\`filePath\` 可以是 \`blob:\`、\`data:\` 或 \`http(s):\` 地址，可以是 \`File\` 或 \`Blob\`，也可以是 \`downloadFile\` 返回的路径；在 Node 中还可以是文件路径（U3）。swan 文件系统中的路径都不属于这些，因此上传会以 \`fail\` 结束。那个 API 保持不变。如果无法追踪路径，提示中会说明，并列出同一文件中给出路径的 API。

请把它与上传一起替换：在 Web 上从 \`<input type="file">\` 取得 \`File\`，作为 \`filePath\` 传入。`,
    },
    example: `swan.chooseImage({
    success: res => swan.uploadFile({ url: 'https://example.com/up', filePath: res.tempFilePaths[0], name: 'file' }),
});`,
  } satisfies CatalogueEntry<{ api?: string; isSeen: boolean }>,

  'file-path-to-swan': {
    severity: 'note',
    title: { en: "A downloaded file that goes to swan's own API", 'zh-CN': '下载的文件交给 swan 自己的 API' },
    message: {
      en: ({ api, member }) =>
        `swan.${api} is given ${member} here, ${member === 'filePath' ? 'where on the web no file of swan is' : 'which on the web is a blob: url that swan does not know'}.`,
      'zh-CN': ({ api, member }) =>
        `这里把 ${member} 交给了 swan.${api}，${member === 'filePath' ? '而在 Web 上那里没有 swan 的文件' : '而在 Web 上它是 swan 不认识的 blob: url'}。`,
    },
    help: {
      en: `After the rewrite for the web \`tempFilePath\` is a \`blob:\` url: an \`<img>\` can show it and \`uploadFile\` can send it while the program lives (D1). A \`filePath\` that the program chose means something to the shim's own functions alone. The other API was left as it is and looks for a path of swan's own file system.

Replace it together with the download: on the web open the url, show it, or offer it as \`<a download>\`.`,
      'zh-CN': `改写到 Web 后，\`tempFilePath\` 是 \`blob:\` 地址：在程序存续期间，\`<img>\` 可以显示它，\`uploadFile\` 可以发送它（D1）。程序自己指定的 \`filePath\` 只对 shim 自己的函数有意义。那个 API 保持不变，它要找的是 swan 文件系统中的路径。

请把它与下载一起替换：在 Web 上打开这个地址、显示它，或用 \`<a download>\` 提供下载。`,
    },
    example: `swan.downloadFile({
    url: 'https://example.com/price-list.pdf',
    success: res => swan.openDocument({ filePath: res.tempFilePath }),
});`,
  } satisfies CatalogueEntry<{ api: string; member: 'tempFilePath' | 'filePath' }>,

  'file-path-split': {
    severity: 'warning',
    title: { en: 'A download and its upload on two hosts', 'zh-CN': '下载和上传分属两个宿主' },
    message: {
      en: ({ api, moves, other, place, isSeen }) =>
        `swan.${api} ${moves ? 'moves' : 'stays'} here and swan.${other} (${placeWords.en(place)}) ${moves ? 'stays' : 'moves'}: ${isSeen ? 'a path that one of them gives means nothing to the other.' : 'where the file of the upload comes from cannot be seen, and one of this download would mean nothing to it.'}`,
      'zh-CN': ({ api, moves, other, place, isSeen }) =>
        `这里的 swan.${api} ${moves ? '会迁走' : '保持不变'}，而 swan.${other}（${placeWords['zh-CN'](place)}）${moves ? '保持不变' : '会迁走'}：${isSeen ? '其中一个给出的路径对另一个没有意义。' : '看不到上传的文件从哪里来；如果来自这次下载，它的路径对另一个宿主没有意义。'}`,
    },
    help: {
      en: `A path belongs to the host that gave it. Within a file it is followed, and an upload moves together with the download that stored its file, or not at all, unless you chose otherwise. From file to file it is not followed: where an upload gets its path from out of sight, and a download of the same program does not go to the same host, both are warned about, whether the path is that of the download or not.

Move both, or keep both with \`// cygnet-ignore-next-line\`. Where the path cannot be followed, see whether it is that of the download.`,
      'zh-CN': `路径只对给出它的宿主有效。在一个文件内会追踪路径：上传与保存其文件的下载要么一起迁移，要么都不迁移，除非您另有选择。文件之间不会追踪：如果看不到上传的路径从哪里来，而同一程序中有一处下载去往另一个宿主，那么无论路径是否来自这次下载，两处都会给出警告。

请把两者都迁走，或用 \`// cygnet-ignore-next-line\` 把两者都保留。如果无法追踪路径，请确认它是否来自这次下载。`,
    },
    example: `swan.downloadFile({
    url: 'https://example.com/a.png',
    // cygnet-ignore-next-line the server of the upload is not ready
    success: res => swan.uploadFile({ url: 'https://example.com/up', filePath: res.tempFilePath, name: 'file' }),
});`,
  } satisfies CatalogueEntry<{ api: string; moves: boolean; other: string; place: LinePlace; isSeen: boolean }>,
};

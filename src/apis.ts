// In: nothing. Out: the swan network APIs as data: what each takes, returns and ignores; and of swan's other APIs what matters to
// network code.
// Source: the network document (net.md) and, where marked later, what newer documents added.
// Knows nothing of syntax and nothing of targets.

export type ApiName =
  | 'request'
  | 'uploadFile'
  | 'downloadFile'
  | 'connectSocket'
  | 'onSocketOpen'
  | 'onSocketError'
  | 'onSocketMessage'
  | 'onSocketClose'
  | 'sendSocketMessage'
  | 'closeSocket';

export type TaskName = 'RequestTask' | 'UploadTask' | 'DownloadTask' | 'SocketTask';

export interface Api {
  readonly name: ApiName;
  /** What the one argument is: an options object, or a callback (the four socket listeners). */
  readonly takes: 'options' | 'callback';
  /** Every option key that swan reads. All others are ignored (R11). */
  readonly options: readonly string[];
  /** The options without which the call fails with errCode 202 (R15). */
  readonly required: readonly string[];
  /** What `success` is given, where it is given anything of use. */
  readonly result?: readonly string[];
  readonly task?: TaskName;
  /** The key of `networkTimeout` in app.json that limits this API (R16). */
  readonly timeout?: 'request' | 'connectSocket' | 'uploadFile' | 'downloadFile';
}

/** A function that opens a connection: `networkTimeout` and the lists of domains have a key for it. */
export type ConnectingApi = NonNullable<Api['timeout']>;

const callbacks = ['success', 'fail', 'complete'] as const;

const all: readonly Api[] = [
  {
    name: 'request',
    takes: 'options',
    options: ['url', 'data', 'header', 'method', 'dataType', 'responseType', ...callbacks],
    required: ['url'],
    result: ['data', 'statusCode', 'header'],
    task: 'RequestTask',
    timeout: 'request',
  },
  {
    name: 'uploadFile',
    takes: 'options',
    options: ['url', 'filePath', 'name', 'header', 'formData', ...callbacks],
    required: ['url', 'filePath', 'name'],
    result: ['data', 'statusCode'],
    task: 'UploadTask',
    timeout: 'uploadFile',
  },
  {
    name: 'downloadFile',
    takes: 'options',
    options: ['url', 'header', 'filePath', ...callbacks],
    required: ['url'],
    result: ['tempFilePath', 'filePath', 'statusCode'],
    task: 'DownloadTask',
    timeout: 'downloadFile',
  },
  {
    name: 'connectSocket',
    takes: 'options',
    options: ['url', 'header', 'protocolsArray', 'protocols', ...callbacks],
    required: ['url'],
    task: 'SocketTask',
    timeout: 'connectSocket',
  },
  { name: 'onSocketOpen', takes: 'callback', options: [], required: [] },
  { name: 'onSocketError', takes: 'callback', options: [], required: [] },
  { name: 'onSocketMessage', takes: 'callback', options: [], required: [] },
  { name: 'onSocketClose', takes: 'callback', options: [], required: [] },
  { name: 'sendSocketMessage', takes: 'options', options: ['data', ...callbacks], required: ['data'] },
  { name: 'closeSocket', takes: 'options', options: ['code', 'reason', ...callbacks], required: [] },
];

export const apis: ReadonlyMap<string, Api> = new Map(all.map((api) => [api.name, api]));

export const apiNames: readonly ApiName[] = all.map((api) => api.name);

/** The names of the task types that `@types/baidu-app` and the document use. */
export const taskNames: readonly TaskName[] = ['RequestTask', 'UploadTask', 'DownloadTask', 'SocketTask'];

/** The API that gives tasks of the type. */
export function apiOfTask(task: TaskName): ApiName | undefined {
  return all.find((api) => api.task === task)?.name;
}

export function isApiName(name: string): name is ApiName {
  return apis.has(name);
}

/** `*` for a name that is not known, or that of no API. */
export function asApi(name: string | undefined): ApiName | '*' {
  return name !== undefined && isApiName(name) ? name : '*';
}

export function requireApi(name: ApiName): Api {
  const api = apis.get(name);
  if (!api) throw new Error(`unknown API: ${name}`);
  return api;
}

/** What one of swan's other APIs does, as far as it matters to network code. They stay swan's own on every target. */
export interface OtherApi {
  /** Its callbacks are given paths of files. */
  readonly givesPaths?: true;
  /** It reads the file behind a path. */
  readonly readsFiles?: true;
  /** It looks something up and changes nothing. */
  readonly onlyLooks?: true;
}

const otherApis: ReadonlyMap<string, OtherApi> = new Map<string, OtherApi>([
  ['canvasToTempFilePath', { givesPaths: true }],
  ['chooseAlbum', { givesPaths: true }],
  ['chooseFile', { givesPaths: true }],
  ['chooseImage', { givesPaths: true }],
  ['chooseMedia', { givesPaths: true }],
  ['chooseMessageFile', { givesPaths: true }],
  ['chooseVideo', { givesPaths: true }],
  ['compressImage', { givesPaths: true, readsFiles: true }],
  ['cropImage', { givesPaths: true, readsFiles: true }],
  ['getFileInfo', { readsFiles: true }],
  ['getImageInfo', { readsFiles: true }],
  ['getStorageSync', { onlyLooks: true }],
  ['getSystemInfoSync', { onlyLooks: true }],
  ['openDocument', { readsFiles: true }],
  ['playVoice', { readsFiles: true }],
  ['previewImage', { readsFiles: true }],
  ['saveFile', { readsFiles: true }],
  ['saveImageToPhotosAlbum', { readsFiles: true }],
  ['saveVideoToPhotosAlbum', { readsFiles: true }],
  ['startRecord', { givesPaths: true }],
]);

/** Nothing where the API is not known. A method of the file system is called `getFileSystemManager().readFile`. */
export function otherApi(name: string): OtherApi {
  return otherApis.get(name) ?? (name.startsWith('getFileSystemManager()') ? { readsFiles: true } : {});
}

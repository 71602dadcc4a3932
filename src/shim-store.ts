// Generated from src/runtime by scripts/store-runtime.mjs. Do not edit: change the modules there and run it again.
// Every declaration of the shim as it ships, with the names that it needs ('module/name', or 'package#name').

export interface StoredDeclaration {
  readonly name: string;
  readonly ts: string;
  /** true: the same as `ts`. Absent: a type, which JavaScript has no need of. */
  readonly js?: string | true;
  readonly needs: readonly string[];
  /** Where JavaScript needs less. */
  readonly needsAtRunTime?: readonly string[];
  /** The timeouts that it reads. */
  readonly limits?: readonly string[];
}

export interface StoredModule {
  readonly name: string;
  readonly heading: string;
  readonly declarations: readonly StoredDeclaration[];
}

export interface StoredEntry {
  readonly values: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
}

/** Each behind the modules that it needs. */
export const storedModules: readonly StoredModule[] = [
  {
    name: 'failure',
    heading:
      '// In: what went wrong. Out: the object that `fail` and `complete` get (R15).\n// Knows nothing of who is told.',
    declarations: [
      {
        name: 'Failure',
        ts: 'interface Failure {\n  /** 202: a bad parameter. 1001: everything else. */\n  errCode: number;\n  /** `<api>:fail <reason>` */\n  errMsg: string;\n}',
        needs: [],
      },
      {
        name: 'BadParameter',
        ts: '/** Thrown for an argument that cannot be used; it becomes a failure with errCode 202. */\nclass BadParameter extends Error {}',
        js: true,
        needs: [],
      },
      {
        name: 'failureOf',
        ts: "function failureOf(api: string, error: unknown): Failure {\n  const reason = (error as Error | undefined)?.message || 'network error';\n  return { errCode: error instanceof BadParameter ? 202 : 1001, errMsg: `${api}:fail ${reason}` };\n}",
        js: "function failureOf(api, error) {\n  const reason = error?.message || 'network error';\n  return { errCode: error instanceof BadParameter ? 202 : 1001, errMsg: `${api}:fail ${reason}` };\n}",
        needs: ['failure/BadParameter', 'failure/Failure'],
        needsAtRunTime: ['failure/BadParameter'],
      },
      {
        name: 'requireText',
        ts: "function requireText(parameter: string, value: unknown): string {\n  if (typeof value === 'string' && value) return value;\n  throw new BadParameter(`${parameter} is missing or wrong`);\n}",
        js: "function requireText(parameter, value) {\n  if (typeof value === 'string' && value) return value;\n  throw new BadParameter(`${parameter} is missing or wrong`);\n}",
        needs: ['failure/BadParameter'],
      },
    ],
  },
  {
    name: 'callbacks',
    heading:
      "// In: the program's callbacks. Out: exactly one of success and fail, then complete with the same object (R2, R3).\n// A callback that is there but no function is a bad parameter.",
    declarations: [
      {
        name: 'Callbacks',
        ts: '/** Methods, not properties: a callback may take a narrower parameter than it is given. */\ninterface Callbacks<Result> {\n  success?(result: Result): unknown;\n  fail?(error: Failure): unknown;\n  /** Gets what `success` or `fail` got. */\n  complete?(outcome: Loose): unknown;\n}',
        needs: ['callbacks/Loose', 'failure/Failure'],
      },
      {
        name: 'Loose',
        ts: '// Typed programs say themselves what a server sends, and untyped ones read `res.data.list`: only `any` lets both through.\ntype Loose = any;',
        needs: [],
      },
      {
        name: 'requireFunctions',
        ts: "/** @throws BadParameter that names the callback which is no function. */\nfunction requireFunctions(callbacks: unknown): void {\n  const { success, fail, complete } = Object(callbacks);\n  for (const [name, callback] of Object.entries({ success, fail, complete })) {\n    if (callback != null && typeof callback !== 'function') throw new BadParameter(`${name} is missing or wrong`);\n  }\n}",
        js: "/** @throws BadParameter that names the callback which is no function. */\nfunction requireFunctions(callbacks) {\n  const { success, fail, complete } = Object(callbacks);\n  for (const [name, callback] of Object.entries({ success, fail, complete })) {\n    if (callback != null && typeof callback !== 'function') throw new BadParameter(`${name} is missing or wrong`);\n  }\n}",
        needs: ['failure/BadParameter'],
      },
      {
        name: 'call',
        ts: "/** Calls a function of the program; what it throws is shown and stops nothing. */\nfunction call(callback: unknown, argument: unknown): void {\n  if (typeof callback !== 'function') return;\n  try {\n    callback(argument);\n  } catch (error) {\n    console.error(error);\n  }\n}",
        js: "/** Calls a function of the program; what it throws is shown and stops nothing. */\nfunction call(callback, argument) {\n  if (typeof callback !== 'function') return;\n  try {\n    callback(argument);\n  } catch (error) {\n    console.error(error);\n  }\n}",
        needs: [],
      },
    ],
  },
  {
    name: 'axios-http',
    heading:
      '// In: nothing. Out: an axios instance that sends what it is given and hands over what it gets.\n// The defaults of axios that stand between, from status checks to JSON, are off.',
    declarations: [
      {
        name: 'http',
        ts: "const http = axios.create({\n  responseType: 'arraybuffer',\n  validateStatus: null,\n  xsrfCookieName: '',\n  transformRequest(data, headers) {\n    // Without this axios sends a content type of its own choice with an empty POST.\n    if (data == null) headers.setContentType(false, false);\n    // With undefined it would drop the program's content type in a browser.\n    return data ?? null;\n  },\n});",
        js: true,
        needs: ['axios#default'],
      },
      {
        name: 'useAxios',
        ts: '/** Lets your own axios instance send the requests: its interceptors, proxy and base url apply. */\nfunction useAxios(instance: AxiosInstance): void {\n  const { adapter = [] } = instance.defaults;\n  http.defaults.adapter = (config) => instance.request({ ...config, adapter });\n}',
        js: '/** Lets your own axios instance send the requests: its interceptors, proxy and base url apply. */\nfunction useAxios(instance) {\n  const { adapter = [] } = instance.defaults;\n  http.defaults.adapter = (config) => instance.request({ ...config, adapter });\n}',
        needs: ['axios#AxiosInstance', 'axios-http/http'],
        needsAtRunTime: ['axios-http/http'],
      },
    ],
  },
  {
    name: 'encode',
    heading:
      "// In: a url and the program's data. Out: the url with its query, or the text of a body (R6 to R8).\n// Nothing that it is given is changed; what cannot be encoded is a BadParameter.",
    declarations: [
      {
        name: 'requireUrl',
        ts: "/** The url itself, when it is one that can be called (R15). */\nfunction requireUrl(url: unknown): string {\n  return requireText('url', url);\n}",
        js: "/** The url itself, when it is one that can be called (R15). */\nfunction requireUrl(url) {\n  return requireText('url', url);\n}",
        needs: ['failure/requireText'],
      },
      {
        name: 'query',
        ts: "/** The url with `data` as its query. Nothing that is in the url already is encoded again. */\nfunction query(url: string, data?: unknown): string {\n  const base = requireUrl(url).replace(/#.*/s, '');\n  const text = bodyOf(data, formText);\n  if (typeof text !== 'string' || !text) return url;\n  const glue = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';\n  return base + glue + text + url.slice(base.length);\n}",
        js: "/** The url with `data` as its query. Nothing that is in the url already is encoded again. */\nfunction query(url, data) {\n  const base = requireUrl(url).replace(/#.*/s, '');\n  const text = bodyOf(data, formText);\n  if (typeof text !== 'string' || !text) return url;\n  const glue = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';\n  return base + glue + text + url.slice(base.length);\n}",
        needs: ['encode/bodyOf', 'encode/formText', 'encode/requireUrl'],
      },
      {
        name: 'json',
        ts: '/** A JSON body. Strings are sent as they are, ArrayBuffers as bytes; null and undefined are no body. */\nfunction json(data: unknown): string | ArrayBuffer | null {\n  return bodyOf(data, JSON.stringify);\n}',
        js: '/** A JSON body. Strings are sent as they are, ArrayBuffers as bytes; null and undefined are no body. */\nfunction json(data) {\n  return bodyOf(data, JSON.stringify);\n}',
        needs: ['encode/bodyOf'],
      },
      {
        name: 'form',
        ts: '/** A body for application/x-www-form-urlencoded. Strings, ArrayBuffers and null as with `json`. */\nfunction form(data: unknown): string | ArrayBuffer | null {\n  return bodyOf(data, formText);\n}',
        js: '/** A body for application/x-www-form-urlencoded. Strings, ArrayBuffers and null as with `json`. */\nfunction form(data) {\n  return bodyOf(data, formText);\n}',
        needs: ['encode/bodyOf', 'encode/formText'],
      },
      {
        name: 'bodyOf',
        ts: "/** Strings and bytes need no encoding; null is no body, as is what JSON has no text for. */\nfunction bodyOf(data: unknown, encode: (data: unknown) => string | undefined): string | ArrayBuffer | null {\n  // A copy: what is sent is what the bytes are now (R19).\n  if (data instanceof ArrayBuffer) return data.slice(0);\n  if (typeof data === 'string') return data;\n  return (data == null ? null : usable('data', () => encode(data))) ?? null;\n}",
        js: "/** Strings and bytes need no encoding; null is no body, as is what JSON has no text for. */\nfunction bodyOf(data, encode) {\n  // A copy: what is sent is what the bytes are now (R19).\n  if (data instanceof ArrayBuffer) return data.slice(0);\n  if (typeof data === 'string') return data;\n  return (data == null ? null : usable('data', () => encode(data))) ?? null;\n}",
        needs: ['encode/usable'],
      },
      {
        name: 'formText',
        ts: "function formText(data: unknown): string {\n  return fieldsOf(data)\n    .map((field) => field.map(encodeURIComponent).join('='))\n    .join('&');\n}",
        js: "function formText(data) {\n  return fieldsOf(data)\n    .map((field) => field.map(encodeURIComponent).join('='))\n    .join('&');\n}",
        needs: ['encode/fieldsOf'],
      },
      {
        name: 'fieldsOf',
        ts: "/** Names and values in the shape that JSON would give them (R7); nested values are JSON text. */\nfunction fieldsOf(data: unknown): [name: string, value: string][] {\n  const shape: unknown = JSON.parse(JSON.stringify(data) ?? 'null');\n  return Object.entries(Object(shape)).map(([name, value]) => [\n    name,\n    typeof value === 'object' ? JSON.stringify(value) : String(value),\n  ]);\n}",
        js: "/** Names and values in the shape that JSON would give them (R7); nested values are JSON text. */\nfunction fieldsOf(data) {\n  const shape = JSON.parse(JSON.stringify(data) ?? 'null');\n  return Object.entries(Object(shape)).map(([name, value]) => [\n    name,\n    typeof value === 'object' ? JSON.stringify(value) : String(value),\n  ]);\n}",
        needs: [],
      },
      {
        name: 'usable',
        ts: '/** What refuses a value (JSON a cycle or a BigInt, a query half a character) throws a BadParameter instead. */\nfunction usable<Code>(parameter: string, encode: () => Code): Code {\n  try {\n    return encode();\n  } catch (error) {\n    throw new BadParameter(`${parameter}: ${(error as Error).message}`);\n  }\n}',
        js: '/** What refuses a value (JSON a cycle or a BigInt, a query half a character) throws a BadParameter instead. */\nfunction usable(parameter, encode) {\n  try {\n    return encode();\n  } catch (error) {\n    throw new BadParameter(`${parameter}: ${error.message}`);\n  }\n}',
        needs: ['failure/BadParameter'],
      },
    ],
  },
  {
    name: 'headers',
    heading:
      '// In: header fields as the program wrote them, or as a response brought them. Out: fields as the other side wants them (R10, R12).\n// Knows nothing of requests and responses.',
    declarations: [
      {
        name: 'headerFields',
        ts: "/** Fields to send: lower-case names, string values, no Referer. Bytes of UTF-8 stand for what Latin-1 cannot hold. */\nfunction headerFields(header: unknown): Record<string, string> {\n  const fields: Record<string, string> = {};\n  for (const [key, value] of Object.entries(typeof header === 'object' && header ? header : fields)) {\n    const name = key.toLowerCase();\n    if (value == null || name === 'referer') continue;\n    const text = String(value);\n    fields[name] = /[^\\0-\\xff]/.test(text) ? String.fromCharCode(...new TextEncoder().encode(text)) : text;\n  }\n  return fields;\n}",
        js: "/** Fields to send: lower-case names, string values, no Referer. Bytes of UTF-8 stand for what Latin-1 cannot hold. */\nfunction headerFields(header) {\n  const fields = {};\n  for (const [key, value] of Object.entries(typeof header === 'object' && header ? header : fields)) {\n    const name = key.toLowerCase();\n    if (value == null || name === 'referer') continue;\n    const text = String(value);\n    fields[name] = /[^\\0-\\xff]/.test(text) ? String.fromCharCode(...new TextEncoder().encode(text)) : text;\n  }\n  return fields;\n}",
        needs: [],
      },
      {
        name: 'inAnyCase',
        ts: '/** The same fields, found under a name in any case. Only the lower-case names are listed. */\nfunction inAnyCase(fields: Record<string, string>): Record<string, string> {\n  return new Proxy(fields, {\n    get: (own, name) => own[(name in own ? name : String(name).toLowerCase()) as string],\n  });\n}',
        js: '/** The same fields, found under a name in any case. Only the lower-case names are listed. */\nfunction inAnyCase(fields) {\n  return new Proxy(fields, {\n    get: (own, name) => own[name in own ? name : String(name).toLowerCase()],\n  });\n}',
        needs: [],
      },
    ],
  },
  {
    name: 'body',
    heading:
      "// In: the program's data and header fields. Out: the header fields and the body to send (R8, R9).\n// Knows nothing of methods: who calls it has decided that there is a body to think of.",
    declarations: [
      {
        name: 'Body',
        ts: 'interface Body {\n  headers: Record<string, string>;\n  /** null: nothing is sent. */\n  body: string | ArrayBuffer | null;\n}',
        needs: [],
      },
      {
        name: 'encodeBody',
        ts: "/** The content type decides how data is encoded; it is application/json when a body is sent without one. */\nfunction encodeBody(data: unknown, header: unknown): Body {\n  const headers = headerFields(header);\n  const type = headers['content-type'];\n  const isForm = /^\\s*application\\/x-www-form-urlencoded\\b/i.test(type ?? '');\n  const body = bodyOf(data, isForm ? formText : JSON.stringify);\n  if (body !== null && type === undefined) headers['content-type'] = 'application/json';\n  return { headers, body };\n}",
        js: "/** The content type decides how data is encoded; it is application/json when a body is sent without one. */\nfunction encodeBody(data, header) {\n  const headers = headerFields(header);\n  const type = headers['content-type'];\n  const isForm = /^\\s*application\\/x-www-form-urlencoded\\b/i.test(type ?? '');\n  const body = bodyOf(data, isForm ? formText : JSON.stringify);\n  if (body !== null && type === undefined) headers['content-type'] = 'application/json';\n  return { headers, body };\n}",
        needs: ['body/Body', 'encode/bodyOf', 'encode/formText', 'headers/headerFields'],
        needsAtRunTime: ['encode/bodyOf', 'encode/formText', 'headers/headerFields'],
      },
    ],
  },
  {
    name: 'decode',
    heading:
      '// In: the bytes of a response. Out: what the program gets as `data` (R13, R14).\n// Knows nothing of how the bytes came.',
    declarations: [
      {
        name: 'Decoding',
        ts: 'interface Decoding {\n  /** json in any case, the default: parsed when it can be. Anything else: text. */\n  dataType?: string | undefined;\n  /** arraybuffer in any case: the bytes, whatever dataType says. */\n  responseType?: string | undefined;\n}',
        needs: [],
      },
      {
        name: 'decode',
        ts: "function decode(bytes: ArrayBuffer, contentType = '', dataType = 'json', responseType = ''): unknown {\n  if (/^arraybuffer$/i.test(responseType)) return bytes;\n  const text = decoderFor(contentType).decode(bytes);\n  if (!/^json$/i.test(dataType)) return text;\n  try {\n    return JSON.parse(text);\n  } catch {\n    return text;\n  }\n}",
        js: "function decode(bytes, contentType = '', dataType = 'json', responseType = '') {\n  if (/^arraybuffer$/i.test(responseType)) return bytes;\n  const text = decoderFor(contentType).decode(bytes);\n  if (!/^json$/i.test(dataType)) return text;\n  try {\n    return JSON.parse(text);\n  } catch {\n    return text;\n  }\n}",
        needs: ['decode/decoderFor'],
      },
      {
        name: 'decoderFor',
        ts: '/** UTF-8 when the response names no charset, or one that nobody knows. A decoder takes one BOM away. */\nfunction decoderFor(contentType: string): TextDecoder {\n  const charset = /charset\\s*=\\s*"?([^\\s;"]+)/i.exec(contentType)?.[1];\n  try {\n    return new TextDecoder(charset);\n  } catch {\n    return new TextDecoder();\n  }\n}',
        js: '/** UTF-8 when the response names no charset, or one that nobody knows. A decoder takes one BOM away. */\nfunction decoderFor(contentType) {\n  const charset = /charset\\s*=\\s*"?([^\\s;"]+)/i.exec(contentType)?.[1];\n  try {\n    return new TextDecoder(charset);\n  } catch {\n    return new TextDecoder();\n  }\n}',
        needs: [],
      },
    ],
  },
  {
    name: 'request-options',
    heading:
      '// In: the options of a request, of any shape. Out: what is to be sent (R4 to R10).\n// Reads everything at once, so that later changes have no effect (R19).',
    declarations: [
      {
        name: 'RequestResult',
        ts: 'interface RequestResult<Data = Loose> {\n  data: Data;\n  statusCode: number;\n  /** Names answer in any case; several set-cookie are one string. */\n  header: Loose;\n}',
        needs: ['callbacks/Loose'],
      },
      {
        name: 'RequestHandlers',
        ts: '/** What the program may say about the answer of a request. */\ninterface RequestHandlers<Data = Loose> extends Decoding, Callbacks<RequestResult<Data>> {}',
        needs: ['callbacks/Callbacks', 'callbacks/Loose', 'decode/Decoding', 'request-options/RequestResult'],
      },
      {
        name: 'RequestOptions',
        ts: 'interface RequestOptions<Data = Loose> extends RequestHandlers<Data> {\n  url: string;\n  /** The query of a GET or HEAD, the body of every other method. */\n  data?: unknown;\n  header?: object | null | undefined;\n  /** GET when missing. */\n  method?: string | undefined;\n}',
        needs: ['callbacks/Loose', 'request-options/RequestHandlers'],
      },
      {
        name: 'Message',
        ts: 'interface Message extends Body {\n  url: string;\n  method: string;\n}',
        needs: ['body/Body'],
      },
      {
        name: 'messageOf',
        ts: "function messageOf(options: unknown): Message {\n  const { url, data, header, method } = Object(options);\n  const verb = (typeof method === 'string' && method.toUpperCase()) || 'GET';\n  const hasQuery = verb === 'GET' || verb === 'HEAD';\n  return {\n    url: query(url, hasQuery ? data : null),\n    method: verb,\n    ...encodeBody(hasQuery ? null : data, header),\n  };\n}",
        js: "function messageOf(options) {\n  const { url, data, header, method } = Object(options);\n  const verb = (typeof method === 'string' && method.toUpperCase()) || 'GET';\n  const hasQuery = verb === 'GET' || verb === 'HEAD';\n  return {\n    url: query(url, hasQuery ? data : null),\n    method: verb,\n    ...encodeBody(hasQuery ? null : data, header),\n  };\n}",
        needs: ['body/encodeBody', 'encode/query', 'request-options/Message'],
        needsAtRunTime: ['body/encodeBody', 'encode/query'],
      },
    ],
  },
  {
    name: 'result',
    heading:
      '// In: a response, read to its end. Out: the object that `success` and `complete` get (R12 to R14).\n// Knows nothing of fetch and axios.',
    declarations: [
      {
        name: 'resultOf',
        ts: "function resultOf(\n  statusCode: number,\n  header: Record<string, string>,\n  bytes: ArrayBuffer,\n  dataType?: string,\n  responseType?: string,\n): RequestResult {\n  return { data: decode(bytes, header['content-type'], dataType, responseType), statusCode, header: inAnyCase(header) };\n}",
        js: "function resultOf(statusCode, header, bytes, dataType, responseType) {\n  return { data: decode(bytes, header['content-type'], dataType, responseType), statusCode, header: inAnyCase(header) };\n}",
        needs: ['decode/decode', 'headers/inAnyCase', 'request-options/RequestResult'],
        needsAtRunTime: ['decode/decode', 'headers/inAnyCase'],
      },
    ],
  },
  {
    name: 'timeouts',
    heading:
      "// In: nothing. Out: how long each kind of exchange may take.\n// The linker puts the program's own `networkTimeout` here (R16).",
    declarations: [
      {
        name: 'timeouts',
        ts: '/** Milliseconds, over the whole exchange with its body; of a socket, until it is open. */\nconst timeouts = { request: 60000, uploadFile: 60000, downloadFile: 60000, connectSocket: 60000 };',
        js: true,
        needs: [],
      },
    ],
  },
  {
    name: 'transfer',
    heading:
      '// In: a function that starts an exchange. Out: its outcome, limited in time, and the way to stop it (R15 to R17).\n// Knows nothing of what is sent.',
    declarations: [
      {
        name: 'Transfer',
        ts: 'interface Transfer<Result> {\n  /** Rejects with a Failure. */\n  outcome: Promise<Result>;\n  abort(): void;\n}',
        needs: [],
      },
      {
        name: 'RequestTask',
        ts: '/** Has no `then`: awaiting a task gives the task. Its methods work without `this`. */\ninterface RequestTask {\n  abort(): void;\n}',
        needs: [],
      },
      {
        name: 'begin',
        ts: "/** Calls `start` at once. What it throws is thrown on, but for bad parameters. */\nfunction begin<Result>(\n  api: keyof typeof timeouts,\n  callbacks: unknown,\n  start: (signal: AbortSignal) => Promise<Result>,\n): Transfer<Result> {\n  const controller = new AbortController();\n  let started: Promise<Result>;\n  try {\n    requireFunctions(callbacks);\n    started = start(controller.signal);\n  } catch (error) {\n    if (!(error instanceof BadParameter)) throw error;\n    started = Promise.reject(error);\n  }\n  let stop!: (reason: string) => void;\n  const outcome = new Promise<Result>((resolve, reject) => {\n    const fail = (error: unknown) => reject(failureOf(api, error));\n    started.then(resolve, fail);\n    // The reason is given here: what fetch and axios reject with after an abort differs from engine to engine.\n    stop = (reason) => {\n      fail(new Error(reason));\n      controller.abort();\n    };\n  });\n  const timer = setTimeout(() => stop('timeout'), timeouts[api]);\n  return { outcome: outcome.finally(() => clearTimeout(timer)), abort: () => stop('abort') };\n}",
        js: "/** Calls `start` at once. What it throws is thrown on, but for bad parameters. */\nfunction begin(api, callbacks, start) {\n  const controller = new AbortController();\n  let started;\n  try {\n    requireFunctions(callbacks);\n    started = start(controller.signal);\n  } catch (error) {\n    if (!(error instanceof BadParameter)) throw error;\n    started = Promise.reject(error);\n  }\n  let stop;\n  const outcome = new Promise((resolve, reject) => {\n    const fail = (error) => reject(failureOf(api, error));\n    started.then(resolve, fail);\n    // The reason is given here: what fetch and axios reject with after an abort differs from engine to engine.\n    stop = (reason) => {\n      fail(new Error(reason));\n      controller.abort();\n    };\n  });\n  const timer = setTimeout(() => stop('timeout'), timeouts[api]);\n  return { outcome: outcome.finally(() => clearTimeout(timer)), abort: () => stop('abort') };\n}",
        needs: [
          'callbacks/requireFunctions',
          'failure/BadParameter',
          'failure/failureOf',
          'timeouts/timeouts',
          'transfer/Transfer',
        ],
        needsAtRunTime: [
          'callbacks/requireFunctions',
          'failure/BadParameter',
          'failure/failureOf',
          'timeouts/timeouts',
        ],
      },
      {
        name: 'report',
        ts: '/** Reads the callbacks now, runs them once the outcome is there, and gives what else came with it: the task. */\nfunction report<Task>({ outcome, ...task }: Task & { outcome: Promise<unknown> }, callbacks: unknown) {\n  const { success, fail, complete } = Object(callbacks);\n  const end = (callback: unknown) => (argument: unknown) => {\n    call(callback, argument);\n    call(complete, argument);\n  };\n  outcome.then(end(success), end(fail));\n  return task;\n}',
        js: '/** Reads the callbacks now, runs them once the outcome is there, and gives what else came with it: the task. */\nfunction report({ outcome, ...task }, callbacks) {\n  const { success, fail, complete } = Object(callbacks);\n  const end = (callback) => (argument) => {\n    call(callback, argument);\n    call(complete, argument);\n  };\n  outcome.then(end(success), end(fail));\n  return task;\n}',
        needs: ['callbacks/call'],
      },
    ],
  },
  {
    name: 'axios-request',
    heading:
      '// In: the options of a request, or a function that calls axios. Out: a task, a promise, or nothing, as the name says.\n// Every status is a success (R1).',
    declarations: [
      {
        name: 'request',
        ts: '/** Sends a request and reports to the callbacks in the options. Never throws. */\nfunction request<Data = Loose>(options: RequestOptions<Data>): RequestTask {\n  const start = async (signal: AbortSignal) => {\n    const { body, ...message } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return http.request({ ...message, data: body, signal });\n  };\n  return report(transact(start, options), options);\n}',
        js: '/** Sends a request and reports to the callbacks in the options. Never throws. */\nfunction request(options) {\n  const start = async (signal) => {\n    const { body, ...message } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return http.request({ ...message, data: body, signal });\n  };\n  return report(transact(start, options), options);\n}',
        needs: [
          'axios-http/http',
          'axios-request/transact',
          'callbacks/Loose',
          'request-options/RequestOptions',
          'request-options/messageOf',
          'transfer/RequestTask',
          'transfer/report',
        ],
        needsAtRunTime: ['axios-http/http', 'axios-request/transact', 'request-options/messageOf', 'transfer/report'],
      },
      {
        name: 'send',
        ts: '/** Calls `start` at once and reports its response to the handlers. `start` uses `http`. */\nfunction send<Data = Loose>(\n  start: (signal: AbortSignal) => Promise<AxiosResponse>,\n  handlers?: RequestHandlers<Data>,\n): void {\n  report(transact(start, handlers), handlers);\n}',
        js: '/** Calls `start` at once and reports its response to the handlers. `start` uses `http`. */\nfunction send(start, handlers) {\n  report(transact(start, handlers), handlers);\n}',
        needs: [
          'axios#AxiosResponse',
          'axios-request/transact',
          'callbacks/Loose',
          'request-options/RequestHandlers',
          'transfer/report',
        ],
        needsAtRunTime: ['axios-request/transact', 'transfer/report'],
      },
      {
        name: 'requestTask',
        ts: '/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nfunction requestTask<Data = Loose>(\n  start: (signal: AbortSignal) => Promise<AxiosResponse>,\n  handlers?: RequestHandlers<Data>,\n): RequestTask {\n  const later = async (signal: AbortSignal) => {\n    await null;\n    return start(signal);\n  };\n  return report(transact(later, handlers), handlers);\n}',
        js: '/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nfunction requestTask(start, handlers) {\n  const later = async (signal) => {\n    await null;\n    return start(signal);\n  };\n  return report(transact(later, handlers), handlers);\n}',
        needs: [
          'axios#AxiosResponse',
          'axios-request/transact',
          'callbacks/Loose',
          'request-options/RequestHandlers',
          'transfer/RequestTask',
          'transfer/report',
        ],
        needsAtRunTime: ['axios-request/transact', 'transfer/report'],
      },
      {
        name: 'exchange',
        ts: '/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */\nasync function exchange<Data = Loose>(\n  start: (signal: AbortSignal) => Promise<AxiosResponse>,\n  how?: Decoding,\n): Promise<RequestResult<Data>> {\n  return transact(start, how).outcome;\n}',
        js: '/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */\nasync function exchange(start, how) {\n  return transact(start, how).outcome;\n}',
        needs: [
          'axios#AxiosResponse',
          'axios-request/transact',
          'callbacks/Loose',
          'decode/Decoding',
          'request-options/RequestResult',
        ],
        needsAtRunTime: ['axios-request/transact'],
      },
      {
        name: 'payload',
        ts: "/** The headers and the data of an axios call, from the program's data and header. */\nfunction payload(data?: unknown, header?: unknown): { headers: Body['headers']; data: Body['body'] } {\n  const { headers, body } = encodeBody(data, header);\n  return { headers, data: body };\n}",
        js: "/** The headers and the data of an axios call, from the program's data and header. */\nfunction payload(data, header) {\n  const { headers, body } = encodeBody(data, header);\n  return { headers, data: body };\n}",
        needs: ['body/Body', 'body/encodeBody'],
        needsAtRunTime: ['body/encodeBody'],
      },
      {
        name: 'transact',
        ts: "function transact(start: (signal: AbortSignal) => Promise<AxiosResponse>, how: unknown): Transfer<RequestResult> {\n  const { dataType, responseType } = Object(how);\n  return begin('request', how, (signal) =>\n    start(signal).then((response) => readResponse(response, dataType, responseType)),\n  );\n}",
        js: "function transact(start, how) {\n  const { dataType, responseType } = Object(how);\n  return begin('request', how, (signal) =>\n    start(signal).then((response) => readResponse(response, dataType, responseType)),\n  );\n}",
        needs: [
          'axios#AxiosResponse',
          'axios-request/readResponse',
          'request-options/RequestResult',
          'transfer/Transfer',
          'transfer/begin',
        ],
        needsAtRunTime: ['axios-request/readResponse', 'transfer/begin'],
        limits: ['request'],
      },
      {
        name: 'readResponse',
        ts: 'function readResponse(response: AxiosResponse, dataType?: string, responseType?: string): RequestResult {\n  const fields = (response.headers as AxiosHeaders).toJSON(true);\n  // In Node axios gives a Buffer, which is a window on a larger one.\n  const { buffer } = new Uint8Array(response.data as ArrayBuffer);\n  return resultOf(response.status, { ...fields }, buffer, dataType, responseType);\n}',
        js: 'function readResponse(response, dataType, responseType) {\n  const fields = response.headers.toJSON(true);\n  // In Node axios gives a Buffer, which is a window on a larger one.\n  const { buffer } = new Uint8Array(response.data);\n  return resultOf(response.status, { ...fields }, buffer, dataType, responseType);\n}',
        needs: ['axios#AxiosHeaders', 'axios#AxiosResponse', 'request-options/RequestResult', 'result/resultOf'],
        needsAtRunTime: ['result/resultOf'],
      },
    ],
  },
  {
    name: 'file-task',
    heading:
      '// In: the work of an upload or a download. Out: its task, with progress (R17, U4).\n// Knows nothing of what is sent.',
    declarations: [
      {
        name: 'FileTask',
        ts: 'interface FileTask<Progress> extends RequestTask {\n  /** Listeners add up. One that is registered in the tick of the call misses nothing. */\n  onProgressUpdate(listener?: (progress: Progress) => void): void;\n}',
        needs: ['transfer/RequestTask'],
      },
      {
        name: 'Count',
        ts: '/** Told the bytes that are through, and how many there will be: 0 when nobody knows. */\ntype Count = (done: number, total: number) => void;',
        needs: [],
      },
      {
        name: 'startFileTask',
        ts: '/** `work` runs to its first await within the call: what it reads of the options by then is what they held (R19). */\nfunction startFileTask<Result, Progress>(\n  api: keyof typeof timeouts,\n  options: Callbacks<Result>,\n  [doneKey, totalKey]: readonly [string, string],\n  work: (signal: AbortSignal, count: Count, listeners: readonly unknown[]) => Promise<Result>,\n): FileTask<Progress> {\n  const listeners: unknown[] = [];\n  let percent = 0;\n  let counted = 0;\n  const tell = (progress: number, total: number) => {\n    percent = progress;\n    for (const listener of listeners) call(listener, { progress, [doneKey]: counted, [totalKey]: total });\n  };\n  const start = async (signal: AbortSignal) => {\n    const count: Count = (done, total) => {\n      if (signal.aborted || percent === 100) return;\n      counted = done;\n      // The total of a packed body is that of the packed bytes: it is outrun, and then not known.\n      if (done > total || !total) tell(percent, 0);\n      else tell(Math.max(percent, Math.floor((100 * done) / total)), total);\n    };\n    const result = await work(signal, count, listeners);\n    if (percent < 100) tell(100, counted);\n    return result;\n  };\n  return {\n    ...report(begin(api, options, start), options),\n    onProgressUpdate: (listener) => void listeners.push(listener),\n  };\n}',
        js: '/** `work` runs to its first await within the call: what it reads of the options by then is what they held (R19). */\nfunction startFileTask(api, options, [doneKey, totalKey], work) {\n  const listeners = [];\n  let percent = 0;\n  let counted = 0;\n  const tell = (progress, total) => {\n    percent = progress;\n    for (const listener of listeners) call(listener, { progress, [doneKey]: counted, [totalKey]: total });\n  };\n  const start = async (signal) => {\n    const count = (done, total) => {\n      if (signal.aborted || percent === 100) return;\n      counted = done;\n      // The total of a packed body is that of the packed bytes: it is outrun, and then not known.\n      if (done > total || !total) tell(percent, 0);\n      else tell(Math.max(percent, Math.floor((100 * done) / total)), total);\n    };\n    const result = await work(signal, count, listeners);\n    if (percent < 100) tell(100, counted);\n    return result;\n  };\n  return {\n    ...report(begin(api, options, start), options),\n    onProgressUpdate: (listener) => void listeners.push(listener),\n  };\n}',
        needs: [
          'callbacks/Callbacks',
          'callbacks/call',
          'file-task/Count',
          'file-task/FileTask',
          'timeouts/timeouts',
          'transfer/begin',
          'transfer/report',
        ],
        needsAtRunTime: ['callbacks/call', 'transfer/begin', 'transfer/report'],
      },
    ],
  },
  {
    name: 'temporary-files',
    heading:
      '// In: downloaded bytes, or what the program gives as filePath. Out: a path for the bytes, or the file behind the path (U1, U3, D1).\n// Knows nothing of uploads and downloads.',
    declarations: [
      {
        name: 'temporaryFiles',
        ts: '/** What downloads left, by path, while the program lives. */\nconst temporaryFiles = new Map<string, File>();',
        js: '/** What downloads left, by path, while the program lives. */\nconst temporaryFiles = new Map();',
        needs: [],
      },
      {
        name: 'NodeProcess',
        ts: "interface NodeProcess {\n  getBuiltinModule?(name: 'node:fs'): { promises: { readFile(path: string): Promise<Uint8Array<ArrayBuffer>> } };\n}",
        needs: [],
      },
      {
        name: 'keepFile',
        ts: '/** Keeps a file, and gives the path that it is found under from now on; `path` is another one. */\nfunction keepFile(blob: Blob, url: string, path?: string): string {\n  const file = fileOf(blob, url);\n  const temporary = URL.createObjectURL(file);\n  temporaryFiles.set(temporary, file);\n  if (path) temporaryFiles.set(path, file);\n  return temporary;\n}',
        js: '/** Keeps a file, and gives the path that it is found under from now on; `path` is another one. */\nfunction keepFile(blob, url, path) {\n  const file = fileOf(blob, url);\n  const temporary = URL.createObjectURL(file);\n  temporaryFiles.set(temporary, file);\n  if (path) temporaryFiles.set(path, file);\n  return temporary;\n}',
        needs: ['temporary-files/fileOf', 'temporary-files/temporaryFiles'],
      },
      {
        name: 'openFile',
        ts: "/** The file behind a path: one that was downloaded, a blob:, data: or http(s): url, in Node also a path on disk. */\nasync function openFile(path: string | Blob): Promise<File> {\n  try {\n    const blob = typeof path === 'string' ? (temporaryFiles.get(path) ?? (await readFile(path))) : path;\n    return fileOf(blob, String(path));\n  } catch (error) {\n    throw new Error(`filePath cannot be read: ${(error as Error).message}`);\n  }\n}",
        js: "/** The file behind a path: one that was downloaded, a blob:, data: or http(s): url, in Node also a path on disk. */\nasync function openFile(path) {\n  try {\n    const blob = typeof path === 'string' ? (temporaryFiles.get(path) ?? (await readFile(path))) : path;\n    return fileOf(blob, String(path));\n  } catch (error) {\n    throw new Error(`filePath cannot be read: ${error.message}`);\n  }\n}",
        needs: ['temporary-files/fileOf', 'temporary-files/readFile', 'temporary-files/temporaryFiles'],
      },
      {
        name: 'readFile',
        ts: "async function readFile(path: string): Promise<Blob> {\n  const node = (globalThis as { process?: NodeProcess }).process;\n  // Asked for by name at run time, so that a bundler for browsers finds nothing to follow.\n  const disk = /^\\w{2,}:/.test(path) ? undefined : node?.getBuiltinModule?.('node:fs');\n  if (disk) return new Blob([await disk.promises.readFile(path)]);\n  const response = await fetch(path);\n  if (!response.ok) throw new Error(`status ${response.status}`);\n  return response.blob();\n}",
        js: "async function readFile(path) {\n  const node = globalThis.process;\n  // Asked for by name at run time, so that a bundler for browsers finds nothing to follow.\n  const disk = /^\\w{2,}:/.test(path) ? undefined : node?.getBuiltinModule?.('node:fs');\n  if (disk) return new Blob([await disk.promises.readFile(path)]);\n  const response = await fetch(path);\n  if (!response.ok) throw new Error(`status ${response.status}`);\n  return response.blob();\n}",
        needs: ['temporary-files/NodeProcess'],
        needsAtRunTime: [],
      },
      {
        name: 'fileOf',
        ts: "/** Named after the last part of its path or url; without one, after its type. */\nfunction fileOf(blob: Blob, path: string): File {\n  if (blob instanceof File) return blob;\n  const { type } = blob;\n  const name = /^(blob:|data:|\\[object)/.test(path) ? '' : /[^/\\\\]*$/.exec(path.replace(/[?#].*/s, ''))?.[0];\n  return new File([blob], name || `file.${/\\/(\\w+)/.exec(type)?.[1] ?? 'bin'}`, { type });\n}",
        js: "/** Named after the last part of its path or url; without one, after its type. */\nfunction fileOf(blob, path) {\n  if (blob instanceof File) return blob;\n  const { type } = blob;\n  const name = /^(blob:|data:|\\[object)/.test(path) ? '' : /[^/\\\\]*$/.exec(path.replace(/[?#].*/s, ''))?.[0];\n  return new File([blob], name || `file.${/\\/(\\w+)/.exec(type)?.[1] ?? 'bin'}`, { type });\n}",
        needs: [],
      },
    ],
  },
  {
    name: 'download',
    heading:
      '// In: the options of a download. Out: its task. The request itself is sent by the function that it is given (D1, U4).\n// Knows nothing of fetch and axios.',
    declarations: [
      {
        name: 'DownloadResult',
        ts: 'interface DownloadResult {\n  /** An object url: it can be read, shown and uploaded while the program lives. */\n  tempFilePath: string;\n  /** The filePath of the options; an upload finds the file under it. */\n  filePath?: string;\n  statusCode: number;\n}',
        needs: [],
      },
      {
        name: 'DownloadOptions',
        ts: 'interface DownloadOptions extends Callbacks<DownloadResult> {\n  url: string;\n  header?: object | null | undefined;\n  filePath?: string | undefined;\n}',
        needs: ['callbacks/Callbacks', 'download/DownloadResult'],
      },
      {
        name: 'DownloadProgress',
        ts: 'interface DownloadProgress {\n  /** Percent, an integer. */\n  progress: number;\n  totalBytesWritten: number;\n  /** 0 while it is not known. */\n  totalBytesExpectedToWrite: number;\n}',
        needs: [],
      },
      {
        name: 'DownloadTask',
        ts: 'type DownloadTask = FileTask<DownloadProgress>;',
        needs: ['download/DownloadProgress', 'file-task/FileTask'],
      },
      {
        name: 'Loaded',
        ts: '/** What came back, read to its end; the blob has the type that the server gave. */\ninterface Loaded {\n  statusCode: number;\n  blob: Blob;\n}',
        needs: [],
      },
      {
        name: 'Load',
        ts: 'type Load = (\n  url: string,\n  init: { headers: Record<string, string>; signal: AbortSignal },\n  count: Count,\n) => Promise<Loaded>;',
        needs: ['download/Loaded', 'file-task/Count'],
      },
      {
        name: 'startDownload',
        ts: "function startDownload(options: DownloadOptions, load: Load): DownloadTask {\n  const keys = ['totalBytesWritten', 'totalBytesExpectedToWrite'] as const;\n  return startFileTask('downloadFile', options, keys, async (signal, count) => {\n    const { url, header, filePath } = Object(options);\n    requireUrl(url);\n    const headers = headerFields(header);\n    await null; // an abort in the tick of the call sends nothing\n    const { statusCode, blob } = await load(url, { headers, signal }, count);\n    return { tempFilePath: keepFile(blob, url, filePath), ...(filePath && { filePath }), statusCode };\n  });\n}",
        js: "function startDownload(options, load) {\n  const keys = ['totalBytesWritten', 'totalBytesExpectedToWrite'];\n  return startFileTask('downloadFile', options, keys, async (signal, count) => {\n    const { url, header, filePath } = Object(options);\n    requireUrl(url);\n    const headers = headerFields(header);\n    await null; // an abort in the tick of the call sends nothing\n    const { statusCode, blob } = await load(url, { headers, signal }, count);\n    return { tempFilePath: keepFile(blob, url, filePath), ...(filePath && { filePath }), statusCode };\n  });\n}",
        needs: [
          'download/DownloadOptions',
          'download/DownloadTask',
          'download/Load',
          'encode/requireUrl',
          'file-task/startFileTask',
          'headers/headerFields',
          'temporary-files/keepFile',
        ],
        needsAtRunTime: [
          'encode/requireUrl',
          'file-task/startFileTask',
          'headers/headerFields',
          'temporary-files/keepFile',
        ],
        limits: ['downloadFile'],
      },
    ],
  },
  {
    name: 'upload',
    heading:
      '// In: the options of an upload. Out: its task. The request itself is sent by the function that it is given (U1, U2, U4).\n// Knows nothing of fetch and axios.',
    declarations: [
      {
        name: 'UploadResult',
        ts: 'interface UploadResult<Data = Loose> {\n  data: Data;\n  statusCode: number;\n}',
        needs: ['callbacks/Loose'],
      },
      {
        name: 'UploadOptions',
        ts: 'interface UploadOptions<Data = Loose> extends Callbacks<UploadResult<Data>> {\n  url: string;\n  /** A path that a download gave, a blob:, data: or http(s): url, a File or Blob; in Node also a path on disk. */\n  filePath: string | Blob;\n  /** The name of the field that holds the file. */\n  name: string;\n  /** A content type is dropped: multipart/form-data has a boundary in it. */\n  header?: object | null | undefined;\n  /** Fields that are sent before the file. */\n  formData?: object | null | undefined;\n}',
        needs: ['callbacks/Callbacks', 'callbacks/Loose', 'upload/UploadResult'],
      },
      {
        name: 'UploadProgress',
        ts: 'interface UploadProgress {\n  /** Percent, an integer. */\n  progress: number;\n  totalBytesSent: number;\n  /** 0 while it is not known. */\n  totalBytesExpectedToSend: number;\n}',
        needs: [],
      },
      {
        name: 'UploadTask',
        ts: 'type UploadTask = FileTask<UploadProgress>;',
        needs: ['file-task/FileTask', 'upload/UploadProgress'],
      },
      {
        name: 'Upload',
        ts: "/** What is sent: as fetch takes it. */\ninterface Upload {\n  method: 'POST';\n  headers: Record<string, string>;\n  body: FormData;\n  signal: AbortSignal;\n}",
        needs: [],
      },
      {
        name: 'Post',
        ts: '/** `count` is absent when nobody listens. */\ntype Post = (url: string, upload: Upload, dataType: string, count?: Count) => Promise<UploadResult>;',
        needs: ['file-task/Count', 'upload/Upload', 'upload/UploadResult'],
      },
      {
        name: 'startUpload',
        ts: "/** `as`: hand over the parsed object where the answer is JSON, as devices do; otherwise text, as documented (U2). */\nfunction startUpload<Data>(options: UploadOptions<Data>, as: 'json' | undefined, post: Post): UploadTask {\n  const keys = ['totalBytesSent', 'totalBytesExpectedToSend'] as const;\n  return startFileTask('uploadFile', options, keys, async (signal, count, listeners) => {\n    const { url, filePath, name, header, formData } = Object(options);\n    requireUrl(url);\n    if (!(filePath instanceof Blob)) requireText('filePath', filePath);\n    requireText('name', name);\n    const headers = headerFields(header);\n    delete headers['content-type'];\n    const fields = usable('formData', () => fieldsOf(formData));\n    await null; // an abort in the tick of the call sends nothing\n    // A listener alone makes browsers ask the server for leave first: counted only where there is one.\n    const counts = listeners.length > 0 ? count : undefined;\n    const file = await openFile(filePath);\n    // Node 24 leaves a rejection behind when fetch is given a form and a signal that was aborted before.\n    signal.throwIfAborted();\n    const body = new FormData();\n    for (const [key, value] of fields) body.append(key, value);\n    body.append(name, file, file.name);\n    const { data, statusCode } = await post(url, { method: 'POST', headers, body, signal }, as ?? 'text', counts);\n    return { data, statusCode };\n  });\n}",
        js: "/** `as`: hand over the parsed object where the answer is JSON, as devices do; otherwise text, as documented (U2). */\nfunction startUpload(options, as, post) {\n  const keys = ['totalBytesSent', 'totalBytesExpectedToSend'];\n  return startFileTask('uploadFile', options, keys, async (signal, count, listeners) => {\n    const { url, filePath, name, header, formData } = Object(options);\n    requireUrl(url);\n    if (!(filePath instanceof Blob)) requireText('filePath', filePath);\n    requireText('name', name);\n    const headers = headerFields(header);\n    delete headers['content-type'];\n    const fields = usable('formData', () => fieldsOf(formData));\n    await null; // an abort in the tick of the call sends nothing\n    // A listener alone makes browsers ask the server for leave first: counted only where there is one.\n    const counts = listeners.length > 0 ? count : undefined;\n    const file = await openFile(filePath);\n    // Node 24 leaves a rejection behind when fetch is given a form and a signal that was aborted before.\n    signal.throwIfAborted();\n    const body = new FormData();\n    for (const [key, value] of fields) body.append(key, value);\n    body.append(name, file, file.name);\n    const { data, statusCode } = await post(url, { method: 'POST', headers, body, signal }, as ?? 'text', counts);\n    return { data, statusCode };\n  });\n}",
        needs: [
          'encode/fieldsOf',
          'encode/requireUrl',
          'encode/usable',
          'failure/requireText',
          'file-task/startFileTask',
          'headers/headerFields',
          'temporary-files/openFile',
          'upload/Post',
          'upload/UploadOptions',
          'upload/UploadTask',
        ],
        needsAtRunTime: [
          'encode/fieldsOf',
          'encode/requireUrl',
          'encode/usable',
          'failure/requireText',
          'file-task/startFileTask',
          'headers/headerFields',
          'temporary-files/openFile',
        ],
        limits: ['uploadFile'],
      },
    ],
  },
  {
    name: 'axios-files',
    heading:
      '// In: the options of an upload or a download. Out: its task. axios sends and counts.\n// Knows nothing of what a file is; that is for upload and download.',
    declarations: [
      {
        name: 'uploadFile',
        ts: "/** Sends a file. Its task takes progress listeners, but nothing is told to them: see uploadFileWithProgress. */\nfunction uploadFile<Data = Loose>(options: UploadOptions<Data>, as?: 'json'): UploadTask {\n  return startUpload(options, as, async (url, { body, ...upload }, dataType) =>\n    readResponse(await http.post(url, body, upload), dataType),\n  );\n}",
        js: '/** Sends a file. Its task takes progress listeners, but nothing is told to them: see uploadFileWithProgress. */\nfunction uploadFile(options, as) {\n  return startUpload(options, as, async (url, { body, ...upload }, dataType) =>\n    readResponse(await http.post(url, body, upload), dataType),\n  );\n}',
        needs: [
          'axios-http/http',
          'axios-request/readResponse',
          'callbacks/Loose',
          'upload/UploadOptions',
          'upload/UploadTask',
          'upload/startUpload',
        ],
        needsAtRunTime: ['axios-http/http', 'axios-request/readResponse', 'upload/startUpload'],
      },
      {
        name: 'uploadFileWithProgress',
        ts: "/** uploadFile for tasks whose onProgressUpdate is used. */\nfunction uploadFileWithProgress<Data = Loose>(options: UploadOptions<Data>, as?: 'json'): UploadTask {\n  return startUpload(options, as, async (url, { body, ...upload }, dataType, count) => {\n    const progress = count && { onUploadProgress: counting(count) };\n    return readResponse(await http.post(url, body, { ...upload, ...progress }), dataType);\n  });\n}",
        js: '/** uploadFile for tasks whose onProgressUpdate is used. */\nfunction uploadFileWithProgress(options, as) {\n  return startUpload(options, as, async (url, { body, ...upload }, dataType, count) => {\n    const progress = count && { onUploadProgress: counting(count) };\n    return readResponse(await http.post(url, body, { ...upload, ...progress }), dataType);\n  });\n}',
        needs: [
          'axios-files/counting',
          'axios-http/http',
          'axios-request/readResponse',
          'callbacks/Loose',
          'upload/UploadOptions',
          'upload/UploadTask',
          'upload/startUpload',
        ],
        needsAtRunTime: ['axios-files/counting', 'axios-http/http', 'axios-request/readResponse', 'upload/startUpload'],
      },
      {
        name: 'downloadFile',
        ts: "/** Fetches a file and keeps it under a temporary path. */\nfunction downloadFile(options: DownloadOptions): DownloadTask {\n  return startDownload(options, async (url, init, count) => {\n    const response = await http.get(url, { ...init, onDownloadProgress: counting(count) });\n    const { data, statusCode, header } = readResponse(response, '', 'arraybuffer');\n    return { statusCode, blob: new Blob([data], { type: header['content-type'] ?? '' }) };\n  });\n}",
        js: "/** Fetches a file and keeps it under a temporary path. */\nfunction downloadFile(options) {\n  return startDownload(options, async (url, init, count) => {\n    const response = await http.get(url, { ...init, onDownloadProgress: counting(count) });\n    const { data, statusCode, header } = readResponse(response, '', 'arraybuffer');\n    return { statusCode, blob: new Blob([data], { type: header['content-type'] ?? '' }) };\n  });\n}",
        needs: [
          'axios-files/counting',
          'axios-http/http',
          'axios-request/readResponse',
          'download/DownloadOptions',
          'download/DownloadTask',
          'download/startDownload',
        ],
        needsAtRunTime: [
          'axios-files/counting',
          'axios-http/http',
          'axios-request/readResponse',
          'download/startDownload',
        ],
      },
      {
        name: 'counting',
        ts: 'function counting(count: Count): (event: AxiosProgressEvent) => void {\n  return ({ loaded, total = 0 }) => count(loaded, total);\n}',
        js: 'function counting(count) {\n  return ({ loaded, total = 0 }) => count(loaded, total);\n}',
        needs: ['axios#AxiosProgressEvent', 'file-task/Count'],
        needsAtRunTime: [],
      },
    ],
  },
  {
    name: 'fetch-request',
    heading:
      '// In: the options of a request, or a function that calls fetch. Out: a task, a promise, or nothing, as the name says.\n// Every status is a success (R1).',
    declarations: [
      {
        name: 'request',
        ts: '/** Sends a request and reports to the callbacks in the options. Never throws. */\nfunction request<Data = Loose>(options: RequestOptions<Data>): RequestTask {\n  const start = async (signal: AbortSignal) => {\n    const { url, ...init } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return fetch(url, { ...init, signal });\n  };\n  return report(transact(start, options), options);\n}',
        js: '/** Sends a request and reports to the callbacks in the options. Never throws. */\nfunction request(options) {\n  const start = async (signal) => {\n    const { url, ...init } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return fetch(url, { ...init, signal });\n  };\n  return report(transact(start, options), options);\n}',
        needs: [
          'callbacks/Loose',
          'fetch-request/transact',
          'request-options/RequestOptions',
          'request-options/messageOf',
          'transfer/RequestTask',
          'transfer/report',
        ],
        needsAtRunTime: ['fetch-request/transact', 'request-options/messageOf', 'transfer/report'],
      },
      {
        name: 'send',
        ts: '/** Calls `start` at once and reports its response to the handlers. */\nfunction send<Data = Loose>(start: (signal: AbortSignal) => Promise<Response>, handlers?: RequestHandlers<Data>): void {\n  report(transact(start, handlers), handlers);\n}',
        js: '/** Calls `start` at once and reports its response to the handlers. */\nfunction send(start, handlers) {\n  report(transact(start, handlers), handlers);\n}',
        needs: ['callbacks/Loose', 'fetch-request/transact', 'request-options/RequestHandlers', 'transfer/report'],
        needsAtRunTime: ['fetch-request/transact', 'transfer/report'],
      },
      {
        name: 'requestTask',
        ts: '/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nfunction requestTask<Data = Loose>(\n  start: (signal: AbortSignal) => Promise<Response>,\n  handlers?: RequestHandlers<Data>,\n): RequestTask {\n  const later = async (signal: AbortSignal) => {\n    await null;\n    return start(signal);\n  };\n  return report(transact(later, handlers), handlers);\n}',
        js: '/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nfunction requestTask(start, handlers) {\n  const later = async (signal) => {\n    await null;\n    return start(signal);\n  };\n  return report(transact(later, handlers), handlers);\n}',
        needs: [
          'callbacks/Loose',
          'fetch-request/transact',
          'request-options/RequestHandlers',
          'transfer/RequestTask',
          'transfer/report',
        ],
        needsAtRunTime: ['fetch-request/transact', 'transfer/report'],
      },
      {
        name: 'exchange',
        ts: '/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */\nasync function exchange<Data = Loose>(\n  start: (signal: AbortSignal) => Promise<Response>,\n  how?: Decoding,\n): Promise<RequestResult<Data>> {\n  return transact(start, how).outcome;\n}',
        js: '/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */\nasync function exchange(start, how) {\n  return transact(start, how).outcome;\n}',
        needs: ['callbacks/Loose', 'decode/Decoding', 'fetch-request/transact', 'request-options/RequestResult'],
        needsAtRunTime: ['fetch-request/transact'],
      },
      {
        name: 'payload',
        ts: "/** The headers and the body of a fetch call, from the program's data and header. */\nfunction payload(data?: unknown, header?: unknown): Body {\n  return encodeBody(data, header);\n}",
        js: "/** The headers and the body of a fetch call, from the program's data and header. */\nfunction payload(data, header) {\n  return encodeBody(data, header);\n}",
        needs: ['body/Body', 'body/encodeBody'],
        needsAtRunTime: ['body/encodeBody'],
      },
      {
        name: 'transact',
        ts: "function transact(start: (signal: AbortSignal) => Promise<Response>, how: unknown): Transfer<RequestResult> {\n  const { dataType, responseType } = Object(how);\n  return begin('request', how, (signal) =>\n    start(signal).then((response) => readResponse(response, dataType, responseType)),\n  );\n}",
        js: "function transact(start, how) {\n  const { dataType, responseType } = Object(how);\n  return begin('request', how, (signal) =>\n    start(signal).then((response) => readResponse(response, dataType, responseType)),\n  );\n}",
        needs: ['fetch-request/readResponse', 'request-options/RequestResult', 'transfer/Transfer', 'transfer/begin'],
        needsAtRunTime: ['fetch-request/readResponse', 'transfer/begin'],
        limits: ['request'],
      },
      {
        name: 'readResponse',
        ts: "/** Reads a response to its end. */\nasync function readResponse(response: Response, dataType?: string, responseType?: string): Promise<RequestResult> {\n  const fields: Record<string, string> = {};\n  response.headers.forEach((value, name) => {\n    // Only set-cookie comes more than once, and only where cookies can be read.\n    fields[name] = name === 'set-cookie' && fields[name] ? `${fields[name]}, ${value}` : value;\n  });\n  return resultOf(response.status, fields, await response.arrayBuffer(), dataType, responseType);\n}",
        js: "/** Reads a response to its end. */\nasync function readResponse(response, dataType, responseType) {\n  const fields = {};\n  response.headers.forEach((value, name) => {\n    // Only set-cookie comes more than once, and only where cookies can be read.\n    fields[name] = name === 'set-cookie' && fields[name] ? `${fields[name]}, ${value}` : value;\n  });\n  return resultOf(response.status, fields, await response.arrayBuffer(), dataType, responseType);\n}",
        needs: ['request-options/RequestResult', 'result/resultOf'],
        needsAtRunTime: ['result/resultOf'],
      },
    ],
  },
  {
    name: 'fetch-files',
    heading:
      '// In: the options of an upload or a download. Out: its task. Uploads go through fetch, downloads through its reader.\n// Knows nothing of options: they are read by upload and download.',
    declarations: [
      {
        name: 'uploadFile',
        ts: "/** Sends a file. Its task takes progress listeners, but nothing can be told to them: see uploadFileWithProgress. */\nfunction uploadFile<Data = Loose>(options: UploadOptions<Data>, as?: 'json'): UploadTask {\n  return startUpload(options, as, async (url, upload, dataType) => readResponse(await fetch(url, upload), dataType));\n}",
        js: '/** Sends a file. Its task takes progress listeners, but nothing can be told to them: see uploadFileWithProgress. */\nfunction uploadFile(options, as) {\n  return startUpload(options, as, async (url, upload, dataType) => readResponse(await fetch(url, upload), dataType));\n}',
        needs: [
          'callbacks/Loose',
          'fetch-request/readResponse',
          'upload/UploadOptions',
          'upload/UploadTask',
          'upload/startUpload',
        ],
        needsAtRunTime: ['fetch-request/readResponse', 'upload/startUpload'],
      },
      {
        name: 'downloadFile',
        ts: "/** Fetches a file and keeps it under a temporary path. */\nfunction downloadFile(options: DownloadOptions): DownloadTask {\n  return startDownload(options, async (url, init, count) => {\n    const { status, headers, body } = await fetch(url, init);\n    const total = headers.get('content-encoding') ? 0 : Number(headers.get('content-length'));\n    const parts: BlobPart[] = [];\n    const reader = body?.getReader();\n    let done = 0;\n    let chunk = await reader?.read();\n    while (chunk?.value) {\n      parts.push(chunk.value);\n      done += chunk.value.length;\n      count(done, total);\n      chunk = await reader?.read();\n    }\n    return { statusCode: status, blob: new Blob(parts, { type: headers.get('content-type') ?? '' }) };\n  });\n}",
        js: "/** Fetches a file and keeps it under a temporary path. */\nfunction downloadFile(options) {\n  return startDownload(options, async (url, init, count) => {\n    const { status, headers, body } = await fetch(url, init);\n    const total = headers.get('content-encoding') ? 0 : Number(headers.get('content-length'));\n    const parts = [];\n    const reader = body?.getReader();\n    let done = 0;\n    let chunk = await reader?.read();\n    while (chunk?.value) {\n      parts.push(chunk.value);\n      done += chunk.value.length;\n      count(done, total);\n      chunk = await reader?.read();\n    }\n    return { statusCode: status, blob: new Blob(parts, { type: headers.get('content-type') ?? '' }) };\n  });\n}",
        needs: ['download/DownloadOptions', 'download/DownloadTask', 'download/startDownload'],
        needsAtRunTime: ['download/startDownload'],
      },
    ],
  },
  {
    name: 'fetch-upload-progress',
    heading:
      '// In: the options of an upload whose progress is listened to. Out: its task.\n// fetch tells nothing of what it has sent: browsers have XMLHttpRequest for that, in Node the bytes are counted as they are read.',
    declarations: [
      {
        name: 'uploadFileWithProgress',
        ts: "/** uploadFile for tasks whose onProgressUpdate is used. */\nfunction uploadFileWithProgress<Data = Loose>(options: UploadOptions<Data>, as?: 'json'): UploadTask {\n  return startUpload(options, as, async (url, upload, dataType, count) => {\n    if (count && typeof XMLHttpRequest === 'function') return postWithXhr(url, upload, dataType, count);\n    return readResponse(await fetch(url, count ? await countedUpload(upload, count) : upload), dataType);\n  });\n}",
        js: "/** uploadFile for tasks whose onProgressUpdate is used. */\nfunction uploadFileWithProgress(options, as) {\n  return startUpload(options, as, async (url, upload, dataType, count) => {\n    if (count && typeof XMLHttpRequest === 'function') return postWithXhr(url, upload, dataType, count);\n    return readResponse(await fetch(url, count ? await countedUpload(upload, count) : upload), dataType);\n  });\n}",
        needs: [
          'callbacks/Loose',
          'fetch-request/readResponse',
          'fetch-upload-progress/countedUpload',
          'fetch-upload-progress/postWithXhr',
          'upload/UploadOptions',
          'upload/UploadTask',
          'upload/startUpload',
        ],
        needsAtRunTime: [
          'fetch-request/readResponse',
          'fetch-upload-progress/countedUpload',
          'fetch-upload-progress/postWithXhr',
          'upload/startUpload',
        ],
      },
      {
        name: 'postWithXhr',
        ts: "function postWithXhr(url: string, upload: Upload, dataType: string, count: Count): Promise<UploadResult> {\n  const { method, headers, body, signal } = upload;\n  return new Promise((resolve, reject) => {\n    const xhr = new XMLHttpRequest();\n    xhr.open(method, url);\n    xhr.responseType = 'arraybuffer';\n    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);\n    xhr.upload.onprogress = ({ loaded, total }) => count(loaded, total);\n    xhr.onload = () => {\n      const type = xhr.getResponseHeader('content-type') ?? '';\n      resolve(resultOf(xhr.status, { 'content-type': type }, xhr.response, dataType));\n    };\n    xhr.onerror = reject;\n    signal.addEventListener('abort', () => xhr.abort());\n    if (!signal.aborted) xhr.send(body);\n  });\n}",
        js: "function postWithXhr(url, upload, dataType, count) {\n  const { method, headers, body, signal } = upload;\n  return new Promise((resolve, reject) => {\n    const xhr = new XMLHttpRequest();\n    xhr.open(method, url);\n    xhr.responseType = 'arraybuffer';\n    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);\n    xhr.upload.onprogress = ({ loaded, total }) => count(loaded, total);\n    xhr.onload = () => {\n      const type = xhr.getResponseHeader('content-type') ?? '';\n      resolve(resultOf(xhr.status, { 'content-type': type }, xhr.response, dataType));\n    };\n    xhr.onerror = reject;\n    signal.addEventListener('abort', () => xhr.abort());\n    if (!signal.aborted) xhr.send(body);\n  });\n}",
        needs: ['file-task/Count', 'result/resultOf', 'upload/Upload', 'upload/UploadResult'],
        needsAtRunTime: ['result/resultOf'],
      },
      {
        name: 'countedUpload',
        ts: "/** The same upload as a stream that counts. With its length given it is not sent in chunks, which many servers refuse. */\nasync function countedUpload(upload: Upload, count: Count): Promise<RequestInit> {\n  const multipart = new Response(upload.body);\n  const type = multipart.headers.get('content-type') ?? '';\n  const blob = await multipart.blob();\n  const headers = { ...upload.headers, 'content-type': type, 'content-length': String(blob.size) };\n  return { ...upload, headers, body: counted(blob, count), duplex: 'half' } as object;\n}",
        js: "/** The same upload as a stream that counts. With its length given it is not sent in chunks, which many servers refuse. */\nasync function countedUpload(upload, count) {\n  const multipart = new Response(upload.body);\n  const type = multipart.headers.get('content-type') ?? '';\n  const blob = await multipart.blob();\n  const headers = { ...upload.headers, 'content-type': type, 'content-length': String(blob.size) };\n  return { ...upload, headers, body: counted(blob, count), duplex: 'half' };\n}",
        needs: ['fetch-upload-progress/counted', 'file-task/Count', 'upload/Upload'],
        needsAtRunTime: ['fetch-upload-progress/counted'],
      },
      {
        name: 'counted',
        ts: '/** Counts a piece once the next one is asked for. */\nasync function* counted(blob: Blob, count: Count): AsyncGenerator<Uint8Array> {\n  for (let done = 0; done < blob.size; count(done, blob.size)) {\n    const piece = blob.slice(done, done + 65536);\n    yield new Uint8Array(await piece.arrayBuffer());\n    done += piece.size;\n  }\n}',
        js: '/** Counts a piece once the next one is asked for. */\nasync function* counted(blob, count) {\n  for (let done = 0; done < blob.size; count(done, blob.size)) {\n    const piece = blob.slice(done, done + 65536);\n    yield new Uint8Array(await piece.arrayBuffer());\n    done += piece.size;\n  }\n}',
        needs: ['file-task/Count'],
        needsAtRunTime: [],
      },
    ],
  },
  {
    name: 'socket-events',
    heading:
      "// In: what happens on a socket. Out: calls of the program's listeners: those of its task, and the global ones (S3, S4).\n// Knows nothing of connections.",
    declarations: [
      {
        name: 'SocketEvents',
        ts: 'interface SocketEvents {\n  open: { header: object };\n  message: { data: string | ArrayBuffer };\n  error: Failure;\n  close: { code: number; reason: string };\n}',
        needs: ['failure/Failure'],
      },
      {
        name: 'Listener',
        ts: 'type Listener<Kind extends keyof SocketEvents> = (event: SocketEvents[Kind]) => unknown;',
        needs: ['socket-events/SocketEvents'],
      },
      {
        name: 'globalListeners',
        ts: '/** One slot for each kind: the last one wins. They stay when the connection goes. */\nconst globalListeners: Partial<Record<keyof SocketEvents, unknown>> = {};',
        js: '/** One slot for each kind: the last one wins. They stay when the connection goes. */\nconst globalListeners = {};',
        needs: ['socket-events/SocketEvents'],
        needsAtRunTime: [],
      },
      {
        name: 'registers',
        ts: 'const registers =\n  <Kind extends keyof SocketEvents>(kind: Kind) =>\n  (listener: Listener<Kind>): void => {\n    globalListeners[kind] = listener;\n  };',
        js: 'const registers = (kind) => (listener) => {\n  globalListeners[kind] = listener;\n};',
        needs: ['socket-events/Listener', 'socket-events/SocketEvents', 'socket-events/globalListeners'],
        needsAtRunTime: ['socket-events/globalListeners'],
      },
      {
        name: 'onSocketOpen',
        ts: "const onSocketOpen = registers('open');",
        js: true,
        needs: ['socket-events/registers'],
      },
      {
        name: 'onSocketMessage',
        ts: "const onSocketMessage = registers('message');",
        js: true,
        needs: ['socket-events/registers'],
      },
      {
        name: 'onSocketError',
        ts: "const onSocketError = registers('error');",
        js: true,
        needs: ['socket-events/registers'],
      },
      {
        name: 'onSocketClose',
        ts: "const onSocketClose = registers('close');",
        js: true,
        needs: ['socket-events/registers'],
      },
      {
        name: 'callGlobal',
        ts: "/** Tells a listener of the program's that stands for all sockets. */\nfunction callGlobal(kind: keyof SocketEvents, event: unknown): void {\n  call(globalListeners[kind], event);\n}",
        js: "/** Tells a listener of the program's that stands for all sockets. */\nfunction callGlobal(kind, event) {\n  call(globalListeners[kind], event);\n}",
        needs: ['callbacks/call', 'socket-events/SocketEvents', 'socket-events/globalListeners'],
        needsAtRunTime: ['callbacks/call', 'socket-events/globalListeners'],
      },
    ],
  },
  {
    name: 'socket-connection',
    heading:
      "// In: the options of connectSocket. Out: a connection over the platform's WebSocket, whose events are those of swan (S4, S6).\n// Knows nothing of tasks and of which socket is the current one.",
    declarations: [
      {
        name: 'PlatformSocket',
        ts: '/** What of a WebSocket is used: those of browsers, of Node from version 22 on, and of the package ws have it. */\ninterface PlatformSocket {\n  binaryType: string;\n  readonly readyState: number;\n  send(data: string | ArrayBuffer): void;\n  close(code?: number, reason?: string): void;\n  onopen: unknown;\n  onmessage: unknown;\n  onerror: unknown;\n  onclose: unknown;\n}',
        needs: [],
      },
      {
        name: 'SocketConstructor',
        ts: 'type SocketConstructor = new (url: string, protocols: string[], extra: object) => PlatformSocket;',
        needs: ['socket-connection/PlatformSocket'],
      },
      {
        name: 'Connection',
        ts: '/** Its functions throw what the platform throws. */\ninterface Connection {\n  /** As the platform counts: 0 connecting, 1 open, 2 closing, 3 closed. */\n  state(): number;\n  send(data: string | ArrayBuffer): void;\n  /** Browsers take 1000 and from 3000 on: every other code closes with 1000, and onClose reports what was asked for (S6). */\n  close(code: number, reason: string): void;\n}',
        needs: [],
      },
      {
        name: 'socketClass',
        ts: 'let socketClass: SocketConstructor | undefined;',
        js: 'let socketClass;',
        needs: ['socket-connection/SocketConstructor'],
        needsAtRunTime: [],
      },
      {
        name: 'useWebSocket',
        ts: '/** Hands in a WebSocket where the platform has none, as in Node 20: `useWebSocket(ws)`. */\nfunction useWebSocket(constructor: new (...parameters: never[]) => object): void {\n  socketClass = constructor as unknown as SocketConstructor;\n}',
        js: '/** Hands in a WebSocket where the platform has none, as in Node 20: `useWebSocket(ws)`. */\nfunction useWebSocket(constructor) {\n  socketClass = constructor;\n}',
        needs: ['socket-connection/SocketConstructor', 'socket-connection/socketClass'],
        needsAtRunTime: ['socket-connection/socketClass'],
      },
      {
        name: 'Emit',
        ts: 'type Emit = <Kind extends keyof SocketEvents>(kind: Kind, event: SocketEvents[Kind]) => void;',
        needs: ['socket-events/SocketEvents'],
      },
      {
        name: 'openSocket',
        ts: "function openSocket(options: unknown, emit: Emit): Connection {\n  const { url, protocols, protocolsArray, header } = Object(options);\n  requireUrl(url);\n  const names = [].concat(protocolsArray ?? protocols ?? []).filter(Boolean);\n  const Socket = socketClass ?? WebSocket;\n  const extra = { headers: headerFields(header) };\n  const socket = usable('url', () => new Socket(url, names, extra));\n  let isOpened = false;\n  let isBroken = false;\n  let isOver = false;\n  let refused: SocketEvents['close'] | undefined;\n  const end = (event: SocketEvents['close']) => {\n    clearTimeout(timer);\n    if (isOver) return;\n    isOver = true;\n    emit('close', event);\n  };\n  const fail = (error: unknown) => {\n    if (isBroken) return;\n    isBroken = true;\n    emit('error', failureOf('connectSocket', error));\n    // Some platforms tell nothing more of a socket that never opened.\n    if (!isOpened) setTimeout(end, 50, { code: 1006, reason: '' });\n  };\n  const timer = setTimeout(() => {\n    fail(new Error('timeout'));\n    socket.close();\n  }, timeouts.connectSocket);\n  socket.binaryType = 'arraybuffer';\n  socket.onopen = () => {\n    clearTimeout(timer);\n    isOpened = true;\n    emit('open', { header: {} });\n  };\n  socket.onmessage = ({ data }: MessageEvent) => emit('message', { data });\n  socket.onerror = fail;\n  socket.onclose = ({ code, reason }: CloseEvent) => end((isOpened && refused) || { code, reason });\n  return {\n    state: () => (isOver ? 3 : socket.readyState),\n    send: (data) => socket.send(data),\n    close(code, reason) {\n      try {\n        socket.close(code, reason);\n      } catch {\n        refused = { code, reason };\n        socket.close(1000, reason);\n      }\n    },\n  };\n}",
        js: "function openSocket(options, emit) {\n  const { url, protocols, protocolsArray, header } = Object(options);\n  requireUrl(url);\n  const names = [].concat(protocolsArray ?? protocols ?? []).filter(Boolean);\n  const Socket = socketClass ?? WebSocket;\n  const extra = { headers: headerFields(header) };\n  const socket = usable('url', () => new Socket(url, names, extra));\n  let isOpened = false;\n  let isBroken = false;\n  let isOver = false;\n  let refused;\n  const end = (event) => {\n    clearTimeout(timer);\n    if (isOver) return;\n    isOver = true;\n    emit('close', event);\n  };\n  const fail = (error) => {\n    if (isBroken) return;\n    isBroken = true;\n    emit('error', failureOf('connectSocket', error));\n    // Some platforms tell nothing more of a socket that never opened.\n    if (!isOpened) setTimeout(end, 50, { code: 1006, reason: '' });\n  };\n  const timer = setTimeout(() => {\n    fail(new Error('timeout'));\n    socket.close();\n  }, timeouts.connectSocket);\n  socket.binaryType = 'arraybuffer';\n  socket.onopen = () => {\n    clearTimeout(timer);\n    isOpened = true;\n    emit('open', { header: {} });\n  };\n  socket.onmessage = ({ data }) => emit('message', { data });\n  socket.onerror = fail;\n  socket.onclose = ({ code, reason }) => end((isOpened && refused) || { code, reason });\n  return {\n    state: () => (isOver ? 3 : socket.readyState),\n    send: (data) => socket.send(data),\n    close(code, reason) {\n      try {\n        socket.close(code, reason);\n      } catch {\n        refused = { code, reason };\n        socket.close(1000, reason);\n      }\n    },\n  };\n}",
        needs: [
          'encode/requireUrl',
          'encode/usable',
          'failure/failureOf',
          'headers/headerFields',
          'socket-connection/Connection',
          'socket-connection/Emit',
          'socket-connection/socketClass',
          'socket-events/SocketEvents',
          'timeouts/timeouts',
        ],
        needsAtRunTime: [
          'encode/requireUrl',
          'encode/usable',
          'failure/failureOf',
          'headers/headerFields',
          'socket-connection/socketClass',
          'timeouts/timeouts',
        ],
        limits: ['connectSocket'],
      },
    ],
  },
  {
    name: 'socket-actions',
    heading:
      '// In: a connection and what the program wants to send or how it wants to close. Out: that done, or a failure (S5, S6).\n// Nothing is thrown: what goes wrong is told to the callbacks.',
    declarations: [
      {
        name: 'SendSocketMessageOptions',
        ts: 'interface SendSocketMessageOptions extends Callbacks<object> {\n  data: string | ArrayBuffer;\n}',
        needs: ['callbacks/Callbacks'],
      },
      {
        name: 'CloseSocketOptions',
        ts: 'interface CloseSocketOptions extends Callbacks<object> {\n  /** 1000 when missing. */\n  code?: number | string | null | undefined;\n  /** At most 123 bytes of UTF-8. */\n  reason?: string | null | undefined;\n}',
        needs: ['callbacks/Callbacks'],
      },
      {
        name: 'sendOn',
        ts: "function sendOn(connection: Connection | undefined, options: unknown): void {\n  attempt('sendSocketMessage', options, () => {\n    const { data } = Object(options);\n    if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) throw new BadParameter('data is missing or wrong');\n    if (connection?.state() !== 1) throw new Error('the socket is not open');\n    connection.send(data);\n    return {};\n  });\n}",
        js: "function sendOn(connection, options) {\n  attempt('sendSocketMessage', options, () => {\n    const { data } = Object(options);\n    if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) throw new BadParameter('data is missing or wrong');\n    if (connection?.state() !== 1) throw new Error('the socket is not open');\n    connection.send(data);\n    return {};\n  });\n}",
        needs: ['failure/BadParameter', 'socket-actions/attempt', 'socket-connection/Connection'],
        needsAtRunTime: ['failure/BadParameter', 'socket-actions/attempt'],
      },
      {
        name: 'closeOn',
        ts: "function closeOn(connection: Connection | undefined, options: unknown): void {\n  attempt('closeSocket', options, () => {\n    const { code, reason } = Object(options);\n    const number = Number(code ?? 1000);\n    const text = String(reason ?? '');\n    if (Number.isNaN(number)) throw new BadParameter('code is no number');\n    if (new TextEncoder().encode(text).length > 123) throw new BadParameter('reason is longer than 123 bytes');\n    if (!connection || connection.state() > 1) throw new Error('the socket is not open');\n    connection.close(number, text);\n    return {};\n  });\n}",
        js: "function closeOn(connection, options) {\n  attempt('closeSocket', options, () => {\n    const { code, reason } = Object(options);\n    const number = Number(code ?? 1000);\n    const text = String(reason ?? '');\n    if (Number.isNaN(number)) throw new BadParameter('code is no number');\n    if (new TextEncoder().encode(text).length > 123) throw new BadParameter('reason is longer than 123 bytes');\n    if (!connection || connection.state() > 1) throw new Error('the socket is not open');\n    connection.close(number, text);\n    return {};\n  });\n}",
        needs: ['failure/BadParameter', 'socket-actions/attempt', 'socket-connection/Connection'],
        needsAtRunTime: ['failure/BadParameter', 'socket-actions/attempt'],
      },
      {
        name: 'attempt',
        ts: '/** Runs at once; its outcome is reported later, and nothing is thrown (S5). */\nfunction attempt(api: string, callbacks: unknown, action: () => unknown): void {\n  const run = () => {\n    requireFunctions(callbacks);\n    return action();\n  };\n  const outcome = new Promise((resolve) => resolve(run())).catch((error) => Promise.reject(failureOf(api, error)));\n  report({ outcome }, callbacks);\n}',
        js: '/** Runs at once; its outcome is reported later, and nothing is thrown (S5). */\nfunction attempt(api, callbacks, action) {\n  const run = () => {\n    requireFunctions(callbacks);\n    return action();\n  };\n  const outcome = new Promise((resolve) => resolve(run())).catch((error) => Promise.reject(failureOf(api, error)));\n  report({ outcome }, callbacks);\n}',
        needs: ['callbacks/requireFunctions', 'failure/failureOf', 'transfer/report'],
      },
    ],
  },
  {
    name: 'socket',
    heading:
      "// In: the options of connectSocket, sendSocketMessage and closeSocket. Out: the platform's WebSocket behaving as swan's (S1 to S7).\n// One module for all targets: a socket is neither fetch's nor axios's.",
    declarations: [
      {
        name: 'ConnectSocketOptions',
        ts: "interface ConnectSocketOptions extends Callbacks<object> {\n  url: string;\n  protocolsArray?: readonly string[] | null | undefined;\n  protocols?: readonly string[] | null | undefined;\n  /** Only where the platform's WebSocket takes header fields, which browsers do not. */\n  header?: object | null | undefined;\n}",
        needs: ['callbacks/Callbacks'],
      },
      {
        name: 'SocketTask',
        ts: "/** Its methods work without `this`. */\ninterface SocketTask {\n  send(options: SendSocketMessageOptions): void;\n  close(options?: CloseSocketOptions): void;\n  onOpen(listener: Listener<'open'>): void;\n  onMessage(listener: Listener<'message'>): void;\n  onError(listener: Listener<'error'>): void;\n  onClose(listener: Listener<'close'>): void;\n}",
        needs: [
          'socket-actions/CloseSocketOptions',
          'socket-actions/SendSocketMessageOptions',
          'socket-events/Listener',
        ],
      },
      {
        name: 'socketLimit',
        ts: "/** `one`: a new socket takes the place of the one before (S1). */\nconst socketLimit: 'one' | 'many' = 'one';",
        js: "/** `one`: a new socket takes the place of the one before (S1). */\nconst socketLimit = 'one';",
        needs: [],
      },
      {
        name: 'current',
        ts: '/** What the global listeners and functions mean. */\nlet current: Connection | undefined;',
        js: '/** What the global listeners and functions mean. */\nlet current;',
        needs: ['socket-connection/Connection'],
        needsAtRunTime: [],
      },
      {
        name: 'connectSocket',
        ts: "/** Its `success` says that the task was made; that the socket is open is for onOpen to say (S2). */\nfunction connectSocket(options: ConnectSocketOptions): SocketTask {\n  const listeners: [kind: string, listener: unknown][] = [];\n  const on = (kind: string) => (listener: unknown) => void listeners.push([kind, listener]);\n  let connection: Connection | undefined;\n  const emit: Emit = (kind, event) => {\n    // Asked first: a listener may open the next socket.\n    const isCurrent = connection === current;\n    for (const [own, listener] of listeners) if (own === kind) call(listener, event);\n    if (isCurrent) callGlobal(kind, event);\n  };\n  attempt('connectSocket', options, () => {\n    connection = openSocket(options, emit);\n    // Current before the old one is closed: the end of the old one is none of the global listeners' business.\n    const previous = current;\n    current = connection;\n    if (socketLimit === 'one') previous?.close(1000, '');\n    return {};\n  });\n  return {\n    send: (message) => sendOn(connection, message),\n    close: (closing) => closeOn(connection, closing),\n    onOpen: on('open'),\n    onMessage: on('message'),\n    onError: on('error'),\n    onClose: on('close'),\n  };\n}",
        js: "/** Its `success` says that the task was made; that the socket is open is for onOpen to say (S2). */\nfunction connectSocket(options) {\n  const listeners = [];\n  const on = (kind) => (listener) => void listeners.push([kind, listener]);\n  let connection;\n  const emit = (kind, event) => {\n    // Asked first: a listener may open the next socket.\n    const isCurrent = connection === current;\n    for (const [own, listener] of listeners) if (own === kind) call(listener, event);\n    if (isCurrent) callGlobal(kind, event);\n  };\n  attempt('connectSocket', options, () => {\n    connection = openSocket(options, emit);\n    // Current before the old one is closed: the end of the old one is none of the global listeners' business.\n    const previous = current;\n    current = connection;\n    if (socketLimit === 'one') previous?.close(1000, '');\n    return {};\n  });\n  return {\n    send: (message) => sendOn(connection, message),\n    close: (closing) => closeOn(connection, closing),\n    onOpen: on('open'),\n    onMessage: on('message'),\n    onError: on('error'),\n    onClose: on('close'),\n  };\n}",
        needs: [
          'callbacks/call',
          'socket-actions/attempt',
          'socket-actions/closeOn',
          'socket-actions/sendOn',
          'socket-connection/Connection',
          'socket-connection/Emit',
          'socket-connection/openSocket',
          'socket-events/callGlobal',
          'socket/ConnectSocketOptions',
          'socket/SocketTask',
          'socket/current',
          'socket/socketLimit',
        ],
        needsAtRunTime: [
          'callbacks/call',
          'socket-actions/attempt',
          'socket-actions/closeOn',
          'socket-actions/sendOn',
          'socket-connection/openSocket',
          'socket-events/callGlobal',
          'socket/current',
          'socket/socketLimit',
        ],
        limits: ['connectSocket'],
      },
      {
        name: 'sendSocketMessage',
        ts: 'function sendSocketMessage(options: SendSocketMessageOptions): void {\n  sendOn(current, options);\n}',
        js: 'function sendSocketMessage(options) {\n  sendOn(current, options);\n}',
        needs: ['socket-actions/SendSocketMessageOptions', 'socket-actions/sendOn', 'socket/current'],
        needsAtRunTime: ['socket-actions/sendOn', 'socket/current'],
      },
      {
        name: 'closeSocket',
        ts: '/** Unlike the close of a task it has no effect on a socket that is not open yet. */\nfunction closeSocket(options?: CloseSocketOptions): void {\n  closeOn(current?.state() === 1 ? current : undefined, options);\n}',
        js: '/** Unlike the close of a task it has no effect on a socket that is not open yet. */\nfunction closeSocket(options) {\n  closeOn(current?.state() === 1 ? current : undefined, options);\n}',
        needs: ['socket-actions/CloseSocketOptions', 'socket-actions/closeOn', 'socket/current'],
        needsAtRunTime: ['socket-actions/closeOn', 'socket/current'],
      },
    ],
  },
  {
    name: 'wx-options',
    heading:
      '// In: options and callbacks written for swan. Out: options and callbacks that wx understands, with the same effect.\n// What a program passes in is not changed, but for the objects that wx itself hands to callbacks.',
    declarations: [
      {
        name: 'Loose',
        ts: '// A callback says itself what it expects of wx, and wx differs between its versions: only `any` lets all of them through.\ntype Loose = any;',
        needs: [],
      },
      {
        name: 'Callback',
        ts: 'type Callback = ((result: Loose) => unknown) | null | undefined;',
        needs: ['wx-options/Loose'],
      },
      {
        name: 'withErrCode',
        ts: "/** Gives an error of wx the errCode that swan's errors have: its own errno. The numbers are those of wx. */\nfunction withErrCode(callback: Callback): (result: object) => void {\n  return (result: { errCode?: number; errno?: number }) => {\n    if (result && result.errno !== undefined) result.errCode = result.errCode ?? result.errno;\n    if (typeof callback === 'function') callback(result);\n  };\n}",
        js: "/** Gives an error of wx the errCode that swan's errors have: its own errno. The numbers are those of wx. */\nfunction withErrCode(callback) {\n  return (result) => {\n    if (result && result.errno !== undefined) result.errCode = result.errCode ?? result.errno;\n    if (typeof callback === 'function') callback(result);\n  };\n}",
        needs: ['wx-options/Callback'],
        needsAtRunTime: [],
      },
      {
        name: 'withParsedData',
        ts: "/** Gives an upload's callback the parsed object where the answer is JSON: wx always has text (U2). */\nfunction withParsedData(callback: Callback): (result: { data: unknown }) => void {\n  return (result) => {\n    try {\n      result.data = JSON.parse(String(result.data));\n    } catch {\n      // It stays the text that it is.\n    }\n    callback?.(result);\n  };\n}",
        js: "/** Gives an upload's callback the parsed object where the answer is JSON: wx always has text (U2). */\nfunction withParsedData(callback) {\n  return (result) => {\n    try {\n      result.data = JSON.parse(String(result.data));\n    } catch {\n      // It stays the text that it is.\n    }\n    callback?.(result);\n  };\n}",
        needs: ['wx-options/Callback'],
        needsAtRunTime: [],
      },
      {
        name: 'hostOptions',
        ts: '/** Options that cannot be seen where the call stands. A timeout has no effect on swan and would have one here (R11). */\nfunction hostOptions(options: unknown): Loose {\n  const { timeout, protocolsArray, protocols = protocolsArray, code, ...others } = Object(options);\n  return {\n    ...others,\n    ...(protocols && { protocols: protocols.filter(Boolean) }),\n    ...(code !== undefined && { code: Number(code) }),\n    // With a callback wx returns no promise, which could end as an unhandled rejection.\n    fail: withErrCode(others.fail),\n    complete: withErrCode(others.complete),\n  };\n}',
        js: '/** Options that cannot be seen where the call stands. A timeout has no effect on swan and would have one here (R11). */\nfunction hostOptions(options) {\n  const { timeout, protocolsArray, protocols = protocolsArray, code, ...others } = Object(options);\n  return {\n    ...others,\n    ...(protocols && { protocols: protocols.filter(Boolean) }),\n    ...(code !== undefined && { code: Number(code) }),\n    // With a callback wx returns no promise, which could end as an unhandled rejection.\n    fail: withErrCode(others.fail),\n    complete: withErrCode(others.complete),\n  };\n}',
        needs: ['wx-options/Loose', 'wx-options/withErrCode'],
        needsAtRunTime: ['wx-options/withErrCode'],
      },
    ],
  },
  {
    name: 'wx-socket',
    heading:
      '// In: the options of connectSocket as swan has them. Out: a socket of wx, one at a time (S1, S3, S7).\n// Knows nothing of how the global functions other than onSocketClose are called.',
    declarations: [
      {
        name: 'current',
        ts: "/** The socket that was opened last, and the program's global close listener. */\nlet current: WechatMiniprogram.SocketTask | undefined;",
        js: "/** The socket that was opened last, and the program's global close listener. */\nlet current;",
        needs: [],
      },
      {
        name: 'closeListener',
        ts: 'let closeListener: WechatMiniprogram.OnSocketCloseCallback | undefined;',
        js: 'let closeListener;',
        needs: [],
      },
      {
        name: 'ConnectSocketOptions',
        ts: "/** The options of swan: `protocolsArray` is the older name of `protocols`. */\ninterface ConnectSocketOptions extends Omit<WechatMiniprogram.ConnectSocketOption, 'timeout'> {\n  protocolsArray?: string[];\n}",
        needs: [],
      },
      {
        name: 'connectSocket',
        ts: 'function connectSocket(options: ConnectSocketOptions): WechatMiniprogram.SocketTask {\n  // Without options wx itself says what is missing.\n  const { protocolsArray, protocols = protocolsArray, ...others } = Object(options) as ConnectSocketOptions;\n  const names = protocols && { protocols: protocols.filter(Boolean) };\n  const previous = current;\n  const task = wx.connectSocket({ ...others, ...names });\n  current = task;\n  task.onClose((event) => {\n    if (task === current) closeListener?.(event);\n  });\n  // wx lets five sockets live; swan replaces the one before.\n  previous?.close({ fail() {} });\n  return task;\n}',
        js: 'function connectSocket(options) {\n  // Without options wx itself says what is missing.\n  const { protocolsArray, protocols = protocolsArray, ...others } = Object(options);\n  const names = protocols && { protocols: protocols.filter(Boolean) };\n  const previous = current;\n  const task = wx.connectSocket({ ...others, ...names });\n  current = task;\n  task.onClose((event) => {\n    if (task === current) closeListener?.(event);\n  });\n  // wx lets five sockets live; swan replaces the one before.\n  previous?.close({ fail() {} });\n  return task;\n}',
        needs: ['wx-socket/ConnectSocketOptions', 'wx-socket/closeListener', 'wx-socket/current'],
        needsAtRunTime: ['wx-socket/closeListener', 'wx-socket/current'],
      },
      {
        name: 'onSocketClose',
        ts: '/** Hears the current socket only: one that was replaced ends without it. */\nfunction onSocketClose(listener: WechatMiniprogram.OnSocketCloseCallback): void {\n  closeListener = listener;\n}',
        js: '/** Hears the current socket only: one that was replaced ends without it. */\nfunction onSocketClose(listener) {\n  closeListener = listener;\n}',
        needs: ['wx-socket/closeListener'],
      },
    ],
  },
];

/** The public names of each target. */
export const storedEntries: Readonly<Record<string, StoredEntry>> = {
  fetch: {
    values: {
      downloadFile: 'fetch-files/downloadFile',
      uploadFile: 'fetch-files/uploadFile',
      uploadFileWithProgress: 'fetch-upload-progress/uploadFileWithProgress',
      form: 'encode/form',
      json: 'encode/json',
      query: 'encode/query',
      requireUrl: 'encode/requireUrl',
      exchange: 'fetch-request/exchange',
      payload: 'fetch-request/payload',
      request: 'fetch-request/request',
      requestTask: 'fetch-request/requestTask',
      send: 'fetch-request/send',
      headerFields: 'headers/headerFields',
      closeSocket: 'socket/closeSocket',
      connectSocket: 'socket/connectSocket',
      sendSocketMessage: 'socket/sendSocketMessage',
      useWebSocket: 'socket-connection/useWebSocket',
      onSocketClose: 'socket-events/onSocketClose',
      onSocketError: 'socket-events/onSocketError',
      onSocketMessage: 'socket-events/onSocketMessage',
      onSocketOpen: 'socket-events/onSocketOpen',
    },
    types: {
      DownloadOptions: 'download/DownloadOptions',
      DownloadProgress: 'download/DownloadProgress',
      DownloadResult: 'download/DownloadResult',
      DownloadTask: 'download/DownloadTask',
      Failure: 'failure/Failure',
      RequestHandlers: 'request-options/RequestHandlers',
      RequestOptions: 'request-options/RequestOptions',
      RequestResult: 'request-options/RequestResult',
      RequestTask: 'transfer/RequestTask',
      UploadOptions: 'upload/UploadOptions',
      UploadProgress: 'upload/UploadProgress',
      UploadResult: 'upload/UploadResult',
      UploadTask: 'upload/UploadTask',
      ConnectSocketOptions: 'socket/ConnectSocketOptions',
      SocketTask: 'socket/SocketTask',
      CloseSocketOptions: 'socket-actions/CloseSocketOptions',
      SendSocketMessageOptions: 'socket-actions/SendSocketMessageOptions',
    },
  },
  axios: {
    values: {
      http: 'axios-http/http',
      useAxios: 'axios-http/useAxios',
      downloadFile: 'axios-files/downloadFile',
      uploadFile: 'axios-files/uploadFile',
      uploadFileWithProgress: 'axios-files/uploadFileWithProgress',
      form: 'encode/form',
      json: 'encode/json',
      query: 'encode/query',
      requireUrl: 'encode/requireUrl',
      exchange: 'axios-request/exchange',
      payload: 'axios-request/payload',
      request: 'axios-request/request',
      requestTask: 'axios-request/requestTask',
      send: 'axios-request/send',
      headerFields: 'headers/headerFields',
      closeSocket: 'socket/closeSocket',
      connectSocket: 'socket/connectSocket',
      sendSocketMessage: 'socket/sendSocketMessage',
      useWebSocket: 'socket-connection/useWebSocket',
      onSocketClose: 'socket-events/onSocketClose',
      onSocketError: 'socket-events/onSocketError',
      onSocketMessage: 'socket-events/onSocketMessage',
      onSocketOpen: 'socket-events/onSocketOpen',
    },
    types: {
      DownloadOptions: 'download/DownloadOptions',
      DownloadProgress: 'download/DownloadProgress',
      DownloadResult: 'download/DownloadResult',
      DownloadTask: 'download/DownloadTask',
      Failure: 'failure/Failure',
      RequestHandlers: 'request-options/RequestHandlers',
      RequestOptions: 'request-options/RequestOptions',
      RequestResult: 'request-options/RequestResult',
      RequestTask: 'transfer/RequestTask',
      UploadOptions: 'upload/UploadOptions',
      UploadProgress: 'upload/UploadProgress',
      UploadResult: 'upload/UploadResult',
      UploadTask: 'upload/UploadTask',
      ConnectSocketOptions: 'socket/ConnectSocketOptions',
      SocketTask: 'socket/SocketTask',
      CloseSocketOptions: 'socket-actions/CloseSocketOptions',
      SendSocketMessageOptions: 'socket-actions/SendSocketMessageOptions',
    },
  },
  wx: {
    values: {
      hostOptions: 'wx-options/hostOptions',
      withErrCode: 'wx-options/withErrCode',
      withParsedData: 'wx-options/withParsedData',
      connectSocket: 'wx-socket/connectSocket',
      onSocketClose: 'wx-socket/onSocketClose',
    },
    types: {},
  },
};

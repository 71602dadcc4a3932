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
    name: 'axios-http',
    heading:
      '// In: nothing. Out: an axios instance that sends what it is given and hands over what it gets.\n// The defaults of axios that stand between, from status checks to JSON, are off.',
    declarations: [
      {
        name: 'http',
        ts: "const http = axios.create({\n  responseType: 'arraybuffer',\n  validateStatus: null,\n  maxBodyLength: Infinity,\n  xsrfCookieName: '',\n  transformRequest(data, headers) {\n    // Without this axios sends a content type of its own choice with an empty POST.\n    if (data == null) headers.setContentType(false, false);\n    // With undefined it would drop the program's content type in a browser.\n    return data ?? null;\n  },\n  transformResponse: (data) => data,\n});",
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
    name: 'failure',
    heading: '// In: what went wrong. Out: the object that `fail` and `complete` get (R15).',
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
        ts: "/** The value, when it is a string with something in it. */\nfunction requireText(name: string, value: unknown): string {\n  if (typeof value === 'string' && value) return value;\n  throw new BadParameter(`${name} must be a non-empty string`);\n}",
        js: "/** The value, when it is a string with something in it. */\nfunction requireText(name, value) {\n  if (typeof value === 'string' && value) return value;\n  throw new BadParameter(`${name} must be a non-empty string`);\n}",
        needs: ['failure/BadParameter'],
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
        ts: "/** The url with `data` as its query. Nothing that is in the url already is encoded again. */\nfunction query(url: string, data?: unknown): string {\n  const base = requireUrl(url).replace(/#.*/s, '');\n  const text = typeof data === 'string' ? data : formText(data);\n  if (!text) return url;\n  const glue = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';\n  return base + glue + text + url.slice(base.length);\n}",
        js: "/** The url with `data` as its query. Nothing that is in the url already is encoded again. */\nfunction query(url, data) {\n  const base = requireUrl(url).replace(/#.*/s, '');\n  const text = typeof data === 'string' ? data : formText(data);\n  if (!text) return url;\n  const glue = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';\n  return base + glue + text + url.slice(base.length);\n}",
        needs: ['encode/formText', 'encode/requireUrl'],
      },
      {
        name: 'json',
        ts: '/** A JSON body. Strings are sent as they are, ArrayBuffers as bytes; null and undefined are no body. */\nfunction json(data: unknown): string | ArrayBuffer | null {\n  return bodyOf(data, jsonText);\n}',
        js: '/** A JSON body. Strings are sent as they are, ArrayBuffers as bytes; null and undefined are no body. */\nfunction json(data) {\n  return bodyOf(data, jsonText);\n}',
        needs: ['encode/bodyOf', 'encode/jsonText'],
      },
      {
        name: 'form',
        ts: '/** A body for application/x-www-form-urlencoded. Strings, ArrayBuffers and null as with `json`. */\nfunction form(data: unknown): string | ArrayBuffer | null {\n  return bodyOf(data, formText);\n}',
        js: '/** A body for application/x-www-form-urlencoded. Strings, ArrayBuffers and null as with `json`. */\nfunction form(data) {\n  return bodyOf(data, formText);\n}',
        needs: ['encode/bodyOf', 'encode/formText'],
      },
      {
        name: 'bodyOf',
        ts: "function bodyOf(data: unknown, encode: (data: unknown) => string | undefined): string | ArrayBuffer | null {\n  // A copy: what is sent is what the bytes are now (R19).\n  if (data instanceof ArrayBuffer) return data.slice(0);\n  if (typeof data === 'string') return data;\n  return (data == null ? null : encode(data)) ?? null;\n}",
        js: "function bodyOf(data, encode) {\n  // A copy: what is sent is what the bytes are now (R19).\n  if (data instanceof ArrayBuffer) return data.slice(0);\n  if (typeof data === 'string') return data;\n  return (data == null ? null : encode(data)) ?? null;\n}",
        needs: [],
      },
      {
        name: 'formText',
        ts: "function formText(data: unknown): string {\n  return fieldsOf(data)\n    .map((field) => field.map((text) => encodable(() => encodeURIComponent(text))).join('='))\n    .join('&');\n}",
        js: "function formText(data) {\n  return fieldsOf(data)\n    .map((field) => field.map((text) => encodable(() => encodeURIComponent(text))).join('='))\n    .join('&');\n}",
        needs: ['encode/encodable', 'encode/fieldsOf'],
      },
      {
        name: 'fieldsOf',
        ts: "/** Names and values in the shape that JSON would give them (R7); nested values are JSON text. */\nfunction fieldsOf(data: unknown): [name: string, value: string][] {\n  const shape: unknown = JSON.parse(jsonText(data) ?? 'null');\n  return Object.entries(Object(shape)).map(([name, value]) => [\n    name,\n    typeof value === 'object' ? JSON.stringify(value) : String(value),\n  ]);\n}",
        js: "/** Names and values in the shape that JSON would give them (R7); nested values are JSON text. */\nfunction fieldsOf(data) {\n  const shape = JSON.parse(jsonText(data) ?? 'null');\n  return Object.entries(Object(shape)).map(([name, value]) => [\n    name,\n    typeof value === 'object' ? JSON.stringify(value) : String(value),\n  ]);\n}",
        needs: ['encode/jsonText'],
      },
      {
        name: 'jsonText',
        ts: 'function jsonText(data: unknown): string | undefined {\n  return encodable(() => JSON.stringify(data));\n}',
        js: 'function jsonText(data) {\n  return encodable(() => JSON.stringify(data));\n}',
        needs: ['encode/encodable'],
      },
      {
        name: 'encodable',
        ts: '/** JSON refuses cycles and BigInts, a query half a character. */\nfunction encodable<Text>(encode: () => Text): Text {\n  try {\n    return encode();\n  } catch (error) {\n    throw new BadParameter(`data: ${(error as Error).message}`);\n  }\n}',
        js: '/** JSON refuses cycles and BigInts, a query half a character. */\nfunction encodable(encode) {\n  try {\n    return encode();\n  } catch (error) {\n    throw new BadParameter(`data: ${error.message}`);\n  }\n}',
        needs: ['failure/BadParameter'],
      },
    ],
  },
  {
    name: 'headers',
    heading:
      '// In: header fields as the program wrote them, or as a response brought them. Out: fields as the other side wants them (R10, R12).',
    declarations: [
      {
        name: 'headerFields',
        ts: "/** Fields to send: lower-case names, string values, no Referer. Bytes of UTF-8 stand for what Latin-1 cannot hold. */\nfunction headerFields(header: unknown): Record<string, string> {\n  const fields: Record<string, string> = {};\n  for (const [key, value] of Object.entries(typeof header === 'object' && header ? header : fields)) {\n    const name = key.toLowerCase();\n    if (value == null || name === 'referer') continue;\n    const text = String(value);\n    fields[name] = /[^\\0-\\xff]/.test(text) ? String.fromCharCode(...new TextEncoder().encode(text)) : text;\n  }\n  return fields;\n}",
        js: "/** Fields to send: lower-case names, string values, no Referer. Bytes of UTF-8 stand for what Latin-1 cannot hold. */\nfunction headerFields(header) {\n  const fields = {};\n  for (const [key, value] of Object.entries(typeof header === 'object' && header ? header : fields)) {\n    const name = key.toLowerCase();\n    if (value == null || name === 'referer') continue;\n    const text = String(value);\n    fields[name] = /[^\\0-\\xff]/.test(text) ? String.fromCharCode(...new TextEncoder().encode(text)) : text;\n  }\n  return fields;\n}",
        needs: [],
      },
      {
        name: 'inAnyCase',
        ts: '/** The same fields, found under a name in any case. Only the lower-case names are listed. */\nfunction inAnyCase(fields: Record<string, string>): Record<string, string> {\n  return new Proxy(fields, {\n    get: (own, name) => Reflect.get(own, name in own ? name : String(name).toLowerCase()),\n  });\n}',
        js: '/** The same fields, found under a name in any case. Only the lower-case names are listed. */\nfunction inAnyCase(fields) {\n  return new Proxy(fields, {\n    get: (own, name) => Reflect.get(own, name in own ? name : String(name).toLowerCase()),\n  });\n}',
        needs: [],
      },
    ],
  },
  {
    name: 'body',
    heading: "// In: the program's data and header fields. Out: the header fields and the body to send (R8, R9).",
    declarations: [
      {
        name: 'Body',
        ts: 'interface Body {\n  headers: Record<string, string>;\n  /** null: nothing is sent. */\n  body: string | ArrayBuffer | null;\n}',
        needs: [],
      },
      {
        name: 'encodeBody',
        ts: "/** The content type decides how data is encoded; it is application/json when a body is sent without one. */\nfunction encodeBody(data: unknown, header: unknown): Body {\n  const headers = headerFields(header);\n  const type = headers['content-type'];\n  const isForm = /^\\s*application\\/x-www-form-urlencoded\\s*(;|$)/i.test(type ?? '');\n  const body = isForm ? form(data) : json(data);\n  if (body !== null && type === undefined) headers['content-type'] = 'application/json';\n  return { headers, body };\n}",
        js: "/** The content type decides how data is encoded; it is application/json when a body is sent without one. */\nfunction encodeBody(data, header) {\n  const headers = headerFields(header);\n  const type = headers['content-type'];\n  const isForm = /^\\s*application\\/x-www-form-urlencoded\\s*(;|$)/i.test(type ?? '');\n  const body = isForm ? form(data) : json(data);\n  if (body !== null && type === undefined) headers['content-type'] = 'application/json';\n  return { headers, body };\n}",
        needs: ['body/Body', 'encode/form', 'encode/json', 'headers/headerFields'],
        needsAtRunTime: ['encode/form', 'encode/json', 'headers/headerFields'],
      },
    ],
  },
  {
    name: 'callbacks',
    heading:
      "// In: the program's callbacks. Out: exactly one of success and fail, then complete with the same object (R2, R3).\n// Callbacks that are not functions are passed over.",
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
        name: 'call',
        ts: "/** Calls a function of the program; what it throws is shown and stops nothing. */\nfunction call(callback: unknown, argument: unknown): void {\n  if (typeof callback !== 'function') return;\n  try {\n    callback(argument);\n  } catch (error) {\n    console.error(error);\n  }\n}",
        js: "/** Calls a function of the program; what it throws is shown and stops nothing. */\nfunction call(callback, argument) {\n  if (typeof callback !== 'function') return;\n  try {\n    callback(argument);\n  } catch (error) {\n    console.error(error);\n  }\n}",
        needs: [],
      },
      {
        name: 'settle',
        ts: '/** Reads the callbacks now and runs them once the outcome is there. */\nfunction settle(outcome: Promise<unknown>, callbacks: unknown): void {\n  const { success, fail, complete } = Object(callbacks);\n  const end = (callback: unknown) => (argument: unknown) => {\n    call(callback, argument);\n    call(complete, argument);\n  };\n  outcome.then(end(success), end(fail));\n}',
        js: '/** Reads the callbacks now and runs them once the outcome is there. */\nfunction settle(outcome, callbacks) {\n  const { success, fail, complete } = Object(callbacks);\n  const end = (callback) => (argument) => {\n    call(callback, argument);\n    call(complete, argument);\n  };\n  outcome.then(end(success), end(fail));\n}',
        needs: ['callbacks/call'],
      },
    ],
  },
  {
    name: 'decode',
    heading: '// In: the bytes of a response. Out: what the program gets as `data` (R13, R14).',
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
        ts: "function messageOf(options: unknown): Message {\n  const { url, data, header, method } = Object(options);\n  const verb = (typeof method === 'string' && method.toUpperCase()) || 'GET';\n  if (verb === 'GET' || verb === 'HEAD') {\n    return { url: query(url, data), method: verb, headers: headerFields(header), body: null };\n  }\n  return { url: requireUrl(url), method: verb, ...encodeBody(data, header) };\n}",
        js: "function messageOf(options) {\n  const { url, data, header, method } = Object(options);\n  const verb = (typeof method === 'string' && method.toUpperCase()) || 'GET';\n  if (verb === 'GET' || verb === 'HEAD') {\n    return { url: query(url, data), method: verb, headers: headerFields(header), body: null };\n  }\n  return { url: requireUrl(url), method: verb, ...encodeBody(data, header) };\n}",
        needs: [
          'body/encodeBody',
          'encode/query',
          'encode/requireUrl',
          'headers/headerFields',
          'request-options/Message',
        ],
        needsAtRunTime: ['body/encodeBody', 'encode/query', 'encode/requireUrl', 'headers/headerFields'],
      },
    ],
  },
  {
    name: 'result',
    heading: '// In: a response, read to its end. Out: the object that `success` and `complete` get (R12 to R14).',
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
        ts: "/** Calls `start` at once. What it throws is thrown on, but for bad parameters. */\nfunction begin<Result>(api: keyof typeof timeouts, start: (signal: AbortSignal) => Promise<Result>): Transfer<Result> {\n  const controller = new AbortController();\n  let stop!: (reason: string) => void;\n  // The reason is kept here: what fetch or axios rejects with after an abort differs from engine to engine.\n  const stopped = new Promise<never>((_resolve, reject) => {\n    stop = (reason) => {\n      reject(new Error(reason));\n      controller.abort();\n    };\n  });\n  const timer = setTimeout(() => stop('timeout'), timeouts[api]);\n  let started: Promise<Result>;\n  try {\n    started = start(controller.signal);\n  } catch (error) {\n    if (!(error instanceof BadParameter)) {\n      clearTimeout(timer);\n      throw error;\n    }\n    started = Promise.reject(error);\n  }\n  const outcome = Promise.race([started, stopped])\n    .catch((error) => Promise.reject(failureOf(api, error)))\n    .finally(() => clearTimeout(timer));\n  return { outcome, abort: () => stop('abort') };\n}",
        js: "/** Calls `start` at once. What it throws is thrown on, but for bad parameters. */\nfunction begin(api, start) {\n  const controller = new AbortController();\n  let stop;\n  // The reason is kept here: what fetch or axios rejects with after an abort differs from engine to engine.\n  const stopped = new Promise((_resolve, reject) => {\n    stop = (reason) => {\n      reject(new Error(reason));\n      controller.abort();\n    };\n  });\n  const timer = setTimeout(() => stop('timeout'), timeouts[api]);\n  let started;\n  try {\n    started = start(controller.signal);\n  } catch (error) {\n    if (!(error instanceof BadParameter)) {\n      clearTimeout(timer);\n      throw error;\n    }\n    started = Promise.reject(error);\n  }\n  const outcome = Promise.race([started, stopped])\n    .catch((error) => Promise.reject(failureOf(api, error)))\n    .finally(() => clearTimeout(timer));\n  return { outcome, abort: () => stop('abort') };\n}",
        needs: ['failure/BadParameter', 'failure/failureOf', 'timeouts/timeouts', 'transfer/Transfer'],
        needsAtRunTime: ['failure/BadParameter', 'failure/failureOf', 'timeouts/timeouts'],
      },
      {
        name: 'taskOf',
        ts: "/** Reports the outcome to the program's callbacks. */\nfunction taskOf(transfer: Transfer<unknown>, callbacks: unknown): RequestTask {\n  settle(transfer.outcome, callbacks);\n  return { abort: transfer.abort };\n}",
        js: "/** Reports the outcome to the program's callbacks. */\nfunction taskOf(transfer, callbacks) {\n  settle(transfer.outcome, callbacks);\n  return { abort: transfer.abort };\n}",
        needs: ['callbacks/settle', 'transfer/RequestTask', 'transfer/Transfer'],
        needsAtRunTime: ['callbacks/settle'],
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
        ts: '/** Sends a request and reports to the callbacks in the options. Never throws. */\nfunction request<Data = Loose>(options: RequestOptions<Data>): RequestTask {\n  const start = async (signal: AbortSignal) => {\n    const { body, ...message } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return http.request({ ...message, data: body, signal });\n  };\n  return taskOf(transact(start, options), options);\n}',
        js: '/** Sends a request and reports to the callbacks in the options. Never throws. */\nfunction request(options) {\n  const start = async (signal) => {\n    const { body, ...message } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return http.request({ ...message, data: body, signal });\n  };\n  return taskOf(transact(start, options), options);\n}',
        needs: [
          'axios-http/http',
          'axios-request/transact',
          'callbacks/Loose',
          'request-options/RequestOptions',
          'request-options/messageOf',
          'transfer/RequestTask',
          'transfer/taskOf',
        ],
        needsAtRunTime: ['axios-http/http', 'axios-request/transact', 'request-options/messageOf', 'transfer/taskOf'],
      },
      {
        name: 'send',
        ts: '/** Calls `start` at once and reports its response to the handlers. `start` uses `http`. */\nfunction send<Data = Loose>(\n  start: (signal: AbortSignal) => Promise<AxiosResponse>,\n  handlers?: RequestHandlers<Data>,\n): void {\n  taskOf(transact(start, handlers), handlers);\n}',
        js: '/** Calls `start` at once and reports its response to the handlers. `start` uses `http`. */\nfunction send(start, handlers) {\n  taskOf(transact(start, handlers), handlers);\n}',
        needs: [
          'axios#AxiosResponse',
          'axios-request/transact',
          'callbacks/Loose',
          'request-options/RequestHandlers',
          'transfer/taskOf',
        ],
        needsAtRunTime: ['axios-request/transact', 'transfer/taskOf'],
      },
      {
        name: 'requestTask',
        ts: '/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nfunction requestTask<Data = Loose>(\n  start: (signal: AbortSignal) => Promise<AxiosResponse>,\n  handlers?: RequestHandlers<Data>,\n): RequestTask {\n  const later = async (signal: AbortSignal) => {\n    await null;\n    return start(signal);\n  };\n  return taskOf(transact(later, handlers), handlers);\n}',
        js: '/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nfunction requestTask(start, handlers) {\n  const later = async (signal) => {\n    await null;\n    return start(signal);\n  };\n  return taskOf(transact(later, handlers), handlers);\n}',
        needs: [
          'axios#AxiosResponse',
          'axios-request/transact',
          'callbacks/Loose',
          'request-options/RequestHandlers',
          'transfer/RequestTask',
          'transfer/taskOf',
        ],
        needsAtRunTime: ['axios-request/transact', 'transfer/taskOf'],
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
        ts: "function transact(start: (signal: AbortSignal) => Promise<AxiosResponse>, how: unknown): Transfer<RequestResult> {\n  const { dataType, responseType } = Object(how);\n  return begin('request', (signal) =>\n    start(signal).then((response) => {\n      const fields = (response.headers as AxiosHeaders).toJSON(true) as Record<string, string>;\n      return resultOf(response.status, { ...fields }, bytesOf(response), dataType, responseType);\n    }),\n  );\n}",
        js: "function transact(start, how) {\n  const { dataType, responseType } = Object(how);\n  return begin('request', (signal) =>\n    start(signal).then((response) => {\n      const fields = response.headers.toJSON(true);\n      return resultOf(response.status, { ...fields }, bytesOf(response), dataType, responseType);\n    }),\n  );\n}",
        needs: [
          'axios#AxiosHeaders',
          'axios#AxiosResponse',
          'axios-request/bytesOf',
          'request-options/RequestResult',
          'result/resultOf',
          'transfer/Transfer',
          'transfer/begin',
        ],
        needsAtRunTime: ['axios-request/bytesOf', 'result/resultOf', 'transfer/begin'],
        limits: ['request'],
      },
      {
        name: 'bytesOf',
        ts: '/** In Node axios gives a Buffer, which is a window on a larger one. */\nfunction bytesOf(response: AxiosResponse<ArrayBuffer>): ArrayBuffer {\n  return new Uint8Array(response.data).buffer;\n}',
        js: '/** In Node axios gives a Buffer, which is a window on a larger one. */\nfunction bytesOf(response) {\n  return new Uint8Array(response.data).buffer;\n}',
        needs: ['axios#AxiosResponse'],
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
        ts: '/** Sends a request and reports to the callbacks in the options. Never throws. */\nfunction request<Data = Loose>(options: RequestOptions<Data>): RequestTask {\n  const start = async (signal: AbortSignal) => {\n    const { url, ...init } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return fetch(url, { ...init, signal });\n  };\n  return taskOf(transact(start, options), options);\n}',
        js: '/** Sends a request and reports to the callbacks in the options. Never throws. */\nfunction request(options) {\n  const start = async (signal) => {\n    const { url, ...init } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return fetch(url, { ...init, signal });\n  };\n  return taskOf(transact(start, options), options);\n}',
        needs: [
          'callbacks/Loose',
          'fetch-request/transact',
          'request-options/RequestOptions',
          'request-options/messageOf',
          'transfer/RequestTask',
          'transfer/taskOf',
        ],
        needsAtRunTime: ['fetch-request/transact', 'request-options/messageOf', 'transfer/taskOf'],
      },
      {
        name: 'send',
        ts: '/** Calls `start` at once and reports its response to the handlers. */\nfunction send<Data = Loose>(start: (signal: AbortSignal) => Promise<Response>, handlers?: RequestHandlers<Data>): void {\n  taskOf(transact(start, handlers), handlers);\n}',
        js: '/** Calls `start` at once and reports its response to the handlers. */\nfunction send(start, handlers) {\n  taskOf(transact(start, handlers), handlers);\n}',
        needs: ['callbacks/Loose', 'fetch-request/transact', 'request-options/RequestHandlers', 'transfer/taskOf'],
        needsAtRunTime: ['fetch-request/transact', 'transfer/taskOf'],
      },
      {
        name: 'requestTask',
        ts: '/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nfunction requestTask<Data = Loose>(\n  start: (signal: AbortSignal) => Promise<Response>,\n  handlers?: RequestHandlers<Data>,\n): RequestTask {\n  const later = async (signal: AbortSignal) => {\n    await null;\n    return start(signal);\n  };\n  return taskOf(transact(later, handlers), handlers);\n}',
        js: '/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nfunction requestTask(start, handlers) {\n  const later = async (signal) => {\n    await null;\n    return start(signal);\n  };\n  return taskOf(transact(later, handlers), handlers);\n}',
        needs: [
          'callbacks/Loose',
          'fetch-request/transact',
          'request-options/RequestHandlers',
          'transfer/RequestTask',
          'transfer/taskOf',
        ],
        needsAtRunTime: ['fetch-request/transact', 'transfer/taskOf'],
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
        ts: "function transact(start: (signal: AbortSignal) => Promise<Response>, how: unknown): Transfer<RequestResult> {\n  const { dataType, responseType } = Object(how);\n  return begin('request', (signal) =>\n    start(signal).then(async (response) =>\n      resultOf(response.status, fieldsOfResponse(response), await response.arrayBuffer(), dataType, responseType),\n    ),\n  );\n}",
        js: "function transact(start, how) {\n  const { dataType, responseType } = Object(how);\n  return begin('request', (signal) =>\n    start(signal).then(async (response) =>\n      resultOf(response.status, fieldsOfResponse(response), await response.arrayBuffer(), dataType, responseType),\n    ),\n  );\n}",
        needs: [
          'fetch-request/fieldsOfResponse',
          'request-options/RequestResult',
          'result/resultOf',
          'transfer/Transfer',
          'transfer/begin',
        ],
        needsAtRunTime: ['fetch-request/fieldsOfResponse', 'result/resultOf', 'transfer/begin'],
        limits: ['request'],
      },
      {
        name: 'fieldsOfResponse',
        ts: "function fieldsOfResponse(response: Response): Record<string, string> {\n  const fields: Record<string, string> = {};\n  response.headers.forEach((value, name) => {\n    // Only set-cookie comes more than once, and only where cookies can be read.\n    fields[name] = name === 'set-cookie' && fields[name] ? `${fields[name]}, ${value}` : value;\n  });\n  return fields;\n}",
        js: "function fieldsOfResponse(response) {\n  const fields = {};\n  response.headers.forEach((value, name) => {\n    // Only set-cookie comes more than once, and only where cookies can be read.\n    fields[name] = name === 'set-cookie' && fields[name] ? `${fields[name]}, ${value}` : value;\n  });\n  return fields;\n}",
        needs: [],
      },
    ],
  },
];

/** The public names of each target. */
export const storedEntries: Readonly<Record<string, StoredEntry>> = {
  fetch: {
    values: {
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
    },
    types: {
      Failure: 'failure/Failure',
      RequestHandlers: 'request-options/RequestHandlers',
      RequestOptions: 'request-options/RequestOptions',
      RequestResult: 'request-options/RequestResult',
      RequestTask: 'transfer/RequestTask',
    },
  },
  axios: {
    values: {
      http: 'axios-http/http',
      useAxios: 'axios-http/useAxios',
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
    },
    types: {
      Failure: 'failure/Failure',
      RequestHandlers: 'request-options/RequestHandlers',
      RequestOptions: 'request-options/RequestOptions',
      RequestResult: 'request-options/RequestResult',
      RequestTask: 'transfer/RequestTask',
    },
  },
};

// Generated from src/runtime by scripts/store-runtime.mjs. Do not edit: change the modules there and run it again.
// Every declaration of the shim as it ships, with the names that it needs ('module/name', or 'package#name').

export interface StoredDeclaration {
  readonly name: string;
  /** The texts end before the value, which the linker prints. */
  readonly isSetting?: true;
  readonly ts: string;
  /** true: the same as `ts`. Absent: a type, which JavaScript has no need of. */
  readonly js?: string | true;
  readonly needs: readonly string[];
  /** Where JavaScript needs less. */
  readonly needsAtRunTime?: readonly string[];
}

export interface StoredModule {
  readonly name: string;
  /** Of two modules of one name the one that is for these sockets is taken. */
  readonly sockets?: 'one' | 'many';
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
        name: 'Fault',
        ts: "/** What is thrown, or the event that says so. */\ninterface Fault {\n  message?: string;\n  /** Of an event: error. */\n  type?: string;\n  /** Node's fetch says here what went wrong; where it tried several addresses, by a code only. */\n  cause?: { message?: string; code?: string } | undefined;\n}",
        needs: [],
      },
      {
        name: 'failureOf',
        ts: 'const failureOf = (api: string, error: Fault | undefined): Failure => ({\n  errCode: error instanceof BadParameter ? 202 : 1001,\n  errMsg: `${api}:fail ${error?.cause?.message || error?.cause?.code || error?.message || error?.type}`,\n});',
        js: 'const failureOf = (api, error) => ({\n  errCode: error instanceof BadParameter ? 202 : 1001,\n  errMsg: `${api}:fail ${error?.cause?.message || error?.cause?.code || error?.message || error?.type}`,\n});',
        needs: ['failure/BadParameter', 'failure/Failure', 'failure/Fault'],
        needsAtRunTime: ['failure/BadParameter'],
      },
      {
        name: 'invalid',
        ts: 'const invalid = (parameter: string): BadParameter => new BadParameter(`${parameter} is not valid`);',
        js: 'const invalid = (parameter) => new BadParameter(`${parameter} is not valid`);',
        needs: ['failure/BadParameter'],
      },
      {
        name: 'requireText',
        ts: "/** A text with something in it. */\nconst requireText = (parameter: string, value: unknown): void => {\n  if (typeof value !== 'string' || !value) throw invalid(parameter);\n};",
        js: "/** A text with something in it. */\nconst requireText = (parameter, value) => {\n  if (typeof value !== 'string' || !value) throw invalid(parameter);\n};",
        needs: ['failure/invalid'],
      },
    ],
  },
  {
    name: 'callbacks',
    heading:
      "// In: the program's callbacks and what they are to be told. Out: calls that stop nothing when they throw (R3).\n// Knows nothing of when which of them is called.",
    declarations: [
      {
        name: 'Callbacks',
        ts: '/** Methods, not properties: a callback may take a narrower parameter than it is given. */\ninterface Callbacks<Result> {\n  success?(result: Told<Result>): unknown;\n  fail?(error: Failure): unknown;\n  /** Gets what `success` or `fail` got. */\n  complete?(outcome: Loose): unknown;\n}',
        needs: ['callbacks/Loose', 'callbacks/Told', 'failure/Failure'],
      },
      {
        name: 'Loose',
        ts: '// Typed programs say themselves what a server sends, and untyped ones read `res.data.list`: only `any` lets both through.\ntype Loose = any;',
        needs: [],
      },
      {
        name: 'Told',
        ts: '/** A result, as the program is told it: it hands it on as what its own types of swan call it, and they promise more or less. */\ntype Told<Result> = Result extends unknown ? Loose : never;',
        needs: ['callbacks/Loose'],
      },
      {
        name: 'call',
        ts: "/** Calls a function of the program; what it throws is shown and stops nothing. */\nconst call = (callback: unknown, argument: unknown): void => {\n  if (typeof callback !== 'function') return;\n  try {\n    callback(argument);\n  } catch (error) {\n    try {\n      console.error(error);\n    } catch {\n      // What cannot be shown stops nothing either.\n    }\n  }\n};",
        js: "/** Calls a function of the program; what it throws is shown and stops nothing. */\nconst call = (callback, argument) => {\n  if (typeof callback !== 'function') return;\n  try {\n    callback(argument);\n  } catch (error) {\n    try {\n      console.error(error);\n    } catch {\n      // What cannot be shown stops nothing either.\n    }\n  }\n};",
        needs: [],
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
        ts: "const decode = (\n  bytes: ArrayBuffer,\n  contentType: string | null | undefined,\n  dataType = 'json',\n  responseType = '',\n): unknown => {\n  if (/^arraybuffer$/i.test(responseType)) return bytes;\n  const charset = /;\\s*charset=\"?([^;\"]+)/i.exec(contentType as string)?.[1];\n  let decoder = new TextDecoder();\n  try {\n    decoder = new TextDecoder(charset);\n  } catch {\n    // A charset that nobody knows: it stays UTF-8.\n  }\n  // A decoder takes one BOM away.\n  const text = decoder.decode(bytes);\n  try {\n    if (/^json$/i.test(dataType)) return JSON.parse(text);\n  } catch {\n    // It stays the text that it is.\n  }\n  return text;\n};",
        js: "const decode = (bytes, contentType, dataType = 'json', responseType = '') => {\n  if (/^arraybuffer$/i.test(responseType)) return bytes;\n  const charset = /;\\s*charset=\"?([^;\"]+)/i.exec(contentType)?.[1];\n  let decoder = new TextDecoder();\n  try {\n    decoder = new TextDecoder(charset);\n  } catch {\n    // A charset that nobody knows: it stays UTF-8.\n  }\n  // A decoder takes one BOM away.\n  const text = decoder.decode(bytes);\n  try {\n    if (/^json$/i.test(dataType)) return JSON.parse(text);\n  } catch {\n    // It stays the text that it is.\n  }\n  return text;\n};",
        needs: [],
      },
    ],
  },
  {
    name: 'axios-http',
    heading:
      '// In: nothing. Out: an axios instance that sends what it is given and hands over what it gets.\n// It stands for itself: nothing that the program sets on axios.defaults reaches it. The defaults of axios that stand\n// between, from status checks to JSON, are absent.',
    declarations: [
      {
        name: 'http',
        ts: "const http = new axios.Axios({\n  // The clients that axios brings along; it takes the first that the platform has.\n  adapter: ['xhr', 'http', 'fetch'],\n  responseType: 'arraybuffer',\n  transformRequest(data, headers) {\n    // Without this axios sends a content type of its own choice with an empty POST.\n    if (data == null) headers.setContentType(false, false);\n    // A value that cannot be sent throws here.\n    String(data);\n    // With undefined it would drop the program's content type in a browser.\n    return data ?? null;\n  },\n});",
        js: true,
        needs: ['axios#default'],
      },
      {
        name: 'useAxios',
        ts: '/** Lets your own axios instance send the requests: its interceptors, headers, proxy and base url apply. */\nconst useAxios = (instance: AxiosInstance): void => {\n  http.defaults.adapter = (config) =>\n    instance.request({\n      ...config,\n      // Where the instance has none, axios itself falls back on that of its defaults.\n      adapter: instance.defaults.adapter ?? axios.defaults.adapter ?? [],\n      transformResponse: [],\n      // Every status is a success (R1).\n      validateStatus: null,\n    });\n};',
        js: '/** Lets your own axios instance send the requests: its interceptors, headers, proxy and base url apply. */\nconst useAxios = (instance) => {\n  http.defaults.adapter = (config) =>\n    instance.request({\n      ...config,\n      // Where the instance has none, axios itself falls back on that of its defaults.\n      adapter: instance.defaults.adapter ?? axios.defaults.adapter ?? [],\n      transformResponse: [],\n      // Every status is a success (R1).\n      validateStatus: null,\n    });\n};',
        needs: ['axios#AxiosInstance', 'axios#default', 'axios-http/http'],
        needsAtRunTime: ['axios#default', 'axios-http/http'],
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
        ts: '/** The url itself; one that cannot be called throws where it is used (R15). */\nconst requireUrl = (url: unknown): string => query(url as string);',
        js: '/** The url itself; one that cannot be called throws where it is used (R15). */\nconst requireUrl = (url) => query(url);',
        needs: ['encode/query'],
      },
      {
        name: 'query',
        ts: "/** The url with `data` as its query. Nothing that is in the url already is encoded again. */\nconst query = (url: string, data?: unknown): string =>\n  usedLater(() => {\n    requireText('url', url);\n    const text = bodyOf(data, formText);\n    if (typeof text !== 'string' || !text) return url;\n    return url.replace(/^[^#]*/, (base) => {\n      const glue = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';\n      return base + glue + text;\n    });\n  });",
        js: "/** The url with `data` as its query. Nothing that is in the url already is encoded again. */\nconst query = (url, data) =>\n  usedLater(() => {\n    requireText('url', url);\n    const text = bodyOf(data, formText);\n    if (typeof text !== 'string' || !text) return url;\n    return url.replace(/^[^#]*/, (base) => {\n      const glue = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';\n      return base + glue + text;\n    });\n  });",
        needs: ['encode/bodyOf', 'encode/formText', 'encode/usedLater', 'failure/requireText'],
      },
      {
        name: 'json',
        ts: '/** A JSON body. Strings are sent as they are, ArrayBuffers as bytes; null and undefined are no body. */\nconst json = (data: unknown): string | ArrayBuffer | null => usedLater(() => bodyOf(data, JSON.stringify));',
        js: '/** A JSON body. Strings are sent as they are, ArrayBuffers as bytes; null and undefined are no body. */\nconst json = (data) => usedLater(() => bodyOf(data, JSON.stringify));',
        needs: ['encode/bodyOf', 'encode/usedLater'],
      },
      {
        name: 'form',
        ts: '/** A body for application/x-www-form-urlencoded. Strings, ArrayBuffers and null as with `json`. */\nconst form = (data: unknown): string | ArrayBuffer | null => usedLater(() => bodyOf(data, formText));',
        js: '/** A body for application/x-www-form-urlencoded. Strings, ArrayBuffers and null as with `json`. */\nconst form = (data) => usedLater(() => bodyOf(data, formText));',
        needs: ['encode/bodyOf', 'encode/formText', 'encode/usedLater'],
      },
      {
        name: 'bodyOf',
        ts: "/** Strings and bytes need no encoding; null is no body, as is what JSON has no text for. */\nconst bodyOf = (data: unknown, encode: (data: unknown) => string | undefined): string | ArrayBuffer | null => {\n  // A copy: what is sent is what the bytes are now (R19).\n  if (data instanceof ArrayBuffer) return data.slice(0);\n  if (typeof data === 'string') return data;\n  return data == null ? null : (usable('data', () => encode(data)) ?? null);\n};",
        js: "/** Strings and bytes need no encoding; null is no body, as is what JSON has no text for. */\nconst bodyOf = (data, encode) => {\n  // A copy: what is sent is what the bytes are now (R19).\n  if (data instanceof ArrayBuffer) return data.slice(0);\n  if (typeof data === 'string') return data;\n  return data == null ? null : (usable('data', () => encode(data)) ?? null);\n};",
        needs: ['encode/usable'],
      },
      {
        name: 'formText',
        ts: "const formText = (data: unknown): string =>\n  fieldsOf(data)\n    .map((field) => field.map(encodeURIComponent).join('='))\n    .join('&');",
        js: "const formText = (data) =>\n  fieldsOf(data)\n    .map((field) => field.map(encodeURIComponent).join('='))\n    .join('&');",
        needs: ['encode/fieldsOf'],
      },
      {
        name: 'fieldsOf',
        ts: "/** Names and values in the shape that JSON would give them (R7); nested values are JSON text. */\nconst fieldsOf = (data: unknown): [name: string, value: string][] => {\n  // In a list a function is null; alone JSON has no text for it.\n  const [shape]: unknown[] = JSON.parse(JSON.stringify([data]));\n  return Object.entries(Object(shape)).map(([name, value]) => [\n    name,\n    typeof value === 'string' ? value : JSON.stringify(value),\n  ]);\n};",
        js: "/** Names and values in the shape that JSON would give them (R7); nested values are JSON text. */\nconst fieldsOf = (data) => {\n  // In a list a function is null; alone JSON has no text for it.\n  const [shape] = JSON.parse(JSON.stringify([data]));\n  return Object.entries(Object(shape)).map(([name, value]) => [\n    name,\n    typeof value === 'string' ? value : JSON.stringify(value),\n  ]);\n};",
        needs: [],
      },
      {
        name: 'usedLater',
        ts: '/** A value that cannot be sent throws where it is used: by then all other options have been read (R19). */\nconst usedLater = <Value,>(encode: () => Value): Value => {\n  try {\n    return encode();\n  } catch (error) {\n    return {\n      toString() {\n        throw error;\n      },\n    } as Value;\n  }\n};',
        js: '/** A value that cannot be sent throws where it is used: by then all other options have been read (R19). */\nconst usedLater = (encode) => {\n  try {\n    return encode();\n  } catch (error) {\n    return {\n      toString() {\n        throw error;\n      },\n    };\n  }\n};',
        needs: [],
      },
      {
        name: 'usable',
        ts: '/** What refuses a value (JSON a cycle or a BigInt, a query half a character) throws a BadParameter instead. */\nconst usable = <Code,>(parameter: string, encode: () => Code): Code => {\n  try {\n    return encode();\n  } catch (error) {\n    throw new BadParameter(`${parameter}: ${(error as Error).message}`);\n  }\n};',
        js: '/** What refuses a value (JSON a cycle or a BigInt, a query half a character) throws a BadParameter instead. */\nconst usable = (parameter, encode) => {\n  try {\n    return encode();\n  } catch (error) {\n    throw new BadParameter(`${parameter}: ${error.message}`);\n  }\n};',
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
        ts: "/** Fields to send: lower-case names, string values, no Referer. Bytes of UTF-8 stand for what Latin-1 cannot hold. */\nconst headerFields = (header: unknown): Record<string, string> => {\n  const fields: Record<string, string> = {};\n  for (const [key, value] of Object.entries(typeof header === 'string' ? fields : Object(header))) {\n    const name = key.toLowerCase();\n    if (value == null || name === 'referer') continue;\n    fields[name] = usedLater(() => {\n      const text = String(value);\n      // axios would leave control characters out without a word.\n      if (/[^\\t -~\\x80-\\uffff]/.test(text)) throw invalid('header');\n      return /[^\\0-\\xff]/.test(text) ? unescape(encodeURIComponent(text)) : text;\n    });\n  }\n  return fields;\n};",
        js: "/** Fields to send: lower-case names, string values, no Referer. Bytes of UTF-8 stand for what Latin-1 cannot hold. */\nconst headerFields = (header) => {\n  const fields = {};\n  for (const [key, value] of Object.entries(typeof header === 'string' ? fields : Object(header))) {\n    const name = key.toLowerCase();\n    if (value == null || name === 'referer') continue;\n    fields[name] = usedLater(() => {\n      const text = String(value);\n      // axios would leave control characters out without a word.\n      if (/[^\\t -~\\x80-\\uffff]/.test(text)) throw invalid('header');\n      return /[^\\0-\\xff]/.test(text) ? unescape(encodeURIComponent(text)) : text;\n    });\n  }\n  return fields;\n};",
        needs: ['encode/usedLater', 'failure/invalid'],
      },
      {
        name: 'inAnyCase',
        ts: '/** The same fields, found under a name in any case. Only the lower-case names are listed. */\nconst inAnyCase = (fields: Record<string, string>): Record<string, string> =>\n  new Proxy(fields, {\n    get: (own, name) => own[name as string] ?? own[String(name).toLowerCase()],\n  });',
        js: '/** The same fields, found under a name in any case. Only the lower-case names are listed. */\nconst inAnyCase = (fields) =>\n  new Proxy(fields, {\n    get: (own, name) => own[name] ?? own[String(name).toLowerCase()],\n  });',
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
        ts: "/** The content type decides how data is encoded; it is application/json when a body is sent without one. */\nconst encodeBody = (data: unknown, header: unknown): Body => {\n  const headers = headerFields(header);\n  const type = headers['content-type'];\n  const body = usedLater(() => {\n    const isForm = /^\\s*application\\/x-www-form-urlencoded\\b/i.test(type as string);\n    return bodyOf(data, isForm ? formText : JSON.stringify);\n  });\n  if (body !== null && type === undefined) headers['content-type'] = 'application/json';\n  return { headers, body };\n};",
        js: "/** The content type decides how data is encoded; it is application/json when a body is sent without one. */\nconst encodeBody = (data, header) => {\n  const headers = headerFields(header);\n  const type = headers['content-type'];\n  const body = usedLater(() => {\n    const isForm = /^\\s*application\\/x-www-form-urlencoded\\b/i.test(type);\n    return bodyOf(data, isForm ? formText : JSON.stringify);\n  });\n  if (body !== null && type === undefined) headers['content-type'] = 'application/json';\n  return { headers, body };\n};",
        needs: ['body/Body', 'encode/bodyOf', 'encode/formText', 'encode/usedLater', 'headers/headerFields'],
        needsAtRunTime: ['encode/bodyOf', 'encode/formText', 'encode/usedLater', 'headers/headerFields'],
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
        ts: 'interface RequestResult<Data = Loose> {\n  data: Data;\n  statusCode: number;\n  /** Names answer in any case; several set-cookie are one string. */\n  header: Loose;\n  /** What a program may look for and the document does not give. */\n  [field: string]: Loose;\n}',
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
        ts: "const messageOf = (options: unknown): Message => {\n  const { url, data, header, method } = Object(options);\n  const verb = method?.toUpperCase?.() || 'GET';\n  const [inUrl, inBody] = verb === 'GET' || verb === 'HEAD' ? [data] : [null, data];\n  return { url: query(url, inUrl), method: verb, ...encodeBody(inBody, header) };\n};",
        js: "const messageOf = (options) => {\n  const { url, data, header, method } = Object(options);\n  const verb = method?.toUpperCase?.() || 'GET';\n  const [inUrl, inBody] = verb === 'GET' || verb === 'HEAD' ? [data] : [null, data];\n  return { url: query(url, inUrl), method: verb, ...encodeBody(inBody, header) };\n};",
        needs: ['body/encodeBody', 'encode/query', 'request-options/Message'],
        needsAtRunTime: ['body/encodeBody', 'encode/query'],
      },
    ],
  },
  {
    name: 'settings',
    heading:
      '// What the program says of its own network: the `networkTimeout` of app.json.\n// Knows nothing of who asks.',
    declarations: [
      {
        name: 'Timeouts',
        ts: '/** How long each kind of exchange may take. */\ninterface Timeouts {\n  readonly [api: string]: number | undefined;\n  readonly connectSocket?: number;\n  readonly other: number;\n}',
        needs: [],
      },
      {
        name: 'timeouts',
        isSetting: true,
        ts: '/** Milliseconds, over the whole exchange with its body; of a socket, until it is open (R16). */\nconst timeouts: Timeouts',
        js: '/** Milliseconds, over the whole exchange with its body; of a socket, until it is open (R16). */\nconst timeouts',
        needs: ['settings/Timeouts'],
        needsAtRunTime: [],
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
        ts: "/**\n * Calls `start` at once, and throws what it throws: an error in the program's own options is the program's (R19).\n * `api` names the time limit and the errors. With a `problem` nothing is sent, but the options are still read.\n */\nconst begin = <Result,>(\n  api: string,\n  start: (signal: AbortSignal) => Promise<Result>,\n  problem?: BadParameter,\n): Transfer<Result> => {\n  const controller = new AbortController();\n  if (problem) controller.abort();\n  const started = start(controller.signal);\n  let fail!: (error?: Fault) => void;\n  const outcome = new Promise<Result>((resolve, reject) => {\n    fail = (error) => reject(failureOf(api, (problem as Fault | undefined) ?? error));\n    started.then(resolve, fail);\n  });\n  const stop = (reason: string) => {\n    // The reason is given here: what fetch and axios reject with after an abort differs from engine to engine.\n    fail({ message: reason });\n    controller.abort();\n  };\n  const timer = setTimeout(stop, timeouts[api] ?? timeouts.other, 'timeout');\n  return { outcome: outcome.finally(() => clearTimeout(timer)), abort: () => stop('abort') };\n};",
        js: "/**\n * Calls `start` at once, and throws what it throws: an error in the program's own options is the program's (R19).\n * `api` names the time limit and the errors. With a `problem` nothing is sent, but the options are still read.\n */\nconst begin = (api, start, problem) => {\n  const controller = new AbortController();\n  if (problem) controller.abort();\n  const started = start(controller.signal);\n  let fail;\n  const outcome = new Promise((resolve, reject) => {\n    fail = (error) => reject(failureOf(api, problem ?? error));\n    started.then(resolve, fail);\n  });\n  const stop = (reason) => {\n    // The reason is given here: what fetch and axios reject with after an abort differs from engine to engine.\n    fail({ message: reason });\n    controller.abort();\n  };\n  const timer = setTimeout(stop, timeouts[api] ?? timeouts.other, 'timeout');\n  return { outcome: outcome.finally(() => clearTimeout(timer)), abort: () => stop('abort') };\n};",
        needs: ['failure/BadParameter', 'failure/Fault', 'failure/failureOf', 'settings/timeouts', 'transfer/Transfer'],
        needsAtRunTime: ['failure/failureOf', 'settings/timeouts'],
      },
      {
        name: 'perform',
        ts: "/** The same, reported to the callbacks (R2); they are read now. */\nconst perform = <Result,>(\n  api: string,\n  callbacks: unknown,\n  start: (signal: AbortSignal) => Promise<Result>,\n): RequestTask => {\n  const { success, fail, complete } = Object(callbacks);\n  const wrong = Object.entries({ success, fail, complete }).find(\n    ([, callback]) => typeof (callback ?? call) !== 'function',\n  );\n  const { outcome, abort } = begin(api, start, wrong && invalid(wrong[0]));\n  const end = (callback: unknown) => (argument: unknown) => {\n    call(callback, argument);\n    call(complete, argument);\n  };\n  outcome.then(end(success), end(fail));\n  return { abort };\n};",
        js: "/** The same, reported to the callbacks (R2); they are read now. */\nconst perform = (api, callbacks, start) => {\n  const { success, fail, complete } = Object(callbacks);\n  const wrong = Object.entries({ success, fail, complete }).find(\n    ([, callback]) => typeof (callback ?? call) !== 'function',\n  );\n  const { outcome, abort } = begin(api, start, wrong && invalid(wrong[0]));\n  const end = (callback) => (argument) => {\n    call(callback, argument);\n    call(complete, argument);\n  };\n  outcome.then(end(success), end(fail));\n  return { abort };\n};",
        needs: ['callbacks/call', 'failure/invalid', 'transfer/RequestTask', 'transfer/begin'],
        needsAtRunTime: ['callbacks/call', 'failure/invalid', 'transfer/begin'],
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
        ts: "/** Sends a request and reports to the callbacks in the options. Never throws. */\nconst request = <Data = Loose,>(options: RequestOptions<Data>): RequestTask => {\n  const start = async (signal: AbortSignal) => {\n    const { body, ...message } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return http.request({ ...message, data: body, signal });\n  };\n  return perform('request', options, reading(start, options));\n};",
        js: "/** Sends a request and reports to the callbacks in the options. Never throws. */\nconst request = (options) => {\n  const start = async (signal) => {\n    const { body, ...message } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return http.request({ ...message, data: body, signal });\n  };\n  return perform('request', options, reading(start, options));\n};",
        needs: [
          'axios-http/http',
          'axios-request/reading',
          'callbacks/Loose',
          'request-options/RequestOptions',
          'request-options/messageOf',
          'transfer/RequestTask',
          'transfer/perform',
        ],
        needsAtRunTime: ['axios-http/http', 'axios-request/reading', 'request-options/messageOf', 'transfer/perform'],
      },
      {
        name: 'send',
        ts: "/** Calls `start` at once and reports its response to the handlers. `start` uses `http`. */\nconst send = <Data = Loose,>(\n  start: (signal: AbortSignal) => Promise<AxiosResponse>,\n  handlers?: RequestHandlers<Data>,\n): void => {\n  perform('request', handlers, reading(start, handlers));\n};",
        js: "/** Calls `start` at once and reports its response to the handlers. `start` uses `http`. */\nconst send = (start, handlers) => {\n  perform('request', handlers, reading(start, handlers));\n};",
        needs: [
          'axios#AxiosResponse',
          'axios-request/reading',
          'callbacks/Loose',
          'request-options/RequestHandlers',
          'transfer/perform',
        ],
        needsAtRunTime: ['axios-request/reading', 'transfer/perform'],
      },
      {
        name: 'requestTask',
        ts: "/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nconst requestTask = <Data = Loose,>(\n  start: (signal: AbortSignal) => Promise<AxiosResponse>,\n  handlers?: RequestHandlers<Data>,\n): RequestTask => {\n  const later = async (signal: AbortSignal) => {\n    await null;\n    return start(signal);\n  };\n  return perform('request', handlers, reading(later, handlers));\n};",
        js: "/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nconst requestTask = (start, handlers) => {\n  const later = async (signal) => {\n    await null;\n    return start(signal);\n  };\n  return perform('request', handlers, reading(later, handlers));\n};",
        needs: [
          'axios#AxiosResponse',
          'axios-request/reading',
          'callbacks/Loose',
          'request-options/RequestHandlers',
          'transfer/RequestTask',
          'transfer/perform',
        ],
        needsAtRunTime: ['axios-request/reading', 'transfer/perform'],
      },
      {
        name: 'exchange',
        ts: "/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */\nconst exchange = async <Data = Loose, Result = RequestResult<Data>>(\n  start: (signal: AbortSignal) => Promise<AxiosResponse>,\n  how?: Decoding,\n): Promise<Result> => begin<Loose>('request', reading(start, how)).outcome;",
        js: "/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */\nconst exchange = async (start, how) => begin('request', reading(start, how)).outcome;",
        needs: [
          'axios#AxiosResponse',
          'axios-request/reading',
          'callbacks/Loose',
          'decode/Decoding',
          'request-options/RequestResult',
          'transfer/begin',
        ],
        needsAtRunTime: ['axios-request/reading', 'transfer/begin'],
      },
      {
        name: 'payload',
        ts: "/** The headers and the data of an axios call, from the program's data and header. */\nconst payload = (data?: unknown, header?: unknown): { headers: Body['headers']; data: Body['body'] } => {\n  const { headers, body } = encodeBody(data, header);\n  return { headers, data: body };\n};",
        js: "/** The headers and the data of an axios call, from the program's data and header. */\nconst payload = (data, header) => {\n  const { headers, body } = encodeBody(data, header);\n  return { headers, data: body };\n};",
        needs: ['body/Body', 'body/encodeBody'],
        needsAtRunTime: ['body/encodeBody'],
      },
      {
        name: 'reading',
        ts: "/** `start`, with its response read as the program wants it; what it wants is read now (R19). */\nconst reading = (start: (signal: AbortSignal) => Promise<AxiosResponse>, how: unknown) => {\n  const { dataType, responseType } = Object(how);\n  return (signal: AbortSignal): Promise<RequestResult> =>\n    start(signal).then(({ data, status, headers }) => {\n      const fields = { ...(headers as unknown as { toJSON(asStrings: true): object }).toJSON(true) } as Record<\n        string,\n        string\n      >;\n      // In Node axios gives a Buffer, which is a window on a larger one.\n      const { buffer } = new Uint8Array(data as ArrayBuffer);\n      return {\n        data: decode(buffer, fields['content-type'], dataType, responseType),\n        statusCode: status,\n        header: inAnyCase(fields),\n      };\n    });\n};",
        js: "/** `start`, with its response read as the program wants it; what it wants is read now (R19). */\nconst reading = (start, how) => {\n  const { dataType, responseType } = Object(how);\n  return (signal) =>\n    start(signal).then(({ data, status, headers }) => {\n      const fields = { ...headers.toJSON(true) };\n\n      // In Node axios gives a Buffer, which is a window on a larger one.\n      const { buffer } = new Uint8Array(data);\n      return {\n        data: decode(buffer, fields['content-type'], dataType, responseType),\n        statusCode: status,\n        header: inAnyCase(fields),\n      };\n    });\n};",
        needs: ['axios#AxiosResponse', 'decode/decode', 'headers/inAnyCase', 'request-options/RequestResult'],
        needsAtRunTime: ['decode/decode', 'headers/inAnyCase'],
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
        name: 'FileMessage',
        ts: 'interface FileMessage {\n  url: string;\n  headers: Record<string, string>;\n  signal: AbortSignal;\n}',
        needs: [],
      },
      {
        name: 'FileWork',
        ts: '/** Runs once the call is over. */\ntype FileWork<Result> = (message: FileMessage, count: Count, listeners: readonly unknown[]) => Promise<Result>;',
        needs: ['file-task/Count', 'file-task/FileMessage'],
      },
      {
        name: 'startFileTask',
        ts: "/** `prepare` runs within the call: what it reads of the options is what they hold then (R19). */\nconst startFileTask = <Result, Progress>(\n  api: string,\n  options: Callbacks<Result>,\n  [doneKey, totalKey]: readonly [string, string],\n  prepare: () => FileWork<Result>,\n): FileTask<Progress> => {\n  const listeners: unknown[] = [];\n  let percent = 0;\n  let counted = 0;\n  const tell = (progress: number, total: number) => {\n    percent = progress;\n    for (const listener of listeners) call(listener, { progress, [doneKey]: counted, [totalKey]: total });\n  };\n  const start = async (signal: AbortSignal) => {\n    const { url, header } = Object(options);\n    requireText('url', url);\n    const message = { url, headers: headerFields(header), signal };\n    const work = prepare();\n    await null; // an abort in the tick of the call sends nothing\n    const count: Count = (done, total) => {\n      if (signal.aborted || percent === 100) return;\n      counted = done;\n      // The total of a packed body is that of the packed bytes: it is outrun, and then not known.\n      if (done > total || !total) tell(percent, 0);\n      else tell(Math.max(percent, Math.floor((100 * done) / total)), total);\n    };\n    const result = await work(message, count, listeners);\n    if (percent < 100) tell(100, counted);\n    return result;\n  };\n  return {\n    ...perform(api, options, start),\n    onProgressUpdate: (listener) => void listeners.push(listener),\n  };\n};",
        js: "/** `prepare` runs within the call: what it reads of the options is what they hold then (R19). */\nconst startFileTask = (api, options, [doneKey, totalKey], prepare) => {\n  const listeners = [];\n  let percent = 0;\n  let counted = 0;\n  const tell = (progress, total) => {\n    percent = progress;\n    for (const listener of listeners) call(listener, { progress, [doneKey]: counted, [totalKey]: total });\n  };\n  const start = async (signal) => {\n    const { url, header } = Object(options);\n    requireText('url', url);\n    const message = { url, headers: headerFields(header), signal };\n    const work = prepare();\n    await null; // an abort in the tick of the call sends nothing\n    const count = (done, total) => {\n      if (signal.aborted || percent === 100) return;\n      counted = done;\n      // The total of a packed body is that of the packed bytes: it is outrun, and then not known.\n      if (done > total || !total) tell(percent, 0);\n      else tell(Math.max(percent, Math.floor((100 * done) / total)), total);\n    };\n    const result = await work(message, count, listeners);\n    if (percent < 100) tell(100, counted);\n    return result;\n  };\n  return {\n    ...perform(api, options, start),\n    onProgressUpdate: (listener) => void listeners.push(listener),\n  };\n};",
        needs: [
          'callbacks/Callbacks',
          'callbacks/call',
          'failure/requireText',
          'file-task/Count',
          'file-task/FileTask',
          'file-task/FileWork',
          'headers/headerFields',
          'transfer/perform',
        ],
        needsAtRunTime: ['callbacks/call', 'failure/requireText', 'headers/headerFields', 'transfer/perform'],
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
        ts: "interface NodeProcess {\n  getBuiltinModule?(name: 'node:fs'): { openAsBlob(path: string): Promise<Blob> };\n}",
        needs: [],
      },
      {
        name: 'keepFile',
        ts: '/** Keeps a file, and gives the path that it is found under from now on; `path` is another one. */\nconst keepFile = (blob: Blob, url: string, path?: string): string => {\n  const file = fileOf(blob, url);\n  const temporary = URL.createObjectURL(file);\n  temporaryFiles.set(temporary, file);\n  if (path) temporaryFiles.set(path, file);\n  return temporary;\n};',
        js: '/** Keeps a file, and gives the path that it is found under from now on; `path` is another one. */\nconst keepFile = (blob, url, path) => {\n  const file = fileOf(blob, url);\n  const temporary = URL.createObjectURL(file);\n  temporaryFiles.set(temporary, file);\n  if (path) temporaryFiles.set(path, file);\n  return temporary;\n};',
        needs: ['temporary-files/fileOf', 'temporary-files/temporaryFiles'],
      },
      {
        name: 'forgetDownloads',
        ts: '/**\n * Lets downloads go, the oldest first, until `keep` paths are left: what is under their paths can be read no more.\n * When nobody reads a file any longer only the program knows, so nothing is let go until it calls this.\n */\nconst forgetDownloads = (keep = 0): void => {\n  for (const path of [...temporaryFiles.keys()].slice(0, Math.max(0, temporaryFiles.size - keep))) {\n    URL.revokeObjectURL(path);\n    temporaryFiles.delete(path);\n  }\n};',
        js: '/**\n * Lets downloads go, the oldest first, until `keep` paths are left: what is under their paths can be read no more.\n * When nobody reads a file any longer only the program knows, so nothing is let go until it calls this.\n */\nconst forgetDownloads = (keep = 0) => {\n  for (const path of [...temporaryFiles.keys()].slice(0, Math.max(0, temporaryFiles.size - keep))) {\n    URL.revokeObjectURL(path);\n    temporaryFiles.delete(path);\n  }\n};',
        needs: ['temporary-files/temporaryFiles'],
      },
      {
        name: 'openFile',
        ts: "/** The file behind a path: one that was downloaded, a blob:, data: or http(s): url, in Node also a path on disk. */\nconst openFile = async (path: string | Blob): Promise<File> => {\n  try {\n    if (typeof path !== 'string') return fileOf(path, '');\n    return temporaryFiles.get(path) ?? fileOf(await readFile(path), path);\n  } catch (error) {\n    throw new Error(`filePath: ${(error as Error).message}`);\n  }\n};",
        js: "/** The file behind a path: one that was downloaded, a blob:, data: or http(s): url, in Node also a path on disk. */\nconst openFile = async (path) => {\n  try {\n    if (typeof path !== 'string') return fileOf(path, '');\n    return temporaryFiles.get(path) ?? fileOf(await readFile(path), path);\n  } catch (error) {\n    throw new Error(`filePath: ${error.message}`);\n  }\n};",
        needs: ['temporary-files/fileOf', 'temporary-files/readFile', 'temporary-files/temporaryFiles'],
      },
      {
        name: 'readFile',
        ts: "const readFile = async (path: string): Promise<Blob> => {\n  const node = (globalThis as { process?: NodeProcess }).process;\n  // Asked for by name at run time, so that a bundler for browsers finds nothing to follow.\n  const disk = /^\\w{2,}:/.test(path) ? undefined : node?.getBuiltinModule?.('node:fs');\n  if (disk) return disk.openAsBlob(path);\n  const response = await fetch(path);\n  if (!response.ok) throw new Error(`status ${response.status}`);\n  return response.blob();\n};",
        js: "const readFile = async (path) => {\n  const node = globalThis.process;\n  // Asked for by name at run time, so that a bundler for browsers finds nothing to follow.\n  const disk = /^\\w{2,}:/.test(path) ? undefined : node?.getBuiltinModule?.('node:fs');\n  if (disk) return disk.openAsBlob(path);\n  const response = await fetch(path);\n  if (!response.ok) throw new Error(`status ${response.status}`);\n  return response.blob();\n};",
        needs: ['temporary-files/NodeProcess'],
        needsAtRunTime: [],
      },
      {
        name: 'fileOf',
        ts: "/** Named after the last part of its path or url; without one, after its type. */\nconst fileOf = (blob: Blob, path: string): File => {\n  if (blob instanceof File) return blob;\n  const { type } = blob;\n  const name = /^(?!blob:|data:)(?:[^?#]*[/\\\\])?([^?#/\\\\]*)/.exec(path)?.[1];\n  return new File([blob], name || `file.${/\\/(\\w+)/.exec(type)?.[1] ?? 'bin'}`, { type });\n};",
        js: "/** Named after the last part of its path or url; without one, after its type. */\nconst fileOf = (blob, path) => {\n  if (blob instanceof File) return blob;\n  const { type } = blob;\n  const name = /^(?!blob:|data:)(?:[^?#]*[/\\\\])?([^?#/\\\\]*)/.exec(path)?.[1];\n  return new File([blob], name || `file.${/\\/(\\w+)/.exec(type)?.[1] ?? 'bin'}`, { type });\n};",
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
        ts: 'interface DownloadResult {\n  /** An object url: it can be read, shown and uploaded while the program lives. */\n  tempFilePath: string;\n  /** The filePath of the options; an upload finds the file under it. */\n  filePath?: string;\n  statusCode: number;\n  /** What a program may look for and the document does not give. */\n  [field: string]: Loose;\n}',
        needs: ['callbacks/Loose'],
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
        ts: 'type Load = (message: FileMessage, count: Count) => Promise<Loaded>;',
        needs: ['download/Loaded', 'file-task/Count', 'file-task/FileMessage'],
      },
      {
        name: 'startDownload',
        ts: "const startDownload = (options: DownloadOptions, load: Load): DownloadTask => {\n  const keys = ['totalBytesWritten', 'totalBytesExpectedToWrite'] as const;\n  return startFileTask('downloadFile', options, keys, () => {\n    const { filePath } = Object(options);\n    return async (message, count) => {\n      const { statusCode, blob } = await load(message, count);\n      return { tempFilePath: keepFile(blob, message.url, filePath), ...(filePath && { filePath }), statusCode };\n    };\n  });\n};",
        js: "const startDownload = (options, load) => {\n  const keys = ['totalBytesWritten', 'totalBytesExpectedToWrite'];\n  return startFileTask('downloadFile', options, keys, () => {\n    const { filePath } = Object(options);\n    return async (message, count) => {\n      const { statusCode, blob } = await load(message, count);\n      return { tempFilePath: keepFile(blob, message.url, filePath), ...(filePath && { filePath }), statusCode };\n    };\n  });\n};",
        needs: [
          'download/DownloadOptions',
          'download/DownloadTask',
          'download/Load',
          'file-task/startFileTask',
          'temporary-files/keepFile',
        ],
        needsAtRunTime: ['file-task/startFileTask', 'temporary-files/keepFile'],
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
        ts: 'interface UploadResult<Data = Loose> {\n  data: Data;\n  statusCode: number;\n  /** What a program may look for and the document does not give. */\n  [field: string]: Loose;\n}',
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
        ts: '/** `count` is absent when nobody listens. */\ntype Post = (url: string, upload: Upload, how: Decoding, count?: Count) => Promise<UploadResult>;',
        needs: ['decode/Decoding', 'file-task/Count', 'upload/Upload', 'upload/UploadResult'],
      },
      {
        name: 'startUpload',
        ts: "/** `how`: `{ dataType: 'json' }` hands over the parsed object where the answer is JSON, as devices do; else it is text, as documented (U2). */\nconst startUpload = <Data,>(\n  options: UploadOptions<Data>,\n  how: Decoding = { dataType: 'text' },\n  post: Post,\n): UploadTask => {\n  const keys = ['totalBytesSent', 'totalBytesExpectedToSend'] as const;\n  return startFileTask('uploadFile', options, keys, () => {\n    const { filePath, name, formData } = Object(options);\n    if (!(filePath instanceof Blob)) requireText('filePath', filePath);\n    requireText('name', name);\n    const fields = usable('formData', () => fieldsOf(formData));\n    return async ({ url, headers, signal }, count, listeners) => {\n      delete headers['content-type'];\n      const file = await openFile(filePath);\n      // Node 24 leaves a rejection behind when fetch is given a form and a signal that was aborted before.\n      signal.throwIfAborted();\n      const body = new FormData();\n      for (const field of fields) body.append(...field);\n      body.append(name, file);\n      // A listener alone makes browsers ask the server for leave first: counted only where there is one.\n      const counts = listeners.length ? count : undefined;\n      const { data, statusCode } = await post(url, { method: 'POST', headers, body, signal }, how, counts);\n      return { data, statusCode };\n    };\n  });\n};",
        js: "/** `how`: `{ dataType: 'json' }` hands over the parsed object where the answer is JSON, as devices do; else it is text, as documented (U2). */\nconst startUpload = (options, how = { dataType: 'text' }, post) => {\n  const keys = ['totalBytesSent', 'totalBytesExpectedToSend'];\n  return startFileTask('uploadFile', options, keys, () => {\n    const { filePath, name, formData } = Object(options);\n    if (!(filePath instanceof Blob)) requireText('filePath', filePath);\n    requireText('name', name);\n    const fields = usable('formData', () => fieldsOf(formData));\n    return async ({ url, headers, signal }, count, listeners) => {\n      delete headers['content-type'];\n      const file = await openFile(filePath);\n      // Node 24 leaves a rejection behind when fetch is given a form and a signal that was aborted before.\n      signal.throwIfAborted();\n      const body = new FormData();\n      for (const field of fields) body.append(...field);\n      body.append(name, file);\n      // A listener alone makes browsers ask the server for leave first: counted only where there is one.\n      const counts = listeners.length ? count : undefined;\n      const { data, statusCode } = await post(url, { method: 'POST', headers, body, signal }, how, counts);\n      return { data, statusCode };\n    };\n  });\n};",
        needs: [
          'decode/Decoding',
          'encode/fieldsOf',
          'encode/usable',
          'failure/requireText',
          'file-task/startFileTask',
          'temporary-files/openFile',
          'upload/Post',
          'upload/UploadOptions',
          'upload/UploadTask',
        ],
        needsAtRunTime: [
          'encode/fieldsOf',
          'encode/usable',
          'failure/requireText',
          'file-task/startFileTask',
          'temporary-files/openFile',
        ],
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
        ts: '/** Sends a file. Its task takes progress listeners, but nothing is told to them: see uploadFileWithProgress. */\nconst uploadFile = <Data = Loose,>(options: UploadOptions<Data>, how?: Decoding): UploadTask =>\n  startUpload(options, how, (url, { body, ...upload }, decoding) =>\n    reading(() => http.post(url, body, upload), decoding)(upload.signal),\n  );',
        js: '/** Sends a file. Its task takes progress listeners, but nothing is told to them: see uploadFileWithProgress. */\nconst uploadFile = (options, how) =>\n  startUpload(options, how, (url, { body, ...upload }, decoding) =>\n    reading(() => http.post(url, body, upload), decoding)(upload.signal),\n  );',
        needs: [
          'axios-http/http',
          'axios-request/reading',
          'callbacks/Loose',
          'decode/Decoding',
          'upload/UploadOptions',
          'upload/UploadTask',
          'upload/startUpload',
        ],
        needsAtRunTime: ['axios-http/http', 'axios-request/reading', 'upload/startUpload'],
      },
      {
        name: 'uploadFileWithProgress',
        ts: '/** uploadFile for tasks whose onProgressUpdate is used. */\nconst uploadFileWithProgress = <Data = Loose,>(options: UploadOptions<Data>, how?: Decoding): UploadTask =>\n  startUpload(options, how, (url, { body, ...upload }, decoding, count) => {\n    const progress = count && { onUploadProgress: counting(count) };\n    return reading(() => http.post(url, body, { ...upload, ...progress }), decoding)(upload.signal);\n  });',
        js: '/** uploadFile for tasks whose onProgressUpdate is used. */\nconst uploadFileWithProgress = (options, how) =>\n  startUpload(options, how, (url, { body, ...upload }, decoding, count) => {\n    const progress = count && { onUploadProgress: counting(count) };\n    return reading(() => http.post(url, body, { ...upload, ...progress }), decoding)(upload.signal);\n  });',
        needs: [
          'axios-files/counting',
          'axios-http/http',
          'axios-request/reading',
          'callbacks/Loose',
          'decode/Decoding',
          'upload/UploadOptions',
          'upload/UploadTask',
          'upload/startUpload',
        ],
        needsAtRunTime: ['axios-files/counting', 'axios-http/http', 'axios-request/reading', 'upload/startUpload'],
      },
      {
        name: 'downloadFile',
        ts: "/** Fetches a file and keeps it under a temporary path. */\nconst downloadFile = (options: DownloadOptions): DownloadTask =>\n  startDownload(options, async ({ url, ...init }, count) => {\n    const start = () => http.get(url, { ...init, onDownloadProgress: counting(count) });\n    const { data, statusCode, header } = await reading(start, { responseType: 'arraybuffer' })(init.signal);\n    return { statusCode, blob: new Blob([data], { type: header['content-type'] ?? '' }) };\n  });",
        js: "/** Fetches a file and keeps it under a temporary path. */\nconst downloadFile = (options) =>\n  startDownload(options, async ({ url, ...init }, count) => {\n    const start = () => http.get(url, { ...init, onDownloadProgress: counting(count) });\n    const { data, statusCode, header } = await reading(start, { responseType: 'arraybuffer' })(init.signal);\n    return { statusCode, blob: new Blob([data], { type: header['content-type'] ?? '' }) };\n  });",
        needs: [
          'axios-files/counting',
          'axios-http/http',
          'axios-request/reading',
          'download/DownloadOptions',
          'download/DownloadTask',
          'download/startDownload',
        ],
        needsAtRunTime: ['axios-files/counting', 'axios-http/http', 'axios-request/reading', 'download/startDownload'],
      },
      {
        name: 'counting',
        ts: 'const counting =\n  (count: Count): ((event: AxiosProgressEvent) => void) =>\n  ({ loaded, total = 0 }) =>\n    count(loaded, total);',
        js: 'const counting =\n  (count) =>\n  ({ loaded, total = 0 }) =>\n    count(loaded, total);',
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
        ts: "/** Sends a request and reports to the callbacks in the options. Never throws. */\nconst request = <Data = Loose,>(options: RequestOptions<Data>): RequestTask => {\n  const start = async (signal: AbortSignal) => {\n    const { url, ...init } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return fetch(url, { ...init, signal });\n  };\n  return perform('request', options, reading(start, options));\n};",
        js: "/** Sends a request and reports to the callbacks in the options. Never throws. */\nconst request = (options) => {\n  const start = async (signal) => {\n    const { url, ...init } = messageOf(options);\n    await null; // an abort in the tick of the call sends nothing\n    return fetch(url, { ...init, signal });\n  };\n  return perform('request', options, reading(start, options));\n};",
        needs: [
          'callbacks/Loose',
          'fetch-request/reading',
          'request-options/RequestOptions',
          'request-options/messageOf',
          'transfer/RequestTask',
          'transfer/perform',
        ],
        needsAtRunTime: ['fetch-request/reading', 'request-options/messageOf', 'transfer/perform'],
      },
      {
        name: 'send',
        ts: "/** Calls `start` at once and reports its response to the handlers. */\nconst send = <Data = Loose,>(\n  start: (signal: AbortSignal) => Promise<Response>,\n  handlers?: RequestHandlers<Data>,\n): void => {\n  perform('request', handlers, reading(start, handlers));\n};",
        js: "/** Calls `start` at once and reports its response to the handlers. */\nconst send = (start, handlers) => {\n  perform('request', handlers, reading(start, handlers));\n};",
        needs: ['callbacks/Loose', 'fetch-request/reading', 'request-options/RequestHandlers', 'transfer/perform'],
        needsAtRunTime: ['fetch-request/reading', 'transfer/perform'],
      },
      {
        name: 'requestTask',
        ts: "/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nconst requestTask = <Data = Loose,>(\n  start: (signal: AbortSignal) => Promise<Response>,\n  handlers?: RequestHandlers<Data>,\n): RequestTask => {\n  const later = async (signal: AbortSignal) => {\n    await null;\n    return start(signal);\n  };\n  return perform('request', handlers, reading(later, handlers));\n};",
        js: "/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */\nconst requestTask = (start, handlers) => {\n  const later = async (signal) => {\n    await null;\n    return start(signal);\n  };\n  return perform('request', handlers, reading(later, handlers));\n};",
        needs: [
          'callbacks/Loose',
          'fetch-request/reading',
          'request-options/RequestHandlers',
          'transfer/RequestTask',
          'transfer/perform',
        ],
        needsAtRunTime: ['fetch-request/reading', 'transfer/perform'],
      },
      {
        name: 'exchange',
        ts: "/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */\nconst exchange = async <Data = Loose, Result = RequestResult<Data>>(\n  start: (signal: AbortSignal) => Promise<Response>,\n  how?: Decoding,\n): Promise<Result> => begin<Loose>('request', reading(start, how)).outcome;",
        js: "/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */\nconst exchange = async (start, how) => begin('request', reading(start, how)).outcome;",
        needs: [
          'callbacks/Loose',
          'decode/Decoding',
          'fetch-request/reading',
          'request-options/RequestResult',
          'transfer/begin',
        ],
        needsAtRunTime: ['fetch-request/reading', 'transfer/begin'],
      },
      {
        name: 'payload',
        ts: "/** The headers and the body of a fetch call, from the program's data and header. */\nconst payload = (data?: unknown, header?: unknown): Body => encodeBody(data, header);",
        js: "/** The headers and the body of a fetch call, from the program's data and header. */\nconst payload = (data, header) => encodeBody(data, header);",
        needs: ['body/Body', 'body/encodeBody'],
        needsAtRunTime: ['body/encodeBody'],
      },
      {
        name: 'reading',
        ts: "/** `start`, with its response read to its end as the program wants it; what it wants is read now (R19). */\nconst reading = (start: (signal: AbortSignal) => Promise<Response>, how: unknown) => {\n  const { dataType, responseType } = Object(how);\n  return (signal: AbortSignal): Promise<RequestResult> =>\n    start(signal).then(async (response) => {\n      const fields: Record<string, string> = {};\n      response.headers.forEach((value, name) => {\n        // Only set-cookie comes more than once, and only where cookies can be read.\n        fields[name] = name === 'set-cookie' && fields[name] ? `${fields[name]}, ${value}` : value;\n      });\n      return {\n        data: decode(await response.arrayBuffer(), fields['content-type'], dataType, responseType),\n        statusCode: response.status,\n        header: inAnyCase(fields),\n      };\n    });\n};",
        js: "/** `start`, with its response read to its end as the program wants it; what it wants is read now (R19). */\nconst reading = (start, how) => {\n  const { dataType, responseType } = Object(how);\n  return (signal) =>\n    start(signal).then(async (response) => {\n      const fields = {};\n      response.headers.forEach((value, name) => {\n        // Only set-cookie comes more than once, and only where cookies can be read.\n        fields[name] = name === 'set-cookie' && fields[name] ? `${fields[name]}, ${value}` : value;\n      });\n      return {\n        data: decode(await response.arrayBuffer(), fields['content-type'], dataType, responseType),\n        statusCode: response.status,\n        header: inAnyCase(fields),\n      };\n    });\n};",
        needs: ['decode/decode', 'headers/inAnyCase', 'request-options/RequestResult'],
        needsAtRunTime: ['decode/decode', 'headers/inAnyCase'],
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
        ts: '/** Sends a file. Its task takes progress listeners, but nothing can be told to them: see uploadFileWithProgress. */\nconst uploadFile = <Data = Loose,>(options: UploadOptions<Data>, how?: Decoding): UploadTask =>\n  startUpload(options, how, (url, upload, decoding) => reading(() => fetch(url, upload), decoding)(upload.signal));',
        js: '/** Sends a file. Its task takes progress listeners, but nothing can be told to them: see uploadFileWithProgress. */\nconst uploadFile = (options, how) =>\n  startUpload(options, how, (url, upload, decoding) => reading(() => fetch(url, upload), decoding)(upload.signal));',
        needs: [
          'callbacks/Loose',
          'decode/Decoding',
          'fetch-request/reading',
          'upload/UploadOptions',
          'upload/UploadTask',
          'upload/startUpload',
        ],
        needsAtRunTime: ['fetch-request/reading', 'upload/startUpload'],
      },
      {
        name: 'downloadFile',
        ts: "/** Fetches a file and keeps it under a temporary path. */\nconst downloadFile = (options: DownloadOptions): DownloadTask =>\n  startDownload(options, async ({ url, ...init }, count) => {\n    const { status, headers, body } = await fetch(url, init);\n    const total = headers.get('content-encoding') ? 0 : Number(headers.get('content-length'));\n    const parts: BlobPart[] = [];\n    const reader = body?.getReader();\n    let done = 0;\n    for (let chunk; (chunk = (await reader?.read())?.value); count(done, total)) {\n      parts.push(chunk);\n      done += chunk.length;\n    }\n    return { statusCode: status, blob: new Blob(parts, { type: headers.get('content-type') ?? '' }) };\n  });",
        js: "/** Fetches a file and keeps it under a temporary path. */\nconst downloadFile = (options) =>\n  startDownload(options, async ({ url, ...init }, count) => {\n    const { status, headers, body } = await fetch(url, init);\n    const total = headers.get('content-encoding') ? 0 : Number(headers.get('content-length'));\n    const parts = [];\n    const reader = body?.getReader();\n    let done = 0;\n    for (let chunk; (chunk = (await reader?.read())?.value); count(done, total)) {\n      parts.push(chunk);\n      done += chunk.length;\n    }\n    return { statusCode: status, blob: new Blob(parts, { type: headers.get('content-type') ?? '' }) };\n  });",
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
        ts: "/** uploadFile for tasks whose onProgressUpdate is used. */\nconst uploadFileWithProgress = <Data = Loose,>(options: UploadOptions<Data>, how?: Decoding): UploadTask =>\n  startUpload(options, how, (url, upload, decoding, count) => {\n    if (count && typeof XMLHttpRequest === 'function') return postWithXhr(url, upload, decoding, count);\n    const start = async () => fetch(url, count ? await countedUpload(upload, count) : upload);\n    return reading(start, decoding)(upload.signal);\n  });",
        js: "/** uploadFile for tasks whose onProgressUpdate is used. */\nconst uploadFileWithProgress = (options, how) =>\n  startUpload(options, how, (url, upload, decoding, count) => {\n    if (count && typeof XMLHttpRequest === 'function') return postWithXhr(url, upload, decoding, count);\n    const start = async () => fetch(url, count ? await countedUpload(upload, count) : upload);\n    return reading(start, decoding)(upload.signal);\n  });",
        needs: [
          'callbacks/Loose',
          'decode/Decoding',
          'fetch-request/reading',
          'fetch-upload-progress/countedUpload',
          'fetch-upload-progress/postWithXhr',
          'upload/UploadOptions',
          'upload/UploadTask',
          'upload/startUpload',
        ],
        needsAtRunTime: [
          'fetch-request/reading',
          'fetch-upload-progress/countedUpload',
          'fetch-upload-progress/postWithXhr',
          'upload/startUpload',
        ],
      },
      {
        name: 'postWithXhr',
        ts: "const postWithXhr = (\n  url: string,\n  { headers, body, signal }: Upload,\n  how: Decoding,\n  count: Count,\n): Promise<UploadResult> =>\n  new Promise((resolve, reject) => {\n    const xhr = new XMLHttpRequest();\n    xhr.open('POST', url);\n    xhr.responseType = 'arraybuffer';\n    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);\n    xhr.upload.onprogress = ({ loaded, total }) => count(loaded, total);\n    xhr.onload = () => {\n      resolve({\n        data: decode(xhr.response, xhr.getResponseHeader('content-type'), how.dataType),\n        statusCode: xhr.status,\n      });\n    };\n    xhr.onerror = reject;\n    signal.onabort = () => xhr.abort();\n    xhr.send(body);\n  });",
        js: "const postWithXhr = (url, { headers, body, signal }, how, count) =>\n  new Promise((resolve, reject) => {\n    const xhr = new XMLHttpRequest();\n    xhr.open('POST', url);\n    xhr.responseType = 'arraybuffer';\n    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);\n    xhr.upload.onprogress = ({ loaded, total }) => count(loaded, total);\n    xhr.onload = () => {\n      resolve({\n        data: decode(xhr.response, xhr.getResponseHeader('content-type'), how.dataType),\n        statusCode: xhr.status,\n      });\n    };\n    xhr.onerror = reject;\n    signal.onabort = () => xhr.abort();\n    xhr.send(body);\n  });",
        needs: ['decode/Decoding', 'decode/decode', 'file-task/Count', 'upload/Upload', 'upload/UploadResult'],
        needsAtRunTime: ['decode/decode'],
      },
      {
        name: 'countedUpload',
        ts: "/** The same upload as a stream that counts. With its length given it is not sent in chunks, which many servers refuse. */\nconst countedUpload = async (upload: Upload, count: Count): Promise<RequestInit> => {\n  const blob = await new Response(upload.body).blob();\n  const headers = { ...upload.headers, 'content-type': blob.type, 'content-length': blob.size };\n  return { ...upload, headers, body: counted(blob, count), duplex: 'half' } as object;\n};",
        js: "/** The same upload as a stream that counts. With its length given it is not sent in chunks, which many servers refuse. */\nconst countedUpload = async (upload, count) => {\n  const blob = await new Response(upload.body).blob();\n  const headers = { ...upload.headers, 'content-type': blob.type, 'content-length': blob.size };\n  return { ...upload, headers, body: counted(blob, count), duplex: 'half' };\n};",
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
    name: 'ignore',
    heading:
      '// In: the value of an option that swan ignores. Out: no option: nothing is left of it but that it was evaluated (R11).\n// Refuses to know what the value is.',
    declarations: [
      {
        name: 'ignore',
        ts: 'const ignore = (_value: unknown): object => ({});',
        js: 'const ignore = (_value) => ({});',
        needs: [],
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
        ts: 'interface SocketEvents {\n  open: { header: object };\n  /** A string or an ArrayBuffer: the program knows which. */\n  message: { data: Loose };\n  error: Failure;\n  close: { code: number; reason: string };\n}',
        needs: ['callbacks/Loose', 'failure/Failure'],
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
        ts: '/** Hands in a WebSocket where the platform has none, as in Node 20: `useWebSocket(ws)`. */\nconst useWebSocket = (constructor: new (...parameters: never[]) => object): void => {\n  socketClass = constructor as unknown as SocketConstructor;\n};',
        js: '/** Hands in a WebSocket where the platform has none, as in Node 20: `useWebSocket(ws)`. */\nconst useWebSocket = (constructor) => {\n  socketClass = constructor;\n};',
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
        ts: "const openSocket = (options: unknown, emit: Emit): Connection => {\n  const { url, protocols, protocolsArray, header } = Object(options);\n  requireText('url', url);\n  const names = [protocolsArray ?? protocols].flat().filter(Boolean);\n  const Socket = socketClass ?? WebSocket;\n  const socket = usable('url', () => new Socket(url, names, { headers: headerFields(header) }));\n  let isOpened = false;\n  let isBroken = false;\n  let isOver = false;\n  let refused: SocketEvents['close'] | undefined;\n  const end = (event: SocketEvents['close']) => {\n    clearTimeout(timer);\n    if (isOver) return;\n    isOver = true;\n    emit('close', event);\n  };\n  const fail = (error: Fault) => {\n    if (isBroken) return;\n    isBroken = true;\n    emit('error', failureOf('connectSocket', error));\n    // Some platforms tell nothing more of a socket that never opened.\n    if (!isOpened) setTimeout(end, 50, { code: 1006, reason: '' });\n  };\n  const timer = setTimeout(() => {\n    fail({ message: 'timeout' });\n    socket.close();\n  }, timeouts.connectSocket ?? timeouts.other);\n  socket.binaryType = 'arraybuffer';\n  socket.onopen = () => {\n    clearTimeout(timer);\n    isOpened = true;\n    emit('open', { header: {} });\n  };\n  socket.onmessage = ({ data }: MessageEvent) => emit('message', { data });\n  socket.onerror = fail;\n  socket.onclose = ({ code, reason }: CloseEvent) => end((isOpened && refused) || { code, reason });\n  return {\n    state: () => (isOver ? 3 : socket.readyState),\n    send: (data) => socket.send(data),\n    close(code, reason) {\n      try {\n        socket.close(code, reason);\n      } catch {\n        refused = { code, reason };\n        socket.close(1000, reason);\n      }\n    },\n  };\n};",
        js: "const openSocket = (options, emit) => {\n  const { url, protocols, protocolsArray, header } = Object(options);\n  requireText('url', url);\n  const names = [protocolsArray ?? protocols].flat().filter(Boolean);\n  const Socket = socketClass ?? WebSocket;\n  const socket = usable('url', () => new Socket(url, names, { headers: headerFields(header) }));\n  let isOpened = false;\n  let isBroken = false;\n  let isOver = false;\n  let refused;\n  const end = (event) => {\n    clearTimeout(timer);\n    if (isOver) return;\n    isOver = true;\n    emit('close', event);\n  };\n  const fail = (error) => {\n    if (isBroken) return;\n    isBroken = true;\n    emit('error', failureOf('connectSocket', error));\n    // Some platforms tell nothing more of a socket that never opened.\n    if (!isOpened) setTimeout(end, 50, { code: 1006, reason: '' });\n  };\n  const timer = setTimeout(() => {\n    fail({ message: 'timeout' });\n    socket.close();\n  }, timeouts.connectSocket ?? timeouts.other);\n  socket.binaryType = 'arraybuffer';\n  socket.onopen = () => {\n    clearTimeout(timer);\n    isOpened = true;\n    emit('open', { header: {} });\n  };\n  socket.onmessage = ({ data }) => emit('message', { data });\n  socket.onerror = fail;\n  socket.onclose = ({ code, reason }) => end((isOpened && refused) || { code, reason });\n  return {\n    state: () => (isOver ? 3 : socket.readyState),\n    send: (data) => socket.send(data),\n    close(code, reason) {\n      try {\n        socket.close(code, reason);\n      } catch {\n        refused = { code, reason };\n        socket.close(1000, reason);\n      }\n    },\n  };\n};",
        needs: [
          'encode/usable',
          'failure/Fault',
          'failure/failureOf',
          'failure/requireText',
          'headers/headerFields',
          'settings/timeouts',
          'socket-connection/Connection',
          'socket-connection/Emit',
          'socket-connection/socketClass',
          'socket-events/SocketEvents',
        ],
        needsAtRunTime: [
          'encode/usable',
          'failure/failureOf',
          'failure/requireText',
          'headers/headerFields',
          'settings/timeouts',
          'socket-connection/socketClass',
        ],
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
        ts: "const sendOn = (connection: Connection | undefined, options: unknown): void =>\n  attempt('sendSocketMessage', options, () => {\n    const { data } = Object(options);\n    if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) throw invalid('data');\n    inState(connection, 1).send(data);\n  });",
        js: "const sendOn = (connection, options) =>\n  attempt('sendSocketMessage', options, () => {\n    const { data } = Object(options);\n    if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) throw invalid('data');\n    inState(connection, 1).send(data);\n  });",
        needs: ['failure/invalid', 'socket-actions/attempt', 'socket-actions/inState', 'socket-connection/Connection'],
        needsAtRunTime: ['failure/invalid', 'socket-actions/attempt', 'socket-actions/inState'],
      },
      {
        name: 'closeOn',
        ts: "/** `states`: those of the connection in which it can be closed. */\nconst closeOn = (connection: Connection | undefined, options: unknown, ...states: number[]): void =>\n  attempt('closeSocket', options, () => {\n    const { code, reason } = Object(options);\n    const number = +(code ?? 1000);\n    const text = String(reason ?? '');\n    if (isNaN(number)) throw invalid('code');\n    if (unescape(encodeURIComponent(text)).length > 123) throw invalid('reason');\n    inState(connection, ...states).close(number, text);\n  });",
        js: "/** `states`: those of the connection in which it can be closed. */\nconst closeOn = (connection, options, ...states) =>\n  attempt('closeSocket', options, () => {\n    const { code, reason } = Object(options);\n    const number = +(code ?? 1000);\n    const text = String(reason ?? '');\n    if (isNaN(number)) throw invalid('code');\n    if (unescape(encodeURIComponent(text)).length > 123) throw invalid('reason');\n    inState(connection, ...states).close(number, text);\n  });",
        needs: ['failure/invalid', 'socket-actions/attempt', 'socket-actions/inState', 'socket-connection/Connection'],
        needsAtRunTime: ['failure/invalid', 'socket-actions/attempt', 'socket-actions/inState'],
      },
      {
        name: 'inState',
        ts: "/** The connection, if it is in one of these states. */\nconst inState = (connection: Connection | undefined, ...states: number[]): Connection => {\n  if (connection && states.includes(connection.state())) return connection;\n  throw new Error('socket is not open');\n};",
        js: "/** The connection, if it is in one of these states. */\nconst inState = (connection, ...states) => {\n  if (connection && states.includes(connection.state())) return connection;\n  throw new Error('socket is not open');\n};",
        needs: ['socket-connection/Connection'],
        needsAtRunTime: [],
      },
      {
        name: 'attempt',
        ts: '/** Runs at once; its outcome is reported later, and nothing is thrown (S5). */\nconst attempt = (api: string, callbacks: unknown, action: () => void): void => {\n  perform(api, callbacks, async (signal) => {\n    signal.throwIfAborted();\n    action();\n    return {};\n  });\n};',
        js: '/** Runs at once; its outcome is reported later, and nothing is thrown (S5). */\nconst attempt = (api, callbacks, action) => {\n  perform(api, callbacks, async (signal) => {\n    signal.throwIfAborted();\n    action();\n    return {};\n  });\n};',
        needs: ['transfer/perform'],
      },
    ],
  },
  {
    name: 'socket-current',
    sockets: 'one',
    heading:
      '// In: the connection that was made last. Out: the one that the global listeners and functions mean, one at a time (S1).\n// Knows nothing of tasks.',
    declarations: [
      {
        name: 'current',
        ts: '/** What the global listeners and functions mean. */\nlet current: Connection | undefined;',
        js: '/** What the global listeners and functions mean. */\nlet current;',
        needs: ['socket-connection/Connection'],
        needsAtRunTime: [],
      },
      {
        name: 'makeCurrent',
        ts: "/** First the new one is current: the end of the previous one is none of the global listeners' business. */\nconst makeCurrent = (connection: Connection): void => {\n  const previous = current;\n  current = connection;\n  previous?.close(1000, '');\n};",
        js: "/** First the new one is current: the end of the previous one is none of the global listeners' business. */\nconst makeCurrent = (connection) => {\n  const previous = current;\n  current = connection;\n  previous?.close(1000, '');\n};",
        needs: ['socket-connection/Connection', 'socket-current/current'],
        needsAtRunTime: ['socket-current/current'],
      },
    ],
  },
  {
    name: 'socket-current',
    sockets: 'many',
    heading:
      '// In: the connection that was made last. Out: the one that the global listeners and functions mean. Those before it live on.\n// Knows nothing of tasks.',
    declarations: [
      {
        name: 'current',
        ts: '/** What the global listeners and functions mean. */\nlet current: Connection | undefined;',
        js: '/** What the global listeners and functions mean. */\nlet current;',
        needs: ['socket-connection/Connection'],
        needsAtRunTime: [],
      },
      {
        name: 'makeCurrent',
        ts: 'const makeCurrent = (connection: Connection): void => {\n  current = connection;\n};',
        js: 'const makeCurrent = (connection) => {\n  current = connection;\n};',
        needs: ['socket-connection/Connection', 'socket-current/current'],
        needsAtRunTime: ['socket-current/current'],
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
        name: 'connectSocket',
        ts: "/** Its `success` says that the task was made; that the socket is open is for onOpen to say (S2). */\nconst connectSocket = (options: ConnectSocketOptions): SocketTask => {\n  const listeners: [kind: string, listener: unknown][] = [];\n  const on = (kind: string) => (listener: unknown) => void listeners.push([kind, listener]);\n  let connection: Connection | undefined;\n  const emit: Emit = (kind, event) => {\n    // Asked first: a listener may open the next socket.\n    const isCurrent = connection === current;\n    for (const [own, listener] of listeners) if (own === kind) call(listener, event);\n    if (isCurrent) call(globalListeners[kind], event);\n  };\n  attempt('connectSocket', options, () => {\n    connection = openSocket(options, emit);\n    makeCurrent(connection);\n  });\n  return {\n    send: (message) => sendOn(connection, message),\n    close: (closing) => closeOn(connection, closing, 0, 1),\n    onOpen: on('open'),\n    onMessage: on('message'),\n    onError: on('error'),\n    onClose: on('close'),\n  };\n};",
        js: "/** Its `success` says that the task was made; that the socket is open is for onOpen to say (S2). */\nconst connectSocket = (options) => {\n  const listeners = [];\n  const on = (kind) => (listener) => void listeners.push([kind, listener]);\n  let connection;\n  const emit = (kind, event) => {\n    // Asked first: a listener may open the next socket.\n    const isCurrent = connection === current;\n    for (const [own, listener] of listeners) if (own === kind) call(listener, event);\n    if (isCurrent) call(globalListeners[kind], event);\n  };\n  attempt('connectSocket', options, () => {\n    connection = openSocket(options, emit);\n    makeCurrent(connection);\n  });\n  return {\n    send: (message) => sendOn(connection, message),\n    close: (closing) => closeOn(connection, closing, 0, 1),\n    onOpen: on('open'),\n    onMessage: on('message'),\n    onError: on('error'),\n    onClose: on('close'),\n  };\n};",
        needs: [
          'callbacks/call',
          'socket-actions/attempt',
          'socket-actions/closeOn',
          'socket-actions/sendOn',
          'socket-connection/Connection',
          'socket-connection/Emit',
          'socket-connection/openSocket',
          'socket-current/current',
          'socket-current/makeCurrent',
          'socket-events/globalListeners',
          'socket/ConnectSocketOptions',
          'socket/SocketTask',
        ],
        needsAtRunTime: [
          'callbacks/call',
          'socket-actions/attempt',
          'socket-actions/closeOn',
          'socket-actions/sendOn',
          'socket-connection/openSocket',
          'socket-current/current',
          'socket-current/makeCurrent',
          'socket-events/globalListeners',
        ],
      },
      {
        name: 'sendSocketMessage',
        ts: 'const sendSocketMessage = (options: SendSocketMessageOptions): void => sendOn(current, options);',
        js: 'const sendSocketMessage = (options) => sendOn(current, options);',
        needs: ['socket-actions/SendSocketMessageOptions', 'socket-actions/sendOn', 'socket-current/current'],
        needsAtRunTime: ['socket-actions/sendOn', 'socket-current/current'],
      },
      {
        name: 'closeSocket',
        ts: '/** Unlike the close of a task it has no effect on a socket that is not open yet. */\nconst closeSocket = (options?: CloseSocketOptions): void => closeOn(current, options, 1);',
        js: '/** Unlike the close of a task it has no effect on a socket that is not open yet. */\nconst closeSocket = (options) => closeOn(current, options, 1);',
        needs: ['socket-actions/CloseSocketOptions', 'socket-actions/closeOn', 'socket-current/current'],
        needsAtRunTime: ['socket-actions/closeOn', 'socket-current/current'],
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
        ts: "/** Gives an error of wx the errCode that swan's errors have: its own errno. The numbers are those of wx. */\nconst withErrCode =\n  (callback: Callback): ((result: object) => void) =>\n  (result: { errCode?: number; errno?: number }) => {\n    if (result && result.errno !== undefined) result.errCode = result.errCode ?? result.errno;\n    if (typeof callback === 'function') callback(result);\n  };",
        js: "/** Gives an error of wx the errCode that swan's errors have: its own errno. The numbers are those of wx. */\nconst withErrCode = (callback) => (result) => {\n  if (result && result.errno !== undefined) result.errCode = result.errCode ?? result.errno;\n  if (typeof callback === 'function') callback(result);\n};",
        needs: ['wx-options/Callback'],
        needsAtRunTime: [],
      },
      {
        name: 'withParsedData',
        ts: "/** Gives an upload's callback the parsed object where the answer is JSON: wx always has text (U2). */\nconst withParsedData =\n  (callback: Callback): ((result: { data: unknown }) => void) =>\n  (result) => {\n    try {\n      result.data = JSON.parse(result.data as string);\n    } catch {\n      // It stays the text that it is.\n    }\n    callback?.(result);\n  };",
        js: "/** Gives an upload's callback the parsed object where the answer is JSON: wx always has text (U2). */\nconst withParsedData = (callback) => (result) => {\n  try {\n    result.data = JSON.parse(result.data);\n  } catch {\n    // It stays the text that it is.\n  }\n  callback?.(result);\n};",
        needs: ['wx-options/Callback'],
        needsAtRunTime: [],
      },
      {
        name: 'Adapt',
        ts: "/** Options of any type. Callbacks that are written out in them get their parameters' types from here. */\ninterface Adapt {\n  (options: {\n    success?(result: Loose): unknown;\n    fail?(error: Loose): unknown;\n    complete?(outcome: Loose): unknown;\n    [option: string]: unknown;\n  }): Loose;\n  // What it says of `unknown` in parts, or options that are `any` would always be taken for these.\n  (options: NonNullable<unknown> | null | undefined): Loose;\n}",
        needs: ['wx-options/Loose'],
      },
      {
        name: 'hostOptions',
        ts: '/** Options that cannot be seen where the call stands. A timeout has no effect on swan and would have one here (R11). */\nconst hostOptions: Adapt = (options: unknown) => {\n  const { timeout, protocolsArray, protocols, code, ...others } = Object(options);\n  const names = protocolsArray ?? protocols;\n  return {\n    ...others,\n    ...(names && { protocols: [].concat(names).filter(Boolean) }),\n    ...(code != null && { code: Number(code) }),\n    // With a callback wx returns no promise, which could end as an unhandled rejection.\n    fail: withErrCode(others.fail),\n    complete: withErrCode(others.complete),\n  };\n};',
        js: '/** Options that cannot be seen where the call stands. A timeout has no effect on swan and would have one here (R11). */\nconst hostOptions = (options) => {\n  const { timeout, protocolsArray, protocols, code, ...others } = Object(options);\n  const names = protocolsArray ?? protocols;\n  return {\n    ...others,\n    ...(names && { protocols: [].concat(names).filter(Boolean) }),\n    ...(code != null && { code: Number(code) }),\n    // With a callback wx returns no promise, which could end as an unhandled rejection.\n    fail: withErrCode(others.fail),\n    complete: withErrCode(others.complete),\n  };\n};',
        needs: ['wx-options/Adapt', 'wx-options/withErrCode'],
        needsAtRunTime: ['wx-options/withErrCode'],
      },
    ],
  },
  {
    name: 'wx-any-options',
    heading:
      '// In: options of which nothing is known: a plain object, an instance of a class, what Object.create gave.\n// Out: options that wx understands, with the same effect. What swan reads counts, whether the object itself has it or inherits it.',
    declarations: [
      {
        name: 'optionNames',
        ts: "/** Every option that swan reads. Others have no effect on swan and might have one here (R11). */\nconst optionNames =\n  'url data header method dataType responseType filePath name formData protocolsArray protocols code reason success fail complete';",
        js: true,
        needs: [],
      },
      {
        name: 'anyOptions',
        ts: "/** `hostOptions` for options that cannot be seen: what they inherit is carried over, and letter case is made wx's. */\nconst anyOptions: Adapt = (options: unknown) => {\n  const given = Object(options);\n  const own: Loose = {};\n  for (const name of optionNames.split(' ')) {\n    const value = given[name];\n    if (value === undefined) continue;\n    if (name === 'method') own[name] = typeof value === 'string' ? value.toUpperCase() : 'GET';\n    else own[name] = /Type$/.test(name) && /^(json|arraybuffer)$/i.test(value) ? String(value).toLowerCase() : value;\n  }\n  return hostOptions(own);\n};",
        js: "/** `hostOptions` for options that cannot be seen: what they inherit is carried over, and letter case is made wx's. */\nconst anyOptions = (options) => {\n  const given = Object(options);\n  const own = {};\n  for (const name of optionNames.split(' ')) {\n    const value = given[name];\n    if (value === undefined) continue;\n    if (name === 'method') own[name] = typeof value === 'string' ? value.toUpperCase() : 'GET';\n    else own[name] = /Type$/.test(name) && /^(json|arraybuffer)$/i.test(value) ? String(value).toLowerCase() : value;\n  }\n  return hostOptions(own);\n};",
        needs: ['wx-any-options/optionNames', 'wx-options/Adapt', 'wx-options/Loose', 'wx-options/hostOptions'],
        needsAtRunTime: ['wx-any-options/optionNames', 'wx-options/hostOptions'],
      },
    ],
  },
  {
    name: 'wx-current',
    sockets: 'one',
    heading:
      "// In: the socket that was opened last. Out: the one that the global close listener hears, one at a time (S1).\n// Knows nothing of the program's listeners.",
    declarations: [
      {
        name: 'Closable',
        ts: "/** Its close takes what swan's takes. */\ninterface Closable {\n  close(): void;\n}",
        needs: [],
      },
      {
        name: 'current',
        ts: '/** The socket that was opened last. */\nlet current: Closable | undefined;',
        js: '/** The socket that was opened last. */\nlet current;',
        needs: ['wx-current/Closable'],
        needsAtRunTime: [],
      },
      {
        name: 'makeCurrent',
        ts: '/** wx lets five sockets live; swan replaces the one before. */\nconst makeCurrent = (task: Closable): void => {\n  const previous = current;\n  current = task;\n  previous?.close();\n};',
        js: '/** wx lets five sockets live; swan replaces the one before. */\nconst makeCurrent = (task) => {\n  const previous = current;\n  current = task;\n  previous?.close();\n};',
        needs: ['wx-current/Closable', 'wx-current/current'],
        needsAtRunTime: ['wx-current/current'],
      },
    ],
  },
  {
    name: 'wx-current',
    sockets: 'many',
    heading:
      "// In: the socket that was opened last. Out: the one that the global close listener hears. Those before it live on.\n// Knows nothing of the program's listeners.",
    declarations: [
      {
        name: 'Closable',
        ts: "/** Its close takes what swan's takes. */\ninterface Closable {\n  close(): void;\n}",
        needs: [],
      },
      {
        name: 'current',
        ts: '/** The socket that was opened last. */\nlet current: Closable | undefined;',
        js: '/** The socket that was opened last. */\nlet current;',
        needs: ['wx-current/Closable'],
        needsAtRunTime: [],
      },
      {
        name: 'makeCurrent',
        ts: 'const makeCurrent = (task: Closable): void => {\n  current = task;\n};',
        js: 'const makeCurrent = (task) => {\n  current = task;\n};',
        needs: ['wx-current/Closable', 'wx-current/current'],
        needsAtRunTime: ['wx-current/current'],
      },
    ],
  },
  {
    name: 'wx-socket',
    heading:
      "// In: the options of connectSocket as swan has them. Out: a socket of wx, one at a time, that takes what swan's takes\n// (S1, S3, S6, S7).\n// Knows nothing of how the global functions other than onSocketClose are called.",
    declarations: [
      {
        name: 'globalListeners',
        ts: '/** One slot: the last one wins. */\nconst globalListeners: { close?: WechatMiniprogram.OnSocketCloseCallback } = {};',
        js: '/** One slot: the last one wins. */\nconst globalListeners = {};',
        needs: [],
      },
      {
        name: 'SocketOptions',
        ts: "type SocketOptions = Omit<WechatMiniprogram.ConnectSocketOption, 'timeout' | 'success'>;",
        needs: [],
      },
      {
        name: 'ConnectSocketOptions',
        ts: "/** The options of swan: `protocolsArray` is the older name of `protocols`. */\ninterface ConnectSocketOptions extends SocketOptions {\n  protocolsArray?: string[];\n  /** `socketTaskId` is swan's: wx gives none. */\n  success?(result: { errMsg: string; socketTaskId?: number }): void;\n}",
        needs: ['wx-socket/SocketOptions'],
      },
      { name: 'TaskOfWx', ts: "type TaskOfWx = Omit<WechatMiniprogram.SocketTask, 'close' | 'onMessage'>;", needs: [] },
      {
        name: 'SocketTask',
        ts: "/** A task of wx with the shapes of swan. */\ninterface SocketTask extends TaskOfWx {\n  /** wx has it and does not document it. */\n  readonly readyState?: number;\n  close(options?: WechatMiniprogram.SocketTaskCloseOption): void;\n  /** A string or an ArrayBuffer: the program knows which. `dataType` is swan's: wx gives none. */\n  onMessage(listener: (message: { data: Loose; dataType?: string }) => void): void;\n}",
        needs: ['wx-options/Loose', 'wx-socket/TaskOfWx'],
      },
      {
        name: 'connectSocket',
        ts: 'const connectSocket = (options: ConnectSocketOptions): SocketTask => {\n  // Without options wx itself says what is missing.\n  const task: SocketTask = wx.connectSocket(hostOptions(options));\n  // Where wx refuses the options, some of its versions give no task.\n  if (task) {\n    task.onClose((event) => {\n      if (task === current) globalListeners.close?.(event);\n    });\n    const { close, send } = task;\n    task.close = (closing) => close.call(task, hostOptions(closing));\n    task.send = (message) => send.call(task, hostOptions(message));\n    makeCurrent(task);\n  }\n  return task;\n};',
        js: 'const connectSocket = (options) => {\n  // Without options wx itself says what is missing.\n  const task = wx.connectSocket(hostOptions(options));\n  // Where wx refuses the options, some of its versions give no task.\n  if (task) {\n    task.onClose((event) => {\n      if (task === current) globalListeners.close?.(event);\n    });\n    const { close, send } = task;\n    task.close = (closing) => close.call(task, hostOptions(closing));\n    task.send = (message) => send.call(task, hostOptions(message));\n    makeCurrent(task);\n  }\n  return task;\n};',
        needs: [
          'wx-current/current',
          'wx-current/makeCurrent',
          'wx-options/hostOptions',
          'wx-socket/ConnectSocketOptions',
          'wx-socket/SocketTask',
          'wx-socket/globalListeners',
        ],
        needsAtRunTime: [
          'wx-current/current',
          'wx-current/makeCurrent',
          'wx-options/hostOptions',
          'wx-socket/globalListeners',
        ],
      },
      {
        name: 'onSocketClose',
        ts: '/** Hears the current socket only: one that was replaced ends without it. */\nconst onSocketClose = (listener: WechatMiniprogram.OnSocketCloseCallback): void => {\n  globalListeners.close = listener;\n};',
        js: '/** Hears the current socket only: one that was replaced ends without it. */\nconst onSocketClose = (listener) => {\n  globalListeners.close = listener;\n};',
        needs: ['wx-socket/globalListeners'],
      },
    ],
  },
  {
    name: 'wx-values',
    heading:
      '// In: nothing. Out: the network functions of wx as values that a program can pass on, bind or store: each does what a\n// call that is rewritten does, whatever it is given. Knows nothing of who calls them.',
    declarations: [
      {
        name: 'request',
        ts: 'const request: typeof wx.request = (options) => wx.request(anyOptions(options));',
        js: 'const request = (options) => wx.request(anyOptions(options));',
        needs: ['wx-any-options/anyOptions'],
      },
      {
        name: 'uploadFile',
        ts: 'const uploadFile: typeof wx.uploadFile = (options) => wx.uploadFile(anyOptions(options));',
        js: 'const uploadFile = (options) => wx.uploadFile(anyOptions(options));',
        needs: ['wx-any-options/anyOptions'],
      },
      {
        name: 'downloadFile',
        ts: 'const downloadFile: typeof wx.downloadFile = (options) => wx.downloadFile(anyOptions(options));',
        js: 'const downloadFile = (options) => wx.downloadFile(anyOptions(options));',
        needs: ['wx-any-options/anyOptions'],
      },
      {
        name: 'sendSocketMessage',
        ts: 'const sendSocketMessage = (options: WechatMiniprogram.SendSocketMessageOption): void => {\n  wx.sendSocketMessage(anyOptions(options));\n};',
        js: 'const sendSocketMessage = (options) => {\n  wx.sendSocketMessage(anyOptions(options));\n};',
        needs: ['wx-any-options/anyOptions'],
      },
      {
        name: 'closeSocket',
        ts: 'const closeSocket = (options?: WechatMiniprogram.CloseSocketOption): void => {\n  wx.closeSocket(anyOptions(options));\n};',
        js: 'const closeSocket = (options) => {\n  wx.closeSocket(anyOptions(options));\n};',
        needs: ['wx-any-options/anyOptions'],
      },
      {
        name: 'connectAnySocket',
        ts: 'const connectAnySocket = (options: ConnectSocketOptions): SocketTask => connectSocket(anyOptions(options));',
        js: 'const connectAnySocket = (options) => connectSocket(anyOptions(options));',
        needs: [
          'wx-any-options/anyOptions',
          'wx-socket/ConnectSocketOptions',
          'wx-socket/SocketTask',
          'wx-socket/connectSocket',
        ],
        needsAtRunTime: ['wx-any-options/anyOptions', 'wx-socket/connectSocket'],
      },
    ],
  },
];

/** The public names of each entry. */
export const storedEntries: Readonly<Record<string, StoredEntry>> = {
  axios: {
    values: {
      http: 'axios-http/http',
      useAxios: 'axios-http/useAxios',
      downloadFile: 'axios-files/downloadFile',
      uploadFile: 'axios-files/uploadFile',
      uploadFileWithProgress: 'axios-files/uploadFileWithProgress',
      forgetDownloads: 'temporary-files/forgetDownloads',
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
      ignore: 'ignore/ignore',
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
  fetch: {
    values: {
      downloadFile: 'fetch-files/downloadFile',
      uploadFile: 'fetch-files/uploadFile',
      uploadFileWithProgress: 'fetch-upload-progress/uploadFileWithProgress',
      forgetDownloads: 'temporary-files/forgetDownloads',
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
      ignore: 'ignore/ignore',
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
      ignore: 'ignore/ignore',
      anyOptions: 'wx-any-options/anyOptions',
      hostOptions: 'wx-options/hostOptions',
      withErrCode: 'wx-options/withErrCode',
      withParsedData: 'wx-options/withParsedData',
      closeSocket: 'wx-values/closeSocket',
      connectAnySocket: 'wx-values/connectAnySocket',
      downloadFile: 'wx-values/downloadFile',
      request: 'wx-values/request',
      sendSocketMessage: 'wx-values/sendSocketMessage',
      uploadFile: 'wx-values/uploadFile',
      connectSocket: 'wx-socket/connectSocket',
      onSocketClose: 'wx-socket/onSocketClose',
    },
    types: { ConnectSocketOptions: 'wx-socket/ConnectSocketOptions', SocketTask: 'wx-socket/SocketTask' },
  },
};

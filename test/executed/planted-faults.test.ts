// Faults planted in the shim that ships: each must make a program behave differently, or the programs prove too little.
// A fault is an exact change of the shim's text. When the shim changes so that the text is no longer there, the test
// says so, and the fault wants to be planted anew.

import { describe, expect, test } from 'vitest';
import { compareRuns } from '../reference/compare.ts';
import { runProgram } from '../reference/run.ts';
import { readPrograms, type TargetName } from './program-file.ts';
import { rewriteProgram, type Style } from './rewritten.ts';

interface Fault {
  readonly what: string;
  readonly program: string;
  /** What stands in the shim, and what shall stand there. */
  readonly from: string;
  readonly to: string;
  /** Default dropin, which goes through the whole shim. */
  readonly style?: Style;
}

const web: readonly Fault[] = [
  {
    what: 'R1 a status is a failure',
    program: 'r01-status.js',
    from: 'return (signal) =>\n    start(signal).then(',
    to: 'return (signal) =>\n    start(signal).then((response) => { if (response.status >= 400) throw new Error("status"); return response; }).then(',
  },
  { what: 'R2 complete is missing', program: 'r02-order.js', from: 'call(complete, argument);', to: '' },
  {
    what: 'R2 complete runs twice',
    program: 'r02-order.js',
    from: 'call(complete, argument);',
    to: 'call(complete, argument); call(complete, argument);',
  },
  {
    what: 'R2 complete gets another object',
    program: 'r02-same-object.js',
    from: 'call(complete, argument);',
    to: 'call(complete, { ...argument });',
  },
  {
    what: 'R2 callbacks have a this',
    program: 'r02-same-object.js',
    from: 'callback(argument);',
    to: 'callback.call({}, argument);',
  },
  {
    what: 'R2 success runs within the call',
    program: 'r02-order.js',
    from: 'outcome.then(end(success), end(fail));',
    to: 'end(success)({}); outcome.then(() => {}, () => {});',
  },
  {
    what: 'R3 an exception goes further',
    program: 'r03-throwing-success.js',
    from: 'console.error(error);',
    to: 'throw error;',
  },
  {
    what: 'R3 an exception is not reported',
    program: 'r03-throwing-success.js',
    from: 'console.error(error);',
    to: '',
  },
  {
    what: 'R5 the method keeps its case',
    program: 'r05-method-dynamic.js',
    from: 'method?.toUpperCase?.()',
    to: 'method',
  },
  { what: 'R6 & is always added', program: 'r06-get-query.js', from: `/[?&]$/.test(base) ? '' : '&'`, to: `'&'` },
  {
    what: 'R6 the query comes behind the hash',
    program: 'r06-get-query.js',
    from: '.replace(/^[^#]*/,',
    to: '.replace(/^.*/s,',
  },
  {
    what: 'R6 HEAD has a body',
    program: 'r06-every-method.js',
    from: `verb === 'GET' || verb === 'HEAD'`,
    to: `verb === 'GET'`,
  },
  { what: 'R7 a space is +', program: 'r07-values.js', from: `.join('=')`, to: `.join('=').replace(/%20/g, '+')` },
  {
    what: 'R7 nested values are [object Object]',
    program: 'r07-values.js',
    from: `typeof value === 'string' ? value : JSON.stringify(value)`,
    to: 'String(value)',
  },
  {
    what: 'R7 undefined is sent',
    program: 'r07-values.js',
    from: 'JSON.parse(JSON.stringify([data]))',
    to: '[data]',
  },
  {
    what: 'R8 the form type counts in one spelling only',
    program: 'r08-form-variable.js',
    from: `application\\/x-www-form-urlencoded\\b/i`,
    to: `application\\/x-www-form-urlencoded$/`,
  },
  {
    what: 'R9 a body has no content type',
    program: 'r09-default-type.js',
    from: `headers['content-type'] = 'application/json'`,
    to: `headers['x-lost'] = ''`,
  },
  {
    what: 'R9 GET has a content type',
    program: 'r09-default-type.js',
    from: 'body !== null && type === undefined',
    to: 'type === undefined',
  },
  { what: 'R9 bytes are not copied', program: 'r09-bytes.js', from: 'return data.slice(0)', to: 'return data' },
  { what: 'R10 Referer is sent', program: 'r10-header-variable.js', from: ` || name === 'referer'`, to: '' },
  { what: 'R10 undefined is a word', program: 'r10-header-variable.js', from: 'value == null ||', to: '' },
  {
    what: 'R10 characters are thinned',
    program: 'r10-header-text.js',
    from: 'unescape(encodeURIComponent(text))',
    to: `text.replace(/[^\\0-\\xff]/g, '')`,
  },
  {
    what: 'R12 names answer in lower case only',
    program: 'r12-header-case.js',
    from: 'own[name] ?? own[String(name).toLowerCase()]',
    to: 'own[name]',
  },
  {
    what: 'R13 what is no JSON is null',
    program: 'r13-no-json.js',
    from: '// It stays the text that it is.\n  }\n  return text;',
    to: 'return null;\n  }\n  return text;',
  },
  { what: 'R13 JSON counts in lower case only', program: 'r13-data-type.js', from: '/^json$/i', to: '/^json$/' },
  {
    what: 'R13 the charset is not looked at',
    program: 'r13-charset.js',
    from: 'new TextDecoder(charset)',
    to: 'new TextDecoder()',
  },
  {
    what: 'R14 arraybuffer counts in lower case only',
    program: 'r14-array-buffer.js',
    from: '/^arraybuffer$/i',
    to: '/^arraybuffer$/',
  },
  { what: 'R15 the codes are swapped', program: 'r15-parameters.js', from: '? 202 : 1001', to: '? 1001 : 202' },
  {
    what: 'R15 the api is not named',
    program: 'r15-transport.js',
    from: '`${api}:fail ${',
    to: '`fail ${',
  },
  {
    what: 'R15 data that JSON refuses throws',
    program: 'r15-data.js',
    from: 'return {\n      toString() {\n        throw error;\n      },\n    };',
    to: 'throw error;',
    style: 'native',
  },
  {
    what: 'R16 there is no time limit',
    program: 'r16-timeout.js',
    from: 'setTimeout(stop,',
    to: 'setTimeout(() => {},',
  },
  {
    what: 'R16 the timer stays',
    program: 'r16-timer-cleared.js',
    from: 'clearTimeout(timer)',
    to: 'setTimeout(() => console.log("the timer is still there"), 10)',
  },
  {
    what: 'R17 abort gives another reason',
    program: 'r17-abort-in-body.js',
    from: `stop('abort')`,
    to: `stop('stopped')`,
  },
  { what: 'R17 abort does nothing', program: 'r17-abort-at-once.js', from: `stop('abort')`, to: 'undefined' },
  {
    what: 'U1 the file comes first',
    program: 'u01-upload.js',
    from: 'for (const field of fields) body.append(...field);\n      body.append(name, file);',
    to: 'body.append(name, file); for (const field of fields) body.append(...field);',
  },
  {
    what: 'U1 the file loses its name',
    program: 'u01-path.js',
    from: 'body.append(name, file)',
    to: `body.append(name, file, 'blob')`,
  },
  {
    what: 'U2 the answer is always parsed',
    program: 'u02-parsed-by-program.js',
    from: `how = { dataType: 'text' }`,
    to: 'how = {}',
  },
  {
    what: 'U2 the answer is never parsed',
    program: 'u02-member.js',
    from: 'signal }, how, counts)',
    to: `signal }, { dataType: 'text' }, counts)`,
  },
  {
    what: 'U3 an unknown file is sent empty',
    program: 'u01-missing-file.js',
    from: 'throw new Error(`filePath: ${error.message}`)',
    to: `return new File([], 'empty')`,
  },
  {
    what: 'U4 progress has fractions',
    program: 'u04-download-progress.js',
    from: 'Math.floor((100 * done) / total)',
    to: '(100 * done) / total',
  },
  {
    what: 'U4 progress does not end with 100',
    program: 'u04-download-progress.js',
    from: 'if (percent < 100) tell(100, counted);',
    to: '',
  },
  { what: 'U4 100 is told twice', program: 'u04-download-progress.js', from: 'if (percent < 100) tell', to: 'tell' },
  {
    what: 'U4 only the last listener hears',
    program: 'u04-listeners.js',
    from: 'listeners.push(listener)',
    to: 'listeners.splice(0, 1, listener)',
  },
  {
    what: 'D1 the temporary file is empty',
    program: 'd01-download.js',
    from: 'const file = fileOf(blob, url);',
    to: 'const file = fileOf(new Blob([]), url);',
  },
  { what: 'S1 the old socket stays', program: 's01-replace.js', from: `previous?.close(1000, '');`, to: '' },
  {
    what: 'S1 the global listeners hear of the old one',
    program: 's01-replace.js',
    from: 'const isCurrent = connection === current;',
    to: 'const isCurrent = true;',
  },
  {
    what: 'S1 the old one closes first',
    program: 's01-replace-at-once.js',
    from: 'connection = openSocket(options, emit);',
    to: 'connection = openSocket(options, emit); current?.close(1000, ""); setTimeout(() => callGlobal("close", { code: 1 }), 5);',
  },
  {
    what: 'S3 the last task listener wins',
    program: 's03-task-listeners.js',
    from: 'listeners.push([kind, listener])',
    to: 'listeners.splice(0, 99, [kind, listener])',
  },
  {
    what: 'S3 the first global listener wins',
    program: 's03-before-connecting.js',
    from: 'globalListeners[kind] = listener',
    to: 'globalListeners[kind] ??= listener',
  },
  { what: 'S4 bytes are blobs', program: 's04-binary.js', from: `socket.binaryType = 'arraybuffer';`, to: '' },
  { what: 'S4 closing is told twice', program: 's04-refused.js', from: 'if (isOver) return;', to: '' },
  {
    what: 'S4 a refused socket closes with another code',
    program: 's04-refused.js',
    from: `socket.onclose = ({ code, reason }) => end((isOpened && refused) || { code, reason })`,
    to: `socket.onclose = ({ reason }) => end({ code: 1005, reason })`,
  },
  {
    what: 'S5 sending while nothing is open succeeds',
    program: 's05-nothing-open.js',
    from: `throw new Error('socket is not open')`,
    to: 'return { send() {}, close() {} }',
  },
  {
    what: 'S6 the code has no default',
    program: 's06-codes.js',
    from: '+(code ?? 1000)',
    to: '+(code ?? 3000)',
  },
  { what: 'S6 a refused code is reported as 1000', program: 's06-1001.js', from: '(isOpened && refused) ||', to: '' },
  { what: 'S6 a refused code closes nothing', program: 's06-1001.js', from: 'socket.close(1000, reason);', to: '' },
  { what: 'S7 empty protocols are sent', program: 's07-protocols.js', from: '.filter(Boolean)', to: '' },
  {
    what: 'S7 protocolsArray is not looked at',
    program: 's07-protocols.js',
    from: 'protocolsArray ?? protocols',
    to: 'protocols',
  },
];

const fetchOnly: readonly Fault[] = [
  // axios puts the multipart type in its place by itself.
  {
    what: 'U1 the content type of the program is sent',
    program: 'u01-upload.js',
    from: `delete headers['content-type'];`,
    to: '',
  },
  {
    what: 'R12 the last set-cookie wins',
    program: 'r12-set-cookie.js',
    from: `name === 'set-cookie' && fields[name]`,
    to: 'false',
  },
  {
    what: 'D1 a download stops at its first piece',
    program: 'u04-download-progress.js',
    from: 'chunk = (await reader?.read())?.value',
    to: 'chunk = parts.length ? undefined : (await reader?.read())?.value',
  },
];

const axiosOnly: readonly Fault[] = [
  {
    what: 'R1 axios looks at the status',
    program: 'r01-status.js',
    from: `responseType: 'arraybuffer',`,
    to: `responseType: 'arraybuffer', validateStatus: (status) => status < 300,`,
  },
  {
    what: 'R9 axios writes the body',
    program: 'r09-default-type.js',
    from: 'return data ?? null;',
    to: 'return JSON.stringify(data);',
  },
  { what: 'R13 axios reads the text', program: 'r13-charset.js', from: `responseType: 'arraybuffer',`, to: '' },
];

const wxOnly: readonly Fault[] = [
  {
    what: 'R11 a timeout becomes live',
    program: 'r11-ignored-in-variable.js',
    from: 'return hostOptions(own);',
    to: 'return { ...hostOptions(own), timeout: given.timeout };',
  },
  {
    what: 'R15 errCode is missing',
    program: 'r15-message-shown.js',
    from: 'result.errCode = result.errCode ?? result.errno',
    to: '',
  },
  {
    what: 'U2 the answer stays text',
    program: 'u02-member.js',
    from: 'result.data = JSON.parse(result.data);',
    to: '',
  },
  { what: 'S1 the old socket stays', program: 's01-replace.js', from: 'previous?.close(', to: 'void (' },
  {
    what: 'S1 the global close is heard for the old one',
    program: 's01-replace.js',
    from: 'if (task === current) globalListeners.close',
    to: 'globalListeners.close',
  },
  { what: 'S6 the code is a string', program: 's06-codes.js', from: 'code: Number(code)', to: 'code' },
  { what: 'S7 empty protocols are sent', program: 's07-protocols-dynamic.js', from: '.filter(Boolean)', to: '' },
];

const faults: readonly (readonly [TargetName, Fault])[] = [
  ...web.flatMap((fault) => [['fetch', fault] as const, ['axios', fault] as const]),
  ...fetchOnly.map((fault) => ['fetch', fault] as const),
  ...axiosOnly.map((fault) => ['axios', fault] as const),
  ...wxOnly.map((fault) => ['wx', fault] as const),
];
/** Milliseconds; some faults keep a program from ending. */
const limit = 3_000;

const programs = new Map(readPrograms().map((program) => [program.name, program]));

describe.concurrent('faults planted in the shim', () => {
  test.each(faults.map(([target, fault]) => [target, fault.what, fault] as const))(
    '%s: %s',
    async (target, _, fault) => {
      const program = programs.get(fault.program);
      if (!program) throw new Error(`there is no program ${fault.program}`);
      const { files, shim } = await rewriteProgram(program, target, fault.style ?? 'dropin');
      const text = shim === undefined ? '' : (files[shim] ?? '');
      if (shim === undefined || !text.includes(fault.from))
        expect.fail(`the shim no longer holds this text: ${fault.from}`);
      const faulty = { ...files, [shim]: text.replaceAll(fault.from, fault.to) };
      const before = await runProgram({ files: program.files, entry: program.entry, target: 'swan', ...program.run });
      const after = await runProgram({ files: faulty, entry: program.entry, target, ...program.run, limit });
      expect(compareRuns(before, after, { target, ...program.compare })).not.toEqual([]);
    },
  );
});

// In: the options of an upload. Out: whether its callback expects the parsed answer or its text (U2).
// Decides by what the callback does with the answer; knows nothing of targets.

import type { Callback, MemberRead, NetworkCall, ObjectLiteral } from '../../src/ir.ts';

/** The options as they will be at the call: the literal itself, or the one behind a variable that nothing has touched. */
export function findOptions({ options }: NetworkCall): ObjectLiteral | undefined {
  if (options.kind === 'literal') return options.object;
  return options.kind === 'opaque' ? options.known : undefined;
}

/** `res.data` is used as an object (a member is read, it is made JSON), and the program does not parse it itself. */
export function expectsParsed(options: ObjectLiteral): boolean {
  return resultCallbacks(options).some((callback) => {
    const data = dataReads(callback);
    return !data.some((read) => read.use === 'parsed') && data.some(isOfObject);
  });
}

/** `JSON.stringify(res.data)`, when nothing else says that an object is expected. */
export function findOnlyJson(options: ObjectLiteral): MemberRead | undefined {
  const reads = resultCallbacks(options).flatMap(dataReads).filter(isOfObject);
  return reads.every((read) => read.use === 'stringified' && read.path.length === 1) ? reads[0] : undefined;
}

/** Whether the program expects text or an object cannot be seen. */
export function hidesUse(options: ObjectLiteral): boolean {
  const reads = resultCallbacks(options).flatMap(dataReads);
  if (reads.some((read) => read.use === 'parsed' || read.use === 'stringified' || read.path.length > 1)) return false;
  return (
    mayGetSuccess(options) ||
    options.entries.filter(isResultCallback).some((entry) => {
      const result = entry.value.callback?.result;
      return !result || (result.escapes && !result.loggedOnly) || dataReads({ result }).length > 0;
    })
  );
}

/** A spread or a key that is not constant may bring a `success` that counts. */
function mayGetSuccess({ entries }: ObjectLiteral): boolean {
  const last = entries.findLastIndex((entry) => entry.key === 'success');
  return entries.slice(last + 1).some((entry) => entry.key === undefined);
}

function isOfObject(read: MemberRead): boolean {
  return read.path.length > 1 ? !isOfText(read.path[1]) : read.use === 'stringified';
}

function dataReads({ result }: Pick<Callback, 'result'>): MemberRead[] {
  return result.reads.filter((read) => read.path[0] === 'data');
}

function isResultCallback({ key }: ObjectLiteral['entries'][number]): boolean {
  return key === 'success' || key === 'complete';
}

function resultCallbacks(options: ObjectLiteral): Callback[] {
  return options.entries
    .filter(isResultCallback)
    .map((entry) => entry.value.callback)
    .filter((callback) => callback !== undefined);
}

const textMembers = new Set(Object.getOwnPropertyNames(String.prototype).filter((name) => name !== 'constructor'));

/** `res.data.length` or `res.data.replace(…)` says nothing: a text has them too. */
function isOfText(member: string | undefined): boolean {
  return member === undefined || member === '*' || textMembers.has(member);
}

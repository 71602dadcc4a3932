// In: the options of an upload. Out: whether its callback expects the parsed answer or its text (U2).
// Decides by what the callback does with the answer; knows nothing of targets.

import type { Callback, ObjectLiteral } from '../../src/ir.ts';

/** A member of `res.data` is read, and `res.data` is not parsed by the program itself. */
export function expectsParsed(options: ObjectLiteral): boolean {
  return resultCallbacks(options).some((callback) => {
    const data = callback.result.reads.filter((read) => read.path[0] === 'data');
    return (
      !data.some((read) => read.use === 'parsed') &&
      data.some((read) => read.path.length > 1 && !isOfText(read.path[1]))
    );
  });
}

/** The callback shows what it does with `res.data`. */
export function showsUse(options: ObjectLiteral): boolean {
  return resultCallbacks(options).some((callback) =>
    callback.result.reads.some((read) => read.path[0] === 'data' && (read.use === 'parsed' || read.path.length > 1)),
  );
}

/** The result of the upload may be used where it cannot be seen. */
export function hidesUse(options: ObjectLiteral): boolean {
  const entries = options.entries.filter((entry) => entry.key === 'success' || entry.key === 'complete');
  return entries.some((entry) => {
    const result = entry.value.callback?.result;
    if (!result) return true;
    const passesData = result.reads.some(
      (read) => read.path.length === 1 && read.path[0] === 'data' && read.use !== 'parsed',
    );
    return (result.escapes && !result.loggedOnly) || passesData;
  });
}

function resultCallbacks(options: ObjectLiteral): Callback[] {
  return options.entries
    .filter((entry) => entry.key === 'success' || entry.key === 'complete')
    .map((entry) => entry.value.callback)
    .filter((callback) => callback !== undefined);
}

const textMembers = new Set(Object.getOwnPropertyNames(String.prototype).filter((name) => name !== 'constructor'));

/** `res.data.length` or `res.data.replace(…)` says nothing: a text has them too. */
function isOfText(member: string | undefined): boolean {
  return member === undefined || member === '*' || textMembers.has(member);
}

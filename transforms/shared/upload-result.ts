// In: the options of an upload. Out: whether its callback expects the parsed answer or its text (U2).
// Decides by what the callback does with the answer; knows nothing of targets.

import type { Callback, MemberRead, ObjectLiteral } from '../../src/ir.ts';
import { resultCallbacks, resultEntries } from './visible-options.ts';

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
    resultEntries(options).some((entry) => {
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

const textMembers = new Set(Object.getOwnPropertyNames(String.prototype).filter((name) => name !== 'constructor'));

/** `res.data.length` or `res.data.replace(…)` says nothing: a text has them too. */
function isOfText(member: string | undefined): boolean {
  return member === undefined || member === '*' || textMembers.has(member);
}

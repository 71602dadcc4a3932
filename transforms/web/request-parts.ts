// In: a request with visible options. Out: its parts in the terms of HTTP (url, method, header fields, body, the rest),
// or the first question whose answer says that they cannot be taken apart without guessing. Rules: R5 to R10 of the behaviour contract.
// Knows nothing of fetch or axios.

import { isNoHeader } from '../shared/ignored-options.ts';
import type { Constant, OptionEntry, Expression, NetworkCall, ObjectLiteral } from '../../src/ir.ts';
import type { Denial } from '../../src/target.ts';

/** How the header fields get to their native place. */
export type Headers =
  /** Constant strings: they can stand where they are. */
  | { readonly kind: 'plain'; readonly entry: OptionEntry; readonly contentType: string | undefined }
  /** A visible object with values known at run time only, or names that need care. */
  | { readonly kind: 'fields'; readonly entry: OptionEntry; readonly contentType: string | undefined }
  /** Nothing is known, not even whether there is a content type. */
  | { readonly kind: 'opaque'; readonly entry: OptionEntry };

export type Body =
  /** Text that is sent as it is. */
  | { readonly kind: 'text'; readonly entry: OptionEntry; readonly addsType: boolean }
  | { readonly kind: 'json'; readonly entry: OptionEntry; readonly addsType: boolean }
  | { readonly kind: 'form'; readonly entry: OptionEntry }
  /** Which headers and which body go out is known at run time only. */
  | { readonly kind: 'payload'; readonly entry: OptionEntry };

export interface RequestParts {
  readonly object: ObjectLiteral;
  readonly url: OptionEntry;
  /** Where it is chosen at run time, one of those that it can be. */
  readonly method: string;
  /** The method is one of several that are alike in whether they have a body. */
  readonly chosenMethod?: Expression;
  readonly methodEntry?: OptionEntry;
  readonly headers?: Headers;
  /** Data of a GET or HEAD. */
  readonly query?: OptionEntry;
  readonly body?: Body;
  /** What stays with the callbacks: the callbacks, dataType, responseType, and options that swan ignores. */
  readonly rest: readonly OptionEntry[];
}

const native = new Set(['url', 'method', 'header', 'data']);

/** The parts, or why the request has to stay one object. */
export function findRequestParts(call: NetworkCall): RequestParts | Denial {
  if (call.options.kind !== 'literal') return { question: 'are the options written out at the call', at: call.at };
  if (call.extraArguments) return { question: 'are the options all that is passed', at: call.at };
  const object = call.options.object;
  if (!object.plain) return { question: 'has every option a plain key of its own', at: object.at };
  const find = (key: string): OptionEntry | undefined => object.entries.find((entry) => entry.key === key);
  const url = find('url');
  if (!url || url.form === 'method') return { question: 'is there a url', at: url?.at ?? object.at };

  const methodEntry = find('method');
  const chosenMethod = methodEntry?.form === 'value' && areAlike(methodEntry.value) ? methodEntry.value : undefined;
  const [choice] = chosenMethod?.choices ?? [];
  const method = typeof choice === 'string' ? choice : methodEntry ? constantMethod(methodEntry.value) : 'GET';
  if (method === undefined)
    return { question: 'is it known whether the method has a body', at: methodEntry?.at ?? object.at };

  const header = find('header');
  const headers = header && isNoHeader(header) ? undefined : readHeaders(header);
  const data = find('data');
  const isQuery = method === 'GET' || method === 'HEAD';
  const query = isQuery ? data : undefined;
  const body = data && !isQuery && !isUndefined(data.value) ? readBody(data, headers) : undefined;
  const used = [url, methodEntry, headers?.entry, data].filter((entry) => entry !== undefined);
  const waiting = used.find(({ value }) => value.suspends);
  if (waiting) return { question: 'is there no await and no yield in what moves into a function', at: waiting.at };
  const written = used.find(({ form }) => form === 'method');
  if (written) return { question: 'are url, method, header and data no methods', at: written.at };

  return {
    object,
    url,
    method,
    ...(methodEntry ? { methodEntry } : {}),
    ...(chosenMethod ? { chosenMethod } : {}),
    ...(headers ? { headers } : {}),
    ...(query && !isUndefined(query.value) ? { query } : {}),
    ...(body ? { body } : {}),
    rest: object.entries.filter((entry) => !native.has(entry.key ?? '') || isNoHeader(entry)),
  };
}

/** R5: upper-cased; missing or not a string is GET. Nothing when it is known at run time only. */
function constantMethod(value: Expression): string | undefined {
  if (!value.constant) return undefined;
  return typeof value.constant.value === 'string' ? value.constant.value.toUpperCase() : 'GET';
}

const withQuery: readonly Constant[] = ['GET', 'HEAD'];
const withBody: readonly Constant[] = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Whichever it is, it is sent as it is spelled, and data goes the same way. */
function areAlike({ choices = [] }: Expression): boolean {
  return choices.length > 0 && [withQuery, withBody].some((alike) => choices.every((method) => alike.includes(method)));
}

function readHeaders(entry: OptionEntry | undefined): Headers | undefined {
  if (!entry || (entry.value.constant && entry.value.constant.value == null)) return undefined;
  const object = entry.value.object;
  if (!object?.plain) return { kind: 'opaque', entry };
  const names = object.entries.map((field) => (field.key ?? '').toLowerCase());
  const typeField = object.entries[names.indexOf('content-type')];
  const contentType = typeField ? constantText(typeField.value) : undefined;
  if ((typeField && contentType === undefined) || names.indexOf('content-type') !== names.lastIndexOf('content-type')) {
    return { kind: 'opaque', entry };
  }
  const isPlain =
    new Set(names).size === names.length &&
    !names.includes('referer') &&
    object.entries.every(
      (field) =>
        field.form === 'value' &&
        /^[\w!#$%&'*+.^`|~-]+$/.test(field.key ?? '') &&
        isFieldValue(constantText(field.value)),
    );
  return { kind: isPlain ? 'plain' : 'fields', entry, contentType };
}

function readBody(entry: OptionEntry, headers: Headers | undefined): Body {
  if (headers?.kind === 'opaque') return { kind: 'payload', entry };
  const { value } = entry;
  const contentType = headers?.contentType;
  const isForm = contentType !== undefined && /^\s*application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType);
  const addsType = contentType === undefined;
  if (value.mayBeEmpty) return { kind: 'payload', entry };
  if (value.type === 'string') return { kind: 'text', entry, addsType };
  if (isForm) return { kind: 'form', entry };
  // Without a type of its own, a body that may turn out to be absent must not bring one along (R9).
  if (addsType && value.type !== 'object' && value.type !== 'array') return { kind: 'payload', entry };
  return { kind: 'json', entry, addsType };
}

function isUndefined(value: Expression): boolean {
  return value.constant !== undefined && value.constant.value === undefined;
}

function constantText(value: Expression): string | undefined {
  const constant: Constant = value.constant?.value;
  return typeof constant === 'string' ? constant : undefined;
}

/** Text that every platform sends as it is: visible Latin-1 without surrounding white space. */
function isFieldValue(text: string | undefined): boolean {
  return text !== undefined && /^$|^[\x21-\x7e\xa1-\xff]([\x20-\x7e\xa0-\xff]*[\x21-\x7e\xa1-\xff])?$/.test(text);
}

/**
 * True when evaluating the parts in the order `output` does what evaluating them in source order did (R19).
 * Reads of variables and members are taken as harmless to each other.
 */
export function keepsOrder(output: readonly Expression[]): boolean {
  for (let later = 0; later < output.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const first = output[earlier];
      const second = output[later];
      if (!first || !second || first.at.start < second.at.start) continue;
      const effects = [first.effect, second.effect];
      if (effects.includes('effects') && !effects.includes('none')) return false;
    }
  }
  return true;
}

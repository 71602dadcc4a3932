// In: constant data. Out: the query or form text that the shim would make of it at run time, where it reads better.
// Asks the shim's own encoder, so that what is encoded here and what is encoded there cannot differ (R6, R7).

import type { Constant, Expression } from '../../src/ir.ts';
import type { Tools } from '../../src/target.ts';
import { form, query } from '../../src/runtime/encode.ts';

/** The url with its query, when data is a constant object and nothing in it needs an escape. */
export function constantQuery(url: string, data: Expression, tools: Tools): string | undefined {
  const value = constantObject(data, tools);
  if (!value) return undefined;
  // What cannot be encoded is no text.
  const whole: unknown = query(url, value);
  return typeof whole === 'string' && isReadable(whole.slice(url.length)) ? whole : undefined;
}

/** The body of a form, when data is a constant object and nothing in it needs an escape. */
export function constantForm(data: Expression, tools: Tools): string | undefined {
  const value = constantObject(data, tools);
  if (!value) return undefined;
  const whole = form(value);
  return typeof whole === 'string' && whole !== '' && isReadable(whole) ? whole : undefined;
}

/** An object whose values are written in place: a named constant says more than its value. */
function constantObject(data: Expression, tools: Tools): { readonly [key: string]: Constant } | undefined {
  const value = data.constant?.value;
  const isWritten = data.object?.entries.every(
    (entry) => entry.form === 'value' && /^(?:['"][^]*['"]|-?[\d.]+|true|false|null)$/.test(tools.text(entry.value.at)),
  );
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && isWritten ? (value as { readonly [key: string]: Constant }) : undefined;
}

/** Escapes are harder to read and to change than the object; so is a long line. */
function isReadable(text: string): boolean {
  return text.length <= 60 && !text.includes('%');
}

// In: options and callbacks written for swan. Out: options and callbacks that wx understands, with the same effect.
// What a program passes in is not changed, but for the objects that wx itself hands to callbacks.

// A callback says itself what it expects of wx, and wx differs between its versions: only `any` lets all of them through.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

type Callback = ((result: Loose) => unknown) | null | undefined;

/** Gives an error of wx the errCode that swan's errors have: its own errno. The numbers are those of wx. */
export const withErrCode =
  (callback: Callback): ((result: object) => void) =>
  (result: { errCode?: number; errno?: number }) => {
    if (result && result.errno !== undefined) result.errCode = result.errCode ?? result.errno;
    if (typeof callback === 'function') callback(result);
  };

/** Gives an upload's callback the parsed object where the answer is JSON: wx always has text (U2). */
export const withParsedData =
  (callback: Callback): ((result: { data: unknown }) => void) =>
  (result) => {
    try {
      result.data = JSON.parse(result.data as string);
    } catch {
      // It stays the text that it is.
    }
    callback?.(result);
  };

/** Options of any type. Callbacks that are written out in them get their parameters' types from here. */
export interface Adapt {
  (options: {
    success?(result: Loose): unknown;
    fail?(error: Loose): unknown;
    complete?(outcome: Loose): unknown;
    [option: string]: unknown;
  }): Loose;
  // What it says of `unknown` in parts, or options that are `any` would always be taken for these.
  (options: NonNullable<unknown> | null | undefined): Loose;
}

/** Options that cannot be seen where the call stands. A timeout has no effect on swan and would have one here (R11). */
export const hostOptions: Adapt = (options: unknown) => {
  const { timeout, protocolsArray, protocols, code, ...others } = Object(options);
  const names = protocolsArray ?? protocols;
  return {
    ...others,
    ...(names && { protocols: [].concat(names).filter(Boolean) }),
    ...(code != null && { code: Number(code) }),
    // With a callback wx returns no promise, which could end as an unhandled rejection.
    fail: withErrCode(others.fail),
    complete: withErrCode(others.complete),
  };
};

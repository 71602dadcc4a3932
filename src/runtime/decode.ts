// In: the bytes of a response. Out: what the program gets as `data` (R13, R14).
// Knows nothing of how the bytes came.

export interface Decoding {
  /** json in any case, the default: parsed when it can be. Anything else: text. */
  dataType?: string | undefined;
  /** arraybuffer in any case: the bytes, whatever dataType says. */
  responseType?: string | undefined;
}

export const decode = (
  bytes: ArrayBuffer,
  contentType: string | null | undefined,
  dataType = 'json',
  responseType = '',
): unknown => {
  if (/^arraybuffer$/i.test(responseType)) return bytes;
  const charset = /;\s*charset="?([^;"]+)/i.exec(contentType as string)?.[1];
  let decoder = new TextDecoder();
  try {
    decoder = new TextDecoder(charset);
  } catch {
    // A charset that nobody knows: it stays UTF-8.
  }
  // A decoder takes one BOM away.
  const text = decoder.decode(bytes);
  try {
    if (/^json$/i.test(dataType)) return JSON.parse(text);
  } catch {
    // It stays the text that it is.
  }
  return text;
};

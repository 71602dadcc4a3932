// In: the bytes of a response. Out: what the program gets as `data` (R13, R14).
// Knows nothing of how the bytes came.

export interface Decoding {
  /** json in any case, the default: parsed when it can be. Anything else: text. */
  dataType?: string | undefined;
  /** arraybuffer in any case: the bytes, whatever dataType says. */
  responseType?: string | undefined;
}

export function decode(bytes: ArrayBuffer, contentType = '', dataType = 'json', responseType = ''): unknown {
  if (/^arraybuffer$/i.test(responseType)) return bytes;
  const text = decoderFor(contentType).decode(bytes);
  if (!/^json$/i.test(dataType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** UTF-8 when the response names no charset, or one that nobody knows. A decoder takes one BOM away. */
function decoderFor(contentType: string): TextDecoder {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

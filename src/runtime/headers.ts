// In: header fields as the program wrote them, or as a response brought them. Out: fields as the other side wants them (R10, R12).
// Knows nothing of requests and responses.

/** Fields to send: lower-case names, string values, no Referer. Bytes of UTF-8 stand for what Latin-1 cannot hold. */
export const headerFields = (header: unknown): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(typeof header === 'object' && header ? header : fields)) {
    const name = key.toLowerCase();
    if (value == null || name === 'referer') continue;
    const text = String(value);
    fields[name] = /[^\0-\xff]/.test(text) ? String.fromCharCode(...new TextEncoder().encode(text)) : text;
  }
  return fields;
};

/** The same fields, found under a name in any case. Only the lower-case names are listed. */
export const inAnyCase = (fields: Record<string, string>): Record<string, string> =>
  new Proxy(fields, {
    get: (own, name) => own[(name in own ? name : String(name).toLowerCase()) as string],
  });

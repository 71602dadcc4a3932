// In: a value that came from JSON and may be of any shape. Out: a member of it, where it has one.
// Knows nothing of files.

/** Nothing where the value is no object. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

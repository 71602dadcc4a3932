// In: what was thrown. Out: whether code was nested deeper than the stack of this thread reaches.
// Knows nothing of what was walked.

export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/.test(error.message);
}

// In: the value of an option that swan ignores. Out: no option: nothing is left of it but that it was evaluated (R11).
// Refuses to know what the value is.

export const ignore = (_value: unknown): object => ({});

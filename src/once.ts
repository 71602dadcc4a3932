// In: a computation. Out: the same, made when it is first asked for and not again.
// Takes the place of a getter in an object literal: the engine makes a hidden class for each such object, which holds what the
// getter closes over, a whole syntax tree as a rule, until the next full collection.

export function once<Found>(find: () => Found): () => Found {
  let known: { readonly found: Found } | undefined;
  return () => (known ??= { found: find() }).found;
}

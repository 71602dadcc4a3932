// In: items and what to do with each. Out: it done, a few at a time, so that the system's limit on open files is kept.
// Knows nothing of the items.

const atOnce = 16;

/** @returns what became of each, in the order of the items */
export async function inLanes<T, R>(items: readonly T[], work: (item: T, i: number) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  const rest = items.entries();
  const lane = async () => {
    for (const [i, item] of rest) results[i] = await work(item, i);
  };
  // All lanes come to rest before a fault is passed on, so that nobody writes any more while it is cleared away.
  const ends = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return results;
}

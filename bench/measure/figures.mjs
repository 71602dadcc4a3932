// In: numbers that were measured. Out: their median and spread, and how they are written.
// Knows nothing of what they are.

export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** Between two of them, what lies between. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** `1.23 (1.20–1.40)`, and of one number only itself. */
export function spread(numbers, digits = 2) {
  if (numbers.some(Number.isNaN)) return '?';
  const [low, middle, high] = [Math.min(...numbers), median(numbers), Math.max(...numbers)].map((one) =>
    one.toFixed(digits),
  );
  return numbers.length < 2 ? middle : `${middle} (${low}–${high})`;
}

/** The most of them, in whole numbers. */
export function most(numbers) {
  return numbers.some(Number.isNaN) ? '?' : Math.max(...numbers).toFixed(0);
}

/** Three digits that say something. */
export function ratio(number) {
  if (!Number.isFinite(number)) return '?';
  if (number >= 100) return number.toFixed(0);
  return number >= 10 ? number.toFixed(1) : number.toFixed(2);
}

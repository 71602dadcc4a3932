// In: nothing. Out: callbacks that write down which of them ran, in which order and with what.
// Asserts nothing.

export interface Traced {
  /** The names of the callbacks, in the order in which they ran. */
  readonly order: string[];
  readonly values: unknown[];
  readonly success: (value: unknown) => void;
  readonly fail: (value: unknown) => void;
  readonly complete: (value: unknown) => void;
  /** Resolves when `complete` has run. */
  readonly done: Promise<void>;
}

export function trace(also: Partial<Record<'success' | 'fail' | 'complete', (value: unknown) => void>> = {}): Traced {
  const order: string[] = [];
  const values: unknown[] = [];
  let finish!: () => void;
  const done = new Promise<void>((resolve) => (finish = resolve));
  const note = (name: 'success' | 'fail' | 'complete') => (value: unknown) => {
    order.push(name);
    values.push(value);
    if (name === 'complete') finish();
    also[name]?.(value);
  };
  return { order, values, success: note('success'), fail: note('fail'), complete: note('complete'), done };
}

/** Lets everything run that is due now, timers of no length included. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

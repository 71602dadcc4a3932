// In: the numbers behind a program that breaks a law. Out: smaller numbers that break it as well.
// Takes whole statements out first, then the ends of their lists, then stretches and single numbers, within a number
// of tries: a few seconds, where trying everything would take minutes.

export interface Numbers {
  readonly head: readonly number[];
  readonly statements: readonly (readonly number[])[];
}

export function shrink(numbers: Numbers, isBroken: (smaller: Numbers) => boolean, tries = 600): Numbers {
  let best = numbers;
  let left = tries;
  const attempt = (smaller: Numbers): boolean => {
    if (left <= 0) return false;
    left--;
    if (!isBroken(smaller)) return false;
    best = smaller;
    return true;
  };
  for (let size = numbers.statements.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at + size <= best.statements.length;) {
      const { head, statements } = best;
      if (!attempt({ head, statements: [...statements.slice(0, at), ...statements.slice(at + size)] })) at += size;
    }
  }
  for (let round = 0; round < 2; round++) {
    shrinkList(best.head, (head) => attempt({ ...best, head }));
    for (let index = 0; index < best.statements.length; index++) {
      shrinkList(best.statements[index] ?? [], (list) =>
        attempt({ ...best, statements: best.statements.map((old, at) => (at === index ? list : old)) }),
      );
    }
  }
  return best;
}

/** Each change is offered; it stays when it is taken. */
function shrinkList(list: readonly number[], offer: (smaller: readonly number[]) => boolean): void {
  let best = list;
  const take = (smaller: readonly number[]): boolean => {
    const isTaken = offer(smaller);
    if (isTaken) best = smaller;
    return isTaken;
  };
  for (let length = 0; length < best.length; length = length * 2 + 1) {
    if (take(best.slice(0, length))) break;
  }
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length;) {
      if (!take([...best.slice(0, at), ...best.slice(at + size)])) at += size;
    }
  }
  best.forEach((number, at) => {
    if (number !== 0) take(best.map((old, index) => (index === at ? 0 : old)));
  });
}

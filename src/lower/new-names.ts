// In: what the names of a file are bound to. Out: names for new bindings that hide nothing of the program and that
// nothing of the program hides, and whether a name is bound at a place.
// A name that is bound elsewhere only is not taken. Knows nothing of what the names are for.

import type { FileNames, NamedBinding } from '../lift/names.ts';
import { contains, type Span } from '../text/text.ts';

export interface NewNames {
  /** `wanted`, or `wanted` with a number: what a parameter of a function around `at` can be called. */
  find(wanted: string, at: Span): string;
  /**
   * `wanted`, else one of `others`, else `wanted` with a number: the first that a binding of the whole file can have and
   * that means it at all `places`. It is taken from then on. What is declared at places that are `freed` no longer counts.
   */
  claim(
    where: { readonly places: readonly Span[]; readonly freed: readonly Span[] },
    wanted: string,
    ...others: string[]
  ): string;
  /** What is declared there for the whole file, and once, is what the name means at this place. */
  isOnly(name: string, declared: Span, at: Span): boolean;
  /** A binding of the file is what the name means at this place. */
  isBoundAt(name: string, at: Span): boolean;
}

export function claimNames(names: FileNames): NewNames {
  const claimed = new Set<string>();
  const parameters = new Set<string>();

  const reaches = ({ scope }: NamedBinding, at: Span): boolean => scope === 'file' || contains(scope, at);

  const isBoundAt = (name: string, at: Span): boolean => names.of(name).bindings.some((one) => reaches(one, at));

  return {
    isBoundAt,
    isOnly(name, declared, at) {
      const { bindings, ambient } = names.of(name);
      const isIt = (one: Span): boolean => one.start === declared.start;
      const own = bindings.filter((one) => one.declared.some(isIt));
      const others = bindings.filter((one) => !own.includes(one));
      const isDeclared = own.length > 0 ? own.every((one) => one.declared.length === 1) : ambient.some(isIt);
      return isDeclared && !others.some((one) => reaches(one, at));
    },
    find(wanted, at) {
      const isTaken = (name: string): boolean =>
        claimed.has(name) || isBoundAt(name, at) || names.of(name).unbound.some((place) => contains(at, place));
      const name = firstFree(wanted, isTaken);
      parameters.add(name);
      return name;
    },
    claim({ places, freed }, wanted, ...others) {
      const isLeft = ({ declared }: NamedBinding): boolean =>
        !declared.every((place) => freed.some(({ start }) => start === place.start));
      const isTaken = (name: string): boolean =>
        claimed.has(name) ||
        parameters.has(name) ||
        names.of(name).unbound.length > 0 ||
        names
          .of(name)
          .bindings.filter(isLeft)
          .some((one) => one.scope === 'file' || places.some((place) => reaches(one, place)));
      const name = [wanted, ...others].find((one) => !isTaken(one)) ?? firstFree(wanted, isTaken);
      claimed.add(name);
      return name;
    },
  };
}

function firstFree(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  let n = 2;
  while (isTaken(`${wanted}${n}`)) n++;
  return `${wanted}${n}`;
}

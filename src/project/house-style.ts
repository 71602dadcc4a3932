// In: the texts of a project's files. Out: how the project writes what a file may hold no case of its own of.
// Looks at the text only, so a comment may vote; a file that has cases of its own does not ask. Knows nothing of swan.

export interface HouseStyle {
  /** `(a) => …` rather than `a => …`. */
  readonly arrowParentheses: boolean;
}

const withParentheses = /(?:^|[^\w$.\])])\(\s*[A-Za-z_$][\w$]*\s*\)\s*=>/gm;
const without = /(?:^|[=(,:?{[&|\s])[A-Za-z_$][\w$]*\s*=>/gm;

/** Counts in the texts that it is given, one after the other. */
export function readHouseStyle(): { add(text: string): void; result(): HouseStyle } {
  let balance = 0;
  return {
    add(text) {
      if (text.includes('=>')) balance += countOf(text, withParentheses) - countOf(text, without);
    },
    result: () => ({ arrowParentheses: balance > 0 }),
  };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

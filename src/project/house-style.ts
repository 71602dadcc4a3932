// In: the texts of a project's files. Out: how the project writes what a file may hold no case of its own of.
// Looks at the text only, so a comment may vote; a file that has cases of its own does not ask. Knows nothing of swan.

export interface HouseStyle {
  /** `(a) => …` rather than `a => …`. */
  readonly arrowParentheses: boolean;
  /** `{ a }` rather than `{a}`. */
  readonly spacedBraces: boolean;
}

const withParentheses = /(?:^|[^\w$.\])])\(\s*[A-Za-z_$][\w$]*\s*\)\s*=>/gm;
const withoutParentheses = /(?:^|[=(,:?{[&|\s])[A-Za-z_$][\w$]*\s*=>/gm;
const withSpace = /(?:[=(,:]|\b(?:const|let|var|import))\s*\{[ \t]+[\w$'"[.]/g;
const withoutSpace = /(?:[=(,:]|\b(?:const|let|var|import))\s*\{[\w$'"[.]/g;

/** How often the files that were counted do a thing, and how often the opposite. */
export interface HouseHabits {
  parentheses: number;
  noParentheses: number;
  space: number;
  noSpace: number;
}

export function noHabits(): HouseHabits {
  return { parentheses: 0, noParentheses: 0, space: 0, noSpace: 0 };
}

/** Adds what one file does. */
export function countHabits(habits: HouseHabits, text: string): void {
  habits.parentheses += countOf(text, withParentheses);
  habits.noParentheses += countOf(text, withoutParentheses);
  habits.space += countOf(text, withSpace);
  habits.noSpace += countOf(text, withoutSpace);
}

export function houseStyleOf({ parentheses, noParentheses, space, noSpace }: HouseHabits): HouseStyle {
  return {
    arrowParentheses: parentheses > noParentheses,
    spacedBraces: prefersSpace({ yes: space, no: noSpace }),
  };
}

/** Without a clear majority spaces, as most programs have them. */
export function prefersSpace({ yes, no }: { readonly yes: number; readonly no: number }): boolean {
  return no <= 2 * yes;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

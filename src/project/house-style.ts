// In: the texts of a project's files. Out: how the project writes what a file may hold no case of its own of.
// Looks at the text only, so a comment may vote; a file that has cases of its own does not ask. Knows nothing of swan.

export interface HouseStyle {
  /** `(a) => …` rather than `a => …`. */
  readonly arrowParentheses: boolean;
  /** `{ a }` rather than `{a}`. */
  readonly spacedBraces: boolean;
  /** `'a'` rather than `"a"`. */
  readonly singleQuotes: boolean;
  readonly semicolons: boolean;
}

const withParentheses = /(?:^|[^\w$.\])])\(\s*[A-Za-z_$][\w$]*\s*\)\s*=>/gm;
const withoutParentheses = /(?:^|[=(,:?{[&|\s])[A-Za-z_$][\w$]*\s*=>/gm;
const withSpace = /(?:[=(,:]|\b(?:const|let|var|import))\s*\{[ \t]+[\w$'"[.]/g;
const withoutSpace = /(?:[=(,:]|\b(?:const|let|var|import))\s*\{[\w$'"[.]/g;
const inSingle = /(?:[=(,:[]|\b(?:from|import|return))\s*'/g;
const inDouble = /(?:[=(,:[]|\b(?:from|import|return))\s*"/g;
const ended = /^[ \t]*(?:import|export|const|let|var|return)\b.*;[ \t]*$/gm;
const notEnded = /^[ \t]*(?:import|export|const|let|var|return)\b.*[\w$)\]'"`}][ \t]*$/gm;

interface Count {
  readonly yes: number;
  readonly no: number;
}

/** How often a file, or several, do a thing, and how often the opposite. */
export type HouseHabits = { readonly [K in keyof HouseStyle]: Count };

export function readHabits(text: string): HouseHabits {
  return {
    arrowParentheses: { yes: countOf(text, withParentheses), no: countOf(text, withoutParentheses) },
    spacedBraces: { yes: countOf(text, withSpace), no: countOf(text, withoutSpace) },
    singleQuotes: { yes: countOf(text, inSingle), no: countOf(text, inDouble) },
    semicolons: { yes: countOf(text, ended), no: countOf(text, notEnded) },
  };
}

/** Of several lists of files the first that has a case decides. */
export function houseStyleOf(...lists: readonly (readonly HouseHabits[])[]): HouseStyle {
  const decide = (habit: keyof HouseStyle): Count =>
    lists.map((list) => sumOf(list.map((one) => one[habit]))).find(({ yes, no }) => yes + no > 0) ?? { yes: 0, no: 0 };
  const parentheses = decide('arrowParentheses');
  return {
    arrowParentheses: parentheses.yes > parentheses.no,
    spacedBraces: prefersSpace(decide('spacedBraces')),
    singleQuotes: prefersSingle(decide('singleQuotes')),
    semicolons: prefersSemicolons(decide('semicolons')),
  };
}

/** The same as what is found, which is looked for when the first of its members is read. */
export function lazyStyle(find: () => HouseStyle): HouseStyle {
  let found: HouseStyle | undefined;
  const style = (): HouseStyle => (found ??= find());
  return {
    get arrowParentheses() {
      return style().arrowParentheses;
    },
    get spacedBraces() {
      return style().spacedBraces;
    },
    get singleQuotes() {
      return style().singleQuotes;
    },
    get semicolons() {
      return style().semicolons;
    },
  };
}

function sumOf(counts: readonly Count[]): Count {
  return counts.reduce((sum, { yes, no }) => ({ yes: sum.yes + yes, no: sum.no + no }), { yes: 0, no: 0 });
}

/** Without a clear majority spaces, as most programs have them. */
export function prefersSpace({ yes, no }: Count): boolean {
  return no <= 2 * yes;
}

export function prefersSingle({ yes, no }: Count): boolean {
  return yes >= no;
}

export function prefersSemicolons({ yes, no }: Count): boolean {
  return yes >= no;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

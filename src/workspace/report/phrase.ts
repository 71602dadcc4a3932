// In: words and names. Out: a sentence that every report can write in its own way: plain text, and what is shown as code.
// Knows no format.

export interface CodeWord {
  readonly code: string;
}

export type Phrase = readonly (string | CodeWord)[];

export function codeWord(code: string): CodeWord {
  return { code };
}

/** `phrase\`${codeWord('axios')} is listed in ${codeWord(file)}\`` */
export function phrase(
  words: TemplateStringsArray,
  ...values: readonly (string | number | CodeWord | Phrase)[]
): Phrase {
  return words.flatMap((word, index): Phrase => {
    const value = values[index];
    if (value === undefined) return [word];
    if (typeof value === 'object' && !('code' in value)) return [word, ...value];
    return [word, typeof value === 'number' ? String(value) : value];
  });
}

export function listed(items: readonly CodeWord[], comma: string): Phrase {
  return items.flatMap((item, index) => (index === 0 ? [item] : [comma, item]));
}

export function plain(words: Phrase): string {
  return words.map((word) => (typeof word === 'string' ? word : word.code)).join('');
}

// In: any text of a program or of a file system. Out: the same for people to read: what a terminal or the log of a CI
// server would act on, or hide, is shown as an escape. Reports for machines do not go through here.
// Knows nothing of where it is printed.

/** Control characters (tabs stay), marks that turn the direction of writing, what has no width, halves of characters. */
const unprintable =
  /(?!\t)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u{e0001}\u{e0020}-\u{e007f}]/gu;

/** CI servers obey these in the middle of a line, too: `##[error]`, `##vso[…]`, `##teamcity[…]`. */
const logCommand = /##(?=\[|vso\[|teamcity\[)/g;

/** One line: `a\nb.js`. */
export function printable(text: string): string {
  return text.replace(unprintable, escapeOf).replace(logCommand, '#\\x23');
}

/** Several lines. Line breaks stay. */
export function printableLines(text: string): string {
  return text.replaceAll('\r\n', '\n').split('\n').map(printable).join('\n');
}

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code > 0xffff) return `\\u{${digits}}`;
  return named[character] ?? (code < 0x100 ? `\\x${digits.padStart(2, '0')}` : `\\u${digits.padStart(4, '0')}`);
}

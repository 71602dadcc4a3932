// In: data. Out: its JSON, two spaces a step, exact when it is read back, and harmless when it is printed: what a terminal
// or a CI server would act on stands as an escape, which JSON has for every character. Knows nothing of reports.

/** As in src/text/printable.ts; those below U+0020 JSON escapes itself. */
const unprintable =
  /[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]|(?<=#)#(?=\[|vso\[|teamcity\[)/g;

export function exactJson(data: unknown): string {
  const text = JSON.stringify(data, null, 2);
  return `${text.replace(unprintable, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

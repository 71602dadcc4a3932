// In: the text of docs/rules.md, and the programs of test/executed/programs by path. Out: the rules that stand on the page, those
// that a program is about, and the page with the list of programs under each rule.
// Knows nothing of files; `docs.mjs` writes the page and a test compares it.

/** A rule is a heading: `### R17: the task is there at once`, or `### On wx`, which has no number. */
const heading = /^### (?:(?<name>[RUDSF]\d+): .+|(?<plain>On wx))$/gm;

/** What a program is about stands in front of the first colon of its first line: `// R11, "On wx": …`. */
const subject = /^\/\/ (?<names>(?:[RUDSF]\d+|"On wx")(?:, (?:[RUDSF]\d+|"On wx"))*): /;

/** A rule that is named in text: one, or several in a row, as in `R6 to R8`. */
const citation = /\b(?<letter>[RUDSF])(?<first>\d+)(?: to \k<letter>(?<last>\d+))?\b|(?<plain>"On wx")/g;

const before = 'Programs: ';

/** Each rule of the page by name, with the part of an address that leads to its heading. */
export function rulesOn(page) {
  return new Map(
    [...page.matchAll(heading)].map(([line, name]) => [name ?? 'On wx', slugOf(line.replace(/^#+ /, ''))]),
  );
}

/** The rules that a text names. */
export function citationsIn(text) {
  return [...text.matchAll(citation)].flatMap(({ groups: { letter, first, last = first } }) => {
    if (letter === undefined) return ['On wx'];
    return Array.from({ length: last - first + 1 }, (_, at) => `${letter}${Number(first) + at}`);
  });
}

/** The rules that an executed program is about. */
export function rulesProvenBy(code) {
  const names = subject.exec(code.split('\n', 1)[0])?.groups.names;
  return names === undefined ? [] : names.split(', ').map((name) => name.replaceAll('"', ''));
}

/**
 * The page with the programs of each rule under it.
 * @param programs the text of each by its path as seen from the page
 */
export function withPrograms(page, programs) {
  const sections = page.split(/^(?=##)/m);
  return sections
    .map((section) => {
      const [name] = rulesOn(section).keys();
      if (name === undefined) return section;
      const links = [...programs]
        .filter(([, code]) => rulesProvenBy(code).includes(name))
        .map(([file]) => linkTo(file));
      const kept = section.split('\n\n').filter((part) => part.trim() !== '' && !part.startsWith(before));
      return `${[...kept.map((part) => part.trimEnd()), `${before}${links.join(', ')}`].join('\n\n')}\n\n`;
    })
    .join('')
    .replace(/\n+$/, '\n');
}

/** A markdown text in which every rule that is named leads to the page of rules: `rules.md`, as it is seen from there. */
export function withRuleLinks(text, rules, page) {
  return text.replace(/\b[RUDSF]\d+\b/g, (name) => {
    const slug = rules.get(name);
    if (slug === undefined) throw new Error(`there is no rule ${name}`);
    return `[${name}](${page}#${slug})`;
  });
}

/** `[r01-status](../test/executed/programs/r01-status.js)`; the entry stands for a program of several files. */
function linkTo(file) {
  const name = file.replace(/\/main\.js$/, '').replace(/^.*\//, '');
  return `[${name.replace(/\.\w+$/, '')}](${file})`;
}

/** As the places that show markdown make the address of a heading. */
function slugOf(title) {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

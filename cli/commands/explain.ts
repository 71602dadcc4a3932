// In: the code of a diagnostic, or none. Out: what it means, an example and what to do; or the list of all codes.
// Knows nothing of programs: it reads the catalogue only.

import type { ExitCode } from '../exit-code.ts';
import type { Locale } from '../../src/locale/locale.ts';
import { catalogue, codes, isCode, keepsSite } from '../../src/diagnostics/diagnostics.ts';
import { Failure } from '../../src/workspace/failure.ts';
import type { Streams } from '../streams.ts';
import { askIfMeant } from '../../src/workspace/suggest.ts';

/** `(R18)`, as help texts name the rules of behaviour. */
const namesRule = /\b[RUDSF]\d+\b/;

export async function explain(code: string | undefined, locale: Locale, streams: Streams): Promise<ExitCode> {
  const { bold, cyan, dim, red, yellow } = streams.outColours;
  const paint = { error: red, warning: yellow, note: cyan };
  if (code === undefined) {
    const width = Math.max(...codes.map((known) => known.length));
    for (const known of codes) {
      const { severity, title } = catalogue[known];
      streams.out(`${bold(known.padEnd(width))}  ${paint[severity](severity.padEnd(7))}  ${title[locale]}\n`);
    }
    return 0;
  }
  if (!isCode(code)) {
    throw new Failure({
      what: `there is no diagnostic ${code}`,
      help: askIfMeant(code, codes) ?? 'cygnet explain, without a code, lists them all.',
    });
  }
  const { severity, title, help, example } = catalogue[code];
  streams.out(`${bold(code)}  ${paint[severity](severity)}  ${title[locale]}\n\n${help.trim()}\n\n`);
  streams.out(`${bold('Example')}\n${example.trimEnd().replace(/^(?=.)/gm, '    ')}\n`);
  if (namesRule.test(help))
    streams.out(dim('\nR1, U1, S1 and so on are rules: docs/rules.md in the package cygnet.\n'));
  if (keepsSite(code)) streams.out(dim('\nA call that is kept is left for a person: the exit code is 1.\n'));
  else if (severity !== 'error') streams.out(dim(`\nA ${severity} does not change the exit code.\n`));
  return 0;
}

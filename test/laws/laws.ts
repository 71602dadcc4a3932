// In: nothing. Out: the laws that hold for every program, every target and every style.
// Executed programs and types need more than one program's text and stand beside.

import { spokenInEach } from './law-languages.ts';
import { linkedShim } from './law-linked-shim.ts';
import { nothingLost } from './law-nothing-lost.ts';
import { sameBindings } from './law-same-bindings.ts';
import { sameBytes } from './law-bytes.ts';
import { sameComments } from './law-comments.ts';
import { sameTree } from './law-same-tree.ts';
import { sameVariants } from './law-variants.ts';
import { mapsHome } from './law-source-map.ts';
import { secondRun } from './law-second-run.ts';
import { wholeSites } from './law-whole-sites.ts';
import type { Law, Subject, Violations } from './subject.ts';

export const laws: readonly Law[] = [
  sameTree,
  sameBindings,
  sameBytes,
  nothingLost,
  sameComments,
  secondRun,
  sameVariants,
  mapsHome,
  wholeSites,
  linkedShim,
  spokenInEach,
];

/** What the laws find, each line with the law's name in front. */
export function violationsOf(subject: Subject, wanted: readonly Law[] = laws): Violations {
  return wanted.flatMap((law) => law.check(subject).map((violation) => `${law.name}: ${violation}`));
}

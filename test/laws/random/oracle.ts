// In: a random program and a target. Out: what is wrong: with the places that were found, and by the laws.
// Tries one style for each program, and one variant of white space on one target, in turn, as there are many programs.

import { laws } from '../laws.ts';
import { checkVariants, sameVariants, variants } from '../law-variants.ts';
import { makeSubjects, showPlace, targetNames, type Output, type Subject, type TargetName } from '../subject.ts';
import type { RandomProgram } from './program.ts';

export interface Checked {
  readonly violations: readonly string[];
  readonly result: Output;
}

const plainLaws = laws.filter((law) => law !== sameVariants);

/**
 * @param turn which style and which variant
 * @param subjects to share what is known of a program between targets
 */
export function checkProgram(
  program: RandomProgram,
  target: TargetName,
  turn: number,
  subjects = makeSubjects(program),
): Checked {
  const subject = subjects({ target, style: turn % 3 === 2 ? 'dropin' : 'native' });
  const { result } = subject;
  if (!subject.before) return { result, violations: ['the program itself does not parse'] };
  const isTurn = targetNames.indexOf(target) === Math.floor(turn / variants.length) % targetNames.length;
  const variant = isTurn ? variants[turn % variants.length] : undefined;
  const violations = [
    ...checkPlaces(program, subject),
    ...plainLaws.flatMap((law) => law.check(subject).map((violation) => `${law.name}: ${violation}`)),
    ...checkVariants(subject, variant ? [variant] : []).map((violation) => `${sameVariants.name}: ${violation}`),
  ];
  return { result, violations };
}

/** Exactly the marked places are sites, and each fares as it should. */
function checkPlaces(program: RandomProgram, { result, options }: Subject): string[] {
  const violations: string[] = [];
  const found = new Map(result.sites.map((site) => [site.start, site]));
  for (const { start, api, kind } of program.sites) {
    const site = found.get(start);
    const place = showPlace(program.code, start);
    found.delete(start);
    if (!site) violations.push(`places: not found, ${place}`);
    else if (site.api !== api) violations.push(`places: found as ${site.api} instead of ${api}, ${place}`);
    else if (kind === 'kept' && site.verdict !== 'kept')
      violations.push(`places: ${site.verdict} instead of kept, ${place}`);
    else if (kind === 'moved' && site.verdict === 'kept' && !(program.bindsWx && options.target === 'wx')) {
      violations.push(`places: kept (${site.codes.join(', ')}), ${place}`);
    }
  }
  for (const site of found.values()) {
    violations.push(`places: not swan's and found as ${site.api}, ${showPlace(program.code, site.start, site.end)}`);
  }
  return violations;
}

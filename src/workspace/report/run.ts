// In: nothing. Out: the type of what every reporter is given.
// Knows nothing of formats.

import type { Locale } from '../../locale/locale.ts';
import type { TargetName } from '../../core.ts';
import type { Survey } from './survey.ts';
import type { PackageToInstall } from './packages.ts';

/** What was run, when and on what; for reports that are looked at later and by others. */
export interface Provenance {
  /** As it was typed, with the words quoted that need it. */
  readonly commandLine: string;
  /** In ISO 8601. */
  readonly at: string;
  /** Absent outside of git. */
  readonly commit?: string;
}

export interface Run extends Survey {
  /** The language of whoever reads it. JSON and SARIF are English whatever it is. */
  readonly locale: Locale;
  readonly command: 'migrate' | 'scan' | 'check';
  /** Absent when the run only looked. */
  readonly target?: TargetName;
  /** The shims that go with it, relative to where the command ran. */
  readonly shimFiles?: readonly string[];
  /** What the shims import and no package.json lists. */
  readonly missing?: readonly PackageToInstall[];
  /** What applies the diff where the command ran. */
  readonly patchCommand?: string;
  /** The code came from standard input. */
  readonly isInput?: boolean;
  /** Only where a report asks for it. */
  readonly provenance?: Provenance;
  /** The plan was applied. */
  readonly isWritten: boolean;
}

// In: a workspace. Out: what was seen in it, as reports have it: every file that may have to do with swan, its programs, and what was
// passed by. Knows nothing of formats.

import type { ApiName } from '../../core.ts';
import type { InEach } from '../../locale/locale.ts';
import type { FileResult } from '../file-result.ts';
import { type NamedProgram, namedPrograms, programsWithCalls } from '../programs/programs.ts';
import { type LeftOut, noteLeftOut } from '../search/left-out.ts';
import { type UnreadFile, unreadFile } from '../search/unread.ts';
import type { Workspace } from '../workspace.ts';

export interface Survey {
  readonly root: string;
  /** How many script files there are, whether they have to do with swan or not. */
  readonly looked: number;
  readonly leftOut: LeftOut;
  /** What names network APIs of swan and was not read. */
  readonly unread: readonly UnreadFile[];
  /** The run was for some files of the root only. */
  readonly isPartial: boolean;
  /** The run was for these APIs only. */
  readonly only?: readonly ApiName[];
  readonly files: readonly FileResult[];
  /** How many files more name swan and none of its network, where nobody asked which other APIs they use. */
  readonly uncounted: number;
  /** Those that the calls belong to. */
  readonly programs: readonly NamedProgram[];
  /** In words, about the run as a whole. */
  readonly warnings: readonly InEach<string>[];
}

export interface SurveyWish {
  /** What shown paths are relative to. */
  readonly cwd: string;
  readonly only?: readonly ApiName[];
}

/** @throws Failure when the shim that a file needs cannot go where it should */
export async function surveyOf(workspace: Workspace, { cwd, only }: SurveyWish): Promise<Survey> {
  const { root, found, leftOut, unread, isPartial, warnings } = workspace.searched;
  const { files, generated, uncounted } = await workspace.settle();
  const all: LeftOut = new Map([...leftOut].map(([reason, paths]) => [reason, [...paths]]));
  for (const { file } of generated) noteLeftOut(all, 'generated', file);
  const results = new Set(files.map((file) => file.path));
  return {
    root,
    // A folder that cannot be read is no file, and a template counts when it holds a module; every page has one.
    looked: found.filter(
      ({ path: file, fault }) => fault === undefined && (!file.endsWith('.swan') || results.has(file)),
    ).length,
    leftOut: all,
    unread: [...unread, ...generated.map((one) => unreadFile('generated-file', one))],
    isPartial,
    ...(only && { only }),
    files,
    uncounted,
    programs: namedPrograms(programsWithCalls(files, workspace.programOf), cwd),
    warnings,
  };
}

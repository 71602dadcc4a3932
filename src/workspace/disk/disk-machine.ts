// In: nothing. Out: the machine at hand: its disk, git as it is installed, and the tsconfigs that lie there.
// Knows nothing of what a workspace makes of them.

import type { Machine } from '../machine.ts';
import { disk } from './disk.ts';
import { changedSince } from './git.ts';
import { rulesAround } from './rules-around.ts';
import { readTsconfigFile } from './tsconfig-file.ts';

export const diskMachine: Machine = { files: disk, rulesAround, changedSince, readTsconfig: readTsconfigFile };

// In: what may be offered. Out: for each shell what makes a script of it.
// Knows nothing of how a shell asks.

import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import type { Completion } from './tree.ts';
import { zshCompletion } from './zsh.ts';

export const scriptFor: Readonly<Record<'bash' | 'zsh' | 'fish', (offered: Completion) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

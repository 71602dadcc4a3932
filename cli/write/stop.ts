// In: the signals by which a person ends a program. Out: the wish to stop, for whoever can stop cleanly.
// After the work has come to rest the program ends the way the signal would have ended it; a second signal ends it at once.

import { inert } from '../inert.ts';

export interface StopWatch {
  readonly isStopped: () => boolean;
  /** Ends the program by the signal that came, if one did, and says what the work came to. */
  end(outcome: string): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function watchForStop(): StopWatch {
  let stoppedBy: (typeof signals)[number] | undefined;
  const remember = (signal: NodeJS.Signals) => {
    if (stoppedBy !== undefined) leave(signal);
    stoppedBy ??= signals.find((known) => known === signal);
  };
  const leave = (signal: NodeJS.Signals) => {
    for (const known of signals) process.off(known, remember);
    endBy(signal);
  };
  for (const signal of signals) process.on(signal, remember);
  return {
    isStopped: () => stoppedBy !== undefined,
    end(outcome) {
      if (stoppedBy !== undefined) process.stderr.write(inert(`\n${outcome}\n`));
      for (const signal of signals) process.off(signal, remember);
      if (stoppedBy !== undefined) leave(stoppedBy);
    },
  };
}

/** With nobody listening the signal does what it does to any program; what was written so far is on record. */
export function endBy(signal: NodeJS.Signals): void {
  process.kill(process.pid, signal);
}

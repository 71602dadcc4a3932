// In: the signals by which a person ends a program. Out: the wish to stop, for whoever can stop cleanly.
// After the work has come to rest the program ends the way the signal would have ended it.

export interface StopWatch {
  readonly isStopped: () => boolean;
  /** Ends the program by the signal that came, if one did, and says what the work came to. */
  end(outcome: string): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function watchForStop(): StopWatch {
  let stoppedBy: (typeof signals)[number] | undefined;
  const remember = (signal: NodeJS.Signals) => {
    stoppedBy ??= signals.find((known) => known === signal);
  };
  for (const signal of signals) process.on(signal, remember);
  return {
    isStopped: () => stoppedBy !== undefined,
    end(outcome) {
      for (const signal of signals) process.off(signal, remember);
      if (stoppedBy === undefined) return;
      process.stderr.write(`\n${outcome}\n`);
      process.kill(process.pid, stoppedBy);
    },
  };
}

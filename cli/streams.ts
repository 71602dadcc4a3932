// In: text. Out: text on standard output and standard error, coloured where a person looks at it.
// A closed pipe (`| head`) ends the output and not the work: what is to be written to disk still is.
// The only place that knows the process's streams.

import { createColors } from 'picocolors';

export type Colours = ReturnType<typeof createColors>;

export interface Streams {
  out(text: string): void;
  err(text: string): void;
  readonly outColours: Colours;
  readonly errColours: Colours;
  /** A person sits at standard error: progress may be shown. */
  readonly isTerminal: boolean;
  /** A person can be asked. */
  readonly canAsk: boolean;
}

export function openStreams(isColourWanted: boolean): Streams {
  const env = process.env;
  const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  const isRefused = !isColourWanted || (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb';
  const colours = (isTTY: boolean | undefined) => createColors(!isRefused && (isTTY === true || isForced));
  return {
    out: writer(process.stdout),
    err: writer(process.stderr),
    outColours: colours(process.stdout.isTTY),
    errColours: colours(process.stderr.isTTY),
    isTerminal: process.stderr.isTTY === true && env.TERM !== 'dumb',
    canAsk: process.stdin.isTTY === true && process.stderr.isTTY === true,
  };
}

const closed = new WeakSet<NodeJS.WriteStream>();

function writer(stream: NodeJS.WriteStream): (text: string) => void {
  if (!closed.has(stream) && stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
      closed.add(stream);
    });
  }
  return (text) => {
    if (text !== '' && !closed.has(stream)) stream.write(text);
  };
}

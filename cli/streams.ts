// In: text. Out: text on standard output and standard error, coloured where a person looks at it. What people read is
// made inert on the way; data for other programs goes out as it is.
// A closed pipe (`| head`) ends the output and not the work: what is to be written to disk still is.
// The only place that knows the process's streams.

import { createColors } from 'picocolors';

import { inert } from './inert.ts';
import { type Colours, type Medium, isUtf8 } from './medium.ts';

export type { Colours } from './medium.ts';

export interface Streams {
  /** For people. */
  out(text: string): void;
  err(text: string): void;
  /** For programs: code, diffs, reports that machines read. */
  data(text: string): void;
  readonly outColours: Colours;
  readonly errColours: Colours;
  readonly outMedium: Medium;
  readonly errMedium: Medium;
  /** A person sits at standard error: progress may be shown. */
  readonly isTerminal: boolean;
  /** A person sits at standard output: nothing that is printed there is data. */
  readonly isOutTerminal: boolean;
  /** A person can be asked. */
  readonly canAsk: boolean;
}

export function openStreams(isColourWanted: boolean): Streams {
  const env = process.env;
  const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  const isRefused = !isColourWanted || (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb';
  const colours = (isTTY: boolean | undefined) => createColors(!isRefused && (isTTY === true || isForced));
  const [outColours, errColours] = [colours(process.stdout.isTTY), colours(process.stderr.isTTY)];
  const [out, err] = [writer(process.stdout), writer(process.stderr)];
  return {
    out: (text) => out(inert(text, outColours.isColorSupported)),
    err: (text) => err(inert(text, errColours.isColorSupported)),
    data: out,
    outColours,
    errColours,
    outMedium: mediumOf(process.stdout, outColours),
    errMedium: mediumOf(process.stderr, errColours),
    isOutTerminal: process.stdout.isTTY === true,
    isTerminal: process.stderr.isTTY === true && env.TERM !== 'dumb',
    canAsk: canAsk(),
  };
}

/** A person types, and sees what is asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

function mediumOf(stream: NodeJS.WriteStream, colours: Colours): Medium {
  if (!stream.isTTY) return { colours };
  return {
    colours,
    isAscii: !isUtf8(process.env, process.platform),
    get columns() {
      // Some terminals do not know how wide they are.
      return stream.columns > 0 ? stream.columns : undefined;
    },
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

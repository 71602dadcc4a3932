// In: the connection that was made last. Out: the one that the global listeners and functions mean, one at a time (S1).
// Knows nothing of tasks.

import type { Connection } from './socket-connection.ts';

/** What the global listeners and functions mean. */
export let current: Connection | undefined;

/** First the new one is current: the end of the previous one is none of the global listeners' business. */
export const makeCurrent = (connection: Connection): void => {
  const previous = current;
  current = connection;
  previous?.close(1000, '');
};

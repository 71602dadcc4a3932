// In: the connection that was made last. Out: the one that the global listeners and functions mean. Those before it live on.
// Knows nothing of tasks.

import type { Connection } from './socket-connection.ts';

/** What the global listeners and functions mean. */
export let current: Connection | undefined;

export const makeCurrent = (connection: Connection): void => {
  current = connection;
};

// In: the socket that was opened last. Out: the one that the global close listener hears, one at a time (S1).
// Knows nothing of the program's listeners.

/** Its close takes what swan's takes. */
interface Closable {
  close(): void;
}

/** The socket that was opened last. */
export let current: Closable | undefined;

/** wx lets five sockets live; swan replaces the one before. */
export const makeCurrent = (task: Closable): void => {
  const previous = current;
  current = task;
  previous?.close();
};

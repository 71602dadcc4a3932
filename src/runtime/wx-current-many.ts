// In: the socket that was opened last. Out: the one that the global close listener hears. Those before it live on.
// Knows nothing of the program's listeners.

/** Its close takes what swan's takes. */
interface Closable {
  close(): void;
}

/** The socket that was opened last. */
export let current: Closable | undefined;

export const makeCurrent = (task: Closable): void => {
  current = task;
};

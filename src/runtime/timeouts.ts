// In: nothing. Out: how long each kind of exchange may take.
// The linker puts the program's own `networkTimeout` here (R16).

/** Milliseconds, over the whole exchange with its body; of a socket, until it is open. */
export const timeouts: { readonly [api: string]: number; readonly other: number } = { other: 60000 };

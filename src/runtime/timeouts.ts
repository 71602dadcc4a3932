// In: nothing. Out: how long each kind of exchange may take.
// The linker puts the program's own `networkTimeout` here (R16).

/** Milliseconds, over the whole exchange with its body; of a socket, until it is open. */
export const timeouts = { request: 60000, uploadFile: 60000, downloadFile: 60000, connectSocket: 60000 };

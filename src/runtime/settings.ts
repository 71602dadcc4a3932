// What the program says of its own network: the `networkTimeout` of app.json.
// Knows nothing of who asks.

/** How long each kind of exchange may take. */
export interface Timeouts {
  readonly [api: string]: number | undefined;
  readonly connectSocket?: number;
  readonly other: number;
}

/** Milliseconds, over the whole exchange with its body; of a socket, until it is open (R16). */
export declare const timeouts: Timeouts;

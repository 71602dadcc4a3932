// In: the data of the page, as packed.ts packs it. Out: the data.
// Knows nothing of what is in it.

/** Absent in browsers from before 2023. */
export const canUnpack = typeof DecompressionStream === 'function';

export async function unpack<Data>(packed: string): Promise<Data> {
  const bytes = Uint8Array.from(atob(packed.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  // What was packed is what the type says: the same build wrote both halves.
  return (await new Response(stream).json()) as Data;
}

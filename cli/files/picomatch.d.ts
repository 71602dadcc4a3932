// What this program uses of a package that brings no types along.

declare module 'picomatch' {
  function picomatch(globs: readonly string[], options: picomatch.Options): (path: string) => boolean;
  namespace picomatch {
    interface Options {
      readonly dot: boolean;
      /** `[!a]` means what it means in a shell. */
      readonly posix: boolean;
    }
    function scan(glob: string, options: Options): { readonly base: string; readonly isGlob: boolean };
  }
  export default picomatch;
}

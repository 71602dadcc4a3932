// A style sheet is imported as its text, which the build makes small (scripts/build.mjs).
// Knows nothing of what is in it.

declare module '*.css' {
  const text: string;
  export default text;
}

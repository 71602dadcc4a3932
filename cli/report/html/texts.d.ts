// What the build puts into the page as text: a style sheet, made small, and a script, bundled with all that it imports
// (scripts/page-texts.mjs).
// Knows nothing of what is in them.

declare module '*.css' {
  const text: string;
  export default text;
}

declare module '*?bundled' {
  const text: string;
  export default text;
}

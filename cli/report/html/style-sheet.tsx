// In: rules of CSS. Out: the element that puts them into the page: the only text there that is not escaped as HTML is.
// Knows nothing of what the rules say.

import type { JSX } from 'preact';

export function StyleSheet({ rules }: { readonly rules: string }): JSX.Element {
  // before: [title="</style>"]
  // after:  [title="\3c /style>"]
  const css = rules.replaceAll('<', '\\3c ');
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}

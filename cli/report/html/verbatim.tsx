// In: texts of our own making: rules of CSS, the script of the page, packed data. Out: the elements that put them into the page as they
// are: the only text there that is not escaped as HTML is.
// Knows nothing of what they say.

import type { JSX } from 'preact';

export function StyleSheet({ rules }: { readonly rules: string }): JSX.Element {
  return <style dangerouslySetInnerHTML={{ __html: rules }} />;
}

/** A module runs when the page is there. */
export function Script({ code }: { readonly code: string }): JSX.Element {
  return <script type="module" dangerouslySetInnerHTML={{ __html: code }} />;
}

/** @param packed of letters, digits, `+`, `/` and `=` only */
export function Data({ packed }: { readonly packed: string }): JSX.Element {
  return <script type="text/plain" id="data" dangerouslySetInnerHTML={{ __html: packed }} />;
}

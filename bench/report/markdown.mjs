// In: the head of a table and its rows. Out: Markdown, the numbers to the right.
// Knows nothing of what is in it.

/**
 * @param {readonly string[]} head one that ends with `:` has numbers below it
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function markdownTable(head, rows) {
  const titles = head.map((title) => title.replace(/:$/, ''));
  const lines = head.map((title) => (title.endsWith(':') ? '---:' : '---'));
  return [titles, lines, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

// In: a text and edits over it. Out: the new text, as pieces that know where they came from.
// Refuses: edits that overlap without nesting, edits that no kept span would show, spans shown twice.
// Knows nothing of JavaScript.

/** Offsets in UTF-16 units of the original text, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Strings are new text; spans are kept byte for byte, but for the edits that lie inside them. A hole is new text that is not
 * known yet: no template with one can be spliced.
 */
export type Template<Hole = never> = readonly (string | Span | Hole)[];

/** Replaces what stands `at`. The spans of its template lie within `at`. */
export interface Edit<Hole = never> {
  readonly at: Span;
  readonly text: Template<Hole>;
}

/** A run of the output. */
export interface Piece {
  readonly text: string;
  /** The offset in the original, where it was kept. */
  readonly from?: number;
  /** Where it is new, the edit that it comes from, and which part of its template it is. */
  readonly by?: { readonly edit: Edit; readonly part: number };
}

export interface Spliced {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Where in the output stands what each edit made. */
  readonly placed: ReadonlyMap<Edit, Span>;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What stands there is in one of the spans that the template keeps. */
export function keeps(template: Template<object>, at: Span): boolean {
  return template.some((part) => isSpan(part) && contains(part, at));
}

export function isSpan(part: string | object): part is Span {
  return typeof part !== 'string' && 'start' in part;
}

interface Node {
  readonly edit: Edit;
  readonly inner: Node[];
  shown: boolean;
}

/**
 * Applies `edits` to `source`. An edit inside another one is rendered where the outer template keeps its text.
 * @throws Error when two edits cross, when an edit would be dropped, or when a kept span leaves its edit.
 */
export function splice(source: string, edits: readonly Edit[]): Spliced {
  const roots: Node[] = [];
  const open: Node[] = [];
  const nodes: Node[] = [];
  for (const edit of [...edits].sort(byPlace)) {
    if (edit.at.start < 0 || edit.at.end > source.length || edit.at.start > edit.at.end) {
      throw new Error(`edit ${show(edit.at)} lies outside the text`);
    }
    for (const part of edit.text) {
      if (typeof part !== 'string' && !contains(edit.at, part)) {
        throw new Error(`edit ${show(edit.at)} keeps ${show(part)}, which lies outside of it`);
      }
    }
    let top = open.at(-1);
    while (top && top.edit.at.end <= edit.at.start) {
      open.pop();
      top = open.at(-1);
    }
    if (top && !contains(top.edit.at, edit.at)) {
      throw new Error(`edits ${show(top.edit.at)} and ${show(edit.at)} cross`);
    }
    const node: Node = { edit, inner: [], shown: false };
    (top ? top.inner : roots).push(node);
    open.push(node);
    nodes.push(node);
  }
  const pieces: Piece[] = [];
  const placed = new Map<Edit, Span>();
  let length = 0;
  keep({ start: 0, end: source.length }, roots);
  const dropped = nodes.find((node) => !node.shown);
  if (dropped) throw new Error(`edit ${show(dropped.edit.at)} would be dropped`);
  return { text: pieces.map((piece) => piece.text).join(''), pieces, placed };

  function keep(span: Span, inside: readonly Node[]): void {
    let at = span.start;
    for (const node of inside) {
      if (!contains(span, node.edit.at)) continue;
      push(at, node.edit.at.start);
      render(node);
      at = node.edit.at.end;
    }
    push(at, span.end);
  }

  function render(node: Node): void {
    if (node.shown) throw new Error(`edit ${show(node.edit.at)} would be shown twice`);
    node.shown = true;
    const { edit } = node;
    const start = length;
    for (const [index, part] of edit.text.entries()) {
      if (typeof part !== 'string') keep(part, node.inner);
      else if (part !== '') add({ text: part, by: { edit, part: index } });
    }
    placed.set(edit, { start, end: length });
  }

  function push(start: number, end: number): void {
    if (start < end) add({ text: source.slice(start, end), from: start });
  }

  function add(piece: Piece): void {
    pieces.push(piece);
    length += piece.text.length;
  }
}

/** Outer edits come before inner ones, and an insertion before whatever starts where it stands. */
function byPlace(a: Edit, b: Edit): number {
  if (a.at.start !== b.at.start) return a.at.start - b.at.start;
  const [widthA, widthB] = [a.at.end - a.at.start, b.at.end - b.at.start];
  if (widthA === 0 || widthB === 0) return widthA - widthB;
  return widthB - widthA;
}

function show(span: Span): string {
  return `${span.start}..${span.end}`;
}

// In: the text of a .swan template and a page's data. Out: what a browser shows for it, as DOM, and its events as calls of handlers.
// Covers what the example uses: {{ }}, s-for, s-if, s-elif, bind… and the elements below; anything else is an error.
// Knows nothing of pages and of the network.

/** `name` is the page's handler. */
export type CallHandler = (name: string, event: object) => void;
type Scope = Readonly<Record<string, unknown>>;

interface TemplateElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: TemplateNode[];
}
type TemplateNode = TemplateElement | string;

/** What stands for an element of a mini-program. */
const elements: Readonly<Record<string, string>> = {
  view: 'div',
  'scroll-view': 'div',
  text: 'span',
  button: 'button',
  input: 'input',
  image: 'img',
  progress: 'div',
};

export function parseTemplate(text: string): TemplateNode[] {
  const root: TemplateElement = { tag: '', attributes: new Map(), children: [] };
  const open = [root];
  for (const [, closing, tag, attributes = '', selfClosing, plain] of text.matchAll(
    /<(\/?)([a-z-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (plain !== undefined) {
      if (plain.trim() !== '') parent.children.push(plain.trim());
    } else if (closing === '/') {
      if (open.pop()?.tag !== tag) throw new Error(`</${tag}> closes another element`);
    } else {
      const element: TemplateElement = {
        tag: tag ?? '',
        attributes: new Map(
          [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key ?? '', value]),
        ),
        children: [],
      };
      parent.children.push(element);
      if (selfClosing === '') open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is not closed`);
  return root.children;
}

export function renderTemplate(nodes: readonly TemplateNode[], scope: Scope, call: CallHandler): Node[] {
  let isSettled = false; // an s-if before took its turn
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [document.createTextNode(String(fill(node, scope)))];
    const loop = /^(\w+) in (.+)$/.exec(node.attributes.get('s-for') ?? '');
    if (loop) {
      const [, name = '', list = ''] = loop;
      return (evaluate(list, scope) as unknown[]).map((item) => renderElement(node, { ...scope, [name]: item }, call));
    }
    const condition = node.attributes.get('s-if');
    const otherwise = node.attributes.get('s-elif');
    if (condition !== undefined) isSettled = false;
    if (condition ?? otherwise) {
      const isShown = !isSettled && Boolean(evaluate(condition ?? otherwise ?? '', scope));
      isSettled ||= isShown;
      if (!isShown) return [];
    }
    return [renderElement(node, scope, call)];
  });
}

function renderElement({ tag, attributes, children }: TemplateElement, scope: Scope, call: CallHandler): HTMLElement {
  const name = elements[tag];
  if (name === undefined) throw new Error(`<${tag}> is not known here`);
  const element = document.createElement(name);
  element.classList.add(`x-${tag}`);
  const dataset: Record<string, unknown> = {};
  for (const [key, text] of attributes) {
    const value = fill(text, scope);
    if (/^s-(if|elif|for)$/.test(key)) continue;
    if (key.startsWith('bind')) {
      element.addEventListener(events[key.slice(4)] ?? key.slice(4), (event) => {
        if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
        const detail = element instanceof HTMLInputElement ? { value: element.value } : {};
        call(text, { type: key.slice(4), detail, currentTarget: { dataset } });
      });
    } else if (key.startsWith('data-')) dataset[key.slice(5)] = value;
    else if (key === 'class') element.classList.add(...String(value).split(' '));
    else if (key === 'value') (element as HTMLInputElement).value = String(value);
    else if (key === 'percent') element.append(...progress(Number(value), attributes.has('show-info')));
    else element.setAttribute(key, String(value));
  }
  element.append(...renderTemplate(children, scope, call));
  return element;
}

/** Events by the name that a mini-program has for them. */
const events: Readonly<Record<string, string>> = { tap: 'click', confirm: 'keydown', input: 'input' };

function progress(percent: number, hasInfo: boolean): HTMLElement[] {
  const track = document.createElement('div');
  track.className = 'progress-track';
  const bar = document.createElement('div');
  bar.className = 'progress-bar';
  bar.style.width = `${percent}%`;
  track.append(bar);
  const info = document.createElement('span');
  info.textContent = `${percent}%`;
  return hasInfo ? [track, info] : [track];
}

/** Text with {{ }} in it; a value that is nothing but one keeps its type. */
function fill(text: string, scope: Scope): unknown {
  const whole = /^\{\{([^}]*)\}\}$/.exec(text)?.[1];
  if (whole !== undefined) return evaluate(whole, scope);
  return text.replace(/\{\{([^}]*)\}\}/g, (_, expression: string) => String(evaluate(expression, scope)));
}

function evaluate(expression: string, scope: Scope): unknown {
  return new Function(...Object.keys(scope), `return (${expression});`)(...Object.values(scope)) as unknown;
}

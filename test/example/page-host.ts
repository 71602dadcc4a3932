// In: page definitions and how to load them. Out: the part of a mini-program host that the example needs: App, Page, getApp,
// a stack of pages with their lives (onLoad, onShow, onUnload), and setData. Runs in Node and in a browser.
// Knows nothing of the network and nothing of drawing.

export type Data = Record<string, unknown>;
export type Patch = Readonly<Record<string, unknown>>;

export interface PageInstance {
  readonly route: string;
  readonly data: Data;
  /** Calls a handler of the page, as the template's events do. */
  call(handler: string, event?: object): void;
}

export interface PageHost {
  /** For globalThis. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Runs the file that calls App, and onLaunch. Gives the app. */
  launch(load: () => void): Data;
  /** Runs the file that calls Page, once; nothing is shown yet. */
  define(route: string, load: () => void): void;
  /** Puts a page on top: `/pages/detail/detail?id=7`. */
  open(url: string): PageInstance;
  /** Takes the top page away. */
  back(): void;
  readonly current: PageInstance | undefined;
}

export interface PageHostEvents {
  /** After each setData; pages that are gone set data too. */
  onData(page: PageInstance, patch: Patch): void;
  /** The top page is another one. */
  onTop?(page: PageInstance | undefined): void;
}

type Definition = Readonly<Record<string, unknown>>;
type Handler = (argument: object) => void;

export function createPageHost({ onData, onTop }: PageHostEvents): PageHost {
  const definitions = new Map<string, Definition>();
  const stack: { readonly page: PageInstance; readonly self: object }[] = [];
  let loading: string | undefined;
  let app: Data | undefined;

  const instantiate = (route: string, definition: Definition): { page: PageInstance; self: object } => {
    const data = structuredClone((definition['data'] ?? {}) as Data);
    const self: Record<string, unknown> = { ...definition, data };
    const page: PageInstance = {
      route,
      data,
      call(handler, event = {}) {
        if (typeof self[handler] === 'function') (self[handler] as Handler)(event);
      },
    };
    self['setData'] = (patch: Patch) => {
      const path = Object.keys(patch).find((key) => /[.[]/.test(key));
      if (path !== undefined) throw new Error(`setData('${path}'): this host takes whole members only`);
      Object.assign(data, patch);
      onData(page, patch);
    };
    return { page, self };
  };

  return {
    globals: {
      App: (definition: Definition) => void (app = { ...definition }),
      Page: (definition: Definition) => {
        if (loading === undefined) throw new Error('Page was called outside of the loading of a page');
        definitions.set(loading, definition);
      },
      getApp: () => app,
      getCurrentPages: () => stack.map(({ self }) => self),
    },
    launch(load) {
      load();
      if (!app) throw new Error('the app file did not call App');
      (app['onLaunch'] as Handler | undefined)?.call(app, {});
      return app;
    },
    define(route, load) {
      loading = route;
      load();
      loading = undefined;
    },
    open(url) {
      const { pathname, searchParams } = new URL(url, 'page://host');
      const route = pathname.slice(1);
      const definition = definitions.get(route);
      if (!definition) throw new Error(`there is no page ${route}`);
      const top = instantiate(route, definition);
      stack.push(top);
      top.page.call('onLoad', Object.fromEntries(searchParams));
      top.page.call('onShow');
      onTop?.(top.page);
      return top.page;
    },
    back() {
      stack.pop()?.page.call('onUnload');
      onTop?.(stack.at(-1)?.page);
    },
    get current() {
      return stack.at(-1)?.page;
    },
  };
}

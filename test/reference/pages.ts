// In: where to record, and which handlers to call. Out: small doubles of App, Page, Component, getApp and getCurrentPages.
// Instances are what a handler sees as `this`: its own copy of data, and setData, which is recorded.
// Knows nothing of the network.

type Recorder = (name: string, ...value: readonly unknown[]) => void;
type Instance = Record<string, unknown> & { data: Record<string, unknown> };

export interface Pages {
  readonly globals: Readonly<Record<string, unknown>>;
  /** Runs onLaunch, then onLoad, onShow and onReady of each page, then the handlers that were asked for. */
  launch(): void;
}

export function createPages(record: Recorder, taps: readonly string[]): Pages {
  const pages: Instance[] = [];
  let app: Instance | undefined;

  const instantiate = (definition: Record<string, unknown>): Instance => {
    const data = structuredClone((definition['data'] ?? {}) as Record<string, unknown>);
    const instance: Instance = { ...definition, data };
    instance['setData'] = (patch: Record<string, unknown>, after?: () => void) => {
      record('setData', patch);
      Object.assign(instance.data, patch);
      if (typeof after === 'function') setImmediate(() => after.call(instance));
    };
    return instance;
  };
  const call = (instance: Instance, name: string, argument: object): void => {
    const handler = instance[name];
    if (typeof handler === 'function')
      setImmediate(() => (handler as (given: object) => void).call(instance, argument));
  };

  return {
    globals: {
      App: (definition: Record<string, unknown>) => void (app = instantiate(definition)),
      Page: (definition: Record<string, unknown>) => void pages.push(instantiate(definition)),
      Component: (definition: Record<string, unknown>) => {
        const lifetimes = (definition['lifetimes'] ?? {}) as Record<string, unknown>;
        const methods = (definition['methods'] ?? {}) as Record<string, unknown>;
        pages.push(instantiate({ ...definition, ...methods, ...lifetimes }));
      },
      getApp: () => app,
      getCurrentPages: () => pages,
    },
    launch() {
      if (app) call(app, 'onLaunch', {});
      for (const page of pages) {
        for (const name of ['attached', 'onLoad', 'onShow', 'onReady']) call(page, name, {});
        for (const name of taps)
          call(page, name, { type: 'tap', target: {}, currentTarget: { dataset: {} }, detail: {} });
      }
    },
  };
}

// In: the name of a world. Out: its hosts and helpers as globals of this realm, and what the program did in it.
// Runs inside a realm of its own, so nothing is imported. Everything is answered in turns: what was sent in one turn is
// answered in the next ones, in the order of the urls, so that only what a program can rely on shows in the trace.

(function () {
  const own = new Set(Reflect.ownKeys(globalThis));
  const turnLimit = 300;
  let trace, sends, turns, count, hosts;

  const put = (line) => void trace.push(line);
  const show = (value) => (value === null || typeof value !== 'object' ? String(value) : 'object');
  const nameOf = (error) => (error instanceof Error ? error.name : `a ${typeof error}`);
  const guarded = (word, run) => {
    try {
      run();
    } catch (error) {
      put(`${word} ${nameOf(error)}`);
    }
  };
  /** What is sent at the end of the turn, unless it is taken back before. */
  const ask = (host, api, url, settle) => {
    const send = { host, api, url: String(url).replace(/^https:\/\/a\.b/, ''), settle };
    sends.push(send);
    return () => void (sends = sends.filter((other) => other !== send));
  };

  /** Calls the callbacks as swan does: as plain functions, what they throw is reported and stops nothing. */
  const tell = (callback, argument) => {
    if (typeof callback === 'function') guarded('reported', () => callback(argument));
  };

  const asksFor = (host, api) =>
    function (options) {
      const { url, success, fail, complete } = Object(options);
      let isOver = false;
      const end = (callback, outcome) => {
        if (isOver) return;
        isOver = true;
        tell(callback, outcome);
        tell(complete, outcome);
      };
      const failure = {
        errCode: 1001,
        ...(host === 'wx' && { errCode: undefined, errno: 1001 }),
        errMsg: `${api}:fail`,
      };
      let takeBack = () => {};
      if (typeof url !== 'string') turns.push(() => end(fail, { ...failure, errCode: 202 }));
      else if (url.includes('/fail')) takeBack = ask(host, api, url, () => end(fail, failure));
      else takeBack = ask(host, api, url, () => end(success, { data: 'ok', statusCode: 200, header: {} }));
      return {
        abort() {
          takeBack();
          Promise.resolve().then(() => end(fail, failure));
        },
        onProgressUpdate() {},
      };
    };

  const network = (host) => ({
    request: asksFor(host, 'request'),
    uploadFile: asksFor(host, 'uploadFile'),
    downloadFile: asksFor(host, 'downloadFile'),
    connectSocket(options) {
      asksFor(host, 'connectSocket')(options);
      return {
        send: () => put('send'),
        close({ code, fail } = {}) {
          // The socket that another one replaces is closed without a code; WeChat takes numbers only.
          if (code === undefined) return;
          if (host === 'wx' && typeof code !== 'number') turns.push(() => tell(fail, { errMsg: 'close:fail' }));
          else put(`close ${code}`);
        },
        onOpen: (listener) => turns.push(() => tell(listener, {})),
        onMessage() {},
        onError() {},
        onClose() {},
      };
    },
    onSocketOpen: () => put('onSocketOpen'),
    onSocketMessage: () => put('onSocketMessage'),
    onSocketError: () => put('onSocketError'),
    onSocketClose: () => put('onSocketClose'),
    sendSocketMessage: () => put('sendSocketMessage'),
    closeSocket: () => put('closeSocket'),
  });

  const others = () => ({
    login: () => put('login'),
    showToast: () => put('showToast'),
    canIUse: (name) => !/^none/.test(name),
  });

  /** What swan does between a call of `swan.after` and the network. */
  function withHooks(swan) {
    swan.after = (hooks) => {
      for (const api of Object.keys(hooks)) {
        const old = swan[api];
        swan[api] = function (options) {
          put(`after ${api}`);
          return old(options);
        };
      }
    };
    return swan;
  }

  const makers = {
    swan: () => ({ swan: withHooks({ ...network('swan'), ...others() }) }),
    /** swan as it is where no network API of it is left. */
    'rest of swan': () => ({ swan: others() }),
    wx: () => ({ wx: { ...network('wx'), ...others() } }),
    web: () => ({
      fetch: (url, { signal } = {}) =>
        new Promise((resolve, reject) => {
          const stopped = () => Object.assign(new Error('aborted'), { name: 'AbortError' });
          if (signal && signal.aborted) return reject(stopped());
          if (signal) signal.addEventListener('abort', () => reject(stopped()));
          const headers = { forEach() {} };
          if (url.includes('/fail')) return ask('web', 'request', url, () => reject(new TypeError('failed')));
          ask('web', 'request', url, () =>
            resolve({ status: 200, headers, arrayBuffer: async () => new ArrayBuffer(0) }),
          );
        }),
    }),
  };

  /** axios as the shim uses it: methods that send, and the defaults that they would be given. */
  class Axios {
    defaults = {};
    request = ({ url, signal }) =>
      new Promise((resolve, reject) => {
        const stopped = () => Object.assign(new Error('canceled'), { name: 'CanceledError' });
        if (signal && signal.aborted) return reject(stopped());
        if (signal) signal.addEventListener('abort', () => reject(stopped()));
        if (url.includes('/fail')) return ask('web', 'request', url, () => reject(new TypeError('failed')));
        const headers = { toJSON: () => ({}) };
        ask('web', 'request', url, () => resolve({ data: new ArrayBuffer(0), status: 200, headers }));
      });
    get = (url, given) => this.request({ ...given, url });
    head = this.get;
    delete = this.get;
    options = this.get;
    post = (url, data, given) => this.request({ ...given, url, data });
    put = this.post;
    patch = this.post;
  }

  const spies = {
    spyOn(object, name) {
      const old = object[name];
      object[name] = function (...given) {
        put(`spied ${name}`);
        return old.apply(this, given);
      };
      return { mockRestore: () => void (object[name] = old) };
    },
  };

  /** Code that the compiler does not see, and what a program can look at. */
  const helpers = () => ({
    log: (...given) => put(`log ${given.map(show).join(' ')}`),
    later: (run) => void turns.push(() => guarded('thrown', run)),
    window: globalThis,
    on: true,
    off: false,
    none: undefined,
    mock: { request: (options) => put(`mock ${Object(options).url}`), login: () => put('mock login') },
    use: (value) => put(`use ${typeof value}`),
    /** Calls what it is given. */
    dial: (send, url) => (typeof send === 'function' ? send({ url }) : put('no function')),
    /** Makes a call through the whole object. */
    dialOn: (host, url) => host.request({ url }),
    /** Changes what it is given. */
    patch(host) {
      const old = host.request;
      host.request = (options) => old({ ...options, url: `${options.url}?patched` });
    },
    each: (list, run) => list.forEach((item) => run(item)),
    jest: spies,
    vi: spies,
    sinon: { stub: (object, name) => void (object[name] = (options) => put(`stub ${options.url}`)) },
    process: { env: { TARO_ENV: 'swan', NODE_ENV: 'test' } },
    console: { error: (error) => put(`reported ${nameOf(error)}`), log() {}, warn() {} },
    setTimeout: () => 0,
    clearTimeout() {},
  });

  globalThis.$ = {
    /** `worlds`: which hosts there are. */
    start(worlds) {
      for (const key of Reflect.ownKeys(globalThis)) if (!own.has(key)) delete globalThis[key];
      [trace, sends, turns, count, hosts] = [[], [], [], 0, []];
      for (const world of worlds) Object.assign(globalThis, makers[world]());
      Object.assign(globalThis, helpers());
    },
    isClean: () =>
      Reflect.ownKeys(globalThis).every(
        (key) => own.has(key) || Object.getOwnPropertyDescriptor(globalThis, key).configurable,
      ),
    /** What a file sees that has no swan of its own: the name is there, and what is written to it is everybody's. */
    shadow() {
      let isWritten = false;
      return new Proxy(
        {},
        {
          has: (_, name) => name === 'swan' && !isWritten,
          get: () => undefined,
          set: (_, name, value) => (isWritten = Reflect.set(globalThis, name, value)),
        },
      );
    },
    /** Loads and runs the entry. */
    load(modules, entry) {
      const loaded = new Map();
      const load = (name) => {
        if (loaded.has(name)) return loaded.get(name).exports;
        const module = { exports: {} };
        loaded.set(name, module);
        modules[name].call(module.exports, module.exports, requireFrom, module);
        return module.exports;
      };
      const requireFrom = (specifier) => {
        if (specifier === 'axios') return { default: { Axios, create: () => new Axios(), defaults: {} } };
        const name = specifier.replace(/^\.\//, '').replace(/\.[cm]?[jt]s$/, '');
        if (!Object.hasOwn(modules, name)) throw new Error(`no module ${specifier}`);
        return load(name);
      };
      guarded('thrown', () => load(entry));
    },
    /** For the shim: what it does not do itself here. */
    stub: (api) =>
      api.startsWith('on') ? () => put(api) : asksFor('web', api === 'uploadFileWithProgress' ? 'uploadFile' : api),
    socket: () => network('web').connectSocket,
    /** Ends a turn and begins the next one; false when there is none. */
    turn() {
      for (const { host, api, url, settle } of sends.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0))) {
        put(`${api} ${url}`);
        hosts.push(host);
        turns.push(settle);
      }
      sends = [];
      const next = turns.shift();
      if (!next) return false;
      if (++count > turnLimit) {
        put('goes on');
        return false;
      }
      next();
      return true;
    },
    result: () => ({ trace: trace.join('\n'), hosts: hosts.join(' ') }),
  };
  own.add('$');
})();

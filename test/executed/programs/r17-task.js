// R17: the task comes back at once, has no then, and its methods need no this.
// order: channel
async function load() {
    const task = await swan.request({ url: 'https://example.com/json', success: () => trace('one:success') });
    trace('awaited', [typeof task.abort, typeof task.then]);
    const { abort } = swan.request({ url: 'https://example.com/hang', fail: err => trace('two:fail', err.errMsg) });
    abort();
    const failing = swan.request({});
    trace('failing', typeof failing.abort);
    failing.abort();
}

load().then(() => trace('loaded'));

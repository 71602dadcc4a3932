// R17: abort in the tick of the call sends nothing; the callbacks run later.
const task = swan.request({
    url: 'https://example.com/echo',
    success: () => trace('success'),
    fail: err => trace('fail', err.errMsg),
    complete: () => trace('complete')
});
task.abort();
trace('aborted');

// F5: the typeof guard around a call lets it through where the old host is gone.
// bare
function load() {
    if (typeof swan === 'undefined') {
        trace('not swan');
        return;
    }
    swan.request({ url: 'https://example.com/echo?a=1', success: res => trace('first', res.data.query), complete: again });
}
function again() {
    if (typeof swan !== 'undefined' && swan.request) {
        swan.request({ url: 'https://example.com/echo?a=2', success: res => trace('second', res.data.query) });
    } else {
        trace('no request');
    }
}
load();

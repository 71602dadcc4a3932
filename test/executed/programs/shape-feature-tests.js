// F5: feature tests stay true where the old host is gone; canIUse is asked for the call that hangs on it.
// bare
if (swan.downloadFile) {
    trace('member');
}
if ('request' in swan) {
    trace('in');
}
const can = swan.uploadFile ? 'upload' : 'none';
trace('choice', can);
if (swan.canIUse('request')) {
    trace('canIUse');
    swan.request({ url: 'https://example.com/json', success: res => trace('first', res.data.name), complete: again });
}
function again() {
    swan.request && swan.request({ url: 'https://example.com/json', success: res => trace('second', res.data.name) });
}

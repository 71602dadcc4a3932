// F5: feature tests stay true where the old host is gone.
// bare
if (swan.downloadFile) {
    trace('member');
}
if ('request' in swan) {
    trace('in');
}
if (swan.canIUse('request')) {
    trace('canIUse');
}
const can = swan.uploadFile ? 'upload' : 'none';
trace('choice', can);
swan.request && swan.request({ url: 'https://example.com/json', success: res => trace('success', res.data.name) });

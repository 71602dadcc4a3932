// R3: a success callback that throws before it resolves leaves the promise open; nothing is rejected, nothing unhandled.
// order: channel
function load() {
    return new Promise((resolve, reject) => {
        swan.request({
            url: 'https://example.com/json',
            success: res => {
                resolve(res.data.missing.first);
            },
            fail: reject
        });
    });
}
load().then(
    () => trace('resolved'),
    () => trace('rejected')
);
setTimeout(() => trace('still open'), 400);

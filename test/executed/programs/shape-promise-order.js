// R2: complete runs with success, before what waits for the promise.
function load(url) {
    return new Promise((resolve, reject) => {
        swan.request({
            url,
            success: res => {
                trace('success', res.statusCode);
                resolve(res.statusCode);
            },
            fail: err => {
                trace('fail');
                reject(err);
            },
            complete: () => trace('complete')
        });
    });
}
load('https://example.com/json')
    .then(status => trace('then', status))
    .then(() => load('https://refused.example.com/'))
    .catch(() => trace('catch'));

// Promises around calls, in the forms that projects have: fail missing, settled in complete, more in the executor.
const noFail = () => new Promise(resolve => {
    swan.request({ url: 'https://example.com/json', success: res => resolve(res.data.name) });
});
const inComplete = url => new Promise((resolve, reject) => {
    swan.request({
        url,
        complete: res => (res.statusCode === 200 ? resolve('fine') : reject(new Error('not fine')))
    });
});
const withMore = () => new Promise((resolve, reject) => {
    const started = 'started';
    swan.showLoading({ title: started });
    swan.request({
        url: 'https://example.com/json',
        success({ data }) {
            if (data.list) resolve(data.list);
            else reject(data);
        },
        fail(err) {
            reject(err);
        },
        complete() {
            swan.hideLoading();
        }
    });
});
const nested = () => new Promise((resolve, reject) => {
    swan.login({
        success: ({ code }) => swan.request({ url: 'https://example.com/echo', data: { code }, success: resolve, fail: reject })
    });
});
const both = () => new Promise((resolve, reject) => swan.request({ url: 'https://refused.example.com/', success: resolve, fail: reject }));
const passedOn = (url, id) => new Promise((resolve, reject) => {
    swan.request({ url, method: 'PUT', data: JSON.stringify({ id: id() }), success: res => resolve(res), fail: err => reject(err) });
});

(async () => {
    trace('no fail', await noFail());
    trace('complete', await inComplete('https://example.com/json'));
    await inComplete('https://example.com/status/500').catch(error => trace('rejected', error.message));
    trace('more', await withMore());
    trace('nested', (await nested()).data.query);
    await both().then(() => trace('resolved'), err => trace('failed', typeof err.errMsg));
    const { data } = await passedOn('https://example.com/echo', () => 7);
    trace('passed on', [data.method, data.type, data.body]);
    await passedOn('https://refused.example.com/', () => 7).then(() => trace('resolved'), err => trace('failed', Object.keys(err).includes('errMsg')));
})();

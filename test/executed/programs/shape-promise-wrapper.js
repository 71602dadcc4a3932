// The wrapper that resolves with the data and rejects with the error.
const get = (path, data) =>
    new Promise((resolve, reject) => {
        swan.request({
            url: `https://${path}`,
            data,
            success: res => resolve(res.data),
            fail: reject
        });
    });

function post(url, data) {
    return new Promise(function (resolve, reject) {
        swan.request({
            url: url,
            method: 'POST',
            data: data,
            success: function (res) {
                if (res.statusCode === 200) {
                    resolve(res);
                } else {
                    reject({ status: res.statusCode });
                }
            },
            fail: function (err) {
                reject(err);
            }
        });
    });
}

const quiet = path =>
    new Promise((resolve, reject) => {
        swan.request({
            url: `https://${path}`,
            success: res => resolve(res.data),
            fail: err => reject('failed with ' + err.errCode),
            complete: () => {}
        });
    });

(async () => {
    trace('get', (await get('example.com/echo', { a: 1 })).query);
    trace('post', (await post('https://example.com/echo', { b: 2 })).data.body);
    await post('https://example.com/status/500', {}).catch(error => trace('rejected', error));
    await get('refused.example.com/echo').catch(error => trace('failed', typeof error.errMsg));
    trace('quiet', (await quiet('example.com/echo')).method);
    await quiet('refused.example.com/echo').catch(error => trace('failed quietly', error.slice(0, 11)));
})();

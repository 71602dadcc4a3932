/**
 * 统一的请求封装
 */
const base = 'https://example.com';

function request(path, { method = 'GET', data = {}, form = false } = {}) {
    return new Promise((resolve, reject) => {
        const task = swan.request({
            url: base + path,
            method,
            data,
            header: {
                'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
                'x-token': getApp().globalData.token
            },
            success: res => (res.statusCode >= 400 ? reject(new Error('HTTP ' + res.statusCode)) : resolve(res.data)),
            fail: err => reject(new Error(err.errMsg))
        });
        request.last = task;
    });
}

module.exports = {
    get: (path, data) => request(path, { data }),
    post: (path, data) => request(path, { method: 'POST', data, form: true }),
    abort: () => request.last.abort()
};

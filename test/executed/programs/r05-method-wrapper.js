// R5: the wrapper that most projects own, with the method as a parameter.
const api = {
    send(path, method, params) {
        return new Promise((resolve, reject) => {
            swan.request({
                url: 'https://example.com' + path,
                method,
                data: params,
                header: { 'content-type': 'application/x-www-form-urlencoded' },
                success: res => resolve(res.data),
                fail: reject
            });
        });
    }
};

api.send('/echo', 'GET', { id: 5 })
    .then(data => {
        trace('get', data);
        return api.send('/echo', 'POST', { id: 5, name: '天 鹅' });
    })
    .then(data => trace('post', data));

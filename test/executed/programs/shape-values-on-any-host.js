// "On wx": APIs that are handed over, stored, bound and called through call and apply do what their calls do.
const promisify = api => options => new Promise((resolve, reject) => api({ ...options, success: resolve, fail: reject }));
const stored = { get: swan.request, close: swan.closeSocket, send: swan.sendSocketMessage };
const load = promisify(swan.request);
const bound = swan.request.bind(swan);
class Slow {
    get url() {
        return 'https://example.com/slow';
    }

    get timeout() {
        return 1;
    }

    success(res) {
        trace('stored', res.statusCode);
    }

    complete() {
        second();
    }
}
stored.get(new Slow());
function second() {
    load({ url: 'https://example.com/echo', method: 'post', dataType: 'JSON', data: { a: 1 }, timeout: 1 }).then(res => {
        trace('loaded', res.data.method, typeof res.data);
        return load({ url: 'https://refused.example/' });
    }).catch(err => {
        trace('refused', typeof err.errCode);
        third();
    });
}
function third() {
    // Nothing is open: no promise may end as an unhandled rejection.
    stored.close();
    stored.send({ data: 'nowhere' });
    bound({ url: 'https://example.com/echo', method: 'put', success: res => trace('bound', res.data.method), complete: fourth });
}
function fourth() {
    swan.request.call(swan, {
        url: 'https://example.com/slow',
        timeout: 1,
        method: 'delete',
        success: res => trace('called', res.statusCode),
        complete: fifth
    });
}
function fifth() {
    swan.request.apply(swan, [{
        url: 'https://refused.example/',
        fail: err => trace('applied', typeof err.errCode)
    }]);
}

// "On wx": the API as a value: promisified, bound, in a table of thunks.
function promisify(api) {
    return options => new Promise((resolve, reject) => api({ ...options, success: resolve, fail: reject }));
}
const ask = promisify(swan.request);
const bound = swan.request.bind(swan);
const table = { request: () => swan.request };

ask({ url: 'https://example.com/echo?by=promisify' })
    .then(res => {
        trace('promisify', res.data.query);
        return new Promise(success => bound({ url: 'https://example.com/echo?by=bind', success }));
    })
    .then(res => {
        trace('bind', res.data.query);
        return new Promise(success => table.request()({ url: 'https://example.com/echo?by=thunk', success }));
    })
    .then(res => {
        trace('thunk', res.data.query);
        return ask({ url: 'https://refused.example.com/' });
    })
    .catch(err => trace('failed', typeof err.errMsg));

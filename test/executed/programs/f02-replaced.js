// F2, F6: a wrapper in the place of request sees every call of it; what it has nothing to do with moves.
// kept: api-assigned
const original = swan.request;
let count = 0;
swan.request = options => {
    count++;
    return original({ ...options, header: { ...options.header, 'x-count': count } });
};

swan.request({
    url: 'https://example.com/echo?a=1',
    success: res => {
        trace('first', res.data.query, count);
        swan.request({
            url: 'https://example.com/echo?a=2',
            complete: last => {
                trace('second', last.statusCode, count);
                swan.downloadFile({ url: 'https://example.com/text', success: file => trace('download', file.statusCode) });
            }
        });
    },
    complete: () => trace('complete', count)
});

// R13: what is no JSON stays the text it is.
const paths = ['text', 'bad-json', 'empty', 'status/204', 'drip/3'];
(function next() {
    const path = paths.shift();
    if (!path) return;
    swan.request({
        url: 'https://example.com/' + path,
        success: res => {
            trace('data', res.data);
            next();
        },
        fail: err => trace('fail', err)
    });
})();

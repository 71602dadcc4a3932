// R15: what goes wrong on the line.
const urls = [
    'https://refused.example.com/',
    'https://example.com/cut',
    'https://example.com/drop'
];
(function next() {
    const url = urls.shift();
    if (!url) return;
    swan.request({
        url,
        success: res => trace('success', res.statusCode),
        fail: err => {
            trace('fail', err);
            trace('text', [typeof err.errMsg, err.errMsg.indexOf('request:fail ') === 0]);
        },
        complete: next
    });
})();

// R15: bad parameters fail with 202 and a message that names them.
// targets: fetch axios
function log(name) {
    return function (err) {
        trace('fail', [err.errCode, err.errMsg.indexOf(name) > 0]);
    };
}
const calls = [
    next => swan.request({ fail: log('url'), complete: next }),
    next => swan.request({ url: 7, fail: log('url'), complete: next }),
    next => swan.downloadFile({ fail: log('url'), complete: next }),
    next => swan.uploadFile({ url: 'https://example.com/upload', name: 'f', fail: log('filePath'), complete: next }),
    next => swan.uploadFile({ url: 'https://example.com/upload', filePath: files.report, fail: log('name'), complete: next }),
    next => swan.connectSocket({ fail: log('url'), complete: next })
];
(function run() {
    const call = calls.shift();
    if (call) call(run);
})();

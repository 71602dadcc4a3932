// U1, R4: no formData, empty formData, and one that is kept as it was.
const formData = Object.freeze({ n: 1, none: undefined, nothing: null });
const send = (more, next) => swan.uploadFile(Object.assign({
    url: 'https://example.com/upload', filePath: files.report, name: 'f',
    success: res => { trace('status', res.statusCode); next(); },
    fail: err => trace('fail', err)
}, more));
send({}, () => send({ formData: {} }, () => send({ formData }, () => trace('kept', Object.keys(formData)))));

// U4, R17: abort at once sends nothing; abort within the upload counts.
const options = name => ({
    url: 'https://example.com/hang',
    filePath: files.report,
    name: 'f',
    success: () => trace(name, 'success'),
    fail: err => trace(name, err.errMsg),
    complete: () => trace(name, 'complete')
});
const first = swan.uploadFile(options('at once'));
first.abort();
setTimeout(() => {
    const second = swan.uploadFile(options('later'));
    reached('/hang').then(() => second.abort());
}, 100);

// D1, R17: abort of a download, at once and within the body.
const options = name => ({
    url: 'https://example.com/hang-body',
    success: () => trace(name, 'success'),
    fail: err => trace(name, err.errMsg),
    complete: () => trace(name, 'complete')
});
swan.downloadFile(options('at once')).abort();
setTimeout(() => {
    const task = swan.downloadFile(options('later'));
    reached('/hang-body').then(() => setTimeout(task.abort, 50));
}, 100);

// R11: a timeout of a call's own has no effect on files and sockets either.
const options = more => Object.assign({ timeout: 1, headers: { 'x-typo': '1' }, success: () => trace('success'), fail: err => trace('fail', err.errMsg) }, more);
swan.downloadFile({
    url: 'https://example.com/drip/8',
    timeout: 1,
    success: () => {
        trace('success');
        swan.downloadFile(options({
            url: 'https://example.com/drip/8',
            complete: () => swan.uploadFile({
                url: 'https://example.com/drip/8',
                filePath: files.report,
                name: 'f',
                timeout: 1,
                success: () => {
                    trace('success');
                    const task = swan.connectSocket({ url: 'wss://example.baidu.com/', timeout: 1, method: 'POST' });
                    task.onOpen(() => setTimeout(() => task.close({}), 30));
                    task.onClose(event => trace('close', event.code));
                },
                fail: err => trace('fail', err.errMsg)
            })
        }));
    },
    fail: err => trace('fail', err.errMsg)
});

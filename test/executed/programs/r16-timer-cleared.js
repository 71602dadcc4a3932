// R16, R17: the timer ends with the call; nothing runs when its time has come.
// order: channel
// networkTimeout: { "request": 400, "downloadFile": 400 }
swan.request({
    url: 'https://example.com/json',
    success: () => trace('call:success'),
    fail: () => trace('call:fail'),
    complete: () => {
        trace('call:complete');
        swan.downloadFile({
            url: 'https://example.com/text',
            success: () => trace('call:success'),
            fail: () => trace('call:fail'),
            complete: () => trace('call:complete')
        });
    }
});
setTimeout(() => trace('later'), 900);

// R3: in files, success of a download throws, a progress listener throws.
const task = swan.downloadFile({
    url: 'https://example.com/text',
    success: () => {
        trace('success');
        throw new Error('success went wrong');
    },
    fail: () => trace('fail'),
    complete: () => trace('complete')
});
let isFirst = true;
task.onProgressUpdate(() => {
    if (isFirst) {
        isFirst = false;
        throw new Error('progress went wrong');
    }
});

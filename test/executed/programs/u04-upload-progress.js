// U4: integers from 0 to 100 that never fall, one 100 at the end; added in the tick of the call.
const seen = [];
const task = swan.uploadFile({
    url: 'https://example.com/upload',
    filePath: files.big,
    name: 'big',
    success: res => trace('success', res.statusCode),
    complete: () => {
        const steps = seen.map(event => event.progress);
        trace('steps', {
            some: steps.length > 0,
            whole: steps.every(step => Number.isInteger(step) && step >= 0 && step <= 100),
            rising: steps.every((step, at) => at === 0 || step >= steps[at - 1]),
            last: steps[steps.length - 1]
        });
        const last = seen[seen.length - 1];
        trace('bytes', [last.totalBytesSent === last.totalBytesExpectedToSend, last.totalBytesSent >= 700000]);
    }
});
task.onProgressUpdate(event => seen.push(event));

// U4: download progress with a known and with an unknown length; never NaN, never Infinity; all bytes arrive.
function load(path, size) {
    return new Promise(resolve => {
        const seen = [];
        let file;
        const task = swan.downloadFile({
            url: 'https://example.com/' + path,
            success: res => {
                file = res.tempFilePath;
            },
            complete: () => {
                const steps = seen.map(event => event.progress);
                const last = seen[seen.length - 1];
                trace(path, {
                    whole: steps.every(step => Number.isInteger(step) && step >= 0 && step <= 100),
                    rising: steps.every((step, at) => at === 0 || step >= steps[at - 1]),
                    last: last.progress,
                    hundreds: steps.filter(step => step === 100).length,
                    bytes: size ? [last.totalBytesWritten, last.totalBytesExpectedToWrite] : last.totalBytesWritten > 0
                });
                files.read(file).then(text => {
                    trace('read', text.length);
                    resolve();
                });
            }
        });
        task.onProgressUpdate(event => seen.push(event));
    });
}
load('bytes/200000', true)
    .then(() => load('bytes/20000/chunked'))
    .then(() => load('gzip'));

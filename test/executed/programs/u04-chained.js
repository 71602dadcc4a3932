// U4: the listener is chained on the call, in a comma sequence.
var last = 0, hundreds = 0;
swan.uploadFile({
    url: 'https://example.com/upload',
    filePath: files.report,
    name: 'f',
    complete: () => trace('progress', [last, hundreds])
}).onProgressUpdate(function (event) {
    last = event.progress;
    if (last === 100) hundreds++;
}), trace('called');

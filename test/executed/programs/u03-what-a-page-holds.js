// U3: data: and blob: urls and blobs are uploaded like paths.
// targets: fetch axios
// wire: without file names
const places = [files.dataUrl, files.blobUrl, files.blob, files.report];
(function next() {
    const filePath = places.shift();
    if (!filePath) return;
    swan.uploadFile({
        url: 'https://example.com/upload',
        filePath,
        name: 'f',
        formData: { left: places.length },
        success: res => trace('status', res.statusCode),
        fail: err => trace('fail', err),
        complete: next
    });
})();

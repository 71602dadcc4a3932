// R14: an ArrayBuffer, whatever dataType says.
swan.request({
    url: 'https://example.com/bytes/6',
    responseType: 'arraybuffer',
    success: res => {
        trace('buffer', [res.data instanceof ArrayBuffer, res.data.byteLength, Array.from(new Uint8Array(res.data))]);
        swan.request({
            url: 'https://example.com/json',
            responseType: 'ArrayBuffer',
            dataType: 'json',
            success: again => trace('again', again.data)
        });
    }
});

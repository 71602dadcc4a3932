// R13: the charset of the answer counts, one BOM is removed, gzip is undone.
const paths = ['gbk', 'bom', 'bom-text', 'gzip'];
(function next() {
    const path = paths.shift();
    if (!path) return;
    swan.request({
        url: 'https://example.com/' + path,
        success: res => trace('data', res.data),
        complete: next
    });
})();

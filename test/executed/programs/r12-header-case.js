// R12: response header names answer in any case, and can be listed.
// targets: fetch axios
swan.request({
    url: 'https://example.com/json',
    success: function (res) {
        trace('literal', [res.header['X-Kind'], res.header['x-kind'], res.header['content-type'], res.header['Content-Type']]);
        var name = 'X-KIND';
        trace('dynamic', [res.header[name], res.header['x-absent'] === undefined]);
        var names = Object.keys(res.header).map(key => key.toLowerCase());
        trace('listed', names.indexOf('x-kind') >= 0);
        trace('plain', JSON.parse(JSON.stringify(res.header)) !== null && typeof res.header === 'object');
    }
});

// A getter and a computed key in the literal itself.
const key = 'data';
swan.request({
    get url() {
        return 'https://example.com/echo';
    },
    ['meth' + 'od']: 'POST',
    [key]: { a: 1 },
    success: res => trace('success', [res.data.method, res.data.body])
});

// R10: the header is built by a function; login state and all.
const app = { token: 'T 1', version: 12 };

function headers(extra) {
    return Object.assign({ 'X-Token': app.token, 'X-Version': app.version, REFERER: 'nowhere' }, extra);
}

swan.request({
    url: 'https://example.com/echo',
    method: 'POST',
    header: headers({ 'CONTENT-TYPE': 'application/x-www-form-urlencoded', 'X-Undefined': undefined }),
    data: { a: '1 2' },
    success: res => trace('sent', [res.data.type, res.data.body])
});

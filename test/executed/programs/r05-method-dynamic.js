// R5, R6: the method is known at run time only, in whatever case; what is no string means GET.
// targets: fetch axios
function send(method, done) {
    swan.request({
        url: 'https://example.com/echo',
        method: method,
        data: { a: 'x y' },
        success: function (res) {
            trace('sent', [String(method), res.data.method, res.data.query, res.data.body]);
        },
        complete: done
    });
}

send('get', () => send('Post', () => send(undefined, () => send(null, () => send(5, () => send('options', () => {}))))));

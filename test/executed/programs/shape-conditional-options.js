// Options with conditions, defaults and calls for values.
function load(options) {
    options = options || {};
    swan.request({
        url: options.url || 'https://example.com/echo',
        method: options.post ? 'POST' : 'GET',
        data: options.data,
        header: options.form ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
        dataType: options.raw ? 'string' : 'json',
        responseType: options.bytes ? 'arraybuffer' : 'text',
        success: options.done,
        fail: options.failed,
        complete: options.next
    });
}
load({
    done: a => trace('plain', a.data.query),
    next: () => load({
        post: true, form: true, data: { a: 'x y' },
        done: b => trace('form', b.data.body),
        next: () => load({
            raw: true, data: 'q=1',
            done: c => trace('raw', typeof c.data),
            next: () => load({
                bytes: true, url: 'https://example.com/bytes/3',
                done: d => trace('bytes', d.data),
                next: () => load({ url: 'https://refused.example.com/', failed: () => trace('failed') })
            })
        })
    })
});

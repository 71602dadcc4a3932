// R5, R6: the method is one of two that the call names itself, alone and in a promise; options run in their order.
// targets: fetch axios
const save = (kind, data) =>
    new Promise((resolve, reject) => {
        swan.request({
            url: 'https://example.com/echo',
            method: kind.isNew ? 'POST' : 'PUT',
            header: { 'x-kind': 'save' },
            data,
            success: res => resolve(res.data),
            fail: reject
        });
    });

function look(isShort, done) {
    swan.request({
        url: 'https://example.com/echo',
        data: { a: 'x y' },
        method: isShort ? 'HEAD' : 'GET',
        success: res => trace('look', [res.statusCode, res.data && res.data.query]),
        complete: done
    });
}

function noted(name, value) {
    trace('read', name);
    return value;
}

(async () => {
    for (const isNew of [true, false]) {
        const { method, body } = await save({ isNew }, { b: 2 });
        trace('save', [method, body]);
    }
    await save(undefined, {}).catch(error => trace('rejected', error.name));
    await new Promise(done => look(true, done));
    await new Promise(done => look(false, done));
    swan.request({
        url: 'https://example.com/echo',
        data: noted('data', { c: 3 }),
        method: noted('method', false) ? 'POST' : 'PATCH',
        header: noted('header', {}),
        success: res => trace('noted', [res.data.method, res.data.body])
    });
})();

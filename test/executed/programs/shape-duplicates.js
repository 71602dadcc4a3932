// The same key twice: the last one wins, both expressions run.
const run = (name, value) => {
    trace('ran', name);
    return value;
};
swan.request({
    url: 'https://example.com/echo',
    header: run('first header', { 'x-a': '1' }),
    method: 'POST',
    header: run('second header', { 'x-b': '2' }),
    data: { a: 1 },
    success: res => trace('success', res.statusCode)
});

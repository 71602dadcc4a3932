// R10: a header that is no object sets no field, and the call is made all the same.
const token = () => {
    trace('evaluated');
    return 'x';
};
swan.request({
    url: 'https://example.com/echo',
    header: 'application/json',
    success: res => {
        trace('text', res.data.method);
        swan.request({ url: 'https://example.com/echo', header: `Bearer ${token()}`, success: next => trace('template', next.data.method) });
    }
});

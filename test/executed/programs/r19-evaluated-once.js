// R19: every expression of the options runs once, in source order, before the call returns.
const order = [];
const note = (name, value) => {
    order.push(name);
    return value;
};
swan.request({
    data: note('data', { a: note('a', 1), b: note('b', 2) }),
    method: note('method', 'POST'),
    success: note('success', res => trace('success', res.data.body)),
    header: note('header', { 'x-one': note('x-one', '1') }),
    url: note('url', 'https://example.com/echo'),
    complete: note('complete', () => trace('order', order)),
    [note('computed', 'dataType')]: note('dataType', 'json')
});
trace('returned', order.slice());

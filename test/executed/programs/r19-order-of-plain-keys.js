// R19: plain literal options whose order is not that of any target; every expression runs in source order.
const order = [];
let base = 'https://example.com';
function note(name, value) {
    order.push(name);
    return value;
}
swan.request({
    success: function (res) {
        trace('success', [res.data.path, res.data.body, res.data.type]);
        trace('order', order);
        second();
    },
    data: {
        first: note('data', 1),
        base: (base = base + '/echo')
    },
    header: {
        'content-type': note('type', 'application/x-www-form-urlencoded'),
        'x-n': note('x-n', 2)
    },
    method: note('method', 'POST'),
    url: note('url', base) + note('more url', '?q=1')
});
trace('returned', order.length);

function second() {
    let n = 0;
    swan.request({
        data: { a: ++n, b: ++n },
        url: 'https://example.com/echo?n=' + ++n,
        success: res => trace('counted', res.data.query)
    });
    n = 100;
}

// R5: a method in any letter case, and none.
swan.request({ url: 'https://example.com/echo', method: 'post', data: { a: 1 }, success: one });

function one(res) {
    trace('post', res.data.method);
    swan.request({ url: 'https://example.com/echo', method: 'Put', data: { a: 1 }, success: two });
}

function two(res) {
    trace('Put', res.data.method);
    swan.request({ url: 'https://example.com/echo', data: { a: 1 }, success: three });
}

function three(res) {
    trace('none', res.data.method);
    swan.request({ url: 'https://example.com/echo', method: 'delete', success: res => trace('delete', res.data.method) });
}

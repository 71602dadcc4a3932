// R19: calls in loops, each with the values of its turn.
// order: channel
for (var i = 0; i < 3; i++) {
    (function (at) {
        swan.request({ url: 'https://example.com/echo?var=' + i, data: { at }, success: res => trace('turn' + at + ':success', res.data.query) });
    })(i);
}
for (let j = 0; j < 3; j++) {
    swan.request({ url: `https://example.com/echo`, method: 'POST', data: { j }, success: res => trace('let' + j + ':success', res.data.body) });
}
['a', 'b'].forEach(name => swan.request({ url: 'https://example.com/echo', data: { name }, success: res => trace(name + ':success', res.data.query) }));

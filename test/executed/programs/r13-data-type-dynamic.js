// R13: the dataType is known at run time only.
function read(type, done) {
    swan.request({ url: 'https://example.com/json', dataType: type, success: res => { trace('read', [String(type), res.data]); done(); } });
}
read('json', () => read('string', () => read(undefined, () => {})));

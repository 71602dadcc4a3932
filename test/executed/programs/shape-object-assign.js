// Object.assign over a caller's options; the task is returned.
function request(options) {
    return swan.request(Object.assign({ method: 'GET', dataType: 'json' }, options));
}

const task = request({
    url: 'https://example.com/json',
    success: res => {
        trace('success', res.data.name);
        request({ url: 'https://example.com/json', dataType: 'string', success: text => trace('text', typeof text.data) });
    }
});
trace('task', typeof task.abort);

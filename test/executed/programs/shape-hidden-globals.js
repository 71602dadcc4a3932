// Parameters that hide fetch, JSON, Number and globalThis hide nothing from the rewritten call.
function load(globalThis, fetch, JSON, Number) {
    swan.request({
        url: 'https://example.com/echo',
        method: 'POST',
        data: { a: 1 },
        success: res => trace('success', res.statusCode, res.data.method),
        complete: () => swan.closeSocket({ code: codeOf(), complete: () => trace('closed') })
    });
}
function codeOf() {
    return '3001';
}
load(null, null, null, null);

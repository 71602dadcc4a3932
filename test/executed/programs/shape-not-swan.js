// F1: names that only look like swan are left alone.
function local(swan) {
    return swan.request({ url: 'https://example.com/not-sent' });
}
trace('parameter', local({ request: options => options.url }));
{
    const swan = { request: () => 'block' };
    trace('block', swan.request());
}
const holder = { swan: { request: () => 'member' } };
trace('member', holder.swan.request());
trace('string', "swan.request({ url: 'text' })"); // swan.request({}) in a comment
try {
    throw { request: () => 'caught' };
} catch (swan) {
    trace('catch', swan.request());
}
swan.request({ url: 'https://example.com/echo?real=1', success: res => trace('real', res.data.query) });

exports.host = { request: options => trace('mock', options.url) };
if (typeof swan !== 'undefined') {
    exports.host = swan;
}

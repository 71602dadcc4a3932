// F4: what one module hands on moves with those that it is handed to.
const { request, upload } = require('./lib/net');
const again = require('./lib/index');

request({
    url: 'https://example.com/echo?by=module',
    success: res => {
        trace('module', res.data.query);
        again.request({ url: 'https://example.com/echo?by=index', success: next => trace('index', next.data.query) });
    }
});
trace('upload', typeof upload);

// F3: other APIs of swan keep the name that they use, and its declaration.
const s = swan;
const { setStorageSync, request, getStorageSync: read } = swan;
const gone = swan;

setStorageSync('token', 'abc');
request({
    url: 'https://example.com/echo?a=1',
    header: { token: read('token') },
    success: res => {
        s.showToast({ title: 'first' });
        gone.request({ url: 'https://example.com/echo?a=2', success: next => trace('second', next.data.query) });
        trace('first', res.data.query, s.getStorageSync('token'));
    }
});

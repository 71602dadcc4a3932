// R2: complete gets the very object that success or fail got; callbacks are plain functions.
let seen = null;

swan.request({
    url: 'https://example.com/json',
    success(res) {
        'use strict';
        seen = res;
        trace('this', typeof this);
    },
    complete(res) {
        trace('same', res === seen);
        failing();
    }
});

function failing() {
    swan.request({
        url: 'https://refused.example.com/json',
        fail(err) {
            seen = err;
        },
        complete(err) {
            trace('same', err === seen);
            trace('code', typeof err.errCode);
        }
    });
}

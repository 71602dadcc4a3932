// R2: callbacks run later, success before complete, fail before complete, never both.
var calls = ['https://example.com/json', 'https://refused.example.com/json'];

function run() {
    var url = calls.shift();
    if (!url) {
        return;
    }
    trace('before');
    swan.request({
        url: url,
        complete: function () {
            trace('complete');
            run();
        },
        fail: function () {
            trace('fail');
        },
        success: function () {
            trace('success');
        }
    });
    trace('after');
}

run();

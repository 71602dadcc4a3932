// R1: a redirect is followed, and what comes behind it is the answer.
const codes = [301, 302, 303, 307, 308];

function next() {
    const code = codes.shift();
    if (!code) {
        return;
    }
    swan.request({
        url: `https://example.com/redirect/${code}/echo`,
        method: 'POST',
        header: { 'x-code': String(code) },
        data: { code },
        success: res => {
            trace('success', [code, res.statusCode, res.data.method, res.data.body]);
            next();
        }
    });
}

next();

// R8: form data in a variable, the content type in odd spellings.
const types = [
    'application/x-www-form-urlencoded',
    'Application/X-WWW-Form-Urlencoded',
    'application/x-www-form-urlencoded; charset=UTF-8',
    'application/x-www-form-urlencoded;charset=utf-8'
];
(function next() {
    const type = types.shift();
    if (!type) return;
    const data = { q: 'a b', page: 2 };
    swan.request({
        url: 'https://example.com/echo',
        method: 'POST',
        header: { 'Content-Type': type },
        data,
        success: res => {
            trace('sent', [res.data.type, res.data.body]);
            next();
        }
    });
})();

// The program has names of its own that a rewrite might want.
const signal = 'green';
const send = value => value + '!';
const query = { q: 'a b' };
const http = { get: () => 'own http' };
const request = 'own request';
const fetch = () => 'own fetch';
const JSON = { stringify: () => 'own JSON' };
const URLSearchParams = null;
const encodeURIComponent = null;
const result = { options: 'own options' };

function load(response, options, data, body, headers, method, url) {
    swan.request({
        url: 'https://example.com/echo',
        method: 'POST',
        header: { 'x-signal': send(signal) },
        data: { signal, query, request, options: result.options, own: [http.get(), fetch(), JSON.stringify()], given: [response, options, data, body, headers, method, url] },
        success: res => {
            trace('success', res.data.body);
            const undefined = 5;
            swan.request({ url: 'https://example.com/echo', data: query, success: res => trace('query', [res.data.query, undefined]) });
        }
    });
}
load(1, 2, 3, 4, 5, 6, 7);

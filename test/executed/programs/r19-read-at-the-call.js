// R19: what is sent is what the options held at the call.
// order: channel
let url = 'https://example.com/echo';
let page = 1;
const data = { page, filter: { sort: 'asc' } };
const header = { 'x-page': String(page) };
swan.request({ url, method: 'POST', data, header, success: res => trace('first', [res.data.path, res.data.body]) });
url = 'https://example.com/other';
data.page = 2;
data.filter.sort = 'desc';
header['x-page'] = '2';
const query = { page };
swan.request({ url: 'https://example.com/echo', data: query, success: res => trace('second', res.data.query) });
query.page = 9;

// R4: the program keeps its objects as they are and uses them again.
const options = {
    url: 'https://example.com/echo',
    method: 'POST',
    header: { 'Content-Type': 'application/json', Referer: 'https://example.com/', 'X-Count': 3 },
    data: { list: [1, { a: 2 }] }
};
const before = JSON.stringify(options);
Object.freeze(options);
Object.freeze(options.header);
Object.freeze(options.data);
swan.request(options);
swan.request(options);
trace('unchanged', JSON.stringify(options) === before);

// U2: what the callback does with the answer is not visible; it is text, as the document says.
const handlers = {
    done: function (res) {
        trace('type', typeof res.data);
    }
};
swan.uploadFile({
    url: 'https://example.com/upload',
    filePath: files.report,
    name: 'f',
    success: handlers['do' + 'ne']
});

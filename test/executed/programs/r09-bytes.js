// R9: an ArrayBuffer goes as bytes, and what changes in it afterwards is not sent.
const bytes = new Uint8Array([0, 1, 2, 254, 255]);
swan.request({
    url: 'https://example.com/echo',
    method: 'POST',
    header: { 'content-type': 'application/octet-stream' },
    data: bytes.buffer,
    success: res => trace('sent', res.data.type)
});
bytes.fill(7);

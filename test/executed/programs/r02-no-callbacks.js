// R2, R3: nobody listens; the requests are sent, and what fails is not heard of.
swan.request({ url: 'https://example.com/echo?beacon=1' });
swan.request({ url: 'https://refused.example.com/echo' });
swan.downloadFile({ url: 'https://refused.example.com/echo' });
swan.uploadFile({ url: 'https://refused.example.com/echo', filePath: files.report, name: 'f' });
swan.sendSocketMessage({ data: 'nobody hears' });
swan.closeSocket();
setTimeout(() => trace('end'), 300);

const { get, post, abort } = require('../../utils/request');
const chat = require('../../utils/chat');

Page({
    data: { items: [] },
    async onLoad() {
        try {
            const { list } = await get('/json', { page: 1 });
            this.setData({ items: list });
            trace('posted', (await post('/echo', { id: list[0], note: '一 二' })).body);
            await get('/status/503');
        } catch (error) {
            trace('error', error.message);
        }
        const waiting = get('/hang').catch(error => trace('aborted', error.message));
        abort();
        await waiting;
        this.upload();
    },
    upload() {
        swan.chooseImage({
            success: ({ tempFilePaths: [filePath] }) => {
                const task = swan.uploadFile({
                    url: 'https://example.com/upload',
                    filePath,
                    name: 'image',
                    success: res => trace('uploaded', JSON.parse(res.data).parts.length),
                    complete: () => {
                        trace('progress', this.progress);
                        this.talk();
                    }
                });
                task.onProgressUpdate(({ progress }) => {
                    this.progress = progress;
                });
            }
        });
    },
    talk() {
        chat.listen(text => {
            trace('heard', text);
            chat.close(() => trace('closing'));
        });
        chat.open();
    }
});

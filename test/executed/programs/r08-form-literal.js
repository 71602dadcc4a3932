// R8: the commonest POST, a literal form.
Page({
    submit() {
        swan.request({
            url: 'https://example.com/echo',
            method: 'POST',
            header: {
                'content-type': 'application/x-www-form-urlencoded' // as the server wants it
            },
            data: {
                name: '小 天鹅',
                age: 3,
                tags: ['a', 'b'],
                "quoted": true
            },
            success: res => {
                this.setData({ body: res.data.body });
            }
        });
    },
    onLoad() {
        this.submit();
    }
});

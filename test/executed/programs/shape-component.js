// A component with methods and lifetimes, and an app with global data.
App({
    globalData: { host: 'https://example.com', header: { 'x-app': 'swan' } },
    onLaunch() {
        trace('launch');
    }
});
Component({
    data: { name: '' },
    lifetimes: {
        attached() {
            this.refresh({ page: 1 });
        }
    },
    methods: {
        refresh(params) {
            const { host, header } = getApp().globalData;
            swan.request({
                url: `${host}/json`,
                data: params,
                header,
                success: ({ data, statusCode }) => {
                    if (statusCode !== 200) return;
                    this.setData({ name: data.name });
                }
            });
        }
    }
});

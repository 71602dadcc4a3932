App({
    globalData: { token: 'T-1' },
    onLaunch() {
        trace('launch');
    }
});

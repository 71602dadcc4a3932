// Brackets, optional chains, parentheses and commas on the way to the call.
const q = (at, next) => ({
    url: 'https://example.com/echo',
    data: { at },
    success: res => {
        trace('success', res.data.query);
        next();
    }
});

swan['request'](q('brackets', () => swan?.request?.(q('optional', () => (swan.request)(q('parentheses', () => (0, swan.request)(q('comma', () => {}))))))));

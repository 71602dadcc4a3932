const { request } = swan;

export const load = id =>
    new Promise((resolve, reject) => {
        request({ url: 'https://example.com/echo', data: { id }, success: ({ data }) => resolve({ id, query: data.query }), fail: reject });
    });

export default function save(item) {
    return new Promise(resolve => {
        swan.request({
            url: 'https://example.com/echo',
            method: 'PUT',
            data: item,
            success: res => resolve(res.data.body)
        });
    });
}

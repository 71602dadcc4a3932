// No semicolons; lines that begin with brackets stand behind the calls.
// order: channel
const seen = []
const ask = (at, next) => swan.request({
    url: 'https://example.com/echo',
    data: { at },
    success: res => seen.push(res.data.query),
    complete: next
})
let open = 2
const closed = () => {
    open -= 1
    if (open > 0) return
    trace('seen', seen.sort().map(String))
    ask(2, () => ask(3, () => trace('all', seen.length)))
}

swan.request({ url: 'https://example.com/echo', data: { at: 0 }, success: res => seen.push(res.data.query), complete: closed })
;[1].forEach(at => seen.push(at))
var kept = 5
swan.request({ url: 'https://example.com/status/204', complete: closed })
;(function () { seen.push(kept) })()

// Template literals, regular expressions, unicode escapes and odd white space around the call.
const id = 'x y';
swan . request ( {
    'url' : `https://example.com/${'echo'}?id=${encodeURIComponent(id)}&re=${/[)}]'/.source.length}`,
    "method" : 'POST' ,
    data : `{"raw": "${id}"}`,
    header : { "content-type" : "application/json" , } ,
    success ( { data : { query , body , } , } ) { trace ( 'success' , [ query , body , ] ) ; } ,
} , ) ;

// In: nothing. Out: the executed programs that come out otherwise on uni-h5 than on swan, each with the fault of uni-h5's or
// the limit of a browser that makes it so. Whatever is not here must be equal.
// uni-h5 3.0.0-alpha-5020620260914001; where a behaviour is WeChat's own as well, the text says so.

const query = 'a query is text by String(), nested values too; undefined, functions and null are kept (not by WeChat)';
const textQuery = 'text as data of a GET is dropped';
const type = 'a body-less POST, a HEAD or a method in lower case gets a content type';
const sameOrigin = 'a missing or relative url is taken from the page, as browsers do';
const errorNumber = 'an error has neither errno nor errCode, and no reason in its errMsg';
const twice = 'send on a socket that is not open runs its callbacks twice, and in the call';
const fields = 'header fields and form fields that are null or undefined are sent as these words';
const needsThis = 'methods of a task need their this';
const inAbort = 'abort runs fail and complete before it returns';

export const differences: Readonly<Record<string, string>> = {
  'd01-abort.js': needsThis,
  'd01-cut.js': errorNumber,
  'net-01-request.js': sameOrigin,
  'net-03-upload-task.js': errorNumber,
  'net-05-download-task.js': errorNumber,
  'r02-missing-argument.js': sameOrigin,
  'r02-missing-options.js': sameOrigin,
  'r02-same-object.js': 'callbacks get a this; ' + errorNumber,
  'r03-throwing-file-callbacks.js': 'what a progress listener throws is not caught',
  'r05-method-case.js': type,
  'r06-empty-data.js': type,
  'r06-every-method.js': 'data of a HEAD is dropped; ' + type,
  'r06-literal-get.js': query,
  'r06-string-data.js': textQuery,
  'r07-class-data.js': query,
  'r07-values.js': query,
  'r08-form-literal.js': query,
  'r08-form-variable.js': 'a form content type with a parameter is not seen as one; the body is [object Object]',
  'r08-other-type.js': 'an object under another content type is sent as [object Object]',
  'r10-header-text.js': 'a header value outside Latin-1 is an exception in the call',
  'r10-header-variable.js': fields,
  'r10-header.js': fields,
  'r12-set-cookie.js': 'a browser shows no set-cookie',
  'r15-message-shown.js': errorNumber,
  'r15-redirect-loop.js': errorNumber,
  'r15-transport.js': errorNumber,
  'r17-abort-at-once.js': inAbort,
  'r17-abort-in-body.js': inAbort,
  'r17-task.js': needsThis,
  'r18-port-and-cookie.js': 'a browser lets no program send a cookie field',
  'r18-relative-fails.js': sameOrigin,
  's02-success.js': 'success and complete of connectSocket run in the call',
  's03-before-connecting.js': 'a second global listener of a kind is added to the first',
  's05-bad-data.js': 'what is neither text nor bytes is sent as its text',
  's05-nothing-open.js': twice,
  's06-1001.js': 'a browser refuses the code 1001, and the socket stays open',
  's06-bad-closings.js': 'a code that is no number closes with 1000',
  'shape-conditional-options.js': textQuery,
  'shape-strict.js': 'callbacks get a this',
  'u01-named-file.js': 'a File as filePath is not known; WeChat knows paths only, too',
  'u01-no-fields.js': fields,
  'u01-upload.js': 'a content type of the program takes the place of the multipart one',
  'u04-download-progress.js': 'without a known length the percent is Infinity',
};

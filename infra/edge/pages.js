// The web client finds its own way from its one page: an address without a file's extension is that page.
var NOTHING_HERE = { type: 'about:blank', title: 'There is nothing at this address', status: 404 };

function handler(event) {
  var request = event.request;
  if (request.uri === '/api/openapi.json') {
    return request;
  }
  if (request.uri === '/api' || request.uri.indexOf('/api/') === 0) {
    return nothing();
  }
  var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') === -1) {
    request.uri = '/index.html';
  }
  return request;
}

function nothing() {
  return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: { 'content-type': { value: 'application/problem+json' } },
    body: JSON.stringify(NOTHING_HERE)
  };
}

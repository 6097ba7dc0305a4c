// The portal is well when people can sign in to it.
function handler(event) {
  event.request.uri = '/api/people/health';
  return event.request;
}

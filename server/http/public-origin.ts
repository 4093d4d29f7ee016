/**
 * The request as if it had come to the public address: behind a proxy the service sees another, and would print that on
 * pictures and in links.
 */
export function asAskedFrom(request: Request, origin: string): Request {
  const { pathname, search } = new URL(request.url);
  return new Request(origin + pathname + search, request);
}

/**
 * Changes the headers of a response: its own where they can be changed, else those of a copy. What a Durable Object or `fetch`
 * answered cannot be changed; a copy of what was made here would turn a text into a stream.
 */
export function changeHeaders(response: Response, change: (headers: Headers) => void): Response {
  try {
    change(response.headers);
    return response;
  } catch {
    const copy = new Response(response.body, response);
    change(copy.headers);
    return copy;
  }
}

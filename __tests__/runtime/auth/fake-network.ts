import type { Fetch } from '../../../src/runtime/issuer/fetch-json.js';

/** One request that reached the fake network. */
export interface SeenRequest {
  url: string;
  init: RequestInit;
}

type Answer = object | (() => object | Promise<Response>);

/** A network without wires: URL → answer; an object is answered as JSON, an unknown URL with 404. */
export function fakeNetwork(answers: Record<string, Answer>): {
  fetch: Fetch;
  seen: SeenRequest[];
  answers: Record<string, Answer>;
} {
  const seen: SeenRequest[] = [];
  const fetch: Fetch = async (url, init = {}) => {
    seen.push({ url, init });
    const answer = answers[url];
    if (answer === undefined) return new Response('nothing here', { status: 404 });
    const made = typeof answer === 'function' ? await (answer as () => object)() : answer;
    return made instanceof Response ? made : Response.json(made);
  };
  return { fetch, seen, answers };
}

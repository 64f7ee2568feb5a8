/** A client of one session that does by hand what the official one hides: ids, event ids, cuts. */
export interface SessionClient {
  id: string;
  post(body: object, headers?: Record<string, string>): Promise<Response>;
  /** Calls and returns the JSON-RPC answer. */
  call(method: string, params?: object): Promise<Record<string, unknown>>;
  /** Opens a stream, from an event on when one is given. */
  listen(lastEventId?: string): Promise<EventStream>;
  end(): Promise<Response>;
}

/** One event of a stream. */
export interface StreamEvent {
  id?: string;
  data: string;
}

/** A stream of server-sent events that can be cut. */
export interface EventStream {
  status: number;
  /** The next event; `undefined` when the stream ended. */
  next(): Promise<StreamEvent | undefined>;
  /** The next event with data, as JSON. */
  nextMessage(): Promise<Record<string, unknown> & { eventId?: string }>;
  /** The next message of a method; what comes before it is passed over. */
  until(method: string): Promise<Record<string, unknown>>;
  /** Waits for the comment that keeps a silent stream open. */
  keptOpen(): Promise<void>;
  cut(): void;
}

const VERSION = '2025-11-25';
const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

/** Shakes hands. */
export async function beginSession(url: string): Promise<SessionClient> {
  const params = { protocolVersion: VERSION, capabilities: {}, clientInfo: { name: 'test', version: '1' } };
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params }),
  });
  const id = response.headers.get('Mcp-Session-Id');
  if (id === null) throw new Error(`no session: ${response.status} ${await response.text()}`);
  await response.text();
  return sessionClient(url, id);
}

/** Goes on with a session that has begun. */
export function sessionClient(url: string, id: string): SessionClient {
  const headers = { ...HEADERS, 'mcp-session-id': id, 'mcp-protocol-version': VERSION };
  let last = 0;
  const post = (body: object, more: Record<string, string> = {}) =>
    fetch(`${url}/mcp`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
  return {
    id,
    post,
    async call(method, params = {}) {
      const response = await post({ jsonrpc: '2.0', id: ++last, method, params });
      const text = await response.text();
      return JSON.parse(/^data: (\{.*)$/m.exec(text)?.[1] ?? text) as Record<string, unknown>;
    },
    async listen(lastEventId) {
      const cut = new AbortController();
      const response = await fetch(`${url}/mcp`, {
        headers: {
          ...headers,
          accept: 'text/event-stream',
          ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
        },
        signal: cut.signal,
      });
      return readStream(response, cut);
    },
    end: () => fetch(`${url}/mcp`, { method: 'DELETE', headers }),
  };
}

/** Reads the events of a response. */
export function readStream(response: Response, cut: AbortController): EventStream {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const next = async (): Promise<StreamEvent | undefined> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const frame = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const data = /^data: ?(.*)$/m.exec(frame)?.[1];
        if (data !== undefined) return { data, id: /^id: (.*)$/m.exec(frame)?.[1] };
        continue;
      }
      const read = await reader?.read();
      if (!read || read.done) return undefined;
      rest += read.value;
    }
  };
  const nextMessage: EventStream['nextMessage'] = async () => {
    for (let event = await next(); event; event = await next()) {
      if (event.data !== '') return { ...(JSON.parse(event.data) as Record<string, unknown>), eventId: event.id };
    }
    throw new Error('the stream ended');
  };
  return {
    status: response.status,
    next,
    nextMessage,
    async until(method) {
      let message = await nextMessage();
      while (message.method !== method) message = await nextMessage();
      return message;
    },
    async keptOpen() {
      while (!rest.includes(': keepalive\n\n')) {
        const read = await reader?.read();
        if (!read || read.done) throw new Error('the stream ended');
        rest += read.value;
      }
    },
    cut: () => cut.abort(),
  };
}

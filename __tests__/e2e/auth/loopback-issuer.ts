import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWK } from 'jose';
import { signToken, type IssuerKey } from '../../runtime/auth/fake-issuer.js';

/** What a token endpoint was sent. */
export interface TokenRequest {
  form: Record<string, string>;
  authorization: string | undefined;
}

/** How the token endpoint answers; it may keep the connection open. */
export type TokenHandler = (request: TokenRequest, response: ServerResponse) => void;

/** An issuer on loopback: metadata, keys and a token endpoint, all changeable while it runs. */
export interface LoopbackIssuer {
  url: string;
  jwks: { keys: JWK[] };
  /** Paths that were asked for, in order. */
  asked: string[];
  tokenRequests: TokenRequest[];
  onToken: TokenHandler;
  /** Status and headers with which the key set is answered instead, when set. */
  jwksFault?: { status: number; headers?: Record<string, string> };
  /** A token of this issuer, five minutes long, with changed claims and header. */
  token(key: IssuerKey, claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

/** Starts an issuer; its tokens are for the audience `acme-mcp` unless told otherwise. */
export async function startIssuer(keys: readonly IssuerKey[]): Promise<LoopbackIssuer> {
  const server = createServer((request, response) => void answer(issuer, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: LoopbackIssuer = {
    url,
    jwks: { keys: keys.map((key) => key.jwk) },
    asked: [],
    tokenRequests: [],
    onToken: countingTokens(),
    token: (key, claims = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      return signToken(key, { iss: url, aud: 'acme-mcp', sub: 'user-1', iat: now, exp: now + 300, ...claims }, header);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return issuer;
}

/** A token endpoint that hands out `token-1`, `token-2` and so on. */
export function countingTokens(): TokenHandler {
  let count = 0;
  return (_request, response) =>
    json(response, 200, { access_token: `token-${(count += 1)}`, token_type: 'Bearer', expires_in: 600 });
}

async function answer(issuer: LoopbackIssuer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  issuer.asked.push(path);
  if (path === '/token') return answerToken(issuer, request, response);
  if (path === '/.well-known/openid-configuration') {
    return json(response, 200, {
      issuer: issuer.url,
      jwks_uri: `${issuer.url}/jwks`,
      token_endpoint: `${issuer.url}/token`,
    });
  }
  if (path !== '/jwks' && path !== '/cdn-cgi/access/certs') return json(response, 404, {});
  if (issuer.jwksFault !== undefined) response.writeHead(issuer.jwksFault.status, issuer.jwksFault.headers).end();
  else json(response, 200, issuer.jwks);
}

async function answerToken(issuer: LoopbackIssuer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
  const tokenRequest = { form, authorization: request.headers.authorization };
  issuer.tokenRequests.push(tokenRequest);
  issuer.onToken(tokenRequest, response);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

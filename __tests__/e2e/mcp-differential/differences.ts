/** One request that is answered differently on purpose. */
export interface Difference {
  ours: string;
  sdk: string;
  why: string;
}

const INVALID =
  'Wrong parameters are -32602 (JSON-RPC 2.0 section 5.1); the SDK reports its own parser as an internal error.';

/** Every request of the corpus that is answered differently, with both answers and the reason. */
export const DIFFERENCES: Readonly<Record<string, Difference>> = {
  'gives a state that nobody made': {
    ours: '200 1:-32602',
    sdk: '200 1:_meta,content,resultType,structuredContent',
    why: 'The SDK has no key here; ours refuses every state that it did not make.',
  },
  'gives answers that are text': {
    ours: '200 1:-32602',
    sdk: '200 1:_meta,content,resultType,structuredContent',
    why: 'The SDK drops what is not an object; ours names the member.',
  },
  'gives a cursor that is a number': { ours: '200 1:-32602', sdk: '200 1:-32603', why: INVALID },
  'gives a cursor that is null': { ours: '200 1:-32602', sdk: '200 1:-32603', why: INVALID },
  'reads a resource without naming it': { ours: '200 1:-32602', sdk: '200 1:-32603', why: INVALID },
  'gives a prompt an argument that is a number': { ours: '200 1:-32602', sdk: '200 1:-32603', why: INVALID },
  'completes nothing': { ours: '200 1:-32602', sdk: '200 1:-32603', why: INVALID },
  'completes a reference of another kind': { ours: '200 1:-32602', sdk: '200 1:-32603', why: INVALID },
  'is an answer': {
    ours: '400 null:-32600',
    sdk: '400 null:-32000',
    why: 'The SDK takes it for its session transport; 2026-07-28 has no answers of clients.',
  },
  'shakes hands without capabilities': { ours: '200 1:-32602', sdk: '200 1:-32603', why: INVALID },
  'shakes hands without a version of the client': { ours: '200 1:-32602', sdk: '200 1:-32603', why: INVALID },
  'shakes hands with capabilities that are null': { ours: '200 1:-32602', sdk: '200 1:-32603', why: INVALID },
  'before: pings with params that are null': {
    ours: '200 1:',
    sdk: '400 1:-32600',
    why: 'Several clients write absent parameters as null.',
  },
  'before: has an id that is a fraction': {
    ours: '200 1.5:-32600',
    sdk: '400 1.5:-32600',
    why: 'Clients show the sentence of a JSON-RPC error, and of an HTTP error only its status.',
  },
  'before: has a member that no message has': {
    ours: '200 1:-32600',
    sdk: '400 1:-32600',
    why: 'Clients show the sentence of a JSON-RPC error, and of an HTTP error only its status.',
  },
  'before: names a version that nobody knows': {
    ours: '400 1:-32022',
    sdk: '400 null:-32000',
    why: 'The answer names the versions that the server knows.',
  },
  'before: accepts JSON only': {
    ours: '200 1:',
    sdk: '406 null:-32000',
    why: 'The answer is JSON anyway (RFC 9110 section 12.5.1).',
  },
  'before: accepts everything': {
    ours: '200 1:',
    sdk: '406 null:-32000',
    why: '*/* accepts both forms (RFC 9110 section 12.5.1).',
  },
};

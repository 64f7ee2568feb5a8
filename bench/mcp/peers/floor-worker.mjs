/** Reads a request as JSON and answers with the text that it was given for that tool or method: less cannot be done. */
export default {
  /**
   * @param {Request} request
   * @param {import('./sdk-server.mjs').PeerEnv} env
   */
  async fetch(request, { ANSWERS }) {
    /** @type {{ id: number, method: string, params: { name: string } }} */
    const { id, method, params } = await request.json();
    const result =
      method === 'tools/call'
        ? {
            content: [{ type: 'text', text: JSON.stringify(ANSWERS[params.name]) }],
            structuredContent: ANSWERS[params.name],
          }
        : { tools: ANSWERS.tools };
    return Response.json({ jsonrpc: '2.0', id, result });
  },
};

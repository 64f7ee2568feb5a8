import type { BuildResult } from '../build/build.js';
import { clientSnippets, type ClientSnippet } from './client-snippets.js';
import type { Ports, ProjectOptions, Failure } from './ports.js';
import { buildProject } from './stages/build-project.js';

/** `frontmcp deploy outputs`. */
export interface OutputsResult {
  build: BuildResult;
  workerName?: string;
  deploymentUrl?: string;
  mcpUrl?: string;
  snippets: ClientSnippet[];
  failure?: Failure;
}

/** `frontmcp deploy outputs`: where the Worker answers and how clients connect, from the manifest alone. */
export async function outputs(options: ProjectOptions, ports: Ports): Promise<OutputsResult> {
  const build = await buildProject({ ...options, placeholders: true }, ports);
  const { manifest } = build;
  if (!manifest) return { build, snippets: [] };
  const { deployment, auth } = manifest.structural;
  if (deployment.url === undefined) {
    return {
      build,
      workerName: deployment.workerName,
      snippets: [],
      failure: {
        code: 'deployment-url-missing',
        message: 'The manifest does not say where the Worker answers.',
        hint: `Add to ${manifest.file}:\n  deployment:\n    url: https://${deployment.workerName ?? manifest.name}.<your-subdomain>.workers.dev`,
      },
    };
  }
  const mcpUrl = mcpUrlOf(deployment.url);
  return {
    build,
    workerName: deployment.workerName,
    deploymentUrl: deployment.url,
    mcpUrl,
    snippets: clientSnippets({ name: manifest.name, mcpUrl, auth }),
  };
}

/** The MCP endpoint of a Worker. */
export function mcpUrlOf(deploymentUrl: string): string {
  return `${deploymentUrl.replace(/\/+$/, '')}/mcp`;
}

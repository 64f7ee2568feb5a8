import { problem, type Problem } from '../problem.js';
import type { WrittenPath } from './resolve-file.js';

/** A spec given by URL is refused with the command that vendors it: a build reads files, never the network. */
export function refuseUrl({ field, text, at }: WrittenPath): Problem | undefined {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return undefined;
  const file = `openapi/${fileNameOf(text)}`;
  const command = `curl -fsSL --create-dirs -o ${file} ${quote(text)}`;
  return problem('manifest-spec-url', { field, url: text, file: `./${file}`, command }, at);
}

function fileNameOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const last = url?.pathname.split('/').pop() ?? '';
  return /^[\w.-]+\.(?:json|ya?ml)$/i.test(last) ? last : `${url?.hostname.replace(/[^\w.-]/g, '') || 'spec'}.json`;
}

/** One word of a POSIX shell, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

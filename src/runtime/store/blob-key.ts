/** Key of a blob in R2. */
export function blobKey(sha256: string): string {
  return `sha256/${sha256}`;
}

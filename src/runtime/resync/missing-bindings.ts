import type { WorkerStatus } from '../../contract/push/push-messages.js';
import type { Bindings } from '../store/snapshots/bindings.js';

/** Features whose binding is missing, and what is lost without it: reported, never silently skipped. */
export function missingBindings(
  { hasAudit, cache, nonces, blobs }: Bindings,
  nonceKv: string,
): WorkerStatus['missingBindings'] {
  const rows = [
    { there: hasAudit, binding: 'AUDIT', consequence: 'Only the last 1,000 audit records are kept, inside BundleDO.' },
    {
      there: cache !== null,
      binding: 'BUNDLE_CACHE',
      consequence:
        'There is no last-good copy: without BundleDO the Worker boots with the bundle it was deployed with.',
    },
    {
      there: nonces !== null,
      binding: nonceKv,
      consequence: 'A replayed push is refused only after its body was read.',
    },
    {
      there: blobs !== null,
      binding: 'SKILL_DATA',
      consequence: 'Files larger than 1 MiB, and binary files, cannot be served.',
    },
  ];
  return rows.flatMap(({ there, binding, consequence }) => (there ? [] : [{ binding, consequence }]));
}

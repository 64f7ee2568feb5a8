import { openCatalog, type SkillUser } from '../../catalog/open-catalog.js';
import type { Snapshot } from '../../snapshot.js';
import type { ChangeEvent } from '../../store/channel.js';
import type { Message } from '../message.js';

/** What one caller sees of a snapshot, as text to compare: nothing that they may not use is in it. */
export interface CallerView {
  skills: string;
  operations: string;
}

/** What a caller sees of a snapshot. */
export function callerView(snapshot: Snapshot, user: SkillUser): CallerView {
  const catalog = openCatalog(snapshot, user);
  const names = catalog.skillNames();
  return {
    skills: JSON.stringify([catalog.discoverable(), names.map((name) => catalog.skill(name))]),
    operations: JSON.stringify(catalog.operationKeys().map((key) => [key, catalog.operation(key)?.entry])),
  };
}

/** The lists that differ between two views. The tools are part of the runtime, so a push never changes them. */
export function changedLists(before: CallerView, after: CallerView): ChangeEvent[] {
  const skills = before.skills !== after.skills;
  const resources = skills || before.operations !== after.operations;
  return [
    ...(resources ? [{ kind: 'resources_list_changed' } as const] : []),
    ...(skills ? [{ kind: 'prompts_list_changed' } as const] : []),
  ];
}

/** Whether a caller may know of an event: what an operation changed, only those who may use the operation. */
export function mayHear(event: ChangeEvent, snapshot: Snapshot, user: SkillUser): boolean {
  return (
    event.kind !== 'resource_updated' ||
    event.operation === undefined ||
    openCatalog(snapshot, user).operation(event.operation) !== undefined
  );
}

/** The notification that announces a change. */
export function changeNotification(event: ChangeEvent): Message {
  if (event.kind === 'resource_updated')
    return { jsonrpc: '2.0', method: 'notifications/resources/updated', params: { uri: event.uri } };
  return { jsonrpc: '2.0', method: `notifications/${event.kind.replace('_list_changed', '')}/list_changed` };
}

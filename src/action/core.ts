import type { Annotation } from '../report/annotations.js';

/** Where an annotation is shown, and its title. */
export type AnnotationProperties = Partial<Omit<Annotation, 'level' | 'message'>>;

/** What the action tells the runner, in the terms of `@actions/core`; tests hand in their own. */
export interface Core {
  info(message: string): void;
  notice(message: string, properties?: AnnotationProperties): void;
  warning(message: string, properties?: AnnotationProperties): void;
  error(message: string, properties?: AnnotationProperties): void;
  setFailed(message: string): void;
  setOutput(name: string, value: string): void;
  setSecret(secret: string): void;
  startGroup(name: string): void;
  endGroup(): void;
  summary: { addRaw(text: string): { write(): Promise<unknown> } };
}

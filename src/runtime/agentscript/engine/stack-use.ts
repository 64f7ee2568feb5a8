import type { QuickJS } from 'quickjs-wasi';

/** Looks how much of its stack an engine uses. */
export interface StackUse {
  /** Takes the place where a stretch of guest code begins. */
  enter(): void;
  /**
   * Whether the stack is nearly used up. A script that catches each overflow and calls again stays there, and
   * there each poll of the engine costs it fifty times as much: an error with its trace.
   */
  isNearlyFull(): boolean;
}

const NEARLY_FULL = 0.9;

/** Watches the stack pointer of an engine, which grows downwards. */
export function watchStack(vm: QuickJS, stackBytes: number): StackUse {
  const { __stack_pointer: pointer } = vm._getExports() as unknown as { __stack_pointer?: { value: unknown } };
  let top = 0;
  const current = (): number => Number(pointer?.value ?? 0);
  return {
    enter: () => void (top = current()),
    isNearlyFull: () => top - current() > stackBytes * NEARLY_FULL,
  };
}

/**
 * Maps with at most `width` calls under way; results in the order of the items. Keeps a thousand reads from
 * needing a thousand file handles.
 */
export async function mapPool<T, R>(items: readonly T[], width: number, map: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const work = async () => {
    for (let index = next; index < items.length; index = next) {
      next = index + 1;
      results[index] = await map(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  return results;
}

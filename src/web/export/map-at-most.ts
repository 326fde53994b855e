/** What `task` gives for each item, in the items' order, with at most `most` of them under way at once. Rejects with the first failure. */
export async function mapAtMost<Item, Result>(
  items: readonly Item[],
  most: number,
  task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [place, item] of waiting) results[place] = await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, work));
  return results;
}

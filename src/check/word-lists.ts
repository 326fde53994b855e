/** Words of a list as it is written in the code: separated by spaces. */
export function listed(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}

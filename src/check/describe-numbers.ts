/** Numbers that the reasons list: enough to see what is wrong. */
const MAX_NAMED = 3;

/** Numbers that stand in a paper, but not so, in words for a person. */
export function describeNumbers(
  elsewhere: readonly string[],
  exchanged: readonly [string, string] | undefined,
): readonly string[] {
  return [
    ...[...new Set(elsewhere)]
      .slice(0, MAX_NAMED)
      .map((number) => `number ${number} stands in the paper, but not where it speaks of this`),
    ...(exchanged ? [`the paper has ${exchanged.join(" and ")} the other way round`] : []),
  ];
}

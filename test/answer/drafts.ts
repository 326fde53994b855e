import fc from "fast-check";

/** Drafts made of what is hard about them: markers of every kind, code, quotation marks, stops, surrogate pairs. */
export const draftText = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom("[1]", "[2]", "[3]", "[9]", " [1]", ". ", ".", " ", "\n", "A", "the "),
      },
      fc.constantFrom(
        "[1, 2]",
        "【1】",
        "[^2]",
        "[[3]]",
        "[1-3]",
        "[0, 1]",
        "[",
        "]",
        "(",
        ")",
        "[1](a)",
        "\\",
        "^",
      ),
      fc.constantFrom(
        "`",
        "``",
        "```",
        "~~~",
        "\n```\n",
        "- ",
        "1. ",
        "# ",
        "> ",
        "“",
        "”",
        '"',
        "?",
        "!",
        "。",
      ),
      fc.constantFrom("et al. ", "e.g. ", "58.1% ", "https://a.org/b.c ", "GPT-4 ", "𝑥", "😀", "…", "\uE000"),
      fc.lorem({ maxCount: 4 }),
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

/** A draft and one way of cutting it, halves of surrogate pairs and empty pieces included. */
export function cutAnywhere(
  drafts: fc.Arbitrary<string>,
): fc.Arbitrary<{ readonly draft: string; readonly pieces: readonly string[] }> {
  return drafts.chain((draft) =>
    fc.array(fc.nat({ max: draft.length }), { maxLength: 60 }).map((cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), draft.length];
      return { draft, pieces: places.slice(1).map((end, index) => draft.slice(places[index], end)) };
    }),
  );
}

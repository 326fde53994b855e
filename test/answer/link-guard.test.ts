import fc from "fast-check";
import { expect, test } from "vitest";
import { createLinkGuard } from "../../src/answer/link-guard.ts";
import { createMarkerReader } from "../../src/answer/marker-reader.ts";
import { cutAnywhere, draftText } from "./drafts.ts";

function guard(pieces: readonly string[]): string {
  const reader = createMarkerReader();
  const links = createLinkGuard();
  const tokens = [...pieces.flatMap((piece) => links.push(reader.push(piece))), ...links.push(reader.end())];
  return [...tokens, ...links.end()]
    .map((token) => (token.type === "text" ? token.text : `<${token.numbers.join(" ")}>`))
    .join("");
}

test.each([
  ["[here](https://a.org) and ![it](b.png)", "[here]\\(https://a.org) and ![it]\\(b.png)"],
  ["[here][x]\n\n[x]: https://a.org", "[here][x]\n\n[x]\\: https://a.org"],
  ["`[code](x)` [1] (see https://a.org)", "`[code](x)` <1> (see https://a.org)"],
  ["[sic] [a] b", "[sic] [a] b"],
  ["[^1]: https://a.org", "<1>\\: https://a.org"],
  ["> - [1]: https://a.org", "> - <1>\\: https://a.org"],
  ["Text\n[9][1]: https://a.org", "Text\n<9><1>\\: https://a.org"],
  ["It is in [1]: the weights.", "It is in <1>: the weights."],
  [
    '[1](https://a.org "here") [here][9](https://a.org)',
    '<1>\\(https://a.org "here") [here]<9>\\(https://a.org)',
  ],
  ["[5](https://a.org) and [[2]](#two)", "<5>\\(https://a.org) and <2>\\(#two)"],
])("links become text that shows their address: %j", (draft, expected) => {
  expect(guard([draft])).toBe(expected);
});

test("however a draft is cut, its links are the same", () => {
  fc.assert(
    fc.property(cutAnywhere(draftText), ({ draft, pieces }) => {
      expect(guard(pieces)).toBe(guard([draft]));
    }),
  );
});

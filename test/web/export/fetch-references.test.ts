import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { fetchReferences } from "../../../src/web/export/fetch-references.ts";
import { RequestError } from "../../../src/web/stream/request-error.ts";
import { answer, asked, source } from "./answers.ts";

const citing = (...ids: readonly string[]) =>
  asked(
    answer("A", {
      sources: ids.map((paperId, index) => source(index + 1, { paperId, title: `On ${paperId}` })),
    }),
  );

test("each paper comes once, in the order of first citation", async () => {
  const written = await fetchReferences(
    [citing("a", "b"), citing("c", "a")],
    async (id) => `@misc{${id},\n}\n`,
  );
  expect(written).toBe("@misc{a,\n}\n\n@misc{b,\n}\n\n@misc{c,\n}\n");
});

test("a paper that is gone is named in a comment, whatever its title holds, and the others are written", async () => {
  const gone = asked(
    answer("A", { sources: [source(1, { paperId: "b", title: "Bad}\n@misc{x, title={\\evil}}" })] }),
  );
  const written = await fetchReferences([citing("a"), gone, citing("c")], async (id) => {
    if (id === "b") throw new RequestError("No paper has this id.");
    return `@misc{${id},}`;
  });
  expect(written).toBe(
    "@misc{a,}\n\n% Missing: “Bad (at)miscx, title=evil” (b). No paper has this id.\n\n@misc{c,}\n",
  );
});

test("where none can be had, the words say why; what is no answer of the server's is thrown as it is", async () => {
  const unreachable = new RequestError("Footnote can't be reached.");
  await expect(fetchReferences([citing("a", "b")], () => Promise.reject(unreachable))).rejects.toBe(
    unreachable,
  );
  const bug = new TypeError("bug");
  const failing = (id: string) => (id === "a" ? Promise.reject(bug) : Promise.resolve(""));
  await expect(fetchReferences([citing("a", "b")], failing)).rejects.toBe(bug);
});

test("at most six papers are asked for at once", async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `p${index}`);
  let underWay = 0;
  let most = 0;
  const written = await fetchReferences([citing(...ids)], async (id) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await nextTurn();
    underWay -= 1;
    return `@misc{${id}}`;
  });
  expect(most).toBe(6);
  expect(written.match(/p\d+/g)).toEqual(ids);
});

import { expect, test } from "vitest";
import { z } from "zod";
import { describeIssues } from "../../src/server/describe-issues.ts";

const schema = z.object({ k: z.int().max(50), names: z.array(z.string()) });

function described(input: unknown): string {
  const parsed = schema.safeParse(input);
  return parsed.success ? "" : describeIssues(parsed.error, "the body");
}

test("names the field and what was expected of it", () => {
  expect(described({ k: "ten", names: ["a", 7] })).toBe(
    "k in the body: Invalid input: expected number, received string. " +
      "names[1] in the body: Invalid input: expected string, received number.",
  );
});

test("speaks of the whole where the whole is wrong", () => {
  expect(described("hello")).toBe("the body: Invalid input: expected object, received string.");
});

test("stays short and repeats nothing, however much is wrong", () => {
  const text = described({
    k: 51,
    names: Array.from({ length: 10_000 }, () => ({ secret: "x".repeat(100) })),
  });
  expect(text).toMatch(/And 9998 more such problems\.$/);
  expect(text.length).toBeLessThan(400);
  expect(text).not.toContain("xxx");
});

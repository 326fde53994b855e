import { expect, test } from "vitest";
import { z } from "zod";
import { describeIssues } from "../../src/server/describe-issues.ts";

const schema = z.object({
  k: z.int().max(50),
  names: z.array(z.string()),
  role: z.enum(["user", "system"]).optional(),
  from: z.iso.date().optional(),
  text: z.string().max(3).optional(),
  list: z.array(z.string()).min(1, { error: "needs an entry" }).optional(),
});

function described(input: unknown): string {
  const parsed = schema.safeParse(input);
  return parsed.success ? "" : describeIssues(parsed.error, "the body");
}

test("names the field and what was expected of it", () => {
  expect(described({ k: "ten", names: ["a", 7] })).toBe(
    "In the body, k must be a number. In the body, names[1] must be a text.",
  );
});

test.each([
  [{ k: 51 }, "k must be at most 50"],
  [{ k: 1.5 }, "k must be a whole number"],
  [{ role: "robot" }, 'role must be one of "user", "system"'],
  [{ from: "May" }, "from must be a date such as 2024-05-31"],
  [{ text: "Four" }, "text must be at most 3 characters long"],
  [{ list: [] }, "list needs an entry"],
])("says of %j that %s", (wrong, problem) => {
  expect(described({ k: 1, names: [], ...wrong })).toBe(`In the body, ${problem}.`);
});

test("speaks of the whole where the whole is wrong", () => {
  expect(described("hello")).toBe("The body must be an object.");
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

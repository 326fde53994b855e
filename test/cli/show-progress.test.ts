import { expect, test } from "vitest";
import { progressBar, showProgress } from "../../src/cli/show-progress.ts";

const at = (papersDone: number) => ({
  papersDone,
  papersTotal: 320,
  papersPerSecond: 12.4,
  secondsLeft: (320 - papersDone) / 12.4,
});

test("on a terminal a bar redraws itself, with rate and time left", () => {
  const written: string[] = [];
  const show = showProgress({ isTTY: true, write: (text) => written.push(text) });
  show(at(160));
  show(at(320));
  expect(written[0]).toBe(
    "\r\u001b[2KIndexing ████████████░░░░░░░░░░░░ 160 of 320 papers, 12 a second, 13 s left",
  );
  expect(written[1]).toBe("\r\u001b[2KIndexing ████████████████████████ 320 of 320 papers, 12 a second\n");
});

test("elsewhere plain lines come, one for each tenth", () => {
  const written: string[] = [];
  const show = showProgress({ write: (text) => written.push(text) });
  for (let done = 0; done <= 320; done += 4) show(at(done));
  expect(written).toHaveLength(11);
  expect(written[5]).toBe("Indexing: 160 of 320 papers, 12 a second, 13 s left\n");
  expect(["\r", "\u001b"].some((sign) => written.join("").includes(sign))).toBe(false);
});

test("an empty collection is no division by zero", () => {
  expect(progressBar({ papersDone: 0, papersTotal: 0, papersPerSecond: 0 })).toContain("0 of 0 papers");
});

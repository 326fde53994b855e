import { expect, test } from "vitest";
import { UnavailableError } from "../../src/domain/errors.ts";
import { openDoor } from "./door.ts";
import { paper, ranked, scriptedFootnote } from "./scripted-footnote.ts";

test("a query finds papers, one row each, best first", async () => {
  const outsideUrl = "https://arxiv.org/abs/2311.09677";
  const footnote = scriptedFootnote({
    search: () =>
      Promise.resolve({
        standaloneQuestion: "R-Tuning",
        papers: [ranked(1), ranked(2, paper(2, { outsideUrl }))],
      }),
  });
  const response = await openDoor(footnote).post("/api/search", { query: "R-Tuning" });
  expect(response.status).toBe(200);
  const text = "Paper 1 shows that refusal can be trained.";
  expect(await response.json()).toEqual({
    standaloneQuestion: "R-Tuning",
    results: [
      {
        rank: 1,
        paperId: "paper-1",
        title: "Paper 001",
        url: "http://127.0.0.1:3000/papers/paper-1",
        score: 1,
        passages: [{ passageId: "paper-1#0", text, start: 0, end: 42, score: 0.5 }],
      },
      expect.objectContaining({ rank: 2, url: outsideUrl }),
    ],
  });
});

test("each row explains itself where that is asked for, and only there", async () => {
  const door = openDoor();
  const found = async (body: object): Promise<unknown> =>
    (await door.post("/api/search", { query: "R-Tuning", k: 2, ...body })).json();
  const explained = [1, 2].map((rank) => ({
    rank,
    explain: {
      stages: [
        { stage: "words", rank: rank + 2, score: 12.5 },
        { stage: "vectors", rank, score: 0.5 },
      ],
    },
  }));
  expect(await found({ explain: true })).toMatchObject({ results: explained });
  expect(JSON.stringify([await found({}), await found({ explain: false })])).not.toContain("stage");
});

test("a query is short for one message, and ten papers are enough unless more are asked for", async () => {
  const footnote = scriptedFootnote();
  const door = openDoor(footnote);
  await door.post("/api/search", { query: " R-Tuning " });
  await door.post("/api/search", {
    messages: [
      { role: "user", content: "R-Tuning" },
      { role: "assistant", content: "It refuses." },
      { role: "user", parts: [{ type: "text", text: "Why?" }] },
    ],
    k: 50,
    filter: { paperIds: ["paper-3"] },
    explain: true,
    colour: "red",
  });
  expect(footnote.asked).toMatchObject([
    { conversation: { question: "R-Tuning", history: [] }, k: 10 },
    { conversation: { question: "Why?", history: [{}, {}] }, k: 50, filter: { paperIds: ["paper-3"] } },
  ]);
  expect(footnote.asked[0]).not.toHaveProperty("filter");
});

test.each([
  ["neither query nor messages", {}, /either `query`.*or `messages`/],
  ["both", { query: "a", messages: [] }, /either `query`.*or `messages`/],
  ["an empty query", { query: "" }, /question is empty/],
  ["20,000 characters", { query: "x".repeat(20_000) }, /20,000 characters.*8,000/],
  ["no paper", { query: "a", k: 0 }, /^In the request's body, k must be at least 1\./],
  ["too many papers", { query: "a", k: 51 }, /^In the request's body, k must be at most 50\./],
  ["half a paper", { query: "a", k: 1.5 }, /^In the request's body, k must be a whole number\./],
  [
    "a word for explain",
    { query: "a", explain: "yes" },
    /^In the request's body, explain must be true or false\./,
  ],
  ["a list of queries", { query: ["a"] }, /^In the request's body, query must be a text\./],
])("%s gets 400 in words", async (_, body, message) => {
  const response = await openDoor().post("/api/search", body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: { code: "invalid", message: expect.stringMatching(message) },
  });
});

test("what can't be had yet gets 503 with a time to try again", async () => {
  const footnote = scriptedFootnote({
    search: () => Promise.reject(new UnavailableError("The server is stopping. Try again.")),
  });
  const response = await openDoor(footnote).post("/api/search", { query: "a" });
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(await response.json()).toEqual({
    error: { code: "unavailable", message: "The server is stopping. Try again." },
  });
});

test("a client that leaves aborts the search", async () => {
  const client = new AbortController();
  const footnote = scriptedFootnote({
    search: (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        client.abort();
      }),
  });
  const door = openDoor(footnote);
  await door.post("/api/search", { query: "a" }, { signal: client.signal });
  expect(door.unexpected).toEqual([]);
});

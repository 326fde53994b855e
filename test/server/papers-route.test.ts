import { expect, test } from "vitest";
import { z } from "zod";
import { UnavailableError } from "../../src/domain/errors.ts";
import type { PaperListRequest } from "../../src/domain/footnote.ts";
import { openDoor } from "./door.ts";
import { corpus, paper, scriptedFootnote } from "./scripted-footnote.ts";

const PageSchema = z.object({
  papers: z.array(z.object({ paperId: z.string() })),
  total: z.number(),
  nextCursor: z.string().optional(),
});

async function page(address: string) {
  const response = await openDoor().get(address);
  expect(response.status).toBe(200);
  return PageSchema.parse(await response.json());
}

/** A door whose product only writes down which lists it was asked for. */
function listening() {
  const requests: Omit<PaperListRequest, "signal">[] = [];
  const door = openDoor(
    scriptedFootnote({
      listPapers: ({ signal: _, ...request }) => {
        requests.push(request);
        return Promise.resolve({ papers: [], total: 0 });
      },
    }),
  );
  return { door, requests };
}

test.each([undefined, 1, 7, 64, 100])(
  "cursors lead through all 320 papers once, %s a page",
  async (limit) => {
    const seen: string[] = [];
    let pages = 0;
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const asked = new URLSearchParams({
        ...(limit && { limit: String(limit) }),
        ...(cursor && { cursor }),
      });
      const { papers, total, nextCursor } = await page(`/api/papers?${asked}`);
      expect(total).toBe(320);
      seen.push(...papers.map(({ paperId }) => paperId));
      cursor = nextCursor;
      pages += 1;
    }
    expect(seen).toEqual(corpus.map(({ paperId }) => paperId));
    expect(pages).toBe(Math.ceil(320 / (limit ?? 50)));
  },
);

test("a row says what a paper is called, where it is and where it was found", async () => {
  const known = paper(1, { published: "2026-07-30", authors: ["A. Author"] });
  const footnote = scriptedFootnote({ listPapers: () => Promise.resolve({ papers: [known], total: 1 }) });
  expect(await (await openDoor(footnote).get("/api/papers")).json()).toEqual({
    papers: [
      {
        paperId: "paper-1",
        title: "Paper 001",
        url: "http://127.0.0.1:3000/papers/paper-1",
        published: "2026-07-30",
        sources: known.sources,
      },
    ],
    total: 1,
  });
});

test("lists are sorted by title, or by relevance where there is a query, unless told otherwise", async () => {
  const { door, requests } = listening();
  await door.get("/api/papers");
  await door.get("/api/papers?query=");
  await door.get("/api/papers?query=lora&limit=5");
  await door.get("/api/papers?query=lora&sort=added");
  expect(requests).toEqual([
    { sort: "title", offset: 0, limit: 50 },
    { sort: "title", offset: 0, limit: 50 },
    { query: "lora", sort: "relevance", offset: 0, limit: 5 },
    { query: "lora", sort: "added", offset: 0, limit: 50 },
  ]);
});

test.each([
  ["limit=0", /^In the address, limit must be at least 1\./],
  ["limit=101", /^In the address, limit must be at most 100\./],
  ["limit=many", /^In the address, limit must be a number\./],
  ["sort=price", /^In the address, sort must be one of/],
  ["sort=relevance", /needs a query/],
  ["cursor=", /cursor doesn't belong/],
  ["cursor=WzUwXQ", /cursor doesn't belong/],
  [`query=${"x".repeat(8001)}`, /^In the address, query must be at most 8000 characters long\./],
])("?%s gets 400 in words", async (search, message) => {
  const response = await openDoor().get(`/api/papers?${search}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: { code: "invalid", message: expect.stringMatching(message) },
  });
});

test("a cursor of one list doesn't lead into another", async () => {
  const { nextCursor } = await page("/api/papers?sort=title");
  expect((await openDoor().get(`/api/papers?sort=added&cursor=${nextCursor}`)).status).toBe(400);
});

test("a paper answers with all that is known about it", async () => {
  const known = paper(1, {
    paperId: "2311.09677",
    outsideUrl: "https://arxiv.org/abs/2311.09677",
    published: "2023-11-16",
    authors: ["Hanning Zhang"],
  });
  const footnote = scriptedFootnote({
    findPaper: (paperId) => Promise.resolve(paperId === known.paperId ? known : undefined),
  });
  const { outsideUrl, ...rest } = known;
  expect(await (await openDoor(footnote).get("/api/papers/2311.09677")).json()).toEqual({
    ...rest,
    url: outsideUrl,
  });
});

test.each([
  ["json", "application/json", '"paperId":"paper-1"'],
  ["bibtex", "application/x-bibtex; charset=utf-8", "@misc{paper-1,"],
  ["csl", "application/vnd.citationstyles.csl+json", '"id":"paper-1","type":"article"'],
  ["text", "text/plain; charset=utf-8", "Paper 001. http://127.0.0.1:3000/papers/paper-1\n"],
])("?format=%s answers with the paper as %s", async (format, contentType, held) => {
  const response = await openDoor().get(`/api/papers/paper-1?format=${format}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(contentType);
  expect(await response.text()).toContain(held);
});

test("a reference has the paper's address as the reader finds it", async () => {
  const door = openDoor(scriptedFootnote(), { publicUrl: "https://papers.example" });
  expect(await (await door.get("/api/papers/paper-1?format=csl")).json()).toMatchObject({
    URL: "https://papers.example/papers/paper-1",
  });
});

test("another format gets 400 in words, and an unknown paper 404 in any", async () => {
  const refused = await openDoor().get("/api/papers/paper-1?format=pdf");
  expect(refused.status).toBe(400);
  expect(await refused.json()).toEqual({
    error: { code: "invalid", message: expect.stringMatching(/^In the address, format must be one of/) },
  });
  expect((await openDoor().get("/api/papers/no-such-paper?format=bibtex")).status).toBe(404);
});

test("an unknown paper gets 404 in words that don't repeat a long id", async () => {
  const response = await openDoor().get("/api/papers/no-such-paper");
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    error: { code: "not-found", message: 'There is no paper "no-such-paper" here.' },
  });
  const long = await (await openDoor().get(`/api/papers/${"x".repeat(5000)}`)).text();
  expect(long.match(/x/g)?.length).toBeLessThanOrEqual(100);
});

test("before the index is open both answer 503 with what is missing", async () => {
  const notYet = () => Promise.reject(new UnavailableError("The index is being built."));
  const door = openDoor(scriptedFootnote({ listPapers: notYet, findPaper: notYet }));
  for (const address of ["/api/papers", "/api/papers/paper-1"]) {
    const response = await door.get(address);
    expect(response.status).toBe(503);
    expect(response.headers.has("retry-after")).toBe(true);
    expect(await response.json()).toEqual({
      error: { code: "unavailable", message: "The index is being built." },
    });
  }
  expect(door.unexpected).toEqual([]);
});

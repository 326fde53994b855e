import { readdirSync, readFileSync } from "node:fs";
import type { Paper } from "../../src/domain/paper.ts";

const SEEDS = new URL("../../seeds/", import.meta.url);

/** Real titles and abstracts for the page to show: each of `titles` with the paragraph that follows it in `seeds/`. */
export function seedPapers(titles: readonly string[]): readonly Paper[] {
  const pages = readdirSync(SEEDS).map((name) => ({
    name,
    blocks: readFileSync(new URL(name, SEEDS), "utf8").split(/\n\s*\n/),
  }));
  return titles.map((title) => {
    const onPages = pages.filter(({ blocks }) => blocks.includes(title));
    const [page] = onPages;
    const abstract = page?.blocks[page.blocks.indexOf(title) + 1];
    if (abstract === undefined) throw new Error(`No page in seeds/ holds "${title}".`);
    return {
      paperId: title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 80),
      title,
      abstract,
      rawAbstract: abstract,
      sources: onPages.map(({ name }) => ({
        name,
        kind: "page",
        firstSeenAt: "2026-07-30T00:00:00.000Z",
        featuredOn: "Jul 30",
      })),
    };
  });
}

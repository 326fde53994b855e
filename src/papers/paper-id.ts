import { hash } from "node:crypto";

/** The contract's limit; with the hash of a colliding title an id has at most 7 more. */
const MAX_SLUG_CHARACTERS = 80;
const HASH_CHARACTERS = 6;

/**
 * The id of a paper known by its title only: the title in `[a-z0-9-]`, accents folded, at most 80 characters; followed
 * by a hyphen and 6 hex digits of the title's SHA-256 where that is empty or among the ids already taken.
 */
export function paperId(title: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(title);
  if (slug !== "" && !taken.has(slug)) return slug;
  for (let attempt = 0; ; attempt++) {
    const hashed = hash("sha256", title + "#".repeat(attempt), "hex").slice(0, HASH_CHARACTERS);
    const id = `${slug || "paper"}-${hashed}`;
    if (!taken.has(id)) return id;
  }
}

function slugOf(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, MAX_SLUG_CHARACTERS)
    .replace(/-$/, "");
}

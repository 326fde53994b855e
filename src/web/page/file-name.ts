/** A file name for a title: letters, digits and hyphens, `chat` where nothing is left. */
export function fileNameOf(title: string, extension: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return `${words.slice(0, 60).replace(/-+$/, "").toLowerCase() || "chat"}.${extension}`;
}

import { conversationMarkdown } from "../export/conversation-markdown.ts";
import { fetchReferences } from "../export/fetch-references.ts";
import { download } from "../page/download.ts";
import { fileNameOf } from "../page/file-name.ts";
import { type KeptChat, titleOf } from "./kept-chat.ts";

/** Gives the reader a chat as a Markdown file. */
export function exportMarkdown(chat: KeptChat): void {
  const title = titleOf(chat);
  const markdown = conversationMarkdown(title, chat.turns, location.origin);
  download(fileNameOf(title, "md"), markdown, "text/markdown");
}

/**
 * Gives the reader the papers that a chat cites, as a file by the name that its Markdown has them under.
 * @throws {RequestError} in words.
 */
export async function exportReferences({ turns }: KeptChat): Promise<void> {
  download("references.bib", await fetchReferences(turns), "application/x-bibtex");
}

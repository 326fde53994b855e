import { hash } from "node:crypto";
import type { Paper } from "../domain/paper.ts";

/** SHA-256, in hex, of what is indexed of a paper: its title and abstract. Another hash means: embed it again. */
export function contentHash(paper: Pick<Paper, "title" | "abstract">): string {
  return hash("sha256", JSON.stringify([paper.title, paper.abstract]), "hex");
}

/** What LaTeX and BibTeX take for commands, groups or formulas, written so that they show as they are. */
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "%": "\\%",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
};

/** Text as it shows in LaTeX, whatever it holds; letters beyond ASCII stay as they are. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\{}~^<>%$&#_]/gu, (sign) => ESCAPES[sign] ?? sign);
}

/** An address without the signs that would end a BibTeX field or begin a command: they are percent-encoded. */
export function escapeAddress(address: string): string {
  return address.replace(/[\\{}"<>^`|\s\p{Cc}]/gu, (sign) => encodeURIComponent(sign));
}

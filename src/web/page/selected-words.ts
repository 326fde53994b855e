/** The words that are selected on the page, without the numbers of footnotes and the signs of quotation; empty for none. */
export function selectedWords(): string {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return "";
  const selected = selection.getRangeAt(0).cloneContents();
  for (const marker of selected.querySelectorAll(".marker")) marker.remove();
  return (selected.textContent ?? "").replace(/[“”]/g, "").replace(/\s+/g, " ").trim();
}

/**
 * The emphasis and code delimiters that a stretch of Markdown leaves open, outermost first. Follows CommonMark where
 * answers do: escapes, code spans, and the rule that a delimiter opens before a word and closes behind one.
 */
export function openDelimiters(text: string): string[] {
  const open: string[] = [];
  let place = 0;
  while (place < text.length) {
    const character = text.charAt(place);
    if (character === "\\") {
      place += 2;
    } else if (character === "`") {
      const ticks = runAt(text, place);
      const end = codeEnd(text, place + ticks.length, ticks);
      if (end === undefined) return [...open, ticks];
      place = end;
    } else if (character === "*" || character === "_" || character === "~") {
      const run = runAt(text, place);
      takeRun(open, run, { before: text.charAt(place - 1), after: text.charAt(place + run.length) });
      place += run.length;
    } else {
      place += 1;
    }
  }
  return open;
}

function runAt(text: string, place: number): string {
  let end = place + 1;
  while (text.charAt(end) === text.charAt(place)) end += 1;
  return text.slice(place, end);
}

function codeEnd(text: string, from: number, ticks: string): number | undefined {
  for (let place = text.indexOf("`", from); place !== -1; place = text.indexOf("`", place)) {
    const run = runAt(text, place);
    place += run.length;
    if (run === ticks) return place;
  }
  return undefined;
}

function takeRun(open: string[], run: string, { before, after }: { before: string; after: string }): void {
  let left = run;
  if (/\S/.test(before)) {
    for (let top = open.at(-1); top !== undefined && left.startsWith(top); top = open.at(-1)) {
      open.pop();
      left = left.slice(top.length);
    }
  }
  // Inside a word a lone delimiter is a sign of its own (5*3, snake_case) far more often than emphasis.
  if (!/\S/.test(after) || /[\p{L}\p{N}]/u.test(before)) return;
  if (left.startsWith("~")) {
    if (left.length === 2) open.push(left);
    return;
  }
  while (left !== "") {
    const delimiter = left.slice(0, left.length >= 2 ? 2 : 1);
    open.push(delimiter);
    left = left.slice(delimiter.length);
  }
}

/** One title with its abstract, as they stand on the page; `line` is the title's, from 1. */
export interface PageEntry {
  readonly title: string;
  readonly abstract: string;
  readonly line: number;
}

/** Something on a page that could not be loaded or had to be guessed, in a sentence for a person. `line` is from 1. */
export interface PageProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * A saved daily-papers page. `featuredOn` is `YYYY-MM-DD`, or the day as the page prints it (`Jul 30`) where it names
 * no year; absent where the page names no day.
 */
export interface Page {
  readonly name: string;
  readonly featuredOn?: string;
  readonly entries: readonly PageEntry[];
  readonly problems: readonly PageProblem[];
}

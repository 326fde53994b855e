import { fetchSources } from "../library/fetch-sources.ts";
import { counted } from "../page/counted.ts";
import { RequestError } from "../stream/request-error.ts";
import { checkRow } from "./check-row.ts";
import { type Chooser, checkedIn } from "./choose-papers.ts";

/** Lets a reader choose among the pages that the papers come from; `say` hears what is to be told in words. */
export function createPageChooser(list: HTMLElement, say: (words: string) => void): Chooser {
  const load = async (chosen: readonly string[]) => {
    try {
      const sources = await fetchSources();
      list.replaceChildren(
        ...sources.map(({ name, papers }) =>
          checkRow(`${name}, ${counted(papers, "paper")}`, { value: name, isChecked: chosen.includes(name) }),
        ),
      );
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      say(error.message);
    }
  };
  return {
    get chosen() {
      return checkedIn(list);
    },
    show: (chosen) => void load(chosen),
  };
}

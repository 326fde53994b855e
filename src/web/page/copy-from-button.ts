import { RequestError } from "../stream/request-error.ts";
import { showToCopy } from "./copy-dialog.ts";
import { copyText } from "./copy-text.ts";
import { element } from "./element.ts";

/** How long a button says that it is done. */
const CONFIRMED_MS = 2000;

/**
 * Copies a text, called `name`, for the button that asks for it. The button says for two seconds that it is done; where
 * the browser doesn't let the page copy, the text is shown selected; what failed is said beside the button until the next
 * try. `say` hears in words what came of it.
 */
export async function copyFromButton(
  button: HTMLElement,
  what: {
    readonly name: string;
    readonly text: () => Promise<string>;
    readonly say: (words: string) => void;
  },
): Promise<void> {
  const { name, text, say } = what;
  button.parentElement?.querySelector(".copy-trouble")?.remove();
  try {
    const copied = await text();
    if (await copyText(copied)) {
      confirm(button);
      say(`${name} copied.`);
    } else {
      showToCopy(name, copied);
    }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    button.parentElement?.append(element("span", { class: "copy-trouble" }, error.message));
    say(error.message);
  }
}

function confirm(button: HTMLElement): void {
  if (button.dataset["copied"] !== undefined) return;
  const label = [...button.childNodes];
  button.dataset["copied"] = "";
  button.replaceChildren("Copied");
  setTimeout(() => {
    delete button.dataset["copied"];
    button.replaceChildren(...label);
  }, CONFIRMED_MS);
}

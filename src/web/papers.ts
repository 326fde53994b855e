import { showLibrary } from "./library/show-library.ts";
import { findElement } from "./page/find-element.ts";

await showLibrary({
  filter: findElement("#filter", HTMLInputElement),
  count: findElement("#count", HTMLElement),
  list: findElement("#papers", HTMLElement),
  more: findElement("#more", HTMLButtonElement),
});

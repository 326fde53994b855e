import { showLibrary } from "./library/show-library.ts";
import { showSources } from "./library/source-list.ts";
import { findElement } from "./page/find-element.ts";

showSources(findElement("#pages", HTMLDetailsElement), findElement("#page-list", HTMLElement));
await showLibrary({
  filter: findElement("#filter", HTMLInputElement),
  sort: findElement("#sort", HTMLSelectElement),
  count: findElement("#count", HTMLElement),
  list: findElement("#papers", HTMLElement),
  nothing: findElement("#nothing", HTMLElement),
  more: findElement("#more", HTMLButtonElement),
  bar: findElement("#chosen", HTMLElement),
});

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * A TypeScript module as a browser can run it: the types become blanks, so that line and column numbers stay.
 * Loading the stripper takes 50 ms, so it is loaded when the first module is asked for.
 * @throws where the source has syntax that isn't erasable, naming the place.
 */
export function stripTypes(source: string): string {
  const { transformSync }: typeof import("amaro") = require("amaro");
  return transformSync(source, { mode: "strip-only" }).code;
}

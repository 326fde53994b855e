/** A static import or re-export that stays when types are taken out. Imported types are gone by then, `import()` waits until it is called. */
const IMPORT = /^(?:import|export)(?! type\b)[^"';]*?from "([^"]+)"/gm;

/**
 * The modules that a module loads before it runs, itself first and each once, by their paths. `read` gives a module's
 * source, undefined for what is not there; `libraryPath` the path of a library, by the name that it is imported by.
 */
export function reachableModules(
  entry: string,
  read: (path: string) => string | undefined,
  libraryPath: (name: string) => string,
): readonly string[] {
  const reached = new Set([entry]);
  for (const path of reached) {
    for (const [, imported = ""] of (read(path) ?? "").matchAll(IMPORT)) {
      reached.add(imported.startsWith(".") ? resolved(imported, path) : libraryPath(imported));
    }
  }
  return [...reached];
}

function resolved(imported: string, from: string): string {
  return new URL(imported, `file:///${from}`).pathname.slice(1);
}

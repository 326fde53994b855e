/** How a sentence-embedding model is to be used, as its makers trained it. */
export interface ModelRecipe {
  /** What a text's vector is: the mean of its token vectors, or the vector of its first token. */
  readonly pooling: "mean" | "cls";
  /** What is put before a question and before a passage; both empty for most models. */
  readonly prefixes: { readonly query: string; readonly passage: string };
}

const NO_PREFIXES = { query: "", passage: "" } as const;
const SEARCH_INSTRUCTION = {
  query: "Represent this sentence for searching relevant passages: ",
  passage: "",
} as const;

/** Families of models by their names, pooling and prefixes as their cards on the hub give them. */
const FAMILIES: readonly (ModelRecipe & { readonly names: RegExp })[] = [
  {
    names: /(?:^|\/)(?:multilingual-)?e5-(?!.*instruct)/i,
    pooling: "mean",
    prefixes: { query: "query: ", passage: "passage: " },
  },
  {
    names: /(?:^|\/)nomic-embed-text/i,
    pooling: "mean",
    prefixes: { query: "search_query: ", passage: "search_document: " },
  },
  { names: /(?:^|\/)bge-\w+-en/i, pooling: "cls", prefixes: SEARCH_INSTRUCTION },
  { names: /(?:^|\/)mxbai-embed/i, pooling: "cls", prefixes: SEARCH_INSTRUCTION },
  {
    names: /(?:^|\/)snowflake-arctic-embed-\w+-v2/i,
    pooling: "cls",
    prefixes: { query: "query: ", passage: "" },
  },
  { names: /(?:^|\/)snowflake-arctic-embed/i, pooling: "cls", prefixes: SEARCH_INSTRUCTION },
  { names: /(?:^|\/)(?:bge-|gte-.*(?:v1\.5|modernbert))/i, pooling: "cls", prefixes: NO_PREFIXES },
];

/** What is known of the model of these names; the mean of its tokens, and no prefixes, for one of no known family. */
export function recipeOf(...modelNames: readonly string[]): ModelRecipe {
  const family = FAMILIES.find(({ names }) => modelNames.some((name) => names.test(name)));
  return {
    pooling: family?.pooling ?? "mean",
    prefixes: family?.prefixes ?? NO_PREFIXES,
  };
}

/** Whether questions and passages are read differently, so that their vectors can't be made without saying which is which. */
export function tellsApart({ prefixes }: ModelRecipe): boolean {
  return prefixes.query !== "" || prefixes.passage !== "";
}

import type { RetrievalStage } from "../../domain/evidence.ts";

/** What a stage of retrieval looks at, in a reader's words. */
export interface StageWords {
  readonly name: string;
  readonly meaning: string;
}

const STAGE_WORDS: Readonly<Record<RetrievalStage, StageWords>> = {
  words: { name: "Its words", meaning: "The question’s own words in it; rare ones count more." },
  vectors: {
    name: "Its meaning",
    meaning: "How near its best passage comes to what the question means.",
  },
  hypothesis: {
    name: "An imagined abstract",
    meaning: "How near it comes to an abstract, made up for the search, that would answer.",
  },
  fusion: { name: "These together", meaning: "The rows above as one ranking; the first papers go on." },
  late: {
    name: "Word by word",
    meaning: "For each word of the question, the nearest in its title and abstract.",
  },
  reverse: {
    name: "Word by word, the other way",
    meaning: "For each word of its title and abstract, the nearest in the question.",
  },
  window: {
    name: "In two sentences",
    meaning: "Word by word, in the two neighbouring sentences that fit best.",
  },
  similarity: {
    name: "Its meaning, once more",
    meaning: "The same nearness, among the papers compared word by word.",
  },
  overlap: {
    name: "Its words, once more",
    meaning: "The same words, where some paper has most of them.",
  },
  rerank: { name: "Read together", meaning: "A second model read the question beside the abstract." },
  title: { name: "Its title", meaning: "The question calls this paper by its name." },
};

/** The words for a stage; undefined for one that this page doesn't know: a newer server may name others. */
export function stageWords(stage: string): StageWords | undefined {
  return isKnown(stage) ? STAGE_WORDS[stage] : undefined;
}

function isKnown(stage: string): stage is RetrievalStage {
  return Object.hasOwn(STAGE_WORDS, stage);
}

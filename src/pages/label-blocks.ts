import { looksLikeAbstract, looksLikeLabel, looksLikeTitle } from "./looks.ts";
import type { Block } from "./split-blocks.ts";

const LABELS = ["title", "abstract"] as const;
export type BlockLabel = (typeof LABELS)[number];

/**
 * What a reading of the page costs; the cheapest one wins. A block without its partner costs less than one read
 * against clear looks, so that a lost title or abstract is found where it is missing instead of shifting every later
 * pair. Two such blocks cost more than one of unclear looks, so that a very short abstract or a very long title stays
 * in step.
 */
const COST = {
  withoutPartner: 4,
  titleOfUnclearLooks: 6,
  titleThatLooksLikeAbstract: 12,
  abstractOfUnclearLooks: 3,
  abstractThatLooksLikeTitle: 10,
};

/** The cheapest way to label the blocks so far, given the label of the last one; linked from the last to the first. */
interface Reading {
  readonly cost: number;
  readonly last?: BlockLabel;
  readonly before?: Reading;
}

/** Tells titles from abstracts by their turns and their looks, over the whole page at once. */
export function labelBlocks(blocks: readonly Block[]): BlockLabel[] {
  let readings: readonly Reading[] = [{ cost: 0 }];
  for (const block of blocks) {
    readings = LABELS.map((label) => cheapest(readings.map((before) => extend(before, block, label))));
  }
  const finished = readings.map((reading) => ({
    ...reading,
    cost: reading.cost + (reading.last === "title" ? COST.withoutPartner : 0),
  }));
  return labelsOf(cheapest(finished));
}

function extend(before: Reading, { text }: Block, label: BlockLabel): Reading {
  const isInTurn = label === "abstract" ? before.last === "title" : before.last !== "title";
  const cost = before.cost + lookCost(text, label) + (isInTurn ? 0 : COST.withoutPartner);
  return { cost, last: label, before };
}

function lookCost(text: string, label: BlockLabel): number {
  if (label === "abstract") {
    if (looksLikeTitle(text)) return COST.abstractThatLooksLikeTitle;
    return looksLikeLabel(text) ? COST.abstractOfUnclearLooks : 0;
  }
  if (looksLikeAbstract(text)) return COST.titleThatLooksLikeAbstract;
  return looksLikeLabel(text) ? 0 : COST.titleOfUnclearLooks;
}

function cheapest(readings: readonly Reading[]): Reading {
  return readings.reduce((best, reading) => (reading.cost < best.cost ? reading : best));
}

function labelsOf(end: Reading): BlockLabel[] {
  const reversed: BlockLabel[] = [];
  for (let reading: Reading | undefined = end; reading?.last; reading = reading.before) {
    reversed.push(reading.last);
  }
  return reversed.reverse();
}

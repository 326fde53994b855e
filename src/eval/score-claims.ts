import type { ClaimRow } from "./evaluate-claims.ts";
import { mean } from "./summarise.ts";

/** The shares of a group of claims that were judged right. */
export interface ClaimScore {
  readonly group: string;
  readonly count: number;
  /** Supported claims called so, others not. */
  readonly supportedOrNot: number;
  /** The very verdict. */
  readonly threeWay: number;
}

/** The figures over all claims; undefined where a class is missing. */
export interface ClaimFigures {
  /** The mean of the shares right among supported claims and among all others. */
  readonly balancedAccuracy: number | undefined;
  /** The mean of the shares of each label that got its verdict. */
  readonly threeWayBalanced: number | undefined;
  readonly threeWayAccuracy: number;
  /** How often a supported claim is held more likely to be supported than another one. */
  readonly auc: number | undefined;
  /** The same where only the claim's length is known: what a set gives away. */
  readonly lengthAuc: number | undefined;
}

/** Scores by label, then by change where that says more. */
export function scoreClaims(rows: readonly ClaimRow[]): readonly ClaimScore[] {
  const labels = Map.groupBy(rows, ({ label }) => label);
  const changes = Map.groupBy(rows, ({ change }) => change);
  return [
    ...[...labels].map(([label, group]) => scoreOf(label, group)),
    ...[...changes]
      .filter(([, group]) => group.length < (labels.get(group[0]?.label ?? "supported")?.length ?? 0))
      .map(([change, group]) => scoreOf(`changed in: ${change}`, group)),
    scoreOf("all", rows),
  ];
}

/** The figures over all claims. */
export function claimFigures(rows: readonly ClaimRow[]): ClaimFigures {
  const [supported, others] = [rows.filter(isSupported), rows.filter((row) => !isSupported(row))];
  const labels = Map.groupBy(rows, ({ label }) => label);
  const lengthOf = ({ claim }: ClaimRow) => claim.length;
  return {
    balancedAccuracy: meanOfAll([share(supported, isRightlySorted), share(others, isRightlySorted)]),
    threeWayBalanced: meanOfAll([...labels.values()].map((group) => share(group, isRight))),
    threeWayAccuracy: share(rows, isRight) ?? 0,
    auc: areaUnderCurve(supported.map(supportOf), others.map(supportOf)),
    lengthAuc: areaUnderCurve(supported.map(lengthOf), others.map(lengthOf)),
  };
}

/** Whether the verdict is the label. */
export function isRight({ label, verdict }: ClaimRow): boolean {
  return verdict === label;
}

function scoreOf(group: string, rows: readonly ClaimRow[]): ClaimScore {
  return {
    group,
    count: rows.length,
    supportedOrNot: share(rows, isRightlySorted) ?? 0,
    threeWay: share(rows, isRight) ?? 0,
  };
}

function isSupported({ label }: ClaimRow): boolean {
  return label === "supported";
}

/** One that failed was not told to be anything. */
function isRightlySorted({ label, verdict }: ClaimRow): boolean {
  return verdict !== undefined && (verdict === "supported") === (label === "supported");
}

function supportOf({ support = 0 }: ClaimRow): number {
  return support;
}

function share(rows: readonly ClaimRow[], isMet: (row: ClaimRow) => boolean): number | undefined {
  return mean(rows.map((row) => Number(isMet(row))));
}

function meanOfAll(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? mean(known) : undefined;
}

/** The share of pairs in which the positive has the higher value, ties half; undefined without a pair. */
function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number | undefined {
  return mean(
    positives.flatMap((positive) =>
      negatives.map((negative) => (positive > negative ? 1 : positive === negative ? 0.5 : 0)),
    ),
  );
}

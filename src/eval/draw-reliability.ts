import type { ReliabilityBin } from "./reliability.ts";

const SIZE = 360;
const MARGIN = 56;
const PLOT = SIZE - 2 * MARGIN;

/**
 * The reliability curve as an SVG: over the doubt that questions met, the share of them that no paper answers. On the
 * diagonal doubt would be the share; the dashed line is where refusing begins. Readable on light and dark pages.
 */
export function drawReliability(bins: readonly ReliabilityBin[], refusedFrom: number | undefined): string {
  const x = (value: number) => round(MARGIN + value * PLOT);
  const y = (value: number) => round(SIZE - MARGIN - value * PLOT);
  const points = bins.map(({ doubt, unanswerable }) => `${x(doubt)},${y(unanswerable)}`).join(" ");
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<text x="${x(value)}" y="${SIZE - MARGIN + 18}" text-anchor="middle">${value}</text>` +
      `<text x="${MARGIN - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
  );
  const dots = bins.map(
    ({ doubt, unanswerable, count }) =>
      `<circle cx="${x(doubt)}" cy="${y(unanswerable)}" r="4" fill="#1f6feb"/>` +
      `<text x="${x(doubt) + 8}" y="${y(unanswerable) - 8}">${count}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>Reliability of doubt: share of questions that no paper answers, by doubt</title>`,
    `<rect width="${SIZE}" height="${SIZE}" fill="#ffffff"/>`,
    `<g fill="#24292f">`,
    `<path d="M${x(0)} ${y(0)}H${x(1)}V${y(1)}H${x(0)}Z" fill="none" stroke="#8c959f"/>`,
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#8c959f" stroke-dasharray="2 4"/>`,
    refusedFrom === undefined
      ? ""
      : `<path d="M${x(refusedFrom)} ${y(0)}V${y(1)}" stroke="#9a6700" stroke-dasharray="6 4"/>`,
    `<polyline points="${points}" fill="none" stroke="#1f6feb" stroke-width="2"/>`,
    ...dots,
    ...ticks,
    `<text x="${x(0.5)}" y="${SIZE - 14}" text-anchor="middle">doubt (refused right of the dashed line)</text>`,
    `<text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">share that no paper answers</text>`,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

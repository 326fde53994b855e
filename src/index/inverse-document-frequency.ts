/** In the form that stays above zero in the smallest collection: ln(1 + (N - n + 0.5) / (n + 0.5)) where n of N papers have it. */
export function inverseDocumentFrequency(paperCount: number, papersWith: number): number {
  return Math.log(1 + (paperCount - papersWith + 0.5) / (papersWith + 0.5));
}

/** A duration for small print: `14 ms`, `2.1 s`. */
export function briefDuration(durationMs: number): string {
  return durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}

/** A waiting time, no more exact than a guess can be: `a few seconds`, `about 40 seconds`, `about 3 minutes`. */
export function roughDuration(seconds: number): string {
  if (seconds < 5) return "a few seconds";
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
  return `about ${Math.ceil(seconds / 60)} minutes`;
}

/** In standard deviations from the mean; all 0 where all are equal. */
export function standardise(values: readonly number[]): readonly number[] {
  const count = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const deviation = deviationOf(values);
  return values.map((value) => (deviation > 1e-9 ? (value - mean) / deviation : 0));
}

/** The standard deviation of all of these values; 0 of none. */
export function deviationOf(values: readonly number[]): number {
  const count = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count);
}

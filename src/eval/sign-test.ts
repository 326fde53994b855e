/**
 * How likely wins and losses at least this uneven are if both were equally likely (two-sided sign test, ties left out),
 * 0..1; 1 where there are none.
 */
export function signTest(winCount: number, lossCount: number): number {
  const count = winCount + lossCount;
  // In logarithms, since one half to the thousandth power is no longer a number.
  let logTerm = -count * Math.LN2;
  let tail = 0;
  for (let fewer = 0; fewer <= Math.min(winCount, lossCount); fewer += 1) {
    tail += Math.exp(logTerm);
    logTerm += Math.log(count - fewer) - Math.log(fewer + 1);
  }
  return Math.min(1, 2 * tail);
}

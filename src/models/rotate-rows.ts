/** The width of rotated rows: the next power of two, 512 for 384. */
export function rotatedWidth(dimensions: number): number {
  return 2 ** Math.ceil(Math.log2(dimensions));
}

/** One round leaves a row with a single large number as even as a row of dice; after the second it is like any other. */
const ROUNDS = 2;

/**
 * Turns every row by the same random rotation, always the same one, into a space of `rotatedWidth` dimensions: rounds of
 * random signs and a Walsh–Hadamard transform. Lengths and angles stay, and every number becomes like any other.
 */
export function rotateRows(rows: Float32Array, dimensions: number): Float32Array {
  const width = rotatedWidth(dimensions);
  const turned = new Float32Array((rows.length / dimensions) * width);
  for (let row = 0; row < rows.length / dimensions; row++) {
    const start = row * width;
    turned.set(rows.subarray(row * dimensions, (row + 1) * dimensions), start);
    for (const signs of signsFor(width)) {
      for (let axis = 0; axis < width; axis++)
        turned[start + axis] = (turned[start + axis] ?? 0) * (signs[axis] ?? 1);
      transform(turned, start, width);
    }
  }
  return turned;
}

/** The Walsh–Hadamard transform in place, scaled so that lengths stay. */
function transform(numbers: Float32Array, start: number, length: number): void {
  for (let half = 1; half < length; half *= 2) {
    for (let pair = start; pair < start + length; pair += 2 * half) {
      for (let place = pair; place < pair + half; place++) {
        const first = numbers[place] ?? 0;
        const second = numbers[place + half] ?? 0;
        numbers[place] = first + second;
        numbers[place + half] = first - second;
      }
    }
  }
  const scale = 1 / Math.sqrt(length);
  for (let place = start; place < start + length; place++) numbers[place] = (numbers[place] ?? 0) * scale;
}

const knownSigns = new Map<number, readonly Int8Array[]>();

/** The random signs of each round. */
function signsFor(width: number): readonly Int8Array[] {
  const known = knownSigns.get(width);
  if (known) return known;
  const random = seededRandom(width);
  const signs = Array.from({ length: ROUNDS }, () =>
    Int8Array.from({ length: width }, () => (random() < 0.5 ? -1 : 1)),
  );
  knownSigns.set(width, signs);
  return signs;
}

/** Numbers from 0 to below 1 that are the same for the same seed (Numerical Recipes' linear congruential generator). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

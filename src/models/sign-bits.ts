import { rotatedWidth, rotateRows } from "./rotate-rows.ts";

/**
 * Unit vectors in one bit a number: rotated at random, so that every number is like any other, then only their signs. On the
 * gold questions late interaction loses nothing that shows by it, at a twenty-fourth of the bytes of floats; leaving out
 * axes instead costs more. Turning before rounding keeps the loss small, as in RaBitQ (Gao and Long, SIGMOD 2024).
 */
const NUMBERS_A_BYTE = 8;

/** Bytes of one packed vector. */
export function signBytes(dimensions: number): number {
  return Math.ceil(rotatedWidth(dimensions) / NUMBERS_A_BYTE);
}

/**
 * What a product of unpacked signs with a rotated vector has to be multiplied by to be one with the unit vector that was
 * packed: a normally distributed number is sqrt(2 / pi) standard deviations from zero on average.
 */
export function signScale(dimensions: number): number {
  return Math.sqrt(Math.PI / 2 / rotatedWidth(dimensions));
}

/** Rotates rows and packs their signs: a bit is set where the number is not negative. `dimensions` is above 4. */
export function packSigns(rows: Float32Array, dimensions: number): Uint8Array {
  const turned = rotateRows(rows, dimensions);
  const packed = new Uint8Array(turned.length / NUMBERS_A_BYTE);
  for (const [place, value] of turned.entries()) {
    if (value < 0) continue;
    const byte = Math.floor(place / NUMBERS_A_BYTE);
    packed[byte] = (packed[byte] ?? 0) | (1 << (place % NUMBERS_A_BYTE));
  }
  return packed;
}

/** The four signs of each half of a byte, as the bytes of one 32-bit number: unpacking is two look-ups a byte. */
const UNPACKED = Int32Array.from({ length: 16 }, (_, half) => {
  const signs = Int8Array.from({ length: 4 }, (_, place) => ((half >> place) & 1 ? 1 : -1));
  return new Int32Array(signs.buffer)[0] ?? 0;
});

/** Unpacks vectors that lie in several arrays into one of 1 and -1, in their order. */
export function unpackSigns(packed: readonly Uint8Array[]): Int8Array {
  const halves = new Int32Array(2 * packed.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const bytes of packed) {
    for (let place = 0; place < bytes.length; place++) {
      const byte = bytes[place] ?? 0;
      halves[filled++] = UNPACKED[byte & 15] ?? 0;
      halves[filled++] = UNPACKED[byte >> 4] ?? 0;
    }
  }
  return new Int8Array(halves.buffer);
}

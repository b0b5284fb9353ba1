import { randomFillSync } from 'node:crypto';

/**
 * Ids are UUIDv7 (RFC 9562): 48 bits of time in milliseconds, then a 12-bit counter, then 62 random
 * bits. They sort by the moment they were made, so new rows land side by side in an index.
 */
const random = new Uint8Array(4096);
let used = random.length;
let lastMillisecond = 0;
let counter = 0;

/**
 * A new id. Ids made one after another in this process always sort in that order, also within a
 * millisecond and when the clock steps back.
 *
 * @param at the moment the id should carry, for seeds and imports of older records; ids with an
 *   explicit moment are not kept in order with the others.
 */
export function newId(at?: Date): string {
  const bytes = nextRandomBytes();
  if (at) return format(at.getTime(), ((bytes[6]! & 0x0f) << 8) | bytes[7]!, bytes);

  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    // Starting low leaves room for at least 2,048 ids before the counter borrows the next millisecond.
    counter = ((bytes[6]! & 0x07) << 8) | bytes[7]!;
  } else if (++counter > 0xfff) {
    lastMillisecond += 1;
    counter = 0;
  }
  return format(lastMillisecond, counter, bytes);
}

/** Sixteen fresh random bytes out of a pool: one call to the system for 256 ids. */
function nextRandomBytes(): Uint8Array {
  if (used + 16 > random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += 16;
  return random.subarray(used - 16, used);
}

function format(milliseconds: number, sequence: number, bytes: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const version = (0x7000 | sequence).toString(16);
  const variant = (0x8000 | ((bytes[8]! & 0x3f) << 8) | bytes[9]!).toString(16);
  let node = '';
  for (let index = 10; index < 16; index++) node += bytes[index]!.toString(16).padStart(2, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${node}`;
}
